#!/usr/bin/env bash
# Builds a self-contained application for the machine this runs on, with a trimmed Java of its own:
#   installer/build.sh app     an application folder        (target/installer/Downhill)
#   installer/build.sh deb     a Debian package             (Linux)
#   installer/build.sh dmg     a disk image                 (macOS)
# Windows: installer\build.bat. jpackage cannot build for another system.
set -eu
cd "$(dirname "$0")/.."
kind=${1:-app}
version=0.1.0
out=target/installer

[ -d target/app/lib ] || mvn -q -B package -DskipTests
rm -rf "$out" && mkdir -p "$out"

# macOS refuses versions that begin with 0.
case "$kind" in
  app) type=app-image ;;
  deb) type=deb ;;
  dmg) type=dmg; version=1.0.0 ;;
  *) echo "build.sh: what is '$kind'? Say app, deb or dmg." >&2; exit 2 ;;
esac

# What Downhill and its libraries use of Java; everything else stays out.
modules=java.base,java.desktop,java.logging,java.management,java.naming,java.scripting,java.sql,java.xml
modules=$modules,jdk.accessibility,jdk.crypto.ec,jdk.localedata,jdk.management,jdk.unsupported,jdk.zipfs
options=(
  --type "$type" --name Downhill --app-version "$version" --vendor Downhill
  --description "A workbench in which you watch optimizers learn"
  --input target/app/lib --main-jar downhill-0.1.0.jar --main-class downhill.Downhill
  --dest "$out" --add-modules "$modules"
  --jlink-options "--strip-debug --no-header-files --no-man-pages --compress=2 --include-locales=en,zh"
  --java-options -Dfile.encoding=UTF-8 --java-options -XX:MaxRAMPercentage=50
)
case "$(uname -s)" in
  Darwin) options+=(--icon installer/icons/downhill.icns) ;;
  *) options+=(--icon installer/icons/downhill.png) ;;
esac
[ "$kind" = app ] || options+=(--file-associations installer/experiment.properties)
[ "$kind" = deb ] && options+=(--linux-package-name downhill --linux-shortcut --linux-menu-group Education
  --linux-deb-maintainer downhill@localhost --linux-app-category education)

jpackage "${options[@]}"
du -sh "$out"/*
