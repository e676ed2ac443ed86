# SPDX-FileCopyrightText: 2026 The Tempera developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Shared by ./dev and the setup scripts: where things are kept, how to speak, how to lock.

cache_dir="${XDG_CACHE_HOME:-$HOME/.cache}/tempera"
log_dir="$cache_dir/logs"

# say TEXT: one line of progress on stderr. Data goes to stdout, talk never does.
say() { printf '\033[2K\r%s\n' "tempera: $*" >&2; }

# die TEXT [CODE]: one clear line, then the end.
die() {
    printf 'tempera: %s\n' "$1" >&2
    exit "${2:-1}"
}

# step LABEL COMMAND…: runs a long command with its output in a log, shows the seconds as they pass
# where somebody watches, and on failure the end of the log and where the whole of it lies.
step() {
    local label=$1 log started pid status=0
    shift
    mkdir -p "$log_dir"
    log="$log_dir/$(printf '%s' "$label" | tr -cs 'A-Za-z0-9' '-').log"
    started=$SECONDS
    if [ -t 2 ]; then
        "$@" >"$log" 2>&1 &
        pid=$!
        while kill -0 "$pid" 2>/dev/null; do
            printf '\033[2K\rtempera: %s … %ss  %s' "$label" $((SECONDS - started)) \
                "$(tail -n 1 "$log" 2>/dev/null | tr -d '\r' | tr -cd '[:print:]' | cut -c1-60)" >&2
            sleep 0.5
        done
        wait "$pid" || status=$?
    else
        say "$label …"
        "$@" >"$log" 2>&1 || status=$?
    fi
    if [ "$status" -ne 0 ]; then
        printf '\n' >&2
        tail -n 25 "$log" >&2
        die "$label failed (exit $status). The whole log: $log. Run the same command again to go on."
    fi
    say "$label: done in $((SECONDS - started)) s"
}

# locked NAME COMMAND…: two calls of ./dev never set up the same thing at once.
locked() {
    local name=$1
    shift
    mkdir -p "$cache_dir"
    (
        flock -n 9 || {
            say "another ./dev is busy with $name; waiting for it"
            flock 9
        }
        "$@"
    ) 9>"$cache_dir/$name.lock"
}

# as_root COMMAND…: as it is for root, through sudo for anybody else.
as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif command -v sudo >/dev/null 2>&1; then
        sudo "$@"
    else
        die "this needs an administrator once: $*"
    fi
}
