#!/usr/bin/env bash
# Lists the classes that Downhill loads until its window has drawn its start page, and a race: installer/classes.sh LIB, where LIB is the lib folder of an
# application that jpackage made. From the list installer/debian/archive makes an archive of parsed classes, which halves the start.
set -eu
lib=$(CDPATH= cd -- "$1" && pwd)
java=$lib/runtime/bin/java
classpath=$(sed -n "s#^app.classpath=\$APPDIR#$lib/app#p" "$lib/app/Downhill.cfg" | paste -sd:)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
run() { "$java" -Dfile.encoding=UTF-8 "-Ddownhill.natives=$lib/app/natives" "$@" >/dev/null; }
run -cp "$classpath" downhill.Downhill compare iris --steps 1 --out "$work/race"
run -Xshare:off -XX:DumpLoadedClassList="$work/classes" -cp "$classpath" downhill.Downhill screenshot "$work/race/experiment.json" --steps 1 --out "$work/x.png"
DOWNHILL_MEASURE_START=true run -Xshare:off -XX:DumpLoadedClassList="$work/start" -cp "$classpath" downhill.Downhill gui
awk '!seen[$0]++' "$work/start" "$work/classes" | gzip -9 >"$lib/app/classes.lst.gz"
