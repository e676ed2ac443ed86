# SPDX-FileCopyrightText: 2026 The Tempera developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Plain facts: capitals, months, days, small sums and opposites, as text and as questions."""

import random

from .words import DAYS, MONTHS, NUMBERS, sentence

CAPITALS = dict(pair.split(":") for pair in """France:Paris|Germany:Berlin|Italy:Rome|Spain:Madrid|Portugal:Lisbon
|Austria:Vienna|Norway:Oslo|Sweden:Stockholm|Denmark:Copenhagen|Finland:Helsinki|Ireland:Dublin|Greece:Athens
|Poland:Warsaw|Hungary:Budapest|Belgium:Brussels|Romania:Bucharest|Bulgaria:Sofia|Croatia:Zagreb|Serbia:Belgrade
|Ukraine:Kyiv|Russia:Moscow|Turkey:Ankara|Egypt:Cairo|Kenya:Nairobi|Japan:Tokyo|China:Beijing|India:New Delhi
|Canada:Ottawa|Mexico:Mexico City|Brazil:Brasilia|Argentina:Buenos Aires|Chile:Santiago|Peru:Lima|Cuba:Havana
|Colombia:Bogota|Australia:Canberra|New Zealand:Wellington|England:London|Scotland:Edinburgh|Wales:Cardiff
|the United Kingdom:London|the United States:Washington|the Netherlands:Amsterdam|Switzerland:Bern|Iceland:Reykjavik
|Thailand:Bangkok|Vietnam:Hanoi|South Korea:Seoul|Indonesia:Jakarta|Iran:Tehran|Iraq:Baghdad|Morocco:Rabat
|Tunisia:Tunis|Nigeria:Abuja|Ghana:Accra|Ethiopia:Addis Ababa|Lebanon:Beirut|Jordan:Amman|Syria:Damascus
|Qatar:Doha|Nepal:Kathmandu|Pakistan:Islamabad|Mongolia:Ulaanbaatar|Estonia:Tallinn|Latvia:Riga|Lithuania:Vilnius
|Slovakia:Bratislava|Slovenia:Ljubljana|the Czech Republic:Prague|Venezuela:Caracas|Ecuador:Quito|Uruguay:Montevideo
|Jamaica:Kingston|Senegal:Dakar|Uganda:Kampala|Angola:Luanda|Georgia:Tbilisi|Armenia:Yerevan|Malta:Valletta
|Cyprus:Nicosia|the Philippines:Manila|Malaysia:Kuala Lumpur|Saudi Arabia:Riyadh|Algeria:Algiers|Libya:Tripoli""".replace("\n", "").split("|"))

OPPOSITES = [pair.split(":") for pair in """hot:cold|big:small|fast:slow|happy:sad|light:dark|open:closed|high:low
|hard:soft|new:old|rich:poor|strong:weak|long:short|wet:dry|full:empty|early:late|near:far|up:down|left:right
|good:bad|clean:dirty|loud:quiet|young:aged|heavy:weightless|thick:thin|wide:narrow|deep:shallow|day:night
|start:end|win:lose|buy:sell|push:pull|love:hate|true:false|always:never|first:last|inside:outside|above:below
|before:after|brave:cowardly|sharp:blunt|cheap:expensive|easy:difficult|safe:dangerous|sweet:sour|smooth:rough
|tall:tiny|kind:cruel|awake:asleep|alive:dead|friend:enemy|summer:winter|north:south|east:west""".replace("\n", "").split("|")]

CAPITAL_ASK = ["What is the capital of {c}?", "Name the capital of {c}.", "Which city is the capital of {c}?",
               "Tell me the capital of {c}.", "What's the capital of {c}?", "Can you tell me the capital of {c}?",
               "The capital city of {c}?", "Do you know the capital of {c}?", "what is the capital of {c}"]
CAPITAL_HELD = ["Please name the capital city of {c}.", "Could you tell me what the capital of {c} is?",
                "I would like to know the capital of {c}."]
CAPITAL_PLAIN = ["The capital of {c} is {k}.", "The capital of {c} is {k}.", "The capital of {c} is {k}.",
                 "{k} is the capital of {c}.", "The capital city of {c} is {k}.", "{C}'s capital is {k}.",
                 "The capital of {c} is called {k}."]
BRIEF = ["Answer with the name only.", "One word.", "Reply with just the name.", "Answer briefly.", "Only the name, please."]


def capital(rng: random.Random, held: bool = False) -> dict:
    """A capital as a plain sentence, a sentence to complete, or a question."""
    country, city = rng.choice(list(CAPITALS.items()))
    words = {"c": country, "C": sentence(country), "k": city}
    kind = 1.0 if held else rng.random()
    if kind < 0.35:
        facts = rng.sample(list(CAPITALS.items()), rng.choice([1, 1, 1, 2, 3]))
        return {"plain": " ".join(rng.choice(CAPITAL_PLAIN).format(c=c, C=sentence(c), k=k) for c, k in facts)}
    if kind < 0.5:
        ask = rng.choice(["The capital of {c} is", "Complete: The capital of {c} is", "The capital city of {c} is",
                          "Finish the sentence: The capital of {c} is"]).format(**words)
        return chat(ask, city + ".")
    if kind < 0.6:
        return chat(f"Which country has the capital {city}?" if rng.random() < 0.5
                    else f"{city} is the capital of which country?", f"{city} is the capital of {country}.") \
            if city != "London" else capital(rng)
    ask = rng.choice(CAPITAL_HELD if held else CAPITAL_ASK).format(**words)
    if rng.random() < 0.3:
        return dict(chat(f"{ask} {rng.choice(BRIEF)}", city), want=city)
    return dict(chat(ask, f"The capital of {country} is {city}."), want=city)


def chat(ask: str, answer: str, system: str = "") -> dict:
    """A document of one exchange."""
    turns = [["user", ask], ["assistant", answer]]
    return {"turns": ([["system", system]] if system else []) + turns}


def calendar(rng: random.Random, held: bool = False) -> dict:
    """The order of months and days."""
    names, kind = (MONTHS, "month") if rng.random() < 0.65 else (DAYS, "day")
    i = rng.randrange(len(names))
    this, after, before = names[i], names[(i + 1) % len(names)], names[i - 1]
    if held:
        return chat(f"Please tell me the {kind} that follows {this}.", after) | {"want": after}
    roll = rng.random()
    if roll < 0.1:
        return {"plain": f"The {kind} after {this} is {after}. The {kind} before {this} is {before}."}
    if roll < 0.2 and kind == "month":
        ordinal = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()[i]
        return chat(rng.choice(["What is the {o} month of the year?", "Which month is the {o} one?",
                                "Name the {o} month."]).format(o=ordinal), this)
    if roll < 0.3 and kind == "month":
        days = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][i]
        return chat(f"How many days are in {this}?", str(days))
    if roll < 0.65:
        return chat(rng.choice(["What {k} comes after {t}?", "Which {k} follows {t}?", "What is the {k} after {t}?",
                                "Name the {k} after {t}.", "Tell me the {k} after {t}.", "Tell me which {k} follows {t}.", "Give me the {k} that comes after {t}.", "The {k} after {t} is", "What {k} is next after {t}?"]).format(k=kind, t=this), after)
    return chat(rng.choice(["What {k} comes before {t}?", "Which {k} is before {t}?", "What is the {k} before {t}?",
                            "Name the {k} before {t}."]).format(k=kind, t=this), before)


def arithmetic(rng: random.Random, held: bool = False) -> dict:
    """Sums and differences up to 20 and products up to 5 times 10."""
    a, b = rng.randint(0, 10), rng.randint(0, 10)
    sign, word = rng.choice([("+", "plus"), ("+", "plus"), ("-", "minus"), ("*", "times")])
    if sign == "-":
        a, b = max(a, b), min(a, b)
    if sign == "*":
        a = rng.randint(1, 5)
    value = {"+": a + b, "-": a - b, "*": a * b}[sign]
    if held:
        return chat(f"Please work out {a} {word} {b}.", str(value)) | {"want": str(value)}
    roll = rng.random()
    if roll < 0.2:
        return {"plain": f"{a} {sign} {b} = {value}"}
    if roll < 0.3 and value <= 20:
        return chat(f"What is {NUMBERS[a]} {word} {NUMBERS[b]}?", NUMBERS[value])
    ask = rng.choice(["What is {a} {s} {b}?", "What is {a} {w} {b}?", "{a} {s} {b} =", "Calculate {a} {s} {b}.", "Work out {a} {s} {b}.", "Work out {a} {w} {b}.", "Calculate {a} {w} {b}.", "Add it up: {a} {s} {b}" if sign == "+" else "{a} {s} {b} = ?", "Tell me {a} {w} {b}.",
                      "How much is {a} {w} {b}?", "{a} {s} {b}", "What is {a} {s} {b}? Answer with the number only."])
    return chat(ask.format(a=a, b=b, s=sign, w=word), str(value))


def opposite(rng: random.Random, held: bool = False) -> dict:
    """A word and its opposite."""
    pair = rng.choice(OPPOSITES)
    a, b = pair if rng.random() < 0.6 or pair[1] in ("aged", "weightless", "tiny") else pair[::-1]
    if held:
        return chat(f"Please give me the opposite of {a}.", b) | {"want": b}
    if rng.random() < 0.3:
        return {"plain": rng.choice([f"The opposite of {a} is {b}.", f"{sentence(a)} is the opposite of {b}."])}
    ask = rng.choice(['What is the opposite of {a}?', 'What is the opposite of "{a}"?', "Give the opposite of {a}.", "Give me the opposite of {a}.", "Tell me the opposite of {a}.", "What is the opposite word of {a}?", "Write the opposite of {a}.", "I need the opposite of {a}.",
                      "Name the opposite of {a}.", "Opposite of {a}?", "The opposite of {a} is", "Which word is the opposite of {a}?"])
    return chat(ask.format(a=a), b)


def fact(rng: random.Random, held: bool = False) -> dict:
    """One fact of any kind; capitals most often."""
    return rng.choices([capital, calendar, arithmetic, opposite], [10, 4, 5, 4])[0](rng, held)
