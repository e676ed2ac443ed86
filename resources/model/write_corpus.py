# SPDX-FileCopyrightText: 2026 The Tempera developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Write the training corpus, one file a task, and train the tokenizer on it where there is none yet."""

import argparse
import random
from collections import Counter

from corpus import TASKS, generate
from corpus.words import CITY, COMPANY, FIRST, LAST
from documents import save
from paths import CACHE
from tokenizer import Tokenizer, split, train

VOCABULARY = 2048
SPACED = 560
NAME_WEIGHT = 0.05


def texts(document: dict) -> list[str]:
    """All texts of a document."""
    return [document["plain"]] if "plain" in document else [text for _, text in document["turns"]]


def learn_tokenizer(seed: int) -> Tokenizer:
    """Merges of a sample of the corpus; names count little, and words in capitals nothing, so that they are spelled from common pieces."""
    rng, counts = random.Random(seed), Counter()
    for name in rng.choices(list(TASKS), [share for _, share in TASKS.values()], k=40000):
        for text in texts(generate(rng, name)):
            counts.update(p for p in split(text) if p.strip() == "JSON" or not (p.strip().isupper() and len(p.strip()) > 1))
    names = set(COMPANY.train + FIRST.train + LAST.train + CITY.train)
    for piece in counts:
        if piece.strip() in names:
            counts[piece] = max(1, int(counts[piece] * NAME_WEIGHT))
    return Tokenizer(train(counts, VOCABULARY, SPACED))


def main() -> None:
    """Write the files; `--documents` is the number of documents in all, shared out as the tasks' shares say."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=150000)
    parser.add_argument("--seed", type=int, default=11)
    parser.add_argument("tasks", nargs="*", help="only these")
    options = parser.parse_args()
    path = CACHE / "tokenizer.json"
    if not path.exists():
        learn_tokenizer(1).save(path)
    tokenizer, total = Tokenizer.load(path), sum(share for _, share in TASKS.values())
    (CACHE / "corpus").mkdir(exist_ok=True)
    for name, (_, share) in TASKS.items():
        if options.tasks and name not in options.tasks:
            continue
        rng = random.Random(f"{options.seed} {name}")
        documents = [generate(rng, name) for _ in range(options.documents * share // total)]
        tokens = save(CACHE / "corpus" / f"{name}.bin", documents, tokenizer)
        print(f"{name}: {len(documents)} documents, {tokens} tokens", flush=True)


if __name__ == "__main__":
    main()
