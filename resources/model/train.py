# SPDX-FileCopyrightText: 2026 The Tempera developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Train the network on the written corpus; resumable, with an exponential mean of the weights.

Each process uses one thread and its own rows; the gradients are averaged once a step. On a shared machine this is
several times faster than threads inside the matrix products, which wait for each other at every operation.
"""

import argparse
import csv
import os
import signal
import sys
import time
from dataclasses import asdict
from pathlib import Path

import torch
import torch.distributed as dist

from documents import Stream
from network import Network, Shape
from optimiser import Muon
from paths import CACHE
from tokenizer import Tokenizer


def learning_rate(step: int, settings) -> float:
    """Warm-up, plateau, then a linear fall to a twentieth between decay_from and steps."""
    if step < settings.warmup:
        return settings.rate * (step + 1) / settings.warmup
    if settings.decay_from and step > settings.decay_from:
        left = max(0.0, (settings.steps - step) / (settings.steps - settings.decay_from))
        return settings.rate * (0.05 + 0.95 * left)
    return settings.rate


def settings_from_command_line():
    """Parse the options; each has the value that the model card states."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, default=CACHE / "full.npz")
    parser.add_argument("--out", type=Path, default=CACHE / "checkpoint.pt")
    parser.add_argument("--curve", type=Path, default=CACHE / "loss.csv")
    parser.add_argument("--steps", type=int, default=6000)
    parser.add_argument("--decay-from", type=int, default=0)
    parser.add_argument("--warmup", type=int, default=50)
    parser.add_argument("--rows", type=int, default=12)
    parser.add_argument("--length", type=int, default=256)
    parser.add_argument("--rate", type=float, default=0.012)
    parser.add_argument("--repeats", type=float, default=0.0, help="share of documents that repeat random tokens")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--processes", type=int, default=2)
    return parser.parse_args()


class Trainer:
    """Network, optimisers and the running mean of the weights, and how they are kept."""

    def __init__(self, settings, tokenizer: Tokenizer):
        torch.manual_seed(settings.seed)
        self.network = Network(Shape(vocab=len(tokenizer.tokens)))
        self.parameters = list(self.network.parameters())
        matrices = [p for p in self.network.blocks.parameters() if p.ndim == 2]
        self.others = [p for p in self.parameters if not any(p is m for m in matrices)]
        self.muon = Muon(matrices)
        self.adam = torch.optim.AdamW(self.others, betas=(0.9, 0.98), weight_decay=0.0)
        self.mean = {k: v.clone() for k, v in self.network.state_dict().items()}
        self.step = self.tokens = 0

    def load(self, path: Path) -> None:
        """Go on from a checkpoint."""
        state = torch.load(path, weights_only=True)
        self.network.load_state_dict(state["network"])
        self.muon.load_state_dict(state["muon"])
        self.adam.load_state_dict(state["adam"])
        self.mean, self.step, self.tokens = state["mean"], state["step"], state["tokens"]

    def save(self, path: Path) -> None:
        """Write a checkpoint so that an interruption leaves the old or the new one whole."""
        state = {"network": self.network.state_dict(), "mean": self.mean, "muon": self.muon.state_dict(),
                 "adam": self.adam.state_dict(), "step": self.step, "tokens": self.tokens,
                 "shape": asdict(self.network.shape)}
        torch.save(state, path.with_suffix(".tmp"))
        os.replace(path.with_suffix(".tmp"), path)

    def advance(self, batch, rate: float, rank: int, processes: int) -> float:
        """One step on this process's batch, averaged with the others'; gives the mean loss."""
        ids, segment, targets, chosen = batch
        loss = self.network.loss(ids, segment, targets, chosen)
        loss.backward()
        if processes > 1:
            flat = torch.cat([p.grad.flatten() for p in self.parameters] + [loss.detach().view(1)])
            dist.all_reduce(flat)
            flat /= processes
            loss = flat[-1]
            for parameter, part in zip(self.parameters, flat.split([p.numel() for p in self.parameters] + [1])):
                parameter.grad.copy_(part.view_as(parameter))
        torch.nn.utils.clip_grad_norm_(self.others, 1.0)
        self.muon.step(rate, rank, processes)
        for group in self.adam.param_groups:
            group["lr"] = rate * 0.5
        self.adam.step()
        self.network.zero_grad(set_to_none=True)
        self.step, self.tokens = self.step + 1, self.tokens + ids.numel() * processes
        decay = min(0.99, self.step / (self.step + 10))
        for name, value in self.network.state_dict().items():
            self.mean[name].lerp_(value, 1 - decay)
        return loss.item()


def note(path: Path, row: list) -> None:
    """Add a row to the loss curve."""
    fresh = not path.exists()
    with open(path, "a", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        if fresh:
            writer.writerow(["step", "tokens", "loss", "rate"])
        writer.writerow(row)


def work(rank: int, settings) -> None:
    """The training loop of one process, from the last checkpoint, if any, to the asked step."""
    torch.set_num_threads(1)
    if settings.processes > 1:
        dist.init_process_group("gloo", init_method=f"file://{settings.meeting}", rank=rank,
                                world_size=settings.processes)
    tokenizer = Tokenizer.load(CACHE / "tokenizer.json")
    trainer = Trainer(settings, tokenizer)
    if settings.out.exists():
        trainer.load(settings.out)
    stream = Stream(settings.corpus, settings.seed + trainer.step + 1000003 * rank, settings.repeats,
                    len(tokenizer.tokens))
    if rank == 0:
        print(f"{sum(p.numel() for p in trainer.parameters)} parameters, {len(stream.ends)} documents, "
              f"from step {trainer.step}", flush=True)
    total, count, start, seen = 0.0, 0, time.time(), trainer.tokens
    while trainer.step < settings.steps:
        rate = learning_rate(trainer.step, settings)
        total += trainer.advance(
            stream.batch(settings.rows, settings.length), rate, rank, settings.processes)
        count += 1
        last = trainer.step == settings.steps
        if rank == 0 and (trainer.step % 25 == 0 or last):
            speed = (trainer.tokens - seen) / (time.time() - start)
            note(settings.curve, [trainer.step, trainer.tokens, f"{total / count:.4f}", f"{rate:.5f}"])
            print(f"step {trainer.step} tokens {trainer.tokens} loss {total / count:.4f} {speed:.0f} tokens/s", flush=True)
            total, count, start, seen = 0.0, 0, time.time(), trainer.tokens
        if rank == 0 and (trainer.step % 50 == 0 or last):
            trainer.save(settings.out)


def main() -> None:
    """Start the processes; they end with this one."""
    settings = settings_from_command_line()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    settings.meeting = CACHE / f"meeting-{os.getpid()}"
    torch.multiprocessing.spawn(work, (settings,), nprocs=settings.processes, daemon=True)


if __name__ == "__main__":
    main()
