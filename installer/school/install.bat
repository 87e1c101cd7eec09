@echo off
rem Installs Downhill from the folder in which this script lies, without asking and without administrator rights:
rem   install.bat                 for the person who runs it, in %LOCALAPPDATA%\Programs\Downhill
rem   install.bat FOLDER          elsewhere, in a folder that is empty or not there yet
rem For all users take the .msi: msiexec /i Downhill-0.1.0.msi /qn   (as administrator; /qn asks nothing)
setlocal
set "HERE=%~dp0"
set "APP=%~1"
if not defined APP set "APP=%LOCALAPPDATA%\Programs\Downhill"
if not exist "%HERE%Downhill.exe" (echo Downhill.exe does not lie beside this script. 1>&2 & exit /b 2)
set "OTHER="
if not exist "%APP%\Downhill.exe" for /f "delims=" %%F in ('dir /b /a "%APP%" 2^>nul') do set "OTHER=%%F"
if defined OTHER (echo "%APP%" has something else in it; name another folder. 1>&2 & exit /b 2)
rem The folders of the program are replaced; what else lies there, such as a policy, stays.
for %%D in (app runtime) do (
  robocopy "%HERE%%%D" "%APP%\%%D" /MIR /NFL /NDL /NJH /NJS /NP >nul
  if errorlevel 8 (echo The program could not be copied to "%APP%". 1>&2 & exit /b 1)
)
robocopy "%HERE%." "%APP%" Downhill.exe Downhill.ico /NFL /NDL /NJH /NJS /NP >nul
if errorlevel 8 (echo The program could not be copied to "%APP%". 1>&2 & exit /b 1)
for %%T in (downhill downhill-model lesson) do (
  reg add "HKCU\Software\Classes\.%%T" /ve /d "Downhill.%%T" /f >nul
  reg add "HKCU\Software\Classes\Downhill.%%T\shell\open\command" /ve /d "\"%APP%\Downhill.exe\" gui \"%%1\"" /f >nul
)
powershell -NoProfile -Command "$s=(New-Object -ComObject WScript.Shell).CreateShortcut([Environment]::GetFolderPath('Programs')+'\Downhill.lnk'); $s.TargetPath=$env:APP+'\Downhill.exe'; $s.Save()"
echo Installed in %APP%.
