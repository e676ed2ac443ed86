# SPDX-FileCopyrightText: 2026 The Tempera developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Byte-level BPE: trainer, encoder and decoder.

The splitting rule is that of llama.cpp's pre-tokenizer "smollm" (each digit alone, then the GPT-2
pattern) for ASCII text. No merge contains a byte above 0x7F, so text in other scripts falls back to
single bytes in the same way here and in llama.cpp.
"""

import json
import re
from collections import Counter, defaultdict
from pathlib import Path

SPECIAL = ["<|bos|>", "<|end|>", "<|pad|>", "<|system|>", "<|user|>", "<|assistant|>"]
BOS, END, PAD, SYSTEM, USER, ASSISTANT = range(6)
ROLES = {"system": SYSTEM, "user": USER, "assistant": ASSISTANT}

_SPLIT = re.compile(
    r"'s|'t|'re|'ve|'m|'ll|'d| ?[A-Za-z\u0080-\U0010ffff]+| ?[^\sA-Za-z0-9\u0080-\U0010ffff]+|\s+(?!\S)|\s+"
)


def split(text: str) -> list[str]:
    """Cut text into the pieces inside which merges may happen."""
    pieces = []
    for part in re.split(r"([0-9])", text):
        if len(part) == 1 and part.isdigit():
            pieces.append(part)
        elif part:
            pieces.extend(_SPLIT.findall(part))
    return pieces


def byte_letters() -> list[str]:
    """GPT-2's printable letter for each of the 256 bytes."""
    plain = [*range(33, 127), *range(161, 173), *range(174, 256)]
    letters, extra = [""] * 256, 0
    for byte in range(256):
        if byte in plain:
            letters[byte] = chr(byte)
        else:
            letters[byte] = chr(256 + extra)
            extra += 1
    return letters


def train(counts: Counter, size: int, spaced: int) -> list[tuple[str, str]]:
    """Learn merges from piece counts until the vocabulary has `size` entries, specials included.

    The last `spaced` entries are the most frequent words with the space before them; the merges before these join
    nothing with a space. So a word that is not very frequent is spelled the same after a space and after a quotation
    mark, and can be copied from a text into JSON token by token.
    """
    bare: Counter = Counter()
    for piece, count in counts.items():
        bare[piece[1:] if piece[:1] == " " and piece[1:].isalpha() else piece] += count
    merges = learn(bare, size - 256 - len(SPECIAL) - spaced)
    whole = {a + b for a, b in merges} | set(byte_letters())
    words = [(count, piece[1:]) for piece, count in counts.items()
             if piece[:1] == " " and piece[1:].isalpha() and piece[1:].islower() and piece[1:] in whole]
    words.sort(key=lambda pair: (-pair[0], pair[1]))
    return merges + [(byte_letters()[32], word) for _, word in words[:spaced]]


def learn(counts: Counter, number: int) -> list[tuple[str, str]]:
    """The given number of merges, the most frequent pair first."""
    letters = byte_letters()
    words = [[letters[b] for b in piece.encode()] for piece in counts]
    weight = list(counts.values())
    pairs, where = Counter(), defaultdict(set)
    for index, word in enumerate(words):
        for pair in zip(word, word[1:]):
            pairs[pair] += weight[index]
            where[pair].add(index)
    merges = []
    while len(merges) < number and pairs:
        best = max(pairs, key=lambda p: (pairs[p], p))
        if pairs[best] < 2:
            break
        merges.append(best)
        for index in list(where[best]):
            word = words[index]
            for pair in zip(word, word[1:]):
                pairs[pair] -= weight[index]
            words[index] = word = merge(word, best)
            for pair in zip(word, word[1:]):
                pairs[pair] += weight[index]
                where[pair].add(index)
        del pairs[best]
    return merges


def merge(word: list[str], pair: tuple[str, str]) -> list[str]:
    """Join each occurrence of `pair` in `word`, from the left."""
    out, i = [], 0
    while i < len(word):
        if i + 1 < len(word) and (word[i], word[i + 1]) == pair:
            out.append(word[i] + word[i + 1])
            i += 2
        else:
            out.append(word[i])
            i += 1
    return out


class Tokenizer:
    """Encoder and decoder over learned merges; identifiers are those of the GGUF."""

    def __init__(self, merges: list[tuple[str, str]]):
        self.letters = byte_letters()
        self.merges = [tuple(m) for m in merges]
        self.rank = {m: i for i, m in enumerate(self.merges)}
        self.tokens = SPECIAL + self.letters + [a + b for a, b in self.merges]
        self.ids = {t: i for i, t in enumerate(self.tokens)}
        self.cache: dict[str, list[int]] = {}

    @classmethod
    def load(cls, path: Path) -> "Tokenizer":
        """Read the JSON file written by `save`."""
        return cls(json.loads(Path(path).read_text(encoding="utf-8"))["merges"])

    def save(self, path: Path) -> None:
        """Write the merges as JSON."""
        Path(path).write_text(json.dumps({"merges": self.merges}), encoding="utf-8")

    def encode(self, text: str) -> list[int]:
        """Token identifiers of plain text; special tokens are never produced."""
        out = []
        for piece in split(text):
            ids = self.cache.get(piece)
            if ids is None:
                ids = self.cache[piece] = self._encode_piece(piece)
            out.extend(ids)
        return out

    def _encode_piece(self, piece: str) -> list[int]:
        word = [self.letters[b] for b in piece.encode()]
        while len(word) > 1:
            best = min(zip(word, word[1:]), key=lambda p: self.rank.get(p, len(self.rank)))
            if best not in self.rank:
                break
            word = merge(word, best)
        return [self.ids[t] for t in word]

    def decode(self, ids: list[int]) -> str:
        """Text of identifiers; special tokens appear by name."""
        back = {c: b for b, c in enumerate(self.letters)}
        out = b""
        for i in ids:
            token = self.tokens[i]
            out += token.encode() if i < len(SPECIAL) else bytes(back[c] for c in token)
        return out.decode(errors="replace")
