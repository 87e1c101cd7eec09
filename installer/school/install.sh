#!/bin/sh
# Installs Downhill from the folder in which this script lies, without asking:
#   sh install.sh                      for the person who runs it, in ~/.local; no administrator rights are needed
#   sh install.sh --all                for all users, in /opt/downhill (as root)
#   sh install.sh --to FOLDER          elsewhere; on a share, for instance
#   sh install.sh --policy FILE        lays FILE beside the program as its policy (docs/school.md)
#   sh install.sh --dry-run            says what would be done and does nothing
#   sh install.sh --remove             takes away what an installation of the same kind has put there
set -eu
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
for_all= to= policy= dry= remove=
while [ $# -gt 0 ]; do
  case "$1" in
    --all) for_all=yes ;;
    --to) [ $# -gt 1 ] || { echo "install.sh: --to needs a folder." >&2; exit 2; }; to=$2; shift ;;
    --policy) [ $# -gt 1 ] || { echo "install.sh: --policy needs a file." >&2; exit 2; }; policy=$2; shift ;;
    --dry-run) dry=yes ;;
    --remove) remove=yes ;;
    *) echo "install.sh: what is '$1'? See the top of this script." >&2; exit 2 ;;
  esac
  shift
done
if [ "$for_all" ]; then
  app=${to:-/opt/downhill} bin=/usr/local/bin share=/usr/local/share
else
  app=${to:-$HOME/.local/opt/downhill} bin=$HOME/.local/bin share=${XDG_DATA_HOME:-$HOME/.local/share}
fi
[ -z "$policy" ] || [ -f "$policy" ] || { echo "install.sh: there is no file $policy." >&2; exit 2; }
[ "$remove" ] || [ -x "$here/bin/Downhill" ] || { echo "install.sh: bin/Downhill does not lie beside this script; run the one in the unpacked folder." >&2; exit 2; }
# Whatever else lies in that folder would be replaced or removed with the program.
if [ -e "$app" ] && [ -n "$(ls -A -- "$app")" ] && [ ! -e "$app/bin/Downhill" ]; then
  echo "install.sh: $app has something else in it; name a folder that is empty or not there yet." >&2
  exit 2
fi
run() { if [ "$dry" ]; then echo "$*"; else "$@"; fi; }

menu=$share/applications/downhill.desktop types=$share/mime/packages/downhill.xml icon=$share/icons/hicolor/256x256/apps/downhill.png
if [ "$remove" ]; then
  run rm -rf -- "$app/bin" "$app/lib" "$app/policy.json"
  for part in install.sh downhill.desktop downhill.xml downhill.png; do run rm -f -- "$app/$part"; done
  [ "$dry" ] || rmdir -- "$app" 2>/dev/null || true
  run rm -f -- "$bin/downhill" "$menu" "$types" "$icon"
else
  run mkdir -p "$app" "$bin" "$share/applications" "$share/mime/packages" "$share/icons/hicolor/256x256/apps"
  # The script goes along: it takes the program away where what was unpacked is gone.
  [ "$here" = "$app" ] || for part in bin lib install.sh; do
    run rm -rf -- "$app/$part"
    run cp -R "$here/$part" "$app/$part"
    run chmod -R u+w "$app/$part" # from what may only be read it could not be taken away again
  done
  run ln -sf "$app/bin/downhill-cli" "$bin/downhill"
  command=$(printf %s "$bin/downhill" | sed 's/[\\&#]/\\&/g')
  if [ "$dry" ]; then echo "write $menu"; else sed "s#^Exec=downhill#Exec=\"$command\"#" "$here/downhill.desktop" >"$menu"; fi
  run cp "$here/downhill.xml" "$types"
  run cp "$here/downhill.png" "$icon"
  [ -z "$policy" ] || run cp "$policy" "$app/policy.json"
fi
# Where these are missing the menu and the file types come with the next start of the desktop.
command -v update-mime-database >/dev/null && run update-mime-database "$share/mime" || true
command -v update-desktop-database >/dev/null && run update-desktop-database "$share/applications" || true
[ "$dry" ] || if [ "$remove" ]; then echo "removed from $app"; else echo "installed in $app; $bin/downhill starts it"; fi
