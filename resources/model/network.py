# SPDX-FileCopyrightText: 2026 The Tempera developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The network: LLaMA as llama.cpp computes it (RMSNorm, interleaved RoPE, SwiGLU, tied embedding)."""

from dataclasses import dataclass

import torch
import torch.nn as nn
import torch.nn.functional as F


@dataclass
class Shape:
    """Dimensions of the network; all are multiples of 32 so that Q8_0 blocks fit."""

    vocab: int = 2048
    dim: int = 128
    layers: int = 6
    heads: int = 4
    hidden: int = 384
    context: int = 512
    theta: float = 10000.0
    epsilon: float = 1e-5


def rope_table(shape: Shape, length: int) -> tuple[torch.Tensor, torch.Tensor]:
    """Cosine and sine for each position and each pair of channels."""
    size = shape.dim // shape.heads
    rate = shape.theta ** (-torch.arange(0, size, 2).float() / size)
    angle = torch.arange(length).float()[:, None] * rate[None]
    return angle.cos(), angle.sin()


def rotate(x: torch.Tensor, cos: torch.Tensor, sin: torch.Tensor) -> torch.Tensor:
    """Rotate neighbouring channels (0,1), (2,3) …, which is llama.cpp's "norm" RoPE."""
    even, odd = x[..., 0::2], x[..., 1::2]
    return torch.stack((even * cos - odd * sin, even * sin + odd * cos), -1).flatten(-2)


class Block(nn.Module):
    """One layer: attention and SwiGLU, each behind an RMSNorm and added to the stream."""

    def __init__(self, shape: Shape):
        super().__init__()
        self.heads = shape.heads
        self.attn_norm = nn.RMSNorm(shape.dim, shape.epsilon)
        self.qkv = nn.Linear(shape.dim, 3 * shape.dim, bias=False)
        self.out = nn.Linear(shape.dim, shape.dim, bias=False)
        self.ffn_norm = nn.RMSNorm(shape.dim, shape.epsilon)
        self.gate_up = nn.Linear(shape.dim, 2 * shape.hidden, bias=False)
        self.down = nn.Linear(shape.hidden, shape.dim, bias=False)

    def forward(self, x, cos, sin, mask):
        """x: [batch, time, dim]; mask: [batch, 1, time, time], additive."""
        batch, time, dim = x.shape
        q, k, v = self.qkv(self.attn_norm(x)).view(batch, time, 3, self.heads, -1).permute(2, 0, 3, 1, 4)
        mixed = F.scaled_dot_product_attention(rotate(q, cos, sin), rotate(k, cos, sin), v, attn_mask=mask)
        x = x + self.out(mixed.transpose(1, 2).reshape(batch, time, dim))
        gate, up = self.gate_up(self.ffn_norm(x)).chunk(2, -1)
        return x + self.down(F.silu(gate) * up)


class Network(nn.Module):
    """The whole model; the head shares the embedding's weights."""

    def __init__(self, shape: Shape):
        super().__init__()
        self.shape = shape
        self.embedding = nn.Embedding(shape.vocab, shape.dim)
        self.blocks = nn.ModuleList(Block(shape) for _ in range(shape.layers))
        self.norm = nn.RMSNorm(shape.dim, shape.epsilon)
        nn.init.normal_(self.embedding.weight, std=0.05)
        for block in self.blocks:
            for linear in (block.qkv, block.gate_up):
                nn.init.normal_(linear.weight, std=shape.dim**-0.5)
            for linear in (block.out, block.down):
                nn.init.normal_(linear.weight, std=0.02 / (2 * shape.layers) ** 0.5)

    def features(self, ids: torch.Tensor, segment: torch.Tensor) -> torch.Tensor:
        """Last hidden state; a token attends only within its own segment, backwards."""
        time = ids.shape[1]
        cos, sin = rope_table(self.shape, time)
        causal = torch.ones(time, time, dtype=torch.bool).tril()
        same = (segment[:, :, None] == segment[:, None, :]) & causal
        mask = torch.zeros(same.shape).masked_fill(~same, float("-inf"))[:, None]
        x = self.embedding(ids)
        for block in self.blocks:
            x = block(x, cos, sin, mask)
        return self.norm(x)

    def loss(self, ids, segment, targets, chosen) -> torch.Tensor:
        """Mean cross entropy over the chosen positions only, which spares the head for the rest."""
        hidden = self.features(ids, segment).flatten(0, 1)[chosen]
        return F.cross_entropy(hidden @ self.embedding.weight.T, targets)
