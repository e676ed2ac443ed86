# SPDX-FileCopyrightText: 2026 The Tempera developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Write the training corpus, train the tokenizer on it, and write the held-out evaluation set."""

import argparse
import json
import random
from collections import Counter
from pathlib import Path

from corpus import MIX, generate
from corpus.words import COMPANY, FIRST, LAST
from paths import CACHE
from tokenizer import Tokenizer, split, train

VOCABULARY = 2048
NAME_WEIGHT = 0.02


def write(path: Path, stage: str, count: int, seed: int) -> None:
    """One JSON document a line, drawn from the mixture of the stage."""
    rng = random.Random(seed)
    with open(path, "w", encoding="utf-8") as file:
        for _ in range(count):
            file.write(json.dumps(generate(rng, stage), ensure_ascii=False) + "\n")


def learn_tokenizer(path: Path, size: int) -> Tokenizer:
    """Merges of the corpus; names count little, so that all names are spelled from common pieces."""
    counts: Counter = Counter()
    with open(path, encoding="utf-8") as file:
        for line in file:
            document = json.loads(line)
            texts = [document["plain"]] if "plain" in document else [t for _, t in document["turns"]]
            for text in texts:
                counts.update(split(text))
    names = set(COMPANY.train + FIRST.train + LAST.train)
    for piece in counts:
        if piece.strip() in names:
            counts[piece] = max(1, int(counts[piece] * NAME_WEIGHT))
    return Tokenizer(train(counts, size))


def main() -> None:
    """Write the corpus of a stage; the tokenizer is trained once and kept."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--stage", choices=MIX, default="full")
    parser.add_argument("--documents", type=int, default=150000)
    parser.add_argument("--seed", type=int, default=11)
    options = parser.parse_args()
    corpus = CACHE / f"{options.stage}.jsonl"
    write(corpus, options.stage, options.documents, options.seed)
    path = CACHE / "tokenizer.json"
    if not path.exists():
        sample = CACHE / "tokenizer-sample.jsonl"
        write(sample, "tokenizer", 40000, options.seed + 1)
        learn_tokenizer(sample, VOCABULARY).save(path)
    print(f"wrote {corpus}")


if __name__ == "__main__":
    main()
