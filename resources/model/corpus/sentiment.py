# SPDX-FileCopyrightText: 2026 The Tempera developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reviews with a known sentiment, and the many ways in which one asks for it."""

import random

from .facts import chat
from .words import Pool, sentence

SUBJECT = {
    "film": "film movie series episode documentary show comedy concert song album play book novel story ending",
    "food": "food soup pizza cake coffee breakfast dinner bread salad dessert tea sauce menu meal sandwich",
    "stay": "hotel room bed restaurant museum tour beach flight trip service staff waiter shop place bar",
    "thing": "phone camera laptop battery lamp chair jacket screen blender watch tent app game keyboard backpack",
}
HELD_SUBJECT = {"film": "musical podcast drama", "food": "pasta curry burger", "stay": "hostel spa cruise",
                "thing": "printer kettle speaker"}
GOOD = {
    "film": "gripping moving funny brilliant touching exciting clever charming unforgettable",
    "food": "delicious tasty fresh perfect superb wonderful yummy",
    "stay": "lovely friendly clean comfortable perfect helpful charming cosy pleasant beautiful spotless quiet welcoming attentive polite",
    "thing": "reliable sturdy quick bright handy solid elegant comfortable easy fast durable light practical useful",
    "any": "great good excellent amazing fantastic wonderful lovely superb perfect awesome fabulous nice outstanding terrific splendid brilliant magnificent impressive",
}
BAD = {
    "film": "boring dull predictable silly slow confusing annoying pointless",
    "food": "cold stale salty bland burnt tasteless disgusting soggy",
    "stay": "dirty noisy rude unfriendly smelly crowded shabby unhelpful overpriced filthy loud ugly cramped",
    "thing": "broken flimsy slow useless cheap unreliable faulty scratched weak fragile defective noisy heavy uncomfortable",
    "any": "bad terrible awful horrible poor disappointing dreadful useless nasty miserable worthless lousy pathetic unacceptable mediocre annoying frustrating",
}
GOOD_TEXT = Pool("""I love it|I loved every minute|I would buy it again|Highly recommended|We will come back
    |It made my day|I am very happy with it|Best purchase of the year|Five stars|Everything was perfect
    |I enjoyed it a lot|My family loves it|It works perfectly|Worth every penny|I could not be happier|What a treat
    |It exceeded my hopes|I smiled all the way|I recommend it to everyone|A real pleasure|It works great|The quality is great|Fast delivery and great service|I am impressed|It is exactly what I needed|Great value for money|I use it every day and love it|I laughed all evening|We had a great time|I will order again|My favourite so far|It arrived quickly and works well|Very happy customer|Thank you so much""",
    "I am delighted with it|We loved it so much|I would recommend it again", "|")
BAD_TEXT = Pool("""I hate it|A waste of money|I want my money back|Never again|It broke after two days
    |I would not recommend it|We will not come back|I regret buying it|One star|I was very disappointed
    |Nothing worked|It stopped working|Stay away|It ruined my evening|I had to send it back|What a waste of time
    |I could not finish it|Nobody helped us|Worst purchase of the year|I fell asleep|The quality is poor|It does not work|Slow delivery and bad service|It fell apart after a week|I am angry|Do not buy this|It arrived broken|Nobody answered my calls|I waited for hours|Total rubbish|I will never order again|We left early|It was a big mistake|Very unhappy customer|The worst film I have ever seen|Avoid it""",
    "I regret it and want my money back|It broke and nobody helped|A terrible waste of time", "|")
NEUTRAL = Pool("""The {n} arrived on {d}|It comes in a {c} box|The {n} is {c}|I bought the {n} in {m}|It has two parts
    |The {n} was made in {k}|We went there on {d}|It is about the size of a book|The {n} costs {p} dollars
    |I have had the {n} for {p} days|There are {p} of them in a pack|It opens at {p} in the morning
    |The {n} was ordered in {m}|It is next to the station|My brother has the same {n}|The instructions are in English
    |It took {p} minutes|I used the {n} on {d}""",
    "The {n} came on {d} in a {c} box|I got the {n} in {m}|The {n} is {c} and has two parts", "|")
FEEL_GOOD = "delighted thrilled pleased glad satisfied content grateful overjoyed happy enthusiastic amazed charmed".split()
FEEL_BAD = "upset furious annoyed unhappy dissatisfied displeased sorry frustrated angry disappointed irritated bored shocked".split()
VERY = ["", "", "", "very ", "really ", "so ", "absolutely ", "truly ", "quite "]


def opinion(rng: random.Random, kind: str, good: bool, held: bool) -> str:
    """One sentence of praise or blame of a subject of this kind."""
    noun = rng.choice((HELD_SUBJECT if held and rng.random() < 0.7 else SUBJECT)[kind].split())
    table, other = (GOOD, BAD) if good else (BAD, GOOD)
    words = rng.sample((table[kind] + " " + table["any"]).split(), 2)
    wrong = rng.choice((other[kind] + " " + other["any"]).split())
    be = "were" if noun in ("staff",) else "was"
    frames = [f"The {noun} {be} {rng.choice(VERY)}{words[0]}", f"The {noun} {be} {words[0]} and {words[1]}",
              f"What a {words[0]} {noun}" if words[0][0] not in "aeiou" else f"What an {words[0]} {noun}",
              f"{sentence(words[0])} {noun}", f"This {noun} is {rng.choice(VERY)}{words[0]}",
              f"I found the {noun} {rng.choice(VERY)}{words[0]}", f"We thought the {noun} was {words[0]}",
              f"The {noun} was not {wrong} at all, it was {words[0]}", f"{sentence(words[0])} {noun}, {words[1]} too",
              f"I must say the {noun} is {words[0]}", f"The {noun} turned out to be {words[0]}",
              f"The {noun} was not {wrong}" if not good else f"The {noun} was never {wrong}"]
    extra = [f"Honestly, the {noun} was {rng.choice(VERY)}{words[0]}", f"Such {words[0]} {noun}, and {words[1]}",
             f"My {noun} was {words[0]} and really {words[1]}"]
    return rng.choice(extra if held else frames)


def feeling(rng: random.Random, kind: str, good: bool) -> str:
    """One sentence that says how somebody feels about a subject of this kind."""
    noun, word = rng.choice(SUBJECT[kind].split()), rng.choice(FEEL_GOOD if good else FEEL_BAD)
    who = rng.choice(["I am", "I was", "We are", "We were", "I feel", "My family is", "My wife is", "My father was", "Everybody is", "The children were"])
    found = f"{who} {rng.choice(VERY)}{word} {rng.choice(['with', 'about'])} {rng.choice(['it', f'the {noun}', f'this {noun}', 'the result'])}"
    return feeling(rng, kind, good) if found in GOOD_TEXT.held + BAD_TEXT.held else rng.choice([found, found, f"{who} {rng.choice(VERY)}{word}"])


def review(rng: random.Random, label: str, held: bool = False) -> str:
    """A review of one to three sentences with the sentiment `label`."""
    kind = rng.choice(list(SUBJECT))
    count = rng.choice([1, 1, 2, 2, 3])
    if label == "neutral":
        noun = rng.choice((HELD_SUBJECT if held else SUBJECT)[kind].split())
        parts = [t.format(n=noun, d=rng.choice(["Monday", "Tuesday", "Friday", "Sunday"]), c=rng.choice(["blue", "red", "black", "white"]),
                          m=rng.choice(["May", "June", "March"]), k=rng.choice(["Italy", "China", "Spain"]), p=rng.randint(2, 9))
                 for t in NEUTRAL.some(rng, count, held)]
    else:
        good = label == "positive"
        pool = GOOD_TEXT if good else BAD_TEXT
        rolls = [rng.random() for _ in range(count)]
        parts = [opinion(rng, kind, good, held) if r < 0.65 else feeling(rng, kind, good) if r < 0.8 and not held else pool.pick(rng, held) for r in rolls]
        if rng.random() < 0.12:
            parts.insert(0, f"It came on {rng.choice(['Monday', 'Friday', 'Sunday'])}")
    end = rng.choice([". ", ". ", ". ", "! "] if label != "neutral" else [". "])
    text = end.join(parts) + end.strip()
    return text.lower() if rng.random() < 0.05 else text


ASK = ["Is this review {l}? {r}", "Is this review {l}?\n{r}", "Is this review {l}?\n\n{r}", "Classify the sentiment as {l}.\n\n{r}", "Label this review as {l}: {r}",
       "What is the sentiment of this review, {l}?\n{r}", "{r}\n\nIs this {l}?", "Sentiment ({l}): {r}",
       "Review: {r}\nAnswer with {l}.", "Decide whether the following text is {l}.\nText: {r}",
       "Classify this review: {r}\nAnswer {l}.", "Is the following review {l}? Answer with one word.\n\n{r}",
       "{r}\nIs the sentiment of this {l}?", "{r}\n\nWhat is the sentiment: {l}?", "Say if this is {l}: {r}", "{r}\nWhich label is right, {l}?",
       "Give the sentiment of this text ({l}): {r}", "{r}\n\nThe review is {l}. Which one?", "Which of {l} fits this review? {r}",
       "Tell me whether this customer is {l}: {r}", "How does this review sound, {l}? {r}", "{r}\nAnswer {l}.", "Find out if this review is {l}.\n{r}",
       "Read the review and answer {l}.\n\nReview: {r}\nSentiment:", "Choose one label: {l}.\n\n{r}",
       "Label the review. Labels: {l}.\n\nReview: {r}", 'Is "{r}" {l}?', "Review: {r}\nSentiment ({l}):",
       "Classify the sentiment of this review as {l}. Answer with the label only.\n\n{r}",
       "Classify the following customer review as {l}. Reply with one word.\n\nReview: \"{r}\""]
ASK_HELD = ["Tell me if this review is {l}: {r}", "{r}\n\nThe sentiment of this text ({l})?",
            "Which label fits this review, {l}? Review: {r}"]
SYSTEM = ["You are a sentiment classifier. Answer with {l}.", "Classify each review as {l}. Answer with the label only.",
          "You label reviews as {l}. Reply with one word."]
NAMES = [("positive", "negative", "neutral")] * 8 + [("good", "bad", "neutral"), ("happy", "unhappy", "neutral"),
         ("Positive", "Negative", "Neutral"), ("POSITIVE", "NEGATIVE", "NEUTRAL"), ("Positive", "Negative", "Neutral")]


def named(rng: random.Random, labels: list[str]) -> str:
    """The labels as a person lists them in a prompt."""
    labels = list(labels)
    rng.shuffle(labels)
    return rng.choice([", ".join(labels[:-1]) + f" or {labels[-1]}", ", ".join(labels), " or ".join(labels),
                       "/".join(labels), ", ".join(labels[:-1]) + f", or {labels[-1]}" if len(labels) > 2 else " or ".join(labels)])


def sentiment(rng: random.Random, held: bool = False) -> dict:
    """A review to be labelled, with two or three labels, by user or system text."""
    three = rng.random() < 0.5
    truth = rng.choice(["positive", "negative", "neutral"] if three else ["positive", "negative"])
    names = NAMES[0] if held else rng.choice(NAMES)
    labels = list(names) if three else list(names[:2])
    answer = names[["positive", "negative", "neutral"].index(truth)]
    text, listed = review(rng, truth, held), named(rng, labels)
    if rng.random() < 0.15:
        return chat(text, answer, rng.choice(SYSTEM).format(l=listed)) | {"want": answer}
    if rng.random() < 0.08 and names == NAMES[0] and not held:
        ask = rng.choice(["What is the sentiment? {r}", "Classify the sentiment: {r}", "Sentiment of this review?\n{r}"])
        return chat(ask.format(r=text), answer)
    return chat(rng.choice(ASK_HELD if held else ASK).format(l=listed, r=text), answer) | {"want": answer}
