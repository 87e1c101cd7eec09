@echo off
rem Starts Downhill from wherever it lies; every argument goes to the program.
set "HOME_DIR=%~dp0.."
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
"%JAVA%" -Dfile.encoding=UTF-8 "-Ddownhill.home=%HOME_DIR%" %DOWNHILL_JAVA_OPTIONS% -cp "%HOME_DIR%\lib\*" downhill.Downhill %*
