#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Tempera developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# fuzz.sh SOURCE [ENTRY] [SECONDS]: runs the fuzzer of one kind of input, or of all, as many beside each other as there are
# processors. One line an entry; 1 where something was found. What was found, the log and the inputs that led somewhere lie
# in SOURCE/build/fuzz/ENTRY/; the next run begins with them.
set -u

source_dir=$1
seconds=600
chosen=
for argument in "${@:2}"; do
    case $argument in
    *[!0-9]* | '') chosen=$argument ;;
    *) seconds=$argument ;;
    esac
done

fuzz_dir=$source_dir/build/fuzz
corpus_dir=$source_dir/tests/fuzz/corpus
mapfile -t entries < <(cd "$corpus_dir" && printf '%s\n' *)
if [ -n "$chosen" ]; then
    if ! [ -d "$corpus_dir/$chosen" ]; then
        printf 'there is no entry "%s"; there are: %s\n' "$chosen" "${entries[*]}" >&2
        exit 2
    fi
    entries=("$chosen")
fi

# Files that a fuzzer writes on its way live in memory and go with this script.
TMPDIR=$(mktemp -d -p /dev/shm 2>/dev/null || mktemp -d)
export TMPDIR
trap 'rm -rf "$TMPDIR"' EXIT
trap 'kill $(jobs -p) 2>/dev/null; exit 130' INT TERM
# Nothing is excepted: libstdc++ does not mark what lies between a container's end and its capacity, so that the libraries
# that were compiled without the sanitizers cannot be taken for faulty.
export ASAN_OPTIONS=detect_leaks=1 UBSAN_OPTIONS=print_stacktrace=1 QT_LOGGING_RULES='*=false'

# longest ENTRY: bytes that are enough for everything that this kind of input can say.
longest() {
    case $1 in
    gguf) echo 16384 ;;
    regex) echo 512 ;;
    *) echo 4096 ;;
    esac
}

# fuzz_entry ENTRY
fuzz_entry() {
    local entry=$1 work=$fuzz_dir/$1 log=$fuzz_dir/$1/log status=0 runs found
    local -a dictionary=()
    [ ! -e "$source_dir/tests/fuzz/dictionaries/$entry.dict" ] ||
        dictionary=("-dict=$source_dir/tests/fuzz/dictionaries/$entry.dict")
    mkdir -p "$work/corpus"
    (cd "$work" && exec "$fuzz_dir/bin/${entry}_fuzzer" "-max_total_time=$seconds" "-max_len=$(longest "$entry")" \
        -timeout=5 -rss_limit_mb=1024 -print_final_stats=1 "-artifact_prefix=$work/" "${dictionary[@]}" \
        "$work/corpus" "$corpus_dir/$entry") >"$log" 2>&1 || status=$?
    runs=$(sed -n 's/^stat::number_of_executed_units: *//p; s/^Done \([0-9]*\) runs in .*/\1/p' "$log" | tail -n 1)
    found=$(sed -n 's/.*Test unit written to //p' "$log")
    printf 'fuzz %s: %s executions, %s s, ' "$entry" "${runs:-0}" "$SECONDS"
    if [ -n "$found" ]; then
        printf 'found %s\n' "$found"
    elif [ "$status" -ne 0 ]; then
        printf 'ended with %s; see %s\n' "$status" "$log"
    else
        printf 'no finding\n'
    fi
    return "$status"
}

status=0
running=0
for entry in "${entries[@]}"; do
    if [ "$running" -ge "$(nproc)" ]; then
        wait -n || status=1
        running=$((running - 1))
    fi
    (SECONDS=0 && fuzz_entry "$entry") &
    running=$((running + 1))
done
while [ "$running" -gt 0 ]; do
    wait -n || status=1
    running=$((running - 1))
done
exit "$status"
