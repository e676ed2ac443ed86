# SPDX-FileCopyrightText: 2026 The Tempera developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Muon: momentum whose update is made orthogonal (Jordan et al. 2024, https://kellerjordan.github.io/posts/muon/)."""

import torch
import torch.distributed as dist


def orthogonal(update: torch.Tensor, rounds: int = 5) -> torch.Tensor:
    """Nearest semi-orthogonal matrix, approximately, by a quintic Newton-Schulz iteration."""
    tall = update.shape[0] > update.shape[1]
    x = update.T if tall else update
    x = x / (x.norm() + 1e-7)
    for _ in range(rounds):
        gram = x @ x.T
        x = 3.4445 * x + (-4.7750 * gram + 2.0315 * gram @ gram) @ x
    return x.T if tall else x


class Muon:
    """Optimiser for matrices; the state is one momentum buffer each."""

    def __init__(self, matrices: list[torch.Tensor], momentum: float = 0.95, decay: float = 0.02):
        self.matrices = matrices
        self.momentum = momentum
        self.decay = decay
        self.buffers = [torch.zeros_like(m) for m in matrices]

    @torch.no_grad()
    def step(self, rate: float, rank: int = 0, processes: int = 1) -> None:
        """Move each matrix by `rate`, scaled so that wide and tall ones change alike.

        All processes hold the same gradients; each makes its share of the updates orthogonal and gets the rest.
        """
        updates = []
        for index, (matrix, buffer) in enumerate(zip(self.matrices, self.buffers)):
            buffer.mul_(self.momentum).add_(matrix.grad)
            mine = index % processes == rank
            updates.append(orthogonal(matrix.grad + self.momentum * buffer) if mine else torch.zeros_like(matrix))
        if processes > 1:
            flat = torch.cat([u.flatten() for u in updates])
            dist.all_reduce(flat)
            updates = [u.view_as(m) for u, m in zip(flat.split([m.numel() for m in self.matrices]), self.matrices)]
        for matrix, update in zip(self.matrices, updates):
            matrix.mul_(1 - rate * self.decay)
            matrix.add_(update, alpha=-rate * max(1.0, matrix.shape[0] / matrix.shape[1]) ** 0.5)

    def state_dict(self) -> list[torch.Tensor]:
        """The momentum buffers, in the order of the matrices."""
        return self.buffers

    def load_state_dict(self, buffers: list[torch.Tensor]) -> None:
        """Take the buffers of an earlier `state_dict`."""
        for mine, saved in zip(self.buffers, buffers):
            mine.copy_(saved)
