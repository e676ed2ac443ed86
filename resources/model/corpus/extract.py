# SPDX-FileCopyrightText: 2026 The Tempera developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Orders, invitations and contact lines from which fields are to be taken as JSON."""

import json
import random

from .facts import chat
from .phrases import domain, event, spot
from .words import CITY, COLOUR, COMPANY, DAYS, FIRST, LAST, MONTHS, NOUN, PRODUCT, article


def clock(rng: random.Random) -> str:
    """A time of day."""
    return rng.choice([f"{rng.randint(1, 12)} pm", f"{rng.randint(7, 11)} am", f"{rng.randint(8, 21)}:{rng.choice(['00', '15', '30', '45'])}"])


def date(rng: random.Random) -> str:
    """A day of the week or of the year."""
    return rng.choice([rng.choice(DAYS), f"{rng.choice(MONTHS)} {rng.randint(1, 28)}", f"{rng.randint(1, 28)} {rng.choice(MONTHS)}"])


def person(rng: random.Random, held: bool) -> str:
    """A first name, mostly with a last name."""
    first = FIRST.pick(rng, held)
    return first if rng.random() < 0.25 else f"{first} {LAST.pick(rng, held)}"


def some(rng: random.Random, parts: list[tuple[str, object, list[str]]], keep: int) -> tuple[list[str], dict]:
    """Drop some optional parts; gives the phrases left and the values by field, None where dropped."""
    phrases, values = [], {}
    for index, (field, value, forms) in enumerate(parts):
        if index < keep or rng.random() < 0.68:
            phrases.append(rng.choice(forms))
            values[field] = value
        else:
            values[field] = None
    return phrases, values


def order(rng: random.Random, held: bool) -> tuple[str, dict]:
    """An order of goods."""
    who, count = person(rng, held), rng.randint(2, 30)
    product = rng.choice([PRODUCT, NOUN]).pick(rng, held)
    product += "" if product.endswith("s") else "s"
    colour, city, price, day = COLOUR.pick(rng), CITY.pick(rng, held), rng.randint(5, 300), date(rng)
    coloured = rng.random() < 0.5
    thing = f"{count} {colour + ' ' if coloured else ''}{product}"
    phrases, values = some(rng, [
        ("city", city, [f"to {city}", f"to {city}"]),
        ("price", price, [f"for {price} dollars", f"at {price} dollars each"]),
        ("date", day, [f"by {day}", f"for delivery on {day}"])], 0)
    rng.shuffle(phrases)
    values |= {"name": who, "quantity": count, "product": product, "color": colour if coloured else None}
    rest = (" " + " ".join(phrases)) if phrases else ""
    frames = [f"{who} orders {thing}{rest}.", f"{who} would like {thing}{rest}.", f"Order from {who}: {thing}{rest}.",
              f"Hello, I am {who} and I need {thing}{rest}.", f"Please send {thing}{rest}. Regards, {who}",
              f"{who} bought {thing}{rest}.", f"My name is {who}. I want to order {thing}{rest}.",
              f"Please deliver {thing}{rest}. Thank you, {who}", f"Customer: {who}. Order: {thing}{rest}.", f"This is {who}. Could you send me {thing}{rest}?",
              f"Hi, {who} speaking. I would like to buy {thing}{rest}.", f"We got an order for {thing}{rest}. The customer is {who}.",
              f"{who} has ordered {thing}{rest}.", f"{who} wants {thing}{rest}.", f"New order from {who}: {thing}{rest}."]
    extra = [f"Hi, {who} here. Please deliver {thing}{rest}.", f"New order: {thing}{rest}. Customer: {who}."]
    return rng.choice(extra if held else frames), values


def invitation(rng: random.Random, held: bool) -> tuple[str, dict]:
    """An invitation to an event."""
    who, occasion, day, time, place = person(rng, held), event(rng, held), date(rng), clock(rng), spot(rng, held)
    phrases, values = some(rng, [("date", day, [f"on {day}"]), ("time", time, [f"at {time}", f"from {time}"]),
                                 ("place", place, [f"at the {place}", f"in the {place}"])], 0)
    rng.shuffle(phrases)
    rest = (" " + " ".join(phrases)) if phrases else ""
    values["event"] = occasion
    host = rng.random() < 0.7
    values["host"] = who if host else None
    if not host:
        return rng.choice([f"You are invited to {article(occasion)}{rest}.", f"Please come to the {occasion}{rest}.",
                           f"The {occasion} takes place{rest}."]), values
    frames = [f"{who} invites you to {article(occasion)}{rest}.", f"Come to my {occasion}{rest}! Yours, {who}",
              f"There is {article(occasion)} with {who}{rest}.", f"You are invited to the {occasion} of {who}{rest}.",
              f"Join {who} for {article(occasion)}{rest}.", f"{who} is giving {article(occasion)}{rest}. You are welcome.",
              f"Dear guests, come to my {occasion}{rest}. Best wishes, {who}", f"{who} hosts {article(occasion)}{rest}.", f"{who} hopes to see you at the {occasion}{rest}."]
    extra = [f"{who} would love to see you at the {occasion}{rest}.", f"Dear friends, please join my {occasion}{rest}. {who}"]
    return rng.choice(extra if held else frames), values


def contact(rng: random.Random, held: bool) -> tuple[str, dict]:
    """A line with the ways to reach a person."""
    first, last = FIRST.pick(rng, held), LAST.pick(rng, held)
    mail = rng.choice([first.lower(), f"{first.lower()}.{last.lower()}", last.lower()]) + "@" + domain(rng, held)
    phone = f"{rng.randint(100, 999)}-{rng.randint(1000, 9999)}"
    firm, city = COMPANY.pick(rng, held), CITY.pick(rng, held)
    phrases, values = some(rng, [
        ("company", firm, [f"works at {firm}", f"is with {firm}"]), ("city", city, [f"lives in {city}", f"is based in {city}"]),
        ("phone", phone, [f"can be called at {phone}", f"has the phone number {phone}"]),
        ("email", mail, [f"writes from {mail}", f"has the email {mail}"])], 0)
    values["name"] = f"{first} {last}"
    if not phrases or rng.random() < 0.4:
        # An unknown name alone does not tell whether it is that of a firm or of a city, so the firm is marked.
        others = [v for v in (values["city"], values["phone"], values["email"]) if v]
        rng.shuffle(others)
        who = f"{values['name']} of {firm}" if values["company"] else values["name"]
        return ("Contact: " if held else rng.choice(["", "Contact: ", "Card: "])) + ", ".join([who, *others]), values
    text = phrases[0] if len(phrases) == 1 else ", ".join(phrases[:-1]) + " and " + phrases[-1]
    return f"{values['name']} {text}.", values


FIELDS = {"order": ["name", "quantity", "product", "color", "price", "city", "date"],
          "invitation": ["event", "host", "date", "time", "place"], "contact": ["name", "company", "city", "phone", "email"]}
MAKERS = {"order": order, "invitation": invitation, "contact": contact}
ASK = ["Extract {f} as JSON.\n\n{t}", "Extract {f} from this {k} as JSON: {t}", "{t}\n\nGive {f} as JSON.",
       "Return a JSON object with {f}.\nText: {t}", "Read the text and fill in {f} as JSON.\n{t}",
       "Turn this {k} into JSON with the fields {f}.\n\n{t}", "Extract the fields {f} from the text. Answer with JSON only.\n\nText: {t}",
       "{t}\nReturn {f} as JSON.", "{t}\n\nWrite a JSON object with {f}.", "Write {f} as JSON: {t}", "{t}\nExtract {f} as JSON.",
       "Read this {k} and give {f} as a JSON object.\n{t}", "Find {f} in this {k} and answer with JSON.\n\n{t}", "Give me {f} as JSON: {t}",
       "Give {f} of this {k} as JSON and use null for what is absent.\n{t}", "{t}\nList {f} as JSON. Use null when something is missing.",
       "Text: {t}\nJSON with {f}:", "Extract {f} as JSON. Use null for what is missing.\n\n{t}",
       "Get {f} from the following text as JSON, with null for absent fields.\n\n{t}"]
ASK_HELD = ["Please read this {k} and return {f} as a JSON object.\n{t}", "{t}\nWrite {f} as JSON and use null when absent."]
SYSTEM = ["You extract {f} as JSON. Use null for what is absent.", "Return JSON with the fields {f}.", "Extract {f} as JSON."]


def fields_named(rng: random.Random, names: list[str]) -> str:
    """The fields as a person lists them."""
    return rng.choice([", ".join(names[:-1]) + f" and {names[-1]}" if len(names) > 1 else names[0], ", ".join(names),
                       ", ".join(f'"{n}"' for n in names)])


def extraction(rng: random.Random, held: bool = False) -> dict:
    """A text, the fields asked and the JSON."""
    kind = rng.choice(list(FIELDS))
    text, values = MAKERS[kind](rng, held)
    names = rng.sample(FIELDS[kind], rng.randint(2, len(FIELDS[kind])) if rng.random() < 0.8 else 1)
    if rng.random() < 0.6:
        names = [n for n in FIELDS[kind] if n in names]
    answer = json.dumps({n: values[n] for n in names}, ensure_ascii=False)
    listed = fields_named(rng, names)
    if rng.random() < 0.15:
        return chat(text, answer, rng.choice(SYSTEM).format(f=listed)) | {"want": answer}
    return chat(rng.choice(ASK_HELD if held else ASK).format(f=listed, t=text, k=kind), answer) | {"want": answer}
