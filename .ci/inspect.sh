#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Tempera developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# inspect.sh SOURCE DEB: what is in the package by the tools for its parts, and the Flatpak manifest by flatpak-builder.
set -u
source_dir=$1 deb=$2
id=io.github.tempera.Tempera
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
failures=0

look() {
    printf '\n$ %s\n' "$*"
    "$@" 2>&1 || {
        printf 'not as it should be: exit status %s\n' "$?"
        failures=$((failures + 1))
    }
}

look dpkg-deb --info "$deb"
look dpkg-deb --contents "$deb"
look dpkg-deb --extract "$deb" "$work/unpacked"
share=$work/unpacked/usr/share
look desktop-file-validate "$share/applications/$id.desktop"
# The project has no homepage that could be named.
look appstreamcli validate --no-net --explain --override=url-homepage-missing=info "$share/metainfo/$id.metainfo.xml"
mkdir -p "$work/mime/packages"
cp /usr/share/mime/packages/freedesktop.org.xml "$share/mime/packages/$id.xml" "$work/mime/packages/"
look update-mime-database "$work/mime"
look grep promptfooconfig "$work/mime/globs2"
manifest=$source_dir/resources/packaging/$id.yml
# Reads the whole manifest by its rules and prints it as it understood it.
look flatpak-builder --show-manifest "$manifest"
printf '\n'
if [ "$failures" -gt 0 ]; then
    printf '%s of these were not as they should be\n' "$failures"
    exit 1
fi
