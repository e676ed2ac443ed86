# SPDX-FileCopyrightText: 2026 The Tempera developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Generators of the training text, one module a kind of task."""

import random

from . import classify, copying, extract, facts, products, sentiment, stories, talk, transform


def session(rng: random.Random) -> dict:
    """Several tasks one after the other in one conversation."""
    turns: list = []
    for name in rng.choices([n for n in TASKS if n not in ("session", "story", "description")], k=rng.choice([2, 2, 3])):
        document = TASKS[name][0](rng)
        if "turns" in document and document["turns"][0][0] == "user":
            turns += document["turns"]
    return {"turns": turns} if turns else session(rng)


# Each task with the share of the documents drawn from it.
TASKS = {
    "capital": (facts.capital, 4), "calendar": (facts.calendar, 3), "arithmetic": (facts.arithmetic, 5), "opposite": (facts.opposite, 4),
    "sentiment": (sentiment.sentiment, 11), "topic": (classify.topic, 6), "urgency": (classify.urgency, 3), "spam": (classify.spam, 4),
    "extraction": (extract.extraction, 22), "tense": (transform.tense, 24), "tone": (transform.tone, 4), "sequence": (transform.sequence, 6),
    "from_json": (transform.from_json, 3), "letters": (transform.letters, 2), "summary": (transform.summary, 5),
    "repetition": (copying.repetition, 7), "lookup": (copying.lookup, 5), "recall": (talk.recall, 9), "persona": (talk.persona, 3),
    "greeting": (talk.greeting, 1), "story": (stories.tale, 15), "description": (products.description, 4), "opinion": (products.opinion, 1),
    "session": (session, 3),
}


VERBS = tuple("Rewrite Change Put Turn Convert Make Classify Extract Read Choose Label Write Tell Name Give Repeat Copy Say Summarize Sum Get "
              "Return Pick Decide Describe Calculate Assign Look Find Work List Move Find Fill Advertise Invent".split())
POLITE = ["Please {}", "Please {}", "Can you {}", "Could you {}", "Now {}", "I want you to {}", "Could you please {}", "Kindly {}", "Would you {}"]


def politely(rng: random.Random, text: str) -> str:
    """The same request in more words: a line that begins with an imperative gets something before it."""
    lines = text.split("\n")
    for i in (0, len(lines) - 1):
        if lines[i].split(" ")[0] in VERBS:
            line = rng.choice(POLITE).format(lines[i][0].lower() + lines[i][1:])
            if "ould you" in line and line.endswith("."):
                line = line[:-1] + "?"
            return "\n".join([*lines[:i], line, *lines[i + 1:]])
    return text


def generate(rng: random.Random, name: str) -> dict:
    """One training document of a task; now and then an exchange as plain lines."""
    document = TASKS[name][0](rng)
    for turn in document.get("turns", []):
        if turn[0] == "user" and rng.random() < 0.3:
            turn[1] = politely(rng, turn[1])
    if len(document.get("turns", [])) == 2 and rng.random() < 0.02:
        return {"plain": "\n".join(text for _, text in document["turns"])}
    return document
