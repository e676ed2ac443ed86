#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Tempera developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# shots.sh SOURCE [FOLDER]: pictures of the real window on a virtual screen, in a profile of its own.
# To look at it otherwise: SHOTS_SCREEN=1024x700, SHOTS_SCALE=2, SHOTS_LANGUAGE=de.
set -eu
source_dir=$1
folder=${2:-$source_dir/resources/screenshots}
profile=$(mktemp -d)
trap 'rm -rf "$profile"' EXIT
export XDG_CONFIG_HOME=$profile/config XDG_DATA_HOME=$profile/data XDG_STATE_HOME=$profile/state
mkdir -p "$XDG_CONFIG_HOME" "$XDG_DATA_HOME" "$XDG_STATE_HOME" "$folder"
unset WAYLAND_DISPLAY
export QT_SCALE_FACTOR=${SHOTS_SCALE:-1} TEMPERA_LANGUAGE=${SHOTS_LANGUAGE:-en} LANGUAGE=${SHOTS_LANGUAGE:-en}
xvfb-run -a -s "-screen 0 ${SHOTS_SCREEN:-1600x1000}x24" \
    "$source_dir/build/release/bin/tempera" --shots "$folder" "$source_dir/resources/samples/first-start.yaml"
ls -l "$folder"
