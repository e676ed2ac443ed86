#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Tempera developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# try.sh: runs in a clean system in which the package is installed; each command is shown with what it printed.
set -u
mkdir -p "$HOME" /var/tmp/shots
examples=/usr/share/doc/tempera/examples
failures=0

# try STATUS COMMAND…: the command has to end with that exit status within five minutes.
try() {
    local wanted=$1 status=0
    shift
    printf '\n$ %s\n' "$*"
    timeout 300 "$@" 2>&1 || status=$?
    [ "$status" -eq "$wanted" ] && return 0
    printf 'not as it should be: exit status %s, not %s\n' "$status" "$wanted"
    failures=$((failures + 1))
}

try 0 dpkg --status tempera
try 0 dpkg --verify tempera
try 0 tempera --version
try 0 tempera models list
try 0 tempera generate --temperature 0 --max-tokens 8 "The capital of France is"
try 0 tempera validate "$examples/first-start.yaml"
# 100: a check fails, which the sample shows on purpose.
try 100 tempera run "$examples/first-start.yaml" -o results.json -o results.html
try 0 test -s results.json
# The window, without a screen: it runs the sample, is pictured, and ends.
try 0 tempera --shots /var/tmp/shots --shots-of window "$examples/first-start.yaml"
try 0 ls -l /var/tmp/shots/window-light.png
printf '\n'
if [ "$failures" -gt 0 ]; then
    printf 'the package does not work: %s of these were not as they should be\n' "$failures"
    exit 1
fi
printf 'the package works in a clean Debian 13\n'
