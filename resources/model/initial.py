# SPDX-FileCopyrightText: 2026 The Tempera developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The first weights. They already hold a circuit that copies: an induction head.

All embeddings share a constant, from which two heads of the first layer make queries and keys that meet at a distance
of one and of two, so that they look at the previous two tokens and note them in channels kept free for that. Heads of
the second layer look for the place whose previous two tokens are the current one and the one before, and write what
stands there. Without this, a network of this size needs most of its training to find out how to copy what it has not
seen before.
"""

import math
import random
from array import array

from checkpoint import Shape

CONSTANT = 3.0
NOTE = 24  # channels for each of the two notes, at the end of the stream


class Weights:
    """All parameters as one array, set by name."""

    def __init__(self, shape: Shape):
        self.values, self.places = array("f", bytes(4 * shape.size())), {}
        at = 0
        for name, rows, columns in shape.pieces():
            self.places[name] = (at, rows, columns)
            at += rows * columns

    def fill(self, name: str, make) -> None:
        """Set each value of a tensor to make(row, column)."""
        at, rows, columns = self.places[name]
        for r in range(rows):
            for c in range(columns):
                self.values[at + r * columns + c] = make(r, c)

    def set(self, name: str, row: int, column: int, value: float) -> None:
        """Set one value."""
        at, _, columns = self.places[name]
        self.values[at + row * columns + column] = value


def clear(weights: Weights, shape: Shape, layer: int, head: int) -> None:
    """Empty queries, keys and values of a head."""
    size = shape.width // shape.heads
    for row in range(shape.width):
        for part in range(3):
            for column in range(size):
                weights.set(f"{layer}.qkv", row, part * shape.width + head * size + column, 0.0)


def note_earlier(weights: Weights, shape: Shape, rate: list[float], head: int, distance: int) -> None:
    """A head of layer 0 looks back by `distance` and notes the first channels of what stands there."""
    d, size = shape.width, shape.width // shape.heads
    clear(weights, shape, 0, head)
    strength = 8.0 / CONSTANT
    for pair in range(5):
        weights.set("0.qkv", 0, head * size + 2 * pair, strength * math.cos(distance * rate[pair]))
        weights.set("0.qkv", 0, head * size + 2 * pair + 1, -strength * math.sin(distance * rate[pair]))
        weights.set("0.qkv", 0, d + head * size + 2 * pair, strength)
    for i in range(min(size, NOTE)):
        weights.set("0.qkv", 1 + i, 2 * d + head * size + i, 1.0)
        weights.set("0.output", head * size + i, d - distance * NOTE + i, 1.5)


def induction(weights: Weights, shape: Shape, rate: list[float]) -> None:
    """Heads of layer 1 copy what follows an earlier occurrence of the last two tokens, each a part of the channels."""
    d, size = shape.width, shape.width // shape.heads
    slow = [c for pair, r in enumerate(rate) if r < 0.011 for c in (2 * pair, 2 * pair + 1)]
    known = d - 2 * NOTE - 1
    for head in range(min(math.ceil(known / size), shape.heads)):
        clear(weights, shape, 1, head)
        for i, channel in enumerate(slow):
            note, at = (head * 8 + i // 2) % min(size, NOTE), head * size + channel
            if i % 2:
                weights.set("1.qkv", 1 + note, at, 2.0)
                weights.set("1.qkv", d - NOTE + note, d + at, 2.0)
            else:
                weights.set("1.qkv", d - NOTE + note, at, 1.4)
                weights.set("1.qkv", d - 2 * NOTE + note, d + at, 1.4)
        for i in range(min(size, known - head * size)):
            channel = 1 + head * size + i
            weights.set("1.qkv", channel, 2 * d + head * size + i, 1.0)
            weights.set("1.output", head * size + i, channel, 2.5)


def initial(shape: Shape, seed: int = 1) -> array:
    """Parameters for the start of the training."""
    rng, weights, d = random.Random(seed), Weights(shape), shape.width
    size = d // shape.heads
    rate = [shape.theta ** (-2 * i / size) for i in range(size // 2)]
    weights.fill("embedding", lambda r, c: CONSTANT if c == 0 else rng.gauss(0, 0.02 if c >= d - 2 * NOTE else 1))
    for name, _, _ in shape.pieces():
        if name.endswith("_norm"):
            weights.fill(name, lambda r, c: 1.0)
        elif name.endswith(("qkv", "gate_up")):
            weights.fill(name, lambda r, c: rng.gauss(0, d**-0.5))
        elif name.endswith(("output", "down")):
            weights.fill(name, lambda r, c: rng.gauss(0, 0.02 / (2 * shape.layers) ** 0.5))
    weights.fill("norm", lambda r, c: 0.08)
    note_earlier(weights, shape, rate, 0, 1)
    note_earlier(weights, shape, rate, 1, 2)
    induction(weights, shape, rate)
    return weights.values
