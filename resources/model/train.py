# SPDX-FileCopyrightText: 2026 The Tempera developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Build the trainer for this processor and train the checkpoint; stopping and starting again goes on from the last one.

Arguments NAME=VALUE go to the trainer: steps, decay, rate, rows, repeats, seed, and TASK=WEIGHT, which is the task's
share otherwise.
"""

import os
import subprocess
import sys
from pathlib import Path

import initial
from checkpoint import Shape, write
from corpus import TASKS
from paths import CACHE
from tokenizer import Tokenizer

SOURCE = Path(__file__).parent / "trainer"


def build(out: Path) -> None:
    """Compile the trainer."""
    subprocess.run(["c++", "-std=c++20", "-O3", "-march=native", "-ffast-math", "-pthread", str(SOURCE / "trainer.cpp"), "-o", str(out)], check=True)


def main() -> None:
    """Compile, make the first checkpoint where there is none, and become the trainer."""
    build(CACHE / "trainer")
    checkpoint = CACHE / "checkpoint.bin"
    if not checkpoint.exists():
        shape = Shape(vocabulary=len(Tokenizer.load(CACHE / "tokenizer.json").tokens))
        write(checkpoint, shape, initial.initial(shape))
    curve = CACHE / "loss.csv"
    if not curve.exists():
        curve.write_text("step,tokens,loss,rate\n", encoding="utf-8")
    shares = {name: str(share) for name, (_, share) in TASKS.items()}
    rest = {"curve": str(curve)} | shares | dict(a.split("=", 1) for a in sys.argv[1:])
    os.execv(CACHE / "trainer", ["trainer", str(checkpoint), str(CACHE / "corpus"), *(f"{n}={v}" for n, v in rest.items())])


if __name__ == "__main__":
    main()
