# SPDX-FileCopyrightText: 2026 The Tempera developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Texts to be rewritten: tense, tone, lists, JSON, letter case and summaries."""

import json
import random

from .extract import clock, date, person
from .facts import chat
from .phrases import plural, when
from .words import CITY, COLOUR, DAYS, FIRST, NOUN, PERSON, PLACE, PRODUCT, THING, article, listing, sentence

VERBS = """walk walked|talk talked|look looked|play played|work worked|cook cooked|open opened|close closed|clean cleaned
|paint painted|wash washed|watch watched|call called|visit visited|help helped|jump jumped|live lived|love loved|like liked
|carry carried|study studied|try tried|cry cried|stop stopped|plan planned|go went|see saw|eat ate|drink drank|give gave
|take took|make made|come came|run ran|write wrote|read read|buy bought|sell sold|find found|lose lost|sing sang|swim swam
|drive drove|ride rode|fly flew|speak spoke|sleep slept|build built|break broke|bring brought|catch caught|teach taught
|think thought|leave left|meet met|keep kept|hold held|draw drew|grow grew|know knew|throw threw|wear wore|win won
|begin began|feel felt|hear heard|tell told|sit sat|stand stood|fall fell|forget forgot|hide hid|send sent|spend spent
|choose chose|steal stole|wake woke|pay paid|say said|pack packed|fix fixed|push pushed|pull pulled|wait waited|answer answered"""
PAST = dict(pair.split() for pair in VERBS.replace("\n", "").split("|"))
OBJECT = {
    "look": "at the {t}|out of the window|behind the door", "talk": "about the {t}|with a friend|to the {w}", "walk": "to the {p}|home|along the road",
    "go": "to the {p}|home|to school", "come": "to the {p}|home late|back", "run": "to the {p}|through the {p}|very fast",
    "live": "near the {p}|in {c}|in a small house", "work": "in the {p}|all day|with the {w}", "play": "in the {p}|with the {t}|a game",
    "swim": "in the lake|across the river", "sleep": "in the {p}|all night|on the sofa", "speak": "to the {w}|very softly|about the {t}",
    "sit": "on the bench|near the {p}|by the fire", "stand": "near the {p}|at the door", "fall": "into the water|off the wall",
    "fly": "over the {p}|to {c}", "drive": "to {c}|to the {p}", "ride": "a horse|to the {p}", "wait": "for the bus|at the {p}",
    "jump": "over the wall|into the water", "cry": "all night|for help", "stop": "at the {p}|near the {p}", "think": "about the {t}|of home",
    "eat": "soup|bread and cheese|an apple|dinner in the {p}", "drink": "tea|cold water|coffee", "cook": "dinner|soup for the {w}",
    "read": "a book|the letter|the map", "sing": "a song|in the {p}", "write": "a letter|a story about the {t}", "spend": "the day in the {p}|much money",
    "wake": "up early|the {w}", "pay": "for the {t}|the {w}", "say": "hello|nothing", "begin": "to sing|to laugh",
    "feel": "happy|very tired|sad", "grow": "tomatoes|roses in the {p}", "answer": "the letter|the {w}", "study": "the map|all night",
    "try": "a new soup|to sleep", "plan": "a party|a trip to {c}", "meet": "the {w}|a friend in the {p}", "help": "the {w}|a friend",
    "visit": "the {w}|the {p}", "call": "the {w}|a friend", "teach": "the {w}|a class in {c}", "tell": "the {w} a story|a joke",
    "wear": "a {l} hat|a {l} coat", "leave": "the {p}|home early", "know": "the {w}|the way", "hear": "a song|the {w}",
    "win": "the race|a prize", "build": "a house|a boat", "hide": "the {t}|behind the door", "love": "the {t}|the old {p}", "like": "the {t}|the quiet {p}",
    "watch": "the birds|the {w}", "pack": "the {t}|a big bag",
}

def present(verb: str) -> str:
    """The third person singular."""
    if verb == "go" or verb.endswith(("sh", "ch", "x", "ss")):
        return verb + "es"
    return verb[:-1] + "ies" if verb.endswith("y") and verb[-2] not in "aeiou" else verb + "s"


def clause(rng: random.Random, held: bool) -> tuple[str, str, str]:
    """One sentence in past, present and future."""
    many = rng.random() < 0.25
    if many:
        who = plural(rng, held)
    else:
        who = rng.choice([FIRST.pick(rng, held)] * 3 + [f"The {PERSON.pick(rng, held)}", "She", "He", f"My {rng.choice(['brother', 'sister', 'mother', 'uncle'])}"])
    verb = rng.choice(list(PAST))
    target = rng.choice(OBJECT.get(verb, "the {t}|a {l} {t}|the {t} of the {w}").split("|"))
    target = target.format(t=NOUN.pick(rng, held), p=PLACE.pick(rng, held), c=CITY.pick(rng, held), w=PERSON.pick(rng, held), l=COLOUR.pick(rng))
    ends = [when(rng, held)] if held else [when(rng) for _ in range(rng.choice([0, 0, 1, 1, 1, 2]))]
    tail = " ".join(["", target, *ends])
    now = verb if many else present(verb)
    return f"{who} {PAST[verb]}{tail}.", f"{who} {now}{tail}.", f"{who} will {verb}{tail}."


TENSE_ASK = ["{s}\nRewrite this in {t} tense.", "Put the following sentence into {t} tense: {s}", "Write the following in the {t} tense: {s}",
             "{s}\n\nNow in the {t} tense:", "Give me this in {t} tense: {s}", "{s}\nTurn this into the {t} tense.", "{s}\n\nPut it into {t} tense.",
             "Move this text to the {t} tense: {s}", "Change the following to the {t} tense.\n{s}",
             "Rewrite in the {t} tense: {s}", "Rewrite in the {t} tense.\n{s}", "Rewrite this in the {t} tense: {s}", "Say this in the {t} tense: {s}", "Change to {t} tense: {s}", "Put this into the {t} tense.\n\n{s}", "{s}\n\nWrite it in the {t} tense.",
             "Turn this sentence into {t} tense: {s}", "Rewrite the text in {t} tense. Text: {s}", "{t2} tense: {s}",
             "Change the tense of this sentence to {t}.\n{s}", "Convert to the {t} tense: {s}"]
TENSE_HELD = ["Please put the following into the {t} tense: {s}", "{s}\nSay this in {t} tense."]


def tense(rng: random.Random, held: bool = False) -> dict:
    """From past to present, and now and then the other ways."""
    count = rng.choice([1, 1, 1, 2])
    past, now, later = (" ".join(x) for x in zip(*(clause(rng, held) for _ in range(count))))
    source, goal, name = rng.choices([(past, now, "present"), (now, past, "past"), (now, later, "future")],
                                     [6, 4, 0 if held else 1])[0]
    ask = rng.choice(TENSE_HELD if held else TENSE_ASK).format(t=name, t2=sentence(name), s=source)
    return chat(ask, goal) | {"want": goal}


CASUAL_PAIRS = """I would like to request {x}.=Can I get {x}?|We regret that {x} is delayed.=Sorry, {x} is late.
|I am writing to inquire about {x}.=I want to ask about {x}.|Please do not hesitate to contact {f}.=Just call {f}.
|I would be grateful if you could send {x}.=Please send {x}.|Kindly return {x} at your earliest convenience.=Please bring {x} back soon.
|We are pleased to inform you that {x} has arrived.=Good news, {x} is here!|I apologize for the inconvenience with {x}.=Sorry about {x}.
|Would you be able to assist {f} with {x}?=Can you help {f} with {x}?|I am unable to attend the meeting on {d}.=I can't make it on {d}.
|It would be a pleasure to meet you on {d}.=Let's meet on {d}!|I am afraid that {x} is not available.=We don't have {x}, sorry.
|Could you please confirm your attendance on {d}?=Are you coming on {d}?|We appreciate your patience regarding {x}.=Thanks for waiting for {x}.
|I look forward to seeing you on {d}.=See you on {d}!|Please accept my gratitude for {x}.=Thanks a lot for {x}!
|I wish to purchase {x}.=I want to buy {x}.|The purchase of {x} has been approved.=You can buy {x}.
|{f} has departed for {c}.={f} left for {c}.|Please ensure that {x} is returned by {d}.=Make sure {x} is back by {d}."""
CASUAL = [tuple(p.split("=")) for p in CASUAL_PAIRS.replace("\n", "").split("|")]


def tone(rng: random.Random, held: bool = False) -> dict:
    """From formal to casual and back."""
    count, pairs = rng.choice([1, 1, 2]), []
    for formal, casual in rng.sample(CASUAL, count):
        slots = {"x": f"the {rng.choice([PRODUCT, NOUN]).pick(rng, held)}", "f": FIRST.pick(rng, held), "d": rng.choice(DAYS), "c": CITY.pick(rng, held)}
        pairs.append((formal.format(**slots), casual.format(**slots)))
    formal, casual = (" ".join(x) for x in zip(*pairs))
    if rng.random() < 0.65:
        ask = rng.choice(["Make this casual: {s}", "Write this casually: {s}", "Write the following in a casual tone: {s}", "{s}\nMake this casual.", "Rewrite this in a casual way: {s}", "Say this in a casual way: {s}", "Rewrite in a casual tone: {s}", "Make this less formal.\n\n{s}", "{s}\n\nSay it casually.",
                          "Turn this formal text into casual English: {s}"] if not held else ["Please write this in a casual way: {s}"])
        return chat(ask.format(s=formal), casual) | {"want": casual}
    ask = rng.choice(["Make this formal: {s}", "Write this formally: {s}", "Write the following in a formal tone: {s}", "{s}\nMake this formal.", "Rewrite this in a formal way: {s}", "Say this in a formal way: {s}", "Rewrite in a formal tone: {s}", "Make this more formal.\n\n{s}"] if not held else ["Please write this in a formal way: {s}"])
    return chat(ask.format(s=casual), formal) | {"want": formal}


def sequence(rng: random.Random, held: bool = False) -> dict:
    """From a list to a sentence."""
    pool = rng.choice([NOUN, NOUN, PRODUCT, FIRST, CITY, COLOUR])
    items = pool.some(rng, rng.randint(2, 5), held)
    mark = rng.choice(["- ", "* ", "", "number"])
    lines = [f"{i + 1}. {x}" if mark == "number" else mark + x for i, x in enumerate(items)]
    text = "\n".join(lines) if rng.random() < 0.75 else ", ".join(items)
    verb, lead = rng.choice([("needs", "needs"), ("has", "has"), ("likes", "likes"), ("sees", "sees")])
    who = FIRST.pick(rng, held)
    if rng.random() < 0.5:
        ask = rng.choice(["Turn this list into a sentence:\n{l}", "{l}\n\nMake this list a sentence.", "Make the following list one sentence:\n{l}", "Put this list into a sentence: {l}", "Make a sentence of this:\n{l}", "{l}\nWrite this as a sentence.", "Make one sentence from this list.\n{l}", "Write the list as a sentence:\n{l}"]
                         if not held else ["Please make this list a sentence:\n{l}"])
        answer = f"The list has {listing(items)}."
        return chat(ask.format(l=text), answer) | {"want": answer}
    ask = rng.choice(["Write one sentence that says that {w} {v} these:\n{l}", "{w} {v} these things:\n{l}\nMake one sentence of it.", "Put into one sentence that {w} {v} this: {l}", "Write as one sentence: {w} {v}:\n{l}", "{w} {v}: {l}\nAs one sentence, please.", "{w} {v}:\n{l}\nWrite it as a sentence.",
                      "Turn this list of what {w} {v} into a sentence:\n{l}"] if not held else ["As one sentence, {w} {v}:\n{l}"])
    answer = f"{who} {lead} {listing(items)}."
    return chat(ask.format(w=who, v=verb, l=text), answer) | {"want": answer}


def from_json(rng: random.Random, held: bool = False) -> dict:
    """From JSON to a sentence."""
    who, city, product = person(rng, held), CITY.pick(rng, held), PRODUCT.pick(rng, held)
    day, time, count, age = date(rng), clock(rng), rng.randint(2, 30), rng.randint(18, 80)
    values, answer = rng.choice([
        ({"name": who, "city": city}, f"{who} lives in {city}."),
        ({"name": who, "age": age}, f"{who} is {age} years old."),
        ({"name": who, "age": age, "city": city}, f"{who} is {age} years old and lives in {city}."),
        ({"name": who, "quantity": count, "product": product}, f"{who} orders {count} {product}{'' if product.endswith('s') else 's'}."),
        ({"event": "dinner", "date": day, "time": time}, f"The dinner is on {day} at {time}."),
        ({"event": "meeting", "date": day, "city": city}, f"The meeting is on {day} in {city}."),
        ({"product": product, "price": count}, f"The {product} costs {count} dollars."),
    ])
    ask = rng.choice(["Write this JSON as a sentence: {j}", "Put this JSON into a sentence: {j}", "Say this in words: {j}", "{j}\nPut this into words.", "Turn the following JSON into a sentence: {j}", "{j}\nWrite this as text.", "Tell me in words what this JSON says: {j}", "Turn this JSON into text.\n\n{j}", "{j}\n\nSay this in plain English.",
                      "Describe the data in one sentence: {j}"] if not held else ["Please put this JSON into words: {j}"])
    return chat(ask.format(j=json.dumps(values)), answer) | {"want": answer}


def letters(rng: random.Random, held: bool = False) -> dict:
    """Short texts in upper or lower case."""
    text = rng.choice([f"the {THING.pick(rng, held)}", f"{article(COLOUR.pick(rng) + ' ' + THING.pick(rng, held))}", FIRST.pick(rng, held),
                       f"the {PERSON.pick(rng, held)} and the {THING.pick(rng, held)}", f"hello {FIRST.pick(rng, held)}", CITY.pick(rng, held)])
    if rng.random() < 0.75:
        ask = rng.choice(["Write in upper case: {s}", "Put this text in upper case: {s}", "{s}\nPut this in capital letters.", "Turn this into upper case: {s}", "Change to upper case: {s}", "Give me this in upper case: {s}", "Upper case: {s}", "Write this in capital letters: {s}", "Make this upper case.\n{s}"]
                         if not held else ["Please put this in upper case: {s}"])
        return chat(ask.format(s=text), text.upper()) | {"want": text.upper()}
    ask = rng.choice(["Write in lower case: {s}", "Put this text in lower case: {s}", "Turn this into lower case: {s}", "Change to lower case: {s}", "Lower case: {s}", "Make this lower case.\n{s}"] if not held else ["Please put this in lower case: {s}"])
    return chat(ask.format(s=text.upper()), text.lower()) | {"want": text.lower()}


DETAIL = ["It was a long day.", "The weather was fine.", "Many people watched.", "{f} took a photograph.", "There was music and cake.",
          "It took three hours.", "Everyone was happy afterwards.", "A dog barked all the time.", "The newspaper wrote about it.",
          "It had rained in the morning.", "Nobody had expected that.", "{f} told the neighbours."]
DETAIL_HELD = ["{f} was there too.", "It was the talk of the day.", "The sun was already low."]


def aside(rng: random.Random, held: bool) -> str:
    """A sentence that a summary leaves out: it is not about the one person who acts."""
    if held:
        return rng.choice(DETAIL_HELD).format(f=FIRST.pick(rng, True))
    if rng.random() < 0.5:
        return rng.choice(DETAIL).format(f=FIRST.pick(rng))
    return rng.choice([f"The {NOUN.pick(rng)} was {COLOUR.pick(rng)}.", f"It was {rng.choice(['hot', 'cold', 'dark', 'late', 'early', 'quiet', 'warm'])} {when(rng)}.",
                       f"{FIRST.pick(rng)} was {rng.choice(['late', 'ill', 'away', 'at home', 'asleep', 'not there'])} {when(rng)}.",
                       f"There was a {COLOUR.pick(rng)} {NOUN.pick(rng)} {when(rng)}."])


def summary(rng: random.Random, held: bool = False) -> dict:
    """A few sentences of which one says what matters."""
    details = list(dict.fromkeys(aside(rng, held) for _ in range(rng.choice([1, 2, 3]))))
    name = FIRST.pick(rng, held)
    deeds = [f"{PAST[v]} {rng.choice(OBJECT[v].split('|'))}".format(
        t=THING.pick(rng, held), p=PLACE.pick(rng, held), c=CITY.pick(rng, held), w=PERSON.pick(rng, held), l=COLOUR.pick(rng))
        for v in rng.sample(list(OBJECT), rng.choice([1, 2]))]
    parts = [f"{name} {deed}." for deed in deeds]
    for detail in details:
        parts.insert(rng.randint(0 if len(deeds) == 1 else 1, len(parts)), detail)
    past = f"{name} {' and '.join(deeds)}."
    ask = rng.choice(["Summarize in one sentence: {s}", "Sum up this text: {s}", "Sum up the following in one sentence: {s}", "{s}\nSum this up.", "What happened? Answer in one sentence. {s}", "Say in one sentence what matters: {s}", "{s}\n\nGive me the main point in a sentence.", "Summarize this text.\n\n{s}", "Give a short summary: {s}", "{s}\n\nSummary:",
                      "Write a one-sentence summary of this text: {s}"] if not held else ["Please sum this up in a sentence: {s}"])
    return chat(ask.format(s=" ".join(parts)), past) | {"want": past}


def transformation(rng: random.Random, held: bool = False) -> dict:
    """One rewriting of any kind; tense most often."""
    return rng.choices([tense, tone, sequence, from_json, letters, summary], [10, 4, 3, 3, 3, 3])[0](rng, held)
