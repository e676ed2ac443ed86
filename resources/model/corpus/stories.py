# SPDX-FileCopyrightText: 2026 The Tempera developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Short stories about a given subject, and the many ways to ask for one."""

import random

from .facts import chat
from .words import ANIMAL, COLOUR, FIRST, GOODNESS, PERSON, PLACE, THING, article, sentence

WEATHER = "sunny rainy windy cold warm foggy snowy stormy bright frosty".split()
TIME = ["morning", "evening", "night", "day", "afternoon", "winter", "summer", "autumn morning", "spring day"]
FOUND = "found|discovered|saw|noticed|picked up|spotted".split("|")
ADJ = "shiny strange tiny broken dusty magic heavy wooden lost forgotten beautiful old secret warm hidden rusty".split()
LOOKED = "under a fallen tree|behind the door|beside the path|near the water|in the tall grass|on a flat stone|inside a hollow log|at the top of the stairs|between two rocks|in a dark corner|below the window|on the roof".split("|")
FELT = "happy proud surprised afraid excited worried glad calm brave sad relieved thankful".split()
SAID = "said whispered shouted cried asked answered called".split()
WISH = ["see the sea", "learn to sing", "find a friend", "bake the best bread", "fly above the clouds", "build a boat",
        "win the big race", "plant a garden", "travel far away", "paint the moon", "learn to swim", "climb the highest hill",
        "hear the old song again", "have a warm home", "make everyone laugh", "catch a falling star", "dance in the snow",
        "read every book", "cook a giant soup", "ride a horse"]
TROUBLE = ["a storm broke the {p} gate", "the river rose over the road", "a thick fog hid the way home",
           "the {t} fell into the water", "a {a} stole the {t}", "the wind carried the {t} away", "snow covered every path",
           "the old bridge broke in two", "nobody believed {o}", "the lights went out", "the {t} would not open",
           "the path ended at a high wall", "a hungry {a} blocked the way", "the {t} began to glow", "the bread had burnt",
           "someone had locked the gate", "the boat started to leak", "the map was wrong"]
ACT = ["{S} thought for a long time and made a plan", "{S} asked {article_a} for help", "{S} did not give up and tried again",
       "{S} tied a rope to the nearest tree", "{S} ran as fast as possible", "{S} sang a song to stay calm",
       "{S} lit a little fire and waited", "{S} followed the footprints in the mud", "{S} climbed over the wall",
       "{S} called every neighbour", "{S} shared a piece of bread with the stranger", "{S} dug a hole with bare hands",
       "{S} listened to the birds", "{S} used the {t} as a tool", "{S} opened the door very slowly", "{S} swam to the other side"]
RESULT = ["Soon the {t} was safe again", "The {a} smiled and showed the way", "By {time} everything was fine",
          "At last the door opened", "The whole {p} came to help", "It worked better than anyone had hoped",
          "The water went down and the sun came out", "The {a} became a good friend", "A voice behind the wall laughed kindly",
          "The {t} was worth all the trouble", "Little by little the fog went away", "Everyone cheered and clapped"]
ENDING = ["From then on, {s} was never {bad} again.", "That {time2}, {s} slept well.", "They ate {food} together and laughed.",
          "And {s} kept the {t} for ever.", "{S} learned that {moral}.", "People in the {p} still tell this story.",
          "{S} went home with a full heart.", "Since that day, {s} and the {a} meet every {day}.",
          "It was the best {day} of the year.", "And so {s} felt {felt} at last.", "{S} gave the {t} to a friend.",
          "The next morning, {s} was ready for a new adventure."]
MORAL = ["a friend is worth more than gold", "small steps lead far", "asking for help is brave", "kindness comes back",
         "patience wins", "the truth is the best way", "sharing makes everything better", "fear grows small when you face it",
         "even little ones can do great things", "home is where friends are", "hard work pays", "it is good to listen"]
FOOD = "soup|warm bread|apple pie|cheese|honey cake|pancakes|roasted nuts|berries|noodles|plum jam".split("|")
DAY = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
OPENING = ["Once upon a time there was {ag} {n} who lived in {ap}.", "{N}, {ag} {n}, lived near {ap}.",
           "In {ap}, there lived {ag} {n} named {N}.", "One {w} {time}, {ag} {n} walked through {ap}.",
           "{N} was {ag} {n} from {ap}.", "There was once {ag} {n} who wanted to {wish}.",
           "Long ago, {ag} {n} called {N} came to {ap}.", "Far away, beside {ap}, {ag} {n} dreamed of a big day.",
           "It was a {w} {time} when {ag} {n} left {ap}.", "Every {day}, {ag} {n} visited {ap}.",
           "Nobody in the {p} knew {N}, {ag} {n}.", "Once there was {ag} {n} with {at}."]
SECOND = ["{S} wanted to {wish}.", "More than anything, {s} wished to {wish}.", "One {w} {time}, {s} {found} {at} {where}.",
          "{S} {found} {at} {where}.", "Everyone said that {s} could never {wish}.", "{S} had {at} and loved it dearly.",
          "{S} felt {felt} and a little {felt2}.", "{S} dreamed every night about {at}.", "A {col} {a} came by and {said}, \"{line}\"",
          "{S} lived alone with {aa}."]
LINE = ["Come with me!", "Where are you going?", "Do you need help?", "I know a secret.", "It is not far.", "Be careful!",
        "Have you seen my {t}?", "Follow the river.", "Wait for the moon.", "You are braver than you think."]
LINK = ["But", "Then", "Suddenly", "One {day},", "That {time},", "Soon", "But one {w} {time},", "Just then,", "After a while,"]


def story(rng: random.Random, noun: str, quality: str = "", name: str = "", place: str = "", size: int = 0) -> str:
    """A story of about four to seven sentences about `noun`."""
    quality = quality or GOODNESS.pick(rng)
    name = name or FIRST.pick(rng)
    place = place or PLACE.pick(rng)
    thing, animal = THING.pick(rng), rng.choice([a for a in ANIMAL.train if a != noun])
    opening = rng.choice(OPENING)
    named = "{N}" in opening
    slots = {"n": noun, "N": name, "p": place, "t": thing, "a": animal, "w": rng.choice(WEATHER), "col": COLOUR.pick(rng),
             "time": rng.choice(TIME), "time2": rng.choice(["night", "evening", "winter", "summer"]), "found": rng.choice(FOUND),
             "where": rng.choice(LOOKED), "wish": rng.choice(WISH), "felt": rng.choice(FELT), "felt2": GOODNESS.pick(rng),
             "said": rng.choice(["said", "whispered", "called", "asked"]), "day": rng.choice(DAY), "food": rng.choice(FOOD),
             "moral": rng.choice(MORAL), "bad": rng.choice(["lonely", "afraid", "sad", "hungry", "bored", "lost"]),
             "ag": article(f"{quality} {noun}")[: -len(noun) - 1], "ap": article(f"{rng.choice(['', '', 'small ', 'quiet ', 'green ', 'old ', 'dark '])}{place}"),
             "at": article(f"{rng.choice(ADJ)} {thing}"), "aa": article(f"{GOODNESS.pick(rng)} {animal}"), "article_a": article(animal)}
    slots["line"] = rng.choice(LINE).format(**slots)

    def subject() -> str:
        return name if named and rng.random() < 0.6 else f"the {noun}"

    def fill(text: str) -> str:
        who = subject()
        return text.format(**slots, s=who, S=sentence(who), o=who)

    parts = [opening.format(**slots)]
    parts += [fill(t) for t in rng.sample(SECOND, rng.choice([1, 2]))]
    trouble = fill(rng.choice(TROUBLE))
    parts.append(f"{rng.choice(LINK).format(**slots)} {trouble}.")
    acts = rng.sample(ACT, rng.choice([1, 1, 2]))
    parts += [fill(a) + "." for a in acts]
    if rng.random() < 0.7:
        parts.append(fill(rng.choice(RESULT)) + ".")
    parts.append(fill(rng.choice(ENDING)))
    return " ".join(parts[:size] if size else parts)


ASK = ["Write a short story about {x}.", "Tell me a story about {x}.", "Write a story about {x}.", "Tell a short story about {x}.",
       "I want a story about {x}.", "Please write a little story about {x}.", "Can you tell me a story about {x}?",
       "Story about {x}", "Write a short tale about {x}.", "Make up a story about {x}.", "Write a few sentences about {x}.",
       "A short story about {x}, please.", "Invent a story about {x}.", "Write a bedtime story about {x}."]
ASK_HELD = ["Please tell a short bedtime story about {x}.", "Could you write a tale about {x}?"]


def subject(rng: random.Random, held: bool = False) -> dict:
    """A subject of a story: who, of what kind, where, by what name."""
    pool = ANIMAL if rng.random() < 0.55 else PERSON
    noun = pool.pick(rng, held)
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
    text = story(rng, who["noun"], **parts)
    if held:
        return chat(rng.choice(ASK_HELD).format(x=who["text"]), text) | {"noun": who["noun"]}
    roll = rng.random()
    if roll < 0.3:
        return {"plain": text}
    if roll < 0.4:
        start = " ".join(text.split(" ")[: rng.randint(3, 8)])
        ask = rng.choice(["{b}", "Continue: {b}", "Continue this story: {b}", "Go on: {b}"]).format(b=start)
        return chat(ask, text[len(start) + 1:])
    system = rng.choice(["You are a storyteller.", "You write short stories for children.", "You are a helpful assistant."]) \
        if rng.random() < 0.15 else ""
    return chat(rng.choice(ASK).format(x=who["text"]), text, system)
