#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Tempera developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# shots.sh SOURCE [FOLDER]: pictures of the real window on a virtual screen, in a profile of its own; and of some views as a
# dense screen shows them. To look at it otherwise, once: SHOTS_SCREEN=1024x700, SHOTS_SCALE=2, SHOTS_LANGUAGE=de,
# SHOTS_SCENES=window,checks.
set -eu
source_dir=$1
folder=${2:-$source_dir/resources/screenshots}
profile=$(mktemp -d)
trap 'rm -rf "$profile"' EXIT
mkdir -p "$folder"
unset WAYLAND_DISPLAY
export TEMPERA_LANGUAGE=${SHOTS_LANGUAGE:-en} LANGUAGE=${SHOTS_LANGUAGE:-en}

# shoot SCALE SCREEN [SCENES] [SETTINGS]
shoot() {
    local -x QT_SCALE_FACTOR=$1
    local home="$profile/$1-${3:-}"
    local -x XDG_CONFIG_HOME=$home/config XDG_DATA_HOME=$home/data XDG_STATE_HOME=$home/state
    mkdir -p "$XDG_CONFIG_HOME/tempera" "$XDG_DATA_HOME" "$XDG_STATE_HOME"
    [ -z "${4:-}" ] || printf '%s' "$4" >"$XDG_CONFIG_HOME/tempera/settings.json"
    xvfb-run -a -s "-screen 0 $2x24" "$source_dir/build/release/bin/tempera" --shots "$folder" ${3:+--shots-of "$3"} \
        "$source_dir/resources/samples/first-start.yaml"
}

shoot "${SHOTS_SCALE:-1}" "${SHOTS_SCREEN:-1600x1000}" "${SHOTS_SCENES:-}"
if [ -z "${SHOTS_SCALE:-}${SHOTS_SCREEN:-}${SHOTS_SCENES:-}" ]; then
    shoot 2 1920x1080 window,checks
    # Where an hour of the machine has a price, there is something to see of what was spent.
    shoot 1 1600x1000 spend '{"machineTariff": {"perHourNanoUsd": 3000000000000}}'
fi
ls -l "$folder"
