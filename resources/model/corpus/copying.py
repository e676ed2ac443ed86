# SPDX-FileCopyrightText: 2026 The Tempera developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Texts to be repeated and small tables to be looked up; from them the model learns to copy what it has not seen before."""

import random

from .facts import chat
from .words import ANIMAL, CITY, COLOUR, COMPANY, FIRST, LAST, NOUN, PERSON, PRODUCT, THING, invented

POOLS = [FIRST, FIRST, FIRST, LAST, LAST, CITY, COMPANY, THING, NOUN, PRODUCT, ANIMAL, PERSON, COLOUR]
def item(rng: random.Random, held: bool) -> str:
    """A word, a name, an invented word or a number."""
    roll = rng.random()
    if roll < 0.35:
        return invented(rng).capitalize() if rng.random() < 0.6 else invented(rng)
    return str(rng.randint(10, 9999)) if roll < 0.5 else rng.choice(POOLS).pick(rng, held)


def repetition(rng: random.Random, held: bool = False) -> dict:
    """A text to be repeated as it is."""
    text = rng.choice([" ", ", ", " and "]).join(item(rng, held) for _ in range(rng.randint(2, 6)))
    ask = rng.choice(["Repeat: {s}", "Repeat this: {s}", "Write this again: {s}", "Repeat the following: {s}", "Say this: {s}", "{s}\nRepeat this.", "Write the same text: {s}", "Repeat after me: {s}", "Copy this: {s}", "Say this again: {s}", "Repeat this text.\n\n{s}", "{s}\n\nRepeat the text above."]
                     if not held else ["Please repeat this: {s}"])
    return chat(ask.format(s=text), text) | {"want": text}


def lookup(rng: random.Random, held: bool = False) -> dict:
    """A table of names and values, and one that is asked."""
    count = rng.randint(2, 5)
    keys = list(dict.fromkeys(rng.choice([FIRST.pick(rng, held), FIRST.pick(rng, held), invented(rng).capitalize()]) for _ in range(count)))
    pool = rng.choice([CITY, COLOUR, THING, ANIMAL, PERSON, None])
    values = [pool.pick(rng, held) if pool else str(rng.randint(10, 99)) for _ in keys]
    mark = rng.choice([": ", " has ", " = ", " - "])
    table = rng.choice(["\n", "; "]).join(k + mark + v for k, v in zip(keys, values))
    chosen = rng.randrange(len(keys))
    ask = rng.choice(["{t}\n\n{k}?", "{t}\nLook up {k}.", "{t}\n\nFind {k}.", "Find {k} in this table.\n{t}", "{t}\nTell me what {k} has.", "Tell me the value of {k}.\n{t}", "{t}\nWhat is the value of {k}?", "Look up {k}.\n{t}", "{t}\nWhat belongs to {k}?", "What belongs to {k}? {t}"] if not held else ["{t}\nPlease look up {k}."])
    return chat(ask.format(t=table, k=keys[chosen]), values[chosen]) | {"want": values[chosen]}


def copying(rng: random.Random, held: bool = False) -> dict:
    """A repetition or a look-up."""
    return rng.choices([repetition, lookup], [3, 2])[0](rng, held)
