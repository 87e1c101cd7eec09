@echo off
rem Builds a Windows installer with a trimmed Java of its own: installer\build.bat  (needs the WiX toolset 3 on the PATH)
setlocal
cd /d "%~dp0.."
if not exist target\app\lib call mvn -q -B package -DskipTests || exit /b 1
if exist target\installer rmdir /s /q target\installer
rem Natives lie unpacked in the program's folder, so nobody who uses it needs room for them.
robocopy target\app\lib target\installer\jars /E /NFL /NDL /NJH /NJS /NP >nul
if errorlevel 8 exit /b 1
java -cp "target\app\lib\*" downhill.store.NativesPackaging target\installer\jars || exit /b 1
set MODULES=java.base,java.desktop,java.logging,java.management,java.naming,java.scripting,java.sql,java.xml,jdk.accessibility,jdk.crypto.ec,jdk.httpserver,jdk.localedata,jdk.management,jdk.unsupported,jdk.zipfs
jpackage --type msi --name Downhill --app-version 0.1.0 --vendor Downhill ^
  --description "A workbench in which you watch optimizers learn" ^
  --input target\installer\jars --main-jar downhill-0.1.0.jar --main-class downhill.Downhill ^
  --dest target\installer --add-modules %MODULES% ^
  --jlink-options "--strip-debug --no-header-files --no-man-pages --compress=2 --include-locales=en,zh" ^
  --java-options -Dfile.encoding=UTF-8 --java-options -XX:MaxRAMPercentage=50 --java-options "-Ddownhill.natives=$APPDIR/natives" ^
  --icon installer\icons\downhill.ico --file-associations installer\experiment.properties --file-associations installer\model.properties ^
  --file-associations installer\lesson.properties ^
  --win-menu --win-shortcut --win-dir-chooser --win-upgrade-uuid 5d0e3a52-6f0f-4a8e-9d0b-2f1c7a6e4b11
