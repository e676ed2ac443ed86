#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Tempera developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# bench.sh BUILD [GROUP…]: runs the benchmarks of the groups, then repeats their figures, one line each.
# Exit 1 where a figure is short of its target.
set -u
build=$1
shift
groups=("$@")
[ ${#groups[@]} -gt 0 ] || groups=(local pool remote suite text count window)

figures=$(mktemp)
trap 'rm -f "$figures"' EXIT
status=0
sandbox=$(mktemp -d)
export XDG_CONFIG_HOME=$sandbox/config XDG_DATA_HOME=$sandbox/data XDG_STATE_HOME=$sandbox/state
trap 'rm -rf "$figures" "$sandbox"' EXIT

for group in "${groups[@]}"; do
    ran=no
    for program in "$build/tests/benchmarks/bench_${group}" "$build/tests/benchmarks/bench_${group}"_*; do
        if [ ! -x "$program" ] || [ ! -f "$program" ]; then continue; fi
        ran=yes
        printf '== %s\n' "$(basename "$program")"
        # A window is measured on a real X server; the offscreen platform draws differently.
        if [ "$group" = window ] && [ -z "${DISPLAY:-}" ]; then
            xvfb-run -a -s '-screen 0 1600x1000x24' "$program" "$build" 2>/dev/null | tee -a "$figures"
        else
            "$program" "$build" 2>/dev/null | tee -a "$figures"
        fi
        [ "${PIPESTATUS[0]}" -le 1 ] || status=1
    done
    [ $ran = yes ] || {
        printf 'bench: there is no group "%s"\n' "$group" >&2
        exit 2
    }
done

printf '\n'
grep '^bench ' "$figures"
grep -q ' short$' "$figures" && status=1
exit $status
