# SPDX-FileCopyrightText: 2026 The Tempera developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Generators of the training text, one module a kind of task."""

import random

from . import classify, copying, extract, facts, products, sentiment, stories, talk, transform

TASKS = {
    "fact": facts.fact, "sentiment": sentiment.sentiment, "story": stories.tale, "topic": classify.topic,
    "urgency": classify.urgency, "spam": classify.spam, "extraction": extract.extraction,
    "transformation": transform.transformation, "conversation": talk.conversation, "copying": copying.copying, "writing": products.writing,
}
MIX = {
    "first": {"fact": 30, "sentiment": 20, "story": 15, "topic": 4, "urgency": 2, "spam": 2, "extraction": 7,
              "transformation": 10, "conversation": 7, "writing": 4},
    "full": {"copying": 3, "fact": 10, "sentiment": 9, "story": 10, "topic": 7, "urgency": 4, "spam": 4, "extraction": 16,
             "transformation": 20, "conversation": 12, "writing": 6, "session": 3},
    "labels": {"fact": 26, "sentiment": 14, "story": 8, "topic": 17, "urgency": 6, "spam": 8, "extraction": 5,
               "transformation": 6, "conversation": 6, "writing": 4},
    "copy": {"fact": 10, "sentiment": 4, "story": 5, "topic": 7, "urgency": 2, "spam": 2, "extraction": 16,
             "transformation": 20, "conversation": 14, "writing": 3, "copying": 20},
}
MIX["tokenizer"] = MIX["full"]


def session(rng: random.Random) -> dict:
    """Several tasks one after the other in one conversation."""
    turns: list = []
    for name in rng.choices(list(TASKS), k=rng.choice([2, 2, 3, 4])):
        document = TASKS[name](rng)
        if "turns" in document and document["turns"][0][0] == "user":
            turns += document["turns"]
    return {"turns": turns} if turns else session(rng)


def generate(rng: random.Random, stage: str) -> dict:
    """One training document, drawn from the mixture of the stage; now and then an exchange as plain lines."""
    mix = MIX[stage]
    name = rng.choices(list(mix), list(mix.values()))[0]
    document = session(rng) if name == "session" else TASKS[name](rng)
    if len(document.get("turns", [])) == 2 and rng.random() < 0.03:
        return {"plain": "\n".join(text for _, text in document["turns"])}
    return document
