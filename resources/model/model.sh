#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Tempera developers
# SPDX-License-Identifier: GPL-3.0-or-later
# model.sh VERB [OPTIONS]: the steps that make the built-in model. Needs python3 with torch and numpy;
# export and eval need LLAMA_SOURCE (llama.cpp's source) and LLAMA_BIN (llama-quantize, llama-server).
set -eu
cd "$(dirname "$0")"
verb=${1:-help}
[ $# -eq 0 ] || shift
export PYTHONDONTWRITEBYTECODE=1 OMP_NUM_THREADS=1
case $verb in
    corpus) exec python3 write_corpus.py "$@" ;;
    train) exec python3 train.py "$@" ;;
    export) exec python3 export.py "$@" ;;
    eval) exec python3 evaluate.py "$@" ;;
    test) exec python3 -m unittest discover -s ../../tests/resources/model -p 'test_*.py' "$@" ;;
    *) echo "usage: model.sh corpus|train|export|eval|test [--help]" >&2; exit 2 ;;
esac
