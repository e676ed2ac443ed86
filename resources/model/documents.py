# SPDX-FileCopyrightText: 2026 The Tempera developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Documents as token identifiers: encoding, the file that holds them, and rows packed for training."""

import random
from pathlib import Path

import numpy
import torch

from tokenizer import BOS, END, PAD, ROLES, Tokenizer


def encode(document: dict, tokenizer: Tokenizer) -> tuple[list[int], list[int]]:
    """Token identifiers of a document and, for each, 1 where the model shall learn to write it."""
    ids, learn = [BOS], [0]
    if "plain" in document:
        body = tokenizer.encode(document["plain"]) + [END]
        return ids + body, learn + [1] * len(body)
    for role, text in document["turns"]:
        body = tokenizer.encode(text) + [END]
        ids += [ROLES[role]] + body
        learn += [0] + [int(role == "assistant")] * len(body)
    return ids, learn


def save(path: Path, documents: list[dict], tokenizer: Tokenizer) -> int:
    """Write the encoded documents; gives the number of tokens."""
    ids, learn, ends = [], [], []
    for document in documents:
        body, marks = encode(document, tokenizer)
        ids.extend(body)
        learn.extend(marks)
        ends.append(len(ids))
    numpy.savez(path, ids=numpy.array(ids, numpy.uint16), learn=numpy.array(learn, numpy.uint8), ends=numpy.array(ends))
    return len(ids)


class Stream:
    """Rows of packed documents in an order that the seed fixes."""

    def __init__(self, path: Path, seed: int, repeats: float = 0.0, vocabulary: int = 0):
        self.repeats, self.vocabulary = repeats, vocabulary
        with numpy.load(path) as file:
            self.ids, self.learn, self.ends = file["ids"].astype("int64"), file["learn"], file["ends"]
        self.random = random.Random(seed)
        self.queue: list[int] = []

    def size(self, number: int) -> int:
        """Tokens of a document."""
        return int(self.ends[number] - (self.ends[number - 1] if number else 0))

    def row(self, length: int):
        """Identifiers, segments and learn marks of one row, filled with documents that fit into length + 1 tokens."""
        ids = numpy.full(length + 1, PAD, "int64")
        segment, learn = numpy.full(length + 1, -1, "int64"), numpy.zeros(length + 1, "uint8")
        used = number = 0
        while True:
            if self.random.random() < self.repeats and used < length - 32:
                body = self.repetition()
                place = slice(used, used + len(body))
                ids[place], segment[place] = body, number
                learn[used + len(body) // 2 + 2:place.stop] = 1
                used, number = place.stop, number + 1
                continue
            if not self.queue:
                self.queue = self.random.sample(range(len(self.ends)), len(self.ends))
            nearby = range(len(self.queue) - 1, max(-1, len(self.queue) - 40), -1)
            fit = next((i for i in nearby if used + self.size(self.queue[i]) <= length + 1), None)
            if fit is None and used:
                return ids, segment, learn
            document = self.queue.pop(-1 if fit is None else fit)
            if fit is None:
                continue
            end = int(self.ends[document])
            part, place = slice(end - self.size(document), end), slice(used, used + self.size(document))
            ids[place], learn[place], segment[place] = self.ids[part], self.learn[part], number
            used, number = place.stop, number + 1

    def repetition(self) -> list[int]:
        """Random tokens written twice: where only copying helps, copying is learnt soonest."""
        half = self.random.choices(range(len(ROLES) + 3, self.vocabulary), k=self.random.randint(4, 15))
        return [BOS, *half, *half]

    def batch(self, rows: int, length: int):
        """Tensors for one step: identifiers, segments, wanted tokens, and the positions that have one."""
        ids, segment, learn = (torch.from_numpy(numpy.stack(x)) for x in zip(*(self.row(length) for _ in range(rows))))
        chosen = (learn[:, 1:].flatten() == 1).nonzero().flatten()
        return ids[:, :-1], segment[:, :-1], ids[:, 1:].flatten()[chosen], chosen
