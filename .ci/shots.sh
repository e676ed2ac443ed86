#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Tempera developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# shots.sh SOURCE: pictures of the real window on a virtual screen, in a profile of its own.
set -eu
source_dir=$1
profile=$(mktemp -d)
trap 'rm -rf "$profile"' EXIT
export XDG_CONFIG_HOME=$profile/config XDG_DATA_HOME=$profile/data XDG_STATE_HOME=$profile/state
mkdir -p "$XDG_CONFIG_HOME" "$XDG_DATA_HOME" "$XDG_STATE_HOME" "$source_dir/resources/screenshots"
unset WAYLAND_DISPLAY
export QT_SCALE_FACTOR=1 LANGUAGE=en
xvfb-run -a -s '-screen 0 1600x1000x24' \
    "$source_dir/build/release/bin/tempera" --shots "$source_dir/resources/screenshots" \
    "$source_dir/resources/samples/first-start.yaml"
ls -l "$source_dir/resources/screenshots"
