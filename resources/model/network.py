# SPDX-FileCopyrightText: 2026 The Tempera developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The network in torch, as llama.cpp computes it: the reference for the trainer's own forward and backward pass."""

from array import array

import numpy
import torch
import torch.nn.functional as F

from checkpoint import Shape


def tensors(shape: Shape, values: array) -> dict[str, torch.Tensor]:
    """The parameters of a checkpoint by name, matrices as [input][output]."""
    flat, at, out = torch.from_numpy(numpy.array(values, numpy.float32)), 0, {}
    for name, rows, columns in shape.pieces():
        piece = flat[at:at + rows * columns]
        out[name] = piece if rows == 1 else piece.view(rows, columns)
        at += rows * columns
    return out


def rotate(x: torch.Tensor, theta: float) -> torch.Tensor:
    """Rotate neighbouring channels (0,1), (2,3) … of [heads, time, channels]; llama.cpp's "norm" RoPE."""
    size = x.shape[-1]
    rate = theta ** (-torch.arange(0, size, 2).double() / size)
    angle = torch.arange(x.shape[-2]).double()[:, None] * rate[None]
    cos, sin, even, odd = angle.cos().float(), angle.sin().float(), x[..., 0::2], x[..., 1::2]
    return torch.stack((even * cos - odd * sin, even * sin + odd * cos), -1).flatten(-2)


def logits(weights: dict[str, torch.Tensor], shape: Shape, ids: torch.Tensor) -> torch.Tensor:
    """Scores of the next token at each position of one document."""

    def norm(x, name):
        return F.rms_norm(x, (shape.width,), weights[name], shape.epsilon)

    x = weights["embedding"][ids]
    for i in range(shape.layers):
        q, k, v = (norm(x, f"{i}.attention_norm") @ weights[f"{i}.qkv"]).view(len(ids), 3, shape.heads, -1).permute(1, 2, 0, 3)
        mixed = F.scaled_dot_product_attention(rotate(q, shape.theta), rotate(k, shape.theta), v, is_causal=True)
        x = x + mixed.transpose(0, 1).reshape(len(ids), -1) @ weights[f"{i}.output"]
        gate, up = (norm(x, f"{i}.feed_norm") @ weights[f"{i}.gate_up"]).chunk(2, -1)
        x = x + (F.silu(gate) * up) @ weights[f"{i}.down"]
    return norm(x, "norm") @ weights["embedding"].T
