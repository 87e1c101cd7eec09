@echo off
rem Installs Downhill from the folder in which this script lies, without asking and without administrator rights:
rem   install.bat                 for the person who runs it, in %LOCALAPPDATA%\Programs\Downhill
rem   install.bat FOLDER          elsewhere
rem For all users take the .msi: msiexec /i Downhill-0.1.0.msi /qn   (as administrator; /qn asks nothing)
setlocal
set "HERE=%~dp0"
set "APP=%~1"
if not defined APP set "APP=%LOCALAPPDATA%\Programs\Downhill"
if not exist "%HERE%Downhill.exe" (echo Downhill.exe does not lie beside this script. 1>&2 & exit /b 2)
robocopy "%HERE%." "%APP%" /MIR /NFL /NDL /NJH /NJS /NP >nul
if errorlevel 8 (echo The program could not be copied to %APP%. 1>&2 & exit /b 1)
for %%T in (downhill downhill-model lesson) do (
  reg add "HKCU\Software\Classes\.%%T" /ve /d "Downhill.%%T" /f >nul
  reg add "HKCU\Software\Classes\Downhill.%%T\shell\open\command" /ve /d "\"%APP%\Downhill.exe\" gui \"%%1\"" /f >nul
)
powershell -NoProfile -Command "$s=(New-Object -ComObject WScript.Shell).CreateShortcut([Environment]::GetFolderPath('Programs')+'\Downhill.lnk'); $s.TargetPath='%APP%\Downhill.exe'; $s.Save()"
echo Installed in %APP%.
