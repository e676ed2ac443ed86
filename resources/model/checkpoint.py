# SPDX-FileCopyrightText: 2026 The Tempera developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checkpoint files: dimensions, parameters, their running mean and the optimisers' state, as the trainer reads them."""

import struct
from array import array
from dataclasses import dataclass
from pathlib import Path

_HEADER = struct.Struct("<6i2f2q")


@dataclass
class Shape:
    """Dimensions of the network; width and hidden are multiples of 32 so that Q8_0 blocks fit."""

    vocabulary: int
    width: int = 128
    layers: int = 6
    heads: int = 4
    hidden: int = 384
    context: int = 512
    theta: float = 1e8
    epsilon: float = 1e-5
    step: int = 0
    tokens: int = 0

    def pieces(self) -> list[tuple[str, int, int]]:
        """Name, rows and columns of each tensor in the order of the file; matrices are [input][output]."""
        d, h, out = self.width, self.hidden, [("embedding", self.vocabulary, self.width)]
        for i in range(self.layers):
            out += [(f"{i}.attention_norm", 1, d), (f"{i}.qkv", d, 3 * d), (f"{i}.output", d, d), (f"{i}.feed_norm", 1, d),
                    (f"{i}.gate_up", d, 2 * h), (f"{i}.down", h, d)]
        return out + [("norm", 1, d)]

    def size(self) -> int:
        """Number of parameters."""
        return sum(rows * columns for _, rows, columns in self.pieces())


def write(path: Path, shape: Shape, parameters: array) -> None:
    """Write a checkpoint at its start: the mean is the parameters, the optimisers' state is 0."""
    zero = array("f", bytes(4 * len(parameters)))
    with open(path, "wb") as file:
        file.write(_HEADER.pack(shape.vocabulary, shape.width, shape.layers, shape.heads, shape.hidden, shape.context, shape.theta,
                                shape.epsilon, shape.step, shape.tokens))
        for values in (parameters, parameters, zero, zero):
            values.tofile(file)


def read(path: Path, mean: bool = True) -> tuple[Shape, array]:
    """The dimensions and the parameters, or their running mean."""
    with open(path, "rb") as file:
        shape = Shape(*_HEADER.unpack(file.read(_HEADER.size)))
        values = array("f")
        file.seek(_HEADER.size + 4 * shape.size() * int(mean))
        values.fromfile(file, shape.size())
    return shape, values
