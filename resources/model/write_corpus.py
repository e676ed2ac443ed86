# SPDX-FileCopyrightText: 2026 The Tempera developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Write the training corpus of a stage, and train the tokenizer on it where there is none yet."""

import argparse
import json
import random
from collections import Counter

from corpus import MIX, generate
from corpus.words import COMPANY, FIRST, LAST
from documents import save
from paths import CACHE
from tokenizer import Tokenizer, split, train

VOCABULARY = 2048
NAME_WEIGHT = 0.02


def written(stage: str, count: int, seed: int) -> list[dict]:
    """Documents drawn from the mixture of the stage."""
    rng = random.Random(seed)
    return [generate(rng, stage) for _ in range(count)]


def learn_tokenizer(documents: list[dict], size: int) -> Tokenizer:
    """Merges of the corpus; names count little, so that all names are spelled from common pieces."""
    counts: Counter = Counter()
    for document in documents:
        for text in [document["plain"]] if "plain" in document else [t for _, t in document["turns"]]:
            counts.update(split(text))
    names = set(COMPANY.train + FIRST.train + LAST.train)
    for piece in counts:
        if piece.strip() in names:
            counts[piece] = max(1, int(counts[piece] * NAME_WEIGHT))
    return Tokenizer(train(counts, size))


def main() -> None:
    """Write the corpus of a stage as text and as tokens; the tokenizer is trained once and kept."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--stage", choices=MIX, default="full")
    parser.add_argument("--documents", type=int, default=120000)
    parser.add_argument("--seed", type=int, default=11)
    options = parser.parse_args()
    path = CACHE / "tokenizer.json"
    if not path.exists():
        learn_tokenizer(written("tokenizer", 40000, options.seed + 1), VOCABULARY).save(path)
    documents = written(options.stage, options.documents, options.seed)
    with open(CACHE / f"{options.stage}.jsonl", "w", encoding="utf-8") as file:
        file.writelines(json.dumps(d, ensure_ascii=False) + "\n" for d in documents)
    tokens = save(CACHE / f"{options.stage}.npz", documents, Tokenizer.load(path))
    print(f"{CACHE / options.stage}.npz: {len(documents)} documents, {tokens} tokens")


if __name__ == "__main__":
    main()
