@echo off
rem Starts Downhill from wherever it lies; every argument goes to the program.
set "HOME_DIR=%~dp0.."
rem Java is not looked for in the folder one happens to be in.
set "JAVA="
for %%I in (java.exe) do set "JAVA=%%~$PATH:I"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java.exe"
if not defined JAVA (echo Java 17 or newer was not found: set JAVA_HOME or PATH. 1>&2 & exit /b 2)
rem What is done in a moment is done sooner without the compiler that makes long work fast; a file of more than 200 MB is long work, and
rem nobody knows how long a packed one is.
set "BRIEF="
for %%I in (rules help -h --help -V --version) do if "%~1"=="%%I" set "BRIEF=-XX:TieredStopAtLevel=1"
if "%~1"=="inspect" set "BRIEF=-XX:TieredStopAtLevel=1"
if "%~1"=="inspect" for %%I in ("%~2" "%~3") do if exist "%%~I" if %%~zI GTR 209715200 set "BRIEF="
if "%~1"=="inspect" for %%I in ("%~2" "%~3") do if /i "%%~xI"==".gz" set "BRIEF="
rem A command wants to be done soon and to leave room for others, a window never to stand still: another collector, and fewer new objects
rem before it collects. Whoever says how memory is to be used is let say it alone.
set "FRUGAL=-XX:+UseParallelGC -XX:MaxNewSize=64m -Xms64m -XX:GCTimeRatio=19"
if "%~1"=="" set "FRUGAL="
for %%I in (gui lesson serve screenshot) do if "%~1"=="%%I" set "FRUGAL="
set "SAID=%DOWNHILL_JAVA_OPTIONS% %JAVA_TOOL_OPTIONS% %JDK_JAVA_OPTIONS%"
set "SAID=%SAID:"=%"
for %%I in (GC -Xm Heap NewSize) do (echo "%SAID%" | findstr /c:"%%I" >nul) && set "FRUGAL="
rem An archive of parsed classes, which quicken makes, halves the start. Java leaves one aside that is of another Java or of other files.
set "ARCHIVE="
if exist "%HOME_DIR%\classes.jsa" set ARCHIVE="-XX:SharedArchiveFile=%HOME_DIR%\classes.jsa" -Xlog:cds=off -Xlog:cds+dynamic=off
"%JAVA%" %ARCHIVE% %BRIEF% %FRUGAL% -Dfile.encoding=UTF-8 "-Ddownhill.home=%HOME_DIR%" %DOWNHILL_JAVA_OPTIONS% -cp "%HOME_DIR%\lib\*" downhill.Downhill %*
