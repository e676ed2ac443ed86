# SPDX-FileCopyrightText: 2026 The Tempera developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Ask the model the held-out tasks at temperature 0 through llama-server and print a table of accuracies."""

import argparse
import json
import random
from pathlib import Path

from corpus import classify, copying, extract, facts, sentiment, stories, talk, transform
from paths import CACHE
from server import Server

SEED = 20261124
GOALS = {"sentiment": 95, "topic": 95, "spam": 95, "JSON valid": 98, "JSON fields": 90, "capitals": 95, "tense": 90, "recall": 90}
TASKS = {
    "sentiment": sentiment.sentiment, "topic": classify.topic, "urgency": classify.urgency, "spam": classify.spam,
    "extraction": extract.extraction, "capitals": facts.capital, "calendar": facts.calendar, "arithmetic": facts.arithmetic,
    "opposites": facts.opposite, "tense": transform.tense, "tone": transform.tone, "list": transform.sequence,
    "JSON to text": transform.from_json, "letter case": transform.letters, "summary": transform.summary,
    "repetition": copying.repetition, "look-up": copying.lookup,
    "recall": talk.recall, "system text": talk.persona,
}
LOOSE = {"capitals", "recall"}


def cases(make, count: int, held: bool) -> list[dict]:
    """Different documents of a task, `count` of them where the task has so many."""
    rng, found = random.Random(SEED), {}
    for _ in range(20 * count):
        document = make(rng, held)
        if "want" not in document:
            continue
        found.setdefault(json.dumps(document["turns"][:-1]), document)
    return list(found.values())[:count]


def messages(document: dict) -> list[dict]:
    """The conversation up to the answer that is judged."""
    return [{"role": role, "content": text} for role, text in document["turns"][:-1]]


def judge_extraction(answers: list[str], documents: list[dict], scores: dict) -> None:
    """Valid JSON, right fields and wholly right objects, in percent."""
    valid = fields = right = whole = 0
    for answer, document in zip(answers, documents):
        want = json.loads(document["want"])
        fields += len(want)
        try:
            got = json.loads(answer)
        except json.JSONDecodeError:
            continue
        valid += 1
        if isinstance(got, dict):
            right += sum(name in got and got[name] == value for name, value in want.items())
            whole += got == want
    scores["JSON valid"] = 100 * valid / len(documents)
    scores["JSON fields"] = 100 * right / fields
    scores["JSON whole"] = 100 * whole / len(documents)


def measure(server: Server, tasks: dict, count: int, held: bool, errors) -> tuple[dict, list[str]]:
    """Accuracy of each task in percent, and all answers."""
    scores, everything = {}, []
    for name, make in tasks.items():
        documents = cases(make, count, held)
        answers = [server.chat(messages(d)) for d in documents]
        everything += answers
        for answer, document in zip(answers, documents):
            if answer.strip() != document["want"]:
                errors.write(f"{name}\t{document['turns'][:-1]}\t{answer!r}\twant {document['want']!r}\n")
        if name == "extraction":
            judge_extraction(answers, documents, scores)
            continue
        hits = (d["want"] in a if name in LOOSE else a.strip() == d["want"] for a, d in zip(answers, documents))
        scores[name] = 100 * sum(hits) / len(documents)
    plain = [city in server.complete(f"The capital of {country} is") for country, city in facts.CAPITALS.items()]
    scores["capitals, plain"] = 100 * sum(plain) / len(plain)
    return scores, everything


def distinct(server: Server, count: int = 50) -> tuple[float, list[str]]:
    """Distinct pairs of words over all pairs, in stories at temperature 1."""
    rng, texts, pairs = random.Random(SEED), [], []
    for seed in range(count):
        document = stories.tale(rng, True)
        texts.append(server.chat(messages(document), temperature=1.0, seed=seed))
        words = texts[-1].split()
        pairs += zip(words, words[1:])
    return len(set(pairs)) / max(1, len(pairs)), texts


def main() -> None:
    """Measure the quantised file, and the full one where it exists, and print both."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, default=Path(__file__).parent / "tempera-mini.gguf")
    parser.add_argument("--full", type=Path, default=CACHE / "tempera-mini-f32.gguf")
    parser.add_argument("--count", type=int, default=100, help="cases a task")
    parser.add_argument("--only", default=",".join(TASKS), help="names of tasks, parted by commas")
    parser.add_argument("--seen", action="store_true", help="names and phrasings of the training instead of the held-out ones")
    options = parser.parse_args()
    results, answers = {}, {}
    for label, path in [("Q8_0", options.model), ("F32", options.full)]:
        if not path.exists():
            continue
        with Server(path) as server, open(CACHE / f"errors-{label}.txt", "w", encoding="utf-8") as errors:
            results[label], answers[label] = measure(server, {n: TASKS[n] for n in options.only.split(",")}, options.count, not options.seen, errors)
            results[label]["distinct-2"], texts = distinct(server)
        (CACHE / f"stories-{label}.txt").write_text("\n".join(texts), encoding="utf-8")
    print(f"| task | {' | '.join(results)} | goal |\n|{' --- |' * (len(results) + 2)}")
    for name in results["Q8_0"]:
        goal = "0.60" if name == "distinct-2" else GOALS.get(name, "")
        cells = [f"{r[name]:.2f}" if name == "distinct-2" else f"{r[name]:.0f} %" for r in results.values()]
        print(f"| {name} | {' | '.join(cells)} | {goal} |")
    if "F32" in answers:
        same = sum(a == b for a, b in zip(answers["Q8_0"], answers["F32"]))
        print(f"\nSame answer from Q8_0 and F32: {same} of {len(answers['F32'])}")


if __name__ == "__main__":
    main()
