#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Tempera developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# lint.sh SOURCE: shell scripts by shellcheck, C++ by clang-format (what differs is named, nothing is changed).
set -u
cd "$1" || exit 2
status=0
# SC2154: the parts of the setup share variables; SC2016: what is meant for another shell stands in single quotes.
shellcheck -x -e SC1091,SC2154,SC2016 dev .ci/run .ci/*.sh .ci/setup/*.sh tests/benchmarks/*.sh || status=1
find app models widgets tests -name '*.cpp' -o -name '*.h' | sort | xargs clang-format --dry-run --Werror || status=1
[ $status -ne 0 ] || printf 'shellcheck and clang-format: nothing to say\n'
exit $status
