# SPDX-FileCopyrightText: 2026 The Tempera developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Short stories about a given subject, and the many ways to ask for one."""

import random

from . import plots
from .facts import chat
from .words import ANIMAL, COLOUR, DAYS, FIRST, GOODNESS, PERSON, PLACE, THING, article, invented, sentence

ANIMALS = set(ANIMAL.train + ANIMAL.held)
COUNT = ["", "one", "two", "three", "four"]
ON = {"hill", "bridge", "island", "beach", "mountain", "farm", "field", "meadow"}


def where(rng: random.Random, place: str) -> str:
    """A place with its preposition."""
    kind = rng.choice(["", "", "small ", "quiet ", "green ", "old ", "dark ", "lonely "])
    return f"{rng.choice(['near', 'on' if place in ON else 'in'])} {article(kind + place)}"


def story(rng: random.Random, noun: str, quality: str = "", name: str = "", place: str = "", size: int = 0) -> str:
    """A story about `noun`: of `size` sentences, or of about four to seven where that is 0."""
    quality = quality or GOODNESS.pick(rng)
    place = place or rng.choice(PLACE.train)
    thing, animal = rng.choice(THING.train), rng.choice([a for a in ANIMAL.train if a != noun])
    opening = rng.choice([o for o in plots.OPENING if not name or "{N}" in o])
    named = "{N}" in opening
    name = name or rng.choice(FIRST.train)
    felt = rng.sample(plots.FELT, 2)
    hero = article(f"{quality} {noun}")
    slots = {"N": name, "p": place, "t": thing, "a": animal, "w": rng.choice(plots.WEATHER), "col": COLOUR.pick(rng),
             "time": rng.choice(plots.TIME), "time2": rng.choice(["night", "evening", "winter", "summer"]),
             "found": rng.choice(plots.FOUND), "where": rng.choice(plots.WHERE), "wish": rng.choice(plots.WISH),
             "felt": felt[0], "felt2": felt[1], "said": rng.choice(["said", "whispered", "called", "shouted", "murmured"]),
             "day": rng.choice(DAYS), "food": rng.choice(plots.FOOD), "moral": rng.choice(plots.MORAL),
             "bad": rng.choice(["lonely", "afraid", "sad", "hungry", "bored", "lost"]), "ag": hero, "Ag": sentence(hero),
             "ap": where(rng, place), "at": article(f"{rng.choice(plots.ADJ)} {thing}"),
             "aa": article(f"{GOODNESS.pick(rng)} {animal}"), "an": article(animal), "An": sentence(article(animal))}
    slots["line"] = rng.choice(plots.LINE).format(**slots)

    def fill(text: str) -> str:
        roll = rng.random()
        who = name if named and roll < 0.6 else "it" if noun in ANIMALS and not named and roll < 0.25 else f"the {noun}"
        return text.format(**slots, s=who, S=sentence(who), o=who)

    parts = [opening.format(**slots)]
    trouble = f"{rng.choice(plots.LINK).format(**slots)} {fill(rng.choice(plots.TROUBLE))}."
    ending = fill(rng.choice(plots.ENDING)) + "."
    acts = [fill(a) + "." for a in rng.sample(plots.ACT, rng.choice([1, 1, 1, 2]))]
    if size:
        return " ".join([*parts, trouble, acts[0], ending][: size - 1] + [ending if size > 1 else parts[0]])
    parts += [fill(t) for t in rng.sample(plots.SECOND, rng.choice([0, 1, 1, 1, 2]))]
    parts += [trouble, *acts]
    if rng.random() < 0.5:
        parts.append(fill(rng.choice(plots.RESULT)) + ".")
    if rng.random() < 0.85:
        parts.append(ending)
    return " ".join(parts)


ASK = ["Write a short story about {x}.", "Tell me a story about {x}.", "Write a story about {x}.", "Tell a short story about {x}.",
       "I want a story about {x}.", "Please write a little story about {x}.", "Can you tell me a story about {x}?",
       "Story about {x}", "Write a short tale about {x}.", "Make up a story about {x}.", "Write a few sentences about {x}.",
       "A short story about {x}, please.", "Invent a story about {x}.", "Write a bedtime story about {x}."]
ASK_HELD = ["Please tell a short bedtime story about {x}.", "Could you write a tale about {x}?"]


def subject(rng: random.Random, held: bool = False) -> dict:
    """A subject of a story: who, of what kind, where, by what name."""
    pool = ANIMAL if rng.random() < 0.55 else PERSON
    noun = invented(rng) if not held and rng.random() < 0.15 else pool.pick(rng, held)
    chosen = {"noun": noun, "quality": GOODNESS.pick(rng) if rng.random() < 0.6 else ""}
    text = article(f"{chosen['quality']} {noun}".strip())
    roll = rng.random()
    if roll < 0.2:
        chosen["name"] = FIRST.pick(rng, held)
        text += f" {rng.choice(['named', 'called'])} {chosen['name']}"
    elif roll < 0.4:
        chosen["place"] = PLACE.pick(rng, held)
        text += f" in {article(chosen['place'])}"
    return chosen | {"text": text}


def tale(rng: random.Random, held: bool = False) -> dict:
    """A story asked for, begun or told without asking."""
    who = subject(rng, held)
    parts = {k: who[k] for k in ("quality", "name", "place") if k in who}
    if held:
        return chat(rng.choice(ASK_HELD).format(x=who["text"]), story(rng, who["noun"], **parts)) | {"noun": who["noun"]}
    roll = rng.random()
    if roll < 0.15:
        return counted(rng, who, parts)
    text = story(rng, who["noun"], **parts)
    if roll < 0.4:
        return {"plain": text}
    if roll < 0.5:
        start = " ".join(text.split(" ")[: rng.randint(3, 8)])
        ask = rng.choice(["{b}", "Continue: {b}", "Continue this story: {b}", "Go on: {b}"]).format(b=start)
        return chat(ask, text[len(start) + 1:])
    system = rng.choice(["You are a storyteller.", "You write short stories for children.", "You are a helpful assistant."]) \
        if rng.random() < 0.15 else ""
    return chat(rng.choice(ASK).format(x=who["text"]), text, system)


def counted(rng: random.Random, who: dict, parts: dict) -> dict:
    """A story of a stated number of sentences, stated by the user or by the system text."""
    size = rng.choice([1, 1, 2, 3])
    text, plural = story(rng, who["noun"], size=size, **parts), "" if size == 1 else "s"
    if rng.random() < 0.5:
        system = rng.choice(["Answer in {n} sentence{s}.", "Answer with {n} sentence{s}.", "Keep your answers to {n} sentence{s}.",
                             "Reply in exactly {n} sentence{s}."])
        return chat(rng.choice(ASK).format(x=who["text"]), text, system.format(n=COUNT[size], s=plural))
    ask = rng.choice(["Write {n} sentence{s} about {x}.", "Tell a story about {x} in {n} sentence{s}.", "Write a story of {n} sentence{s} about {x}.",
                      "In {n} sentence{s}, tell me about {x}."])
    return chat(ask.format(n=COUNT[size], s=plural, x=who["text"]), text)
