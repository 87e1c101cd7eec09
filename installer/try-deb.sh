#!/usr/bin/env bash
# On Debian 12, as root: builds the package, installs it, starts it in a window under Xvfb, takes a picture of the demo race,
# measures the start, and removes everything again. Needs xvfb, imagemagick, xdotool, fakeroot and what the package asks for.
set -eu
cd "$(dirname "$0")/.."
installer/build.sh deb
package=$(ls target/installer/downhill_*.deb)
apt-get install -y "./$package" >/dev/null
trap 'apt-get remove -y downhill >/dev/null; kill ${app:-} ${screen:-} 2>/dev/null || true' EXIT

Xvfb :77 -screen 0 1440x900x24 -nolisten tcp & screen=$!
sleep 2
export DISPLAY=:77
start() {
  begin=$(date +%s%N)
  /opt/downhill/bin/Downhill gui & app=$!
  for _ in $(seq 600); do
    xdotool search --onlyvisible --name Downhill >/dev/null 2>&1 && break
    sleep 0.05
  done
  echo "start to window: $(( ($(date +%s%N) - begin) / 1000000 )) ms"
}
start
sleep 20
import -window root target/installer/first-start.png
kill $app; wait $app 2>/dev/null || true
start
sleep 15
import -window root target/installer/second-start.png
echo "package: $(du -h "$package" | cut -f1); installed: $(du -sh /opt/downhill | cut -f1); pictures in target/installer"
