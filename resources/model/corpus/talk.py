# SPDX-FileCopyrightText: 2026 The Tempera developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Conversations: greetings, system texts that set a tone, facts told and asked again later."""

import random

from .facts import CAPITALS, arithmetic, calendar, opposite
from .words import ANIMAL, CITY, COLOUR, FIRST, Pool, article, sentence

JOB = Pool("teacher baker doctor farmer pilot painter tailor singer cook driver gardener writer lawyer dentist plumber",
           "nurse carpenter librarian florist", odd=0.2)
MEAL = Pool("pizza soup pasta rice bread cheese cake salad noodles pancakes fish apples", "curry burgers dumplings", odd=0.2)
HOBBY = Pool("chess|tennis|reading|swimming|painting|dancing|cooking|fishing|running|singing", "climbing|sewing|skating", "|", odd=0.2)
HELLO = ["Hello!", "Hi", "Hello", "Hi there!", "Good morning!", "Hey", "Good evening."]
HELLO_BACK = ["Hello! How can I help you?", "Hi! What can I do for you?", "Hello! Nice to hear from you."]
SMALL = [("How are you?", "I am fine, thank you. How can I help you?"), ("Who are you?", "I am a small language model that comes with Tempera."),
         ("What are you?", "I am a small language model that comes with Tempera."),
         ("What can you do?", "I can write short stories, classify texts, extract data, rewrite sentences and answer simple questions."),
         ("Thank you!", "You are welcome!"), ("Thanks", "You are welcome!"), ("Goodbye", "Goodbye! See you soon."), ("Bye!", "Goodbye! See you soon."),
         ("What is your name?", "I am the built-in model of Tempera."), ("Tell me a joke.", "Why did the hen cross the road? To get to the other side."),
         ("Can you help me?", "Of course. What do you need?"), ("Good night!", "Good night! Sleep well."), ("Are you a person?", "No, I am a computer program."),
         ("What is Tempera?", "Tempera is a workbench for prompts.")]


def told(rng: random.Random, held: bool) -> tuple[str, list[str], list[str], str, str]:
    """A fact about the user: its kind, ways to tell it, ways to ask it, the answer and the word that counts."""
    kind = rng.choice(["name", "city", "colour", "pet", "job", "age", "food", "hobby", "friend"])
    if kind == "name":
        x = FIRST.pick(rng, held)
        return kind, [f"My name is {x}.", f"I am {x}.", f"Hi, I'm {x}.", f"Call me {x}."], ["What is my name?", "Do you remember my name?", "Who am I?"], f"Your name is {x}.", x
    if kind == "city":
        x = CITY.pick(rng, held)
        return kind, [f"I live in {x}.", f"My home is in {x}.", f"I moved to {x}."], ["Where do I live?", "Which city do I live in?", "Do you know where I live?"], f"You live in {x}.", x
    if kind == "colour":
        x = COLOUR.pick(rng)
        return kind, [f"My favourite colour is {x}.", f"I like the colour {x} best."], ["What is my favourite colour?", "Which colour do I like best?"], f"Your favourite colour is {x}.", x
    if kind == "pet":
        a, x = ANIMAL.pick(rng, held), FIRST.pick(rng, held)
        return kind, [f"I have {article(a)} named {x}.", f"My {a} is called {x}.", f"My pet is {article(a)} called {x}."], \
            ["What is my pet called?", "What is the name of my pet?", f"What is my {a} called?"], f"Your {a} is called {x}.", x
    if kind == "job":
        x = JOB.pick(rng, held)
        return kind, [f"I work as {article(x)}.", f"My job is {x}.", f"I am {article(x)}."], ["What is my job?", "What do I do for work?"], f"You are {article(x)}.", x
    if kind == "age":
        x = str(rng.randint(12, 80))
        return kind, [f"I am {x} years old.", f"My age is {x}."], ["How old am I?", "What is my age?"], f"You are {x} years old.", x
    if kind == "food":
        x = MEAL.pick(rng, held)
        return kind, [f"My favourite food is {x}.", f"I like {x} best of all food."], ["What is my favourite food?", "Which food do I like best?"], f"Your favourite food is {x}.", x
    if kind == "hobby":
        x = HOBBY.pick(rng, held)
        return kind, [f"My hobby is {x}.", f"I spend my evenings with {x}."], ["What is my hobby?", "How do I spend my evenings?"], f"Your hobby is {x}.", x
    x = FIRST.pick(rng, held)
    return kind, [f"My best friend is {x}.", f"My friend is called {x}."], ["Who is my best friend?", "What is my friend called?"], f"Your friend is called {x}.", x


REPLY = {"name": ["Nice to meet you, {x}!", "Hello, {x}!"], "city": ["{x} is a nice place.", "I have heard of {x}."], "colour": ["{X} is a lovely colour."],
         "pet": ["{x} is a nice name.", "Say hello to {x}!"], "job": ["That is a fine job."], "age": ["That is a good age."],
         "food": ["{X} sounds tasty."], "hobby": ["{X} sounds like fun."], "friend": ["{x} sounds like a good friend."]}
ACCEPT = ["I will remember that.", "Good to know.", "Thank you for telling me."]


def distraction(rng: random.Random) -> list[list[str]]:
    """An exchange that has nothing to do with the facts told."""
    roll = rng.random()
    if roll < 0.3:
        return [list(x) for x in zip(["user", "assistant"], rng.choice(SMALL))]
    if roll < 0.6:
        country, city = rng.choice(list(CAPITALS.items()))
        return [["user", f"What is the capital of {country}?"], ["assistant", f"The capital of {country} is {city}."]]
    while True:
        document = rng.choice([calendar, arithmetic, opposite])(rng)
        if "turns" in document:
            return document["turns"]


def recall(rng: random.Random, held: bool = False) -> dict:
    """One to three facts told, perhaps something else, then one or two of them asked."""
    facts, turns = {}, []
    for _ in range(rng.choice([1, 2, 2, 3])):
        fact = told(rng, held)
        facts.setdefault(fact[0], fact)
    facts = list(facts.values())
    if rng.random() < 0.2:
        turns += [["user", rng.choice(HELLO)], ["assistant", rng.choice(HELLO_BACK)]]
    if rng.random() < 0.3:
        turns.append(["user", " ".join(rng.choice(f[1]) for f in facts)])
        turns.append(["assistant", rng.choice(ACCEPT)])
    else:
        for kind, say, _, _, x in facts:
            reply = rng.choice(REPLY[kind] + ACCEPT[:1]).format(x=x, X=sentence(x))
            turns += [["user", rng.choice(say)], ["assistant", reply]]
            if rng.random() < 0.3:
                turns += distraction(rng)
    if rng.random() < 0.4:
        turns += distraction(rng)
    asked = rng.sample(facts, 1 if held else min(len(facts), rng.choice([1, 1, 2, 3])))
    for fact in asked:
        turns += [["user", rng.choice(fact[2])], ["assistant", fact[3]]]
    if rng.random() < 0.15:
        turns.insert(0, ["system", rng.choice(["You are a helpful assistant.", "You are a friendly assistant with a good memory."])])
    return {"turns": turns, "want": asked[-1][4]}


STYLES = [
    (["You are a pirate.", "Talk like a pirate.", "Answer like a pirate."], lambda a: f"Arr, matey! {a}"),
    (["Always be polite.", "You are a very polite butler."], lambda a: f"Certainly. {a} I am glad to help."),
    (["End each answer with an exclamation mark.", "You are very excited."], lambda a: a.rstrip(".") + "!"),
    (["Answer in one sentence.", "Reply with exactly one sentence.", "Keep your answers to a single sentence."], lambda a: a),
    (["You are a helpful assistant.", "You answer questions.", "You are a geography teacher."], lambda a: a),
]
BRIEF = ["Answer with one word.", "Reply with one word only.", "Answer with the name only."]


def persona(rng: random.Random, held: bool = False) -> dict:
    """Questions under a system text that sets the manner of the answers."""
    if rng.random() < 0.25:
        turns = [["system", rng.choice(BRIEF)]]
        for country, city in rng.sample(list(CAPITALS.items()), rng.choice([1, 2])):
            turns += [["user", f"What is the capital of {country}?"], ["assistant", city]]
        return {"turns": turns, "want": turns[-1][1]}
    texts, change = rng.choice(STYLES)
    turns = [["system", rng.choice(texts)]]
    for _ in range(rng.choice([1, 1, 2])):
        if rng.random() < 0.7:
            country, city = rng.choice(list(CAPITALS.items()))
            ask, answer = f"What is the capital of {country}?", f"The capital of {country} is {city}."
        else:
            ask, answer = rng.choice(SMALL)
        turns += [["user", ask], ["assistant", change(answer)]]
    return {"turns": turns, "want": turns[-1][1]}


def greeting(rng: random.Random, held: bool = False) -> dict:
    """Small talk."""
    turns = []
    if rng.random() < 0.5:
        turns += [["user", rng.choice(HELLO)], ["assistant", rng.choice(HELLO_BACK)]]
    for ask, answer in rng.sample(SMALL, rng.choice([1, 1, 2])):
        turns += [["user", ask], ["assistant", answer]]
    return {"turns": turns}


def conversation(rng: random.Random, held: bool = False) -> dict:
    """A conversation of any kind; recall most often."""
    return rng.choices([recall, persona, greeting], [7, 3, 1])[0](rng, held)
