# SPDX-FileCopyrightText: 2026 The Tempera developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Product descriptions, reviews and other short texts on a given subject."""

import random

from .facts import chat
from .sentiment import review
from .words import COLOUR, NOUN, PRODUCT, Pool, article, sentence

MATERIAL = Pool("wooden steel cotton glass leather ceramic plastic bamboo woollen copper", "linen marble")
TRAIT = Pool("light sturdy elegant compact modern simple soft quiet handy classic bright strong", "sleek foldable")
USER = Pool("students|travellers|families|small kitchens|busy people|your office|long walks|rainy days|gifts|every home|beginners"
            "|the garden|cold evenings|people who love design", "musicians|tiny flats|hikers", "|")
POINT = """It is easy to clean|It lasts for many years|It fits into every bag|It comes with a two-year warranty|It weighs less than a book
|It is made by hand|It saves space and time|It feels soft and warm|It is safe for children|It works without noise|It needs no tools
|The design won a prize|It is made from recycled parts|You can choose between three sizes|It looks good in any room|It keeps its shape
|It arrives in a gift box|It is quick to set up|The surface resists water|A smart lid keeps it closed|It stands firmly on any floor
|It can be folded in seconds|It stays cool in summer""".replace("\n", "").split("|")
CLOSE = """Order yours today|You will love it|Try it for thirty days|A little luxury for every day|Once you have it, you will not want to miss it
|Available in {c} and {c2}|Now for only {p} dollars|Made to be used, built to last|Perfect for {u}|The ideal gift for {u}
|Simple, good and fair|Bring it home this week""".replace("\n", "").split("|")
OPEN = """Meet the {t} {x} for {u}|This {m} {x} is {t} and {t2}|Our {t} {x} makes life easier|The {x} that {u} have waited for
|A {m} {x} with a {t} look|Looking for a {t} {x}? Here it is|Discover our new {m} {x}|The {t} {m} {x} is perfect for {u}
|Give your home a {t} touch with this {x}|Say hello to a {x} that is {t} and {t2}|No more trouble: this {x} is {t} and {t2}""".replace("\n", "").split("|")
ASK = ["Write a product description for {x}.", "Describe {x} for an online shop.", "Write a short product text for {x}.", "Product description: {x}",
       "Write an advertisement for {x}.", "Advertise {x} in a few sentences.", "I sell {x}. Write a description.", "Write two or three sentences to sell {x}."]
ASK_HELD = ["Please write a shop text for {x}.", "Could you describe {x} for customers?"]


def description(rng: random.Random, held: bool = False) -> dict:
    """A product description, asked for or plain."""
    product = rng.choice([PRODUCT, PRODUCT, NOUN]).pick(rng, held)
    given = rng.choice([MATERIAL, TRAIT, COLOUR]).pick(rng, held) if rng.random() < 0.6 else ""
    first, second = TRAIT.some(rng, 2)
    slots = {"x": product, "t": given if given in TRAIT.train else first, "t2": second if second != given else "useful",
             "m": given if given in MATERIAL.train + COLOUR.train else MATERIAL.pick(rng),
             "u": USER.pick(rng), "c": COLOUR.pick(rng), "c2": COLOUR.pick(rng), "p": rng.randint(9, 99)}
    if given and given not in TRAIT.train:
        slots["x"] = f"{given} {product}"
        slots["m"] = TRAIT.pick(rng)
    parts = [rng.choice(OPEN), *rng.sample(POINT, rng.choice([1, 2, 2])), rng.choice(CLOSE)]
    text = " ".join(sentence(p.format(**slots)) + ("" if p.endswith("?") else ".") for p in parts)
    for vowel in "aeiou":
        text = text.replace(f" a {vowel}", f" an {vowel}").replace(f"A {vowel}", f"An {vowel}")
    if not held and rng.random() < 0.15:
        return {"plain": text}
    what = article(f"{given} {product}".strip()) if not product.endswith("s") else f"{given} {product}".strip()
    return chat(rng.choice(ASK_HELD if held else ASK).format(x=what), text) | {"noun": product}


def opinion(rng: random.Random, held: bool = False) -> dict:
    """A review to be written, good or bad."""
    label = rng.choice(["positive", "negative"])
    text = review(rng, label)
    if rng.random() < 0.4:
        return {"plain": text}
    return chat(rng.choice([f"Write a {label} review.", f"Write a short {label} review.", f"Invent a {label} customer review."]), text)


def writing(rng: random.Random, held: bool = False) -> dict:
    """A description or a review."""
    return rng.choices([description, opinion], [4, 1])[0](rng, held)
