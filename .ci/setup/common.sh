# SPDX-FileCopyrightText: 2026 The Tempera developers
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
#
# Shared by ./dev and the setup scripts: where things are kept, how to speak, how to lock.

cache_dir="${XDG_CACHE_HOME:-$HOME/.cache}/tempera"
log_dir="$cache_dir/logs"

# say TEXT: one line of progress on stderr. Data goes to stdout, talk never does.
say() {
    [ -t 2 ] && printf '\033[2K\r' >&2
    printf 'tempera: %s\n' "$*" >&2
}

# die TEXT [CODE]: one clear line, then the end.
die() {
    say "$1"
    exit "${2:-1}"
}

# progress LOG: "DONE of ALL" of a build by ninja ("[3/12] …") or an installation of packages ("Setting up …").
progress() {
    awk '
        { sub(/.*\r/, "") }
        match($0, /^\[[0-9]+\/[0-9]+\]/) { split(substr($0, 2, RLENGTH - 2), part, "/"); done = part[1]; all = part[2] }
        # Each package is fetched, unpacked and set up. mmdebstrap tells the number of most of them only in its second round.
        /^I: automatically chosen mode/ { early = 1 }
        /^I: installing remaining/ { early = 0 }
        / newly installed, / { for (i = 1; i <= NF; i++) if ($i == "newly") all += 3 * $(i - 1) }
        /^Get:[0-9]/ || /^Unpacking / || /^Setting up / { done++ }
        END { if (!early && all > 0 && done > 0 && done <= all) print done, all }' "$1" 2>/dev/null
}

# how_far LOG SECONDS: the progress as text, with the time that is left at the rate until now.
how_far() {
    local finished all
    read -r finished all < <(progress "$1") || return 0
    printf '%s of %s, about %s s left' "$finished" "$all" $(($2 * (all - finished) / finished))
}

# follow PID LABEL LOG: shows what a background command does until it ends. Says nothing of one that is over quickly.
follow() {
    local pid=$1 label=$2 log=$3 started=$SECONDS ticks=0 told=0 far
    while kill -0 "$pid" 2>/dev/null; do
        if [ $ticks -ge 15 ] && [ -t 2 ]; then
            far=$(how_far "$log" $((SECONDS - started)))
            [ -n "$far" ] || far=$(tail -c 300 "$log" 2>/dev/null | tr '\r' '\n' | grep -v '^ *$' | tail -n 1 |
                tr -cd '[:print:]' | cut -c1-70)
            printf '\033[2K\rtempera: %s … %s s  %s' "$label" $((SECONDS - started)) "$far" >&2
        elif [ $ticks -ge 15 ] && [ $((SECONDS - started)) -ge $told ]; then
            say "$label … $((SECONDS - started)) s  $(how_far "$log" $((SECONDS - started)))"
            told=$((SECONDS - started + 60))
        fi
        ticks=$((ticks + 1))
        # What is over in a moment is noticed at once; of what takes long a look each second is enough.
        if [ $ticks -lt 15 ]; then sleep 0.1; else sleep 1; fi
    done
    if [ $ticks -gt 15 ]; then say "$label: took $((SECONDS - started)) s"; fi
}

# step LABEL COMMAND…: runs a long command with its output in a log; on failure shows the end of the log and says
# where the whole of it lies.
step() {
    local label=$1 log pid status=0
    shift
    mkdir -p "$log_dir"
    log="$log_dir/$(printf '%s' "$label" | tr -cs 'A-Za-z0-9' '-').log"
    "$@" >"$log" 2>&1 </dev/null &
    pid=$!
    # An interrupted ./dev must not leave a build behind.
    trap 'kill "$pid" 2>/dev/null' INT TERM
    follow "$pid" "$label" "$log"
    wait "$pid" || status=$?
    trap - INT TERM
    [ "$status" -eq 0 ] && return 0
    tail -n 25 "$log" >&2
    die "$label failed (exit $status). The whole log is $log. The same command goes on from here."
}

# locked NAME COMMAND…: two calls of ./dev never set up the same thing at once.
locked() {
    local name=$1
    shift
    mkdir -p "$cache_dir"
    (
        flock -n 9 || {
            say "another ./dev is busy with the $name; waiting for it"
            flock 9
        }
        "$@" 9>&-
    ) 9>"$cache_dir/$name.lock"
}

# as_root COMMAND…: as it is for root, through sudo for anybody else.
as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif command -v sudo >/dev/null 2>&1; then
        sudo "$@"
    else
        die "an administrator has to run this once: $*"
    fi
}
