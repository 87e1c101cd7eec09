@echo off
rem Makes an archive of parsed classes in the folder of the program (some 40 MB), with which it starts sooner. Once for each Java.
setlocal
set "HOME_DIR=%~dp0.."
set "WORK=%TEMP%\downhill-quicken-%RANDOM%"
mkdir "%WORK%" || exit /b 1
del /q "%HOME_DIR%\classes.jsa" 2>nul
rem A short race loads what most commands need.
set DOWNHILL_JAVA_OPTIONS="-XX:ArchiveClassesAtExit=%HOME_DIR%\classes.jsa" -Xlog:cds=off -Xlog:cds+dynamic=off
call "%~dp0downhill.bat" compare iris --steps 1 --out "%WORK%\race" > "%WORK%\said" 2>&1 || (type "%WORK%\said" 1>&2 & rmdir /s /q "%WORK%" & exit /b 1)
rmdir /s /q "%WORK%"
echo %HOME_DIR%\classes.jsa
