#!/usr/bin/env bash
# Makes a Debian package of an application folder: package.sh FOLDER VERSION OUT. Unlike jpackage's own it needs no menu folders on the
# machine, puts a command into the path, and makes the archive of parsed classes when it is installed.
set -eu
app=$1 version=$2 out=$3
here=$(CDPATH= cd -- "$(dirname "$0")" && pwd)
root=$out/root
share=$root/usr/share
rm -rf "$root"
mkdir -p "$root"/{opt,usr/bin,DEBIAN} "$share"/{applications,mime/packages,doc/downhill,icons/hicolor/256x256/{apps,mimetypes}}
cp -a "$app" "$root/opt/downhill"
install -m 755 "$here/archive" "$root/opt/downhill/lib/archive"
ln -s /opt/downhill/bin/downhill-cli "$root/usr/bin/downhill"
install -m 644 "$here/downhill.desktop" "$share/applications/"
install -m 644 "$here/downhill.xml" "$share/mime/packages/"
for name in apps/downhill mimetypes/application-x-downhill-experiment mimetypes/application-x-downhill-model \
  mimetypes/application-x-downhill-lesson; do
  install -m 644 "$here/../icons/downhill.png" "$share/icons/hicolor/256x256/$name.png"
done
install -m 644 "$here/../../docs/third-party.md" "$share/doc/downhill/third-party.md"
install -m 755 "$here"/{postinst,prerm} "$root/DEBIAN/"
# What the window needs and no Java library file names: the toolkit is loaded when it is first used.
cat >"$root/DEBIAN/control" <<END
Package: downhill
Version: $version
Section: education
Priority: optional
Architecture: $(dpkg --print-architecture)
Maintainer: Downhill <downhill@localhost>
Installed-Size: $(du -sk --exclude=DEBIAN "$root" | cut -f1)
Depends: libc6, libstdc++6, libgcc-s1, zlib1g, libgomp1, libgtk-3-0 | libgtk-3-0t64, libgl1, libxtst6, libxxf86vm1, libasound2 | libasound2t64, fontconfig
Recommends: desktop-file-utils, shared-mime-info, hicolor-icon-theme
Description: workbench in which you watch optimizers learn
 Load a CSV, pick a model, put several optimizers side by side, and see their
 losses, parameters and results move live while they train in lock-step.
END
dpkg-deb --root-owner-group -Zxz -z6 --build "$root" "$out" >/dev/null
rm -rf "$root"
