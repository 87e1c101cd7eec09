#!/usr/bin/env bash
# Builds a self-contained application for the machine this runs on, with a trimmed Java of its own:
#   installer/build.sh app     an application folder        (target/installer/Downhill)
#   installer/build.sh tar     the same with install.sh, packed for a stick, a share or people without rights   (Linux)
#   installer/build.sh deb     a Debian package             (Linux)
#   installer/build.sh dmg     a disk image                 (macOS)
# Windows: installer\build.bat. jpackage cannot build for another system.
# What is packaged is what `mvn package` last put into target/app, so with -Pcuda the CUDA libraries are in it, too.
set -eu
CDPATH= cd -- "$(dirname "$0")/.."
kind=${1:-app}
version=0.1.0
out=target/installer

[ -d target/app/lib ] || mvn -q -B package -DskipTests
rm -rf "$out" && mkdir -p "$out"

# macOS refuses versions that begin with 0.
case "$kind" in
  app|tar|deb) ;;
  dmg) version=1.0.0 ;;
  *) echo "build.sh: what is '$kind'? Say app, tar, deb or dmg." >&2; exit 2 ;;
esac

# What Downhill and its libraries use of Java; everything else stays out. Not compressed: it starts quicker, and a package is anyway.
modules=java.base,java.desktop,java.logging,java.management,java.naming,java.scripting,java.sql,java.xml
modules=$modules,jdk.accessibility,jdk.crypto.ec,jdk.httpserver,jdk.localedata,jdk.management,jdk.unsupported,jdk.zipfs
jlink --add-modules "$modules" --strip-debug --no-header-files --no-man-pages --compress=0 --include-locales=en,zh --output "$out/runtime"
rm -f "$out"/runtime/bin/{jrunscript,keytool}

# Natives lie unpacked in the program's folder, so nobody who uses it needs room for them.
mkdir "$out/jars" && cp -R target/app/lib/. "$out/jars/"
java -cp 'target/app/lib/*' downhill.store.NativesPackaging "$out/jars"

options=(
  --type app-image --name Downhill --app-version "$version" --vendor Downhill
  --description "A workbench in which you watch optimizers learn"
  --input "$out/jars" --main-jar downhill-0.1.0.jar --main-class downhill.Downhill
  --dest "$out" --runtime-image "$out/runtime"
  --java-options -Dfile.encoding=UTF-8 --java-options -XX:MaxRAMPercentage=50 --java-options '-Ddownhill.natives=$APPDIR/natives'
)
case "$(uname -s)" in
  Darwin) options+=(--icon installer/icons/downhill.icns) ;;
  *) options+=(--icon installer/icons/downhill.png --java-options '-XX:SharedArchiveFile=$APPDIR/downhill.jsa') ;;
esac
jpackage "${options[@]}"
rm -rf "$out/runtime" "$out/jars"
[ "$(uname -s)" = Darwin ] || install -m 755 installer/launcher/downhill "$out/Downhill/bin/downhill-cli"

case "$kind" in
  app) [ "$(uname -s)" = Darwin ] || { installer/classes.sh "$out/Downhill/lib"; installer/debian/archive "$out/Downhill"; } ;;
  tar) cp installer/school/install.sh installer/debian/downhill.desktop installer/debian/downhill.xml installer/icons/downhill.png "$out/Downhill/"
       tar -C "$out" -czf "$out/downhill-$version-portable.tar.gz" Downhill ;;
  deb) installer/classes.sh "$out/Downhill/lib"; installer/debian/package.sh "$out/Downhill" "$version" "$out" ;;
  dmg) jpackage --type dmg --name Downhill --app-version "$version" --app-image "$out/Downhill.app" --dest "$out" \
         --file-associations installer/experiment.properties --file-associations installer/model.properties \
         --file-associations installer/lesson.properties ;;
esac
du -sh "$out"/*
