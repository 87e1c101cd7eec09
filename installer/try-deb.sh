#!/usr/bin/env bash
# On Debian 12, as root: builds the package, installs it, checks menu entry and file types, starts it in a window under Xvfb, takes
# pictures of the demo race, measures the start, opens an experiment by its file, and removes everything again. Besides what the package
# asks for: apt-get install openjdk-17-jdk maven xvfb xdotool imagemagick shared-mime-info
set -eu
CDPATH= cd -- "$(dirname "$0")/.."
for tool in jpackage jlink Xvfb xdotool import dpkg-deb update-mime-database; do
  command -v "$tool" >/dev/null || { echo "try-deb.sh: $tool is missing; see the top of this script." >&2; exit 2; }
done
[ "$(id -u)" = 0 ] || { echo "try-deb.sh: installing needs root." >&2; exit 2; }
out=$PWD/target/installer
[ "${1:-}" = --built ] || installer/build.sh deb
package=$(ls "$out"/downhill_*.deb)
begin=$(date +%s%N)
apt-get install -y --reinstall --allow-downgrades "$package" >"$out/install.log" 2>&1 || { tail -5 "$out/install.log" >&2; exit 1; }
echo "installed in $(( ($(date +%s%N) - begin) / 1000000 )) ms"
work=$(mktemp -d)
export XDG_CACHE_HOME=$work/cache # work that somebody left is not offered here
app= screen=
trap 'kill $app $screen 2>/dev/null || true; apt-get remove -y downhill >/dev/null 2>&1 || true; rm -rf "$work"' EXIT
fail() { echo "try-deb.sh: $*" >&2; exit 1; }

test -s /opt/downhill/lib/app/downhill.jsa || fail "the archive of classes was not made"
test -s /usr/share/applications/downhill.desktop || fail "there is no menu entry"
grep -q 'application/x-downhill-experiment:\*.downhill$' /usr/share/mime/globs || fail ".downhill is not known as a file type"
grep -q 'application/x-downhill-model:\*.downhill-model$' /usr/share/mime/globs || fail ".downhill-model is not known as a file type"
grep -q 'application/x-downhill-lesson:\*.lesson$' /usr/share/mime/globs || fail ".lesson is not known as a file type"
CDPATH= cd -- "$work"
downhill doctor >doctor.txt || fail "doctor failed: $(cat doctor.txt)"
downhill compare iris --steps 20 --optimizers adam --out race >/dev/null
cp race/experiment.json mine.downhill
cd - >/dev/null

display=$((90 + $$ % 900))
Xvfb :$display -screen 0 1440x900x24 -nolisten tcp 2>/dev/null & screen=$!
sleep 1
export DISPLAY=:$display
start() {
  begin=$(date +%s%N)
  downhill gui "$@" & app=$!
  for _ in $(seq 1500); do
    xdotool search --onlyvisible --name Downhill >/dev/null 2>&1 && break
    sleep 0.02
  done
  xdotool search --onlyvisible --name Downhill >/dev/null 2>&1 || fail "no window after half a minute"
  [ -n "$(xdotool search --onlyvisible --class '^downhill$')" ] || fail "the window does not belong to the menu entry"
  echo "start to window: $(( ($(date +%s%N) - begin) / 1000000 )) ms${1:+, with $(basename "$1")}"
}
stop() { kill "$app"; wait "$app" 2>/dev/null || true; app=; }
start; sleep "${SECONDS_OF_DEMO:-15}"
import -window root "$out/first-start.png"
stop
start; sleep 2; stop
start "$work/mine.downhill"; sleep 8
import -window root "$out/file.png"
stop
[ "$(convert "$out/first-start.png" -unique-colors txt:- | wc -l)" -gt 100 ] || fail "the picture of the window is empty"
echo "package: $(du -h "$package" | cut -f1); installed: $(du -sh /opt/downhill | cut -f1) with $(du -h /opt/downhill/lib/app/downhill.jsa | cut -f1) of parsed classes"
apt-get remove -y downhill >/dev/null 2>&1
test ! -e /opt/downhill || fail "/opt/downhill is still there after removal"
test ! -e /usr/bin/downhill || fail "/usr/bin/downhill is still there after removal"
echo "removed again; pictures in target/installer"
