# SPDX-FileCopyrightText: 2026 The Tempera developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Topic of a text, urgency of a support ticket, and spam or not."""

import random

from .facts import chat
from .sentiment import named
from .words import CITY, COMPANY, DAYS, FIRST, PRODUCT, Pool, sentence

TOPIC = {
    "sports": ("match team goal player coach tournament race league final season referee stadium marathon striker stadium fans cup lap score trainer football tennis ball runner goal|"
               "won lost scored trained played",
               "The {a} ended with a late goal|The {a} scored twice against the visitors|Fans cheered as the {a} won the cup"
               "|The injured {a} will miss the next match|{n} won the marathon in record time|The {a} beat {c} two to one"
               "|The {a} was sold out for the final|{n} ran the fastest lap of the season"),
    "technology": ("software chip robot website phone computer network server app browser update processor program app bug engineers screen memory data code laptop hackers internet|",
                   "The new {a} runs twice as fast|A bug in the {a} was fixed on {d}|The company released an update for its {a}"
                   "|{n} wrote a program that sorts photos|Hackers attacked the {a} of a large firm|The {a} stores data in the cloud"
                   "|Engineers in {c} built a faster {a}|The {a} now has a better screen and more memory"),
    "politics": ("minister president parliament election senator mayor law vote government party campaign council mayor voters election reform tax debate opposition|",
                 "The {a} was debated all night|Voters in {c} elected a new mayor|The {a} announced a new law on {d}"
                 "|The opposition criticised the {a}|{n} will run in the next election|Parliament voted on the new tax"
                 "|The {a} met the president in {c}|The government presented its reform plan"),
    "business": ("company market bank profit shares investor sales merger factory budget customer firm investors profits shares price oil jobs head quarter|",
                 "The {a} reported higher profits this quarter|Shares of {f} fell on {d}|{f} plans to buy a smaller firm"
                 "|The {a} will open a factory in {c}|Investors expect growing sales|{n} became the head of {f}"
                 "|The {a} cut two hundred jobs|The price of oil rose again and hurt the {a}"),
    "health": ("doctor hospital vaccine patient medicine disease sleep diet nurse virus surgery therapy nurses patients heart blood headaches flu surgery medicine|",
               "The {a} helps against headaches|Doctors in {c} tested a new medicine|Patients should sleep eight hours"
               "|The {a} reduces the risk of heart disease|A daily walk lowers blood pressure|{n} recovered well after surgery"
               "|The {a} was praised by nurses|The flu virus spreads in winter"),
    "science": ("planet telescope experiment atom fossil star theory laboratory species comet physics cell scientists researchers laboratory probe biologists experiment stars|",
                "Researchers discovered a new {a}|The {a} was observed with a large telescope|Scientists in {c} measured the {a}"
                "|The experiment proved an old theory|{n} studies the {a} in the laboratory|A probe landed on a distant planet"
                "|The {a} is millions of years old|Biologists found an unknown species"),
    "travel": ("hotel flight beach airport tour island train passport luggage cruise ticket resort tourists suitcase trip holiday guide sights beaches|",
               "The {a} offers a view of the sea|Our flight to {c} leaves on {d}|Tourists love the beaches near {c}"
               "|The {a} is close to the old harbour|Book the {a} early for a cheaper trip|{n} packed a suitcase for the holiday"
               "|The {a} was delayed at the airport|A guide showed us the sights of {c}"),
    "food": ("soup bread pasta recipe sauce cheese restaurant chef cake salad oven dish butter herbs sauce cheese salt eggs flour onions garlic rice|",
             "Add salt and stir the {a}|The {a} tastes best with fresh herbs|Bake the {a} for thirty minutes"
             "|The chef in {c} is famous for the {a}|Chop the onions and fry them in butter|{n} cooked dinner with garlic and rice"
             "|The {a} needs two eggs and some flour|Serve the {a} with lemon"),
    "weather": ("rain storm snow sun wind fog cloud temperature forecast thunder frost heat hail clouds degrees thunder frost snowfall sunshine|",
                "Heavy {a} is expected on {d}|It will be cloudy in {c} with light wind|The storm brings rain to the coast"
                "|Temperatures fall below zero tonight|{d} stays sunny and dry|The {a} will last until {d}"
                "|Thick fog is likely in the morning|Thunder and hail are possible near {c}"),
    "music": ("song concert guitar band piano singer album orchestra drummer melody violin choir singer band piano choir concert drums melody stage|",
              "The {a} played until midnight|{n} sang the new song in {c}|The band recorded a second album"
              "|The {a} practised a slow melody|The orchestra opened the concert on {d}|{n} learned to play the {a}"
              "|The choir performed with a famous {a}|The {a} reached the top of the charts"),
}
ANY = ("I read an article about the {a}|{n} told me about the {a} and the {b}|The {a} was in the news on {d}|A report on the {a}"
       "|{n} knows a lot about the {a}|Everyone talks about the {a}|We discussed the {a} with {n}|My question is about the {a} and the {b}"
       "|The {a} and the {b} were the subject of the evening|People in {c} care about the {a}|A book about the {a} by {n}").split("|")
TOPIC_HELD = {
    "sports": "The {a} scored in the final minute|{n} trained for the race with a new coach",
    "technology": "A new app was released by engineers in {c}|The {a} got an update that fixed a bug",
    "politics": "The mayor of {c} announced a vote|The {a} and the president debated a law",
    "business": "{f} reported rising sales and profits|Investors bought shares of {f}",
    "health": "Nurses tested the medicine on patients|The doctor said that sleep is good for the heart",
    "science": "Scientists observed a distant star|The {a} was studied by researchers in a laboratory",
    "travel": "The flight to {c} was cheap and the hotel near the beach|Tourists book the {a} for a holiday",
    "food": "Stir the sauce and bake it with cheese|The {a} was cooked with butter and herbs",
    "weather": "Rain and wind are expected in {c} tonight|{d} brings snow and frost",
    "music": "The singer and the band performed a song|{n} practised the piano and the {a}",
}
HIGH = Pool("""Our server is down and nobody can work|The payment system fails for all customers|We are losing orders every minute
    |There is smoke coming from the {p}|All data has disappeared|Someone has stolen my account|The whole office has no internet
    |I cannot log in and my deadline is today|The alarm does not stop|Customers cannot check out|Our website is offline
    |Production has stopped|The database is corrupted and we need help now|I was charged ten times for the {p}""",
    "Our system is down and customers cannot pay|All orders disappeared and we need help now|The office is offline and nobody can log in", "|")
MEDIUM = Pool("""The {p} arrived with a scratch|The report shows a wrong total|My order is three days late
    |The app is slower than last week|One of the two screens flickers|The {p} does not charge fully|I received the wrong colour
    |The invoice has a wrong address|Search sometimes shows no results|The printer jams now and then|My refund has not arrived yet
    |The export misses one column|The {p} makes a strange noise""",
    "The {p} is late and the invoice shows a wrong total|The app sometimes flickers|My {p} has a scratch and the wrong colour", "|")
LOW = Pool("""How do I change my profile picture|Do you plan a dark theme|What are your opening hours|I would like to suggest a new feature
    |Where can I find the manual for the {p}|Could you send me a catalogue|Thank you for the quick delivery|Is the {p} also sold in green
    |How can I subscribe to the newsletter|A small typo is on your home page|I am curious when the next version comes out
    |Can I change the font size|Just a question about the {p}""",
    "Where can I change the font|Could you send me the manual for the {p}|Do you plan to sell the {p} in green", "|")
SPAM = Pool("""You have won a free {p}|Click here to claim your prize|Congratulations, you are our lucky winner|Earn {k} dollars a day from home
    |Cheap pills without prescription|Your account is blocked, send us your password|Act now, this offer ends tonight
    |Get a loan in five minutes|Lose weight fast with this trick|Free money is waiting for you|Double your income today
    |Buy followers for only {k} dollars|Hot singles near you|Limited offer, {k} percent off everything|Send {k} dollars to receive your fortune
    |You were selected for a secret bonus|Claim your free gift card|Invest now and get rich""",
    "Claim your free {p} now, lucky winner|Click now to earn free money|Get rich today with this limited offer", "|")
HAM = Pool("""The meeting is moved to {d}|Can you send me the report by {d}|Thanks for dinner last night|I will be ten minutes late
    |Please find the notes attached|Are you free for lunch on {d}|The parcel with the {p} is at the neighbour's
    |Mum asks if you come on {d}|Your library book is due on {d}|I fixed the bug you told me about|See you at the station in {c}
    |The train to {c} was late again|Do you still need the {p}|{n} says hello|Let us talk about the budget on {d}
    |The dentist called about your appointment|I left the keys on the table|Happy birthday, {n}|Call me when you are free
    |The museum is free today|I won the chess game at last|Can you lend me {k} dollars until {d}|Your order of the {p} was sent today
    |The bank is closed on {d}|Please click on save before you leave|We earn too little with the {p}|The offer for the flat in {c} ends on {d}
    |Come to the office now, {n} is here|I will pay you the {k} dollars on {d}|Get some bread and milk today""",
    "Can we move the lunch to {d}|Please send me the notes about the {p}|I will be at the station in {c} on {d}", "|")
# Spam is known by what it wants and promises, not by sentences that can be learnt by heart: most of it is made of parts.
URGE = "Click Click Act Call Order Reply Register Apply Buy Subscribe Join Answer Hurry Write Pay Come Visit|Sign up|Log in|Click here|Click below"
WHEN_URGED = "now now today tonight immediately fast quickly soon|at once|before midnight|this minute|right away|while you can|this week"
BAIT = """{k} dollars|easy money|free money|a fortune|your bonus|a free {p}|cash|a prize|your reward|a gift card|thousands of dollars|free coins
    |a luxury holiday|a secret discount|cheap pills|a miracle cure|{k} percent off|a new {p} for nothing|your winnings|a million|money"""
GAIN = "Get|Get|Earn|Earn|Win|Make|Receive|Claim|Collect|Take"
TRICK = """with this secret method|with our special deal|without any work|from home|in one week|with one click|with this amazing trick|overnight
    |with no risk|guaranteed|in only {k} minutes|with this exclusive offer|with our limited deal|with this one simple step|no questions asked"""
BECOME = "rich|rich|wealthy|a millionaire|famous|slim|younger|the lucky winner|a winner"


def parts(text: str) -> list[str]:
    """The parts of a list: between bars, and the words of what stands before the first one."""
    first, *others = [p.strip() for p in text.split("|")]
    return first.split() + others


def lure(rng: random.Random) -> str:
    """A sentence of spam, made of parts; never one of those that are held out."""
    gain, bait = rng.choice(GAIN.split("|")), rng.choice([b.strip() for b in BAIT.split("|")])
    trick, become = rng.choice([t.strip() for t in TRICK.split("|")]), rng.choice(BECOME.split("|"))
    urge, when = rng.choice(parts(URGE)), rng.choice(parts(WHEN_URGED))
    made = rng.choice([f"{urge} {when} to {gain.lower()} {bait}", f"{urge} {when} to {gain.lower()} {bait}", f"{gain} {bait} {trick}",
                       f"{gain} {bait} {when}", f"{rng.choice(['Become', 'Be', 'Get', 'Grow'])} {become} {when} {trick}", f"{urge} {when} and {gain.lower()} {bait} {trick}",
                       f"{rng.choice(['Become', 'Get'])} {become} {trick}", f"You can {gain.lower()} {bait} {trick}", f"Want to become {become}? {urge} {when}"])
    return lure(rng) if made in SPAM.held else made


ASK = ["Is the {k} of this text {l}? {r}", "Classify the {k} as {l}.\n\n{r}", "{k2} ({l}): {r}", "{r}\n\nWhich {k} is it, {l}?",
       "Choose the {k}: {l}.\nText: {r}", "Read the text and answer with one of {l}.\n\n{r}", "Text: {r}\nLabels: {l}\nLabel:",
       "Which of these labels fits: {l}?\n{r}", "Label the following text with its {k} ({l}). Answer with the label only.\n\n{r}",
       "Pick one: {l}.\n\n{r}", "Text: {r}\nAnswer with {l}.", "What is the {k} of this message? Choose from {l}.\n\n{r}",
       "Assign one label from {l} to: {r}", "Give me the {k} of this text ({l}): {r}", "Say which {k} fits, {l}: {r}",
       "{r}\nIs the {k} of this {l}?", "{r}\n\nWhat is the {k}: {l}?", "{r}\nThe {k} is {l}. Which one?", "The {k} can be {l}. {r}",
       "This text has one of these labels: {l}. Which one?\n{r}", "{r}\nChoose the {k} from {l}.", "Tell me which {k} this is, {l}.\n\n{r}",
       "{r}\n\nOne of {l}?", "What {k} does the following have, {l}? {r}", "Name the {k}, {l}: {r}", "{r}\nLabel it as {l}."]
ASK_HELD = ["Tell me the {k} ({l}) of the following: {r}", "{r}\nThe {k} of this is one of {l}. Which?"]
SYSTEM = ["You sort messages. Answer with {l}.", "Classify the {k} of each text as {l}. Answer with the label only.",
          "You are a classifier. Labels: {l}."]


def fill(rng: random.Random, text: str, held: bool, noun: str = "", noun2: str = "") -> str:
    """A template with names, days and things set in."""
    return text.format(a=noun, b=noun2, n=FIRST.pick(rng, held), c=CITY.pick(rng, held), d=rng.choice(DAYS), f=COMPANY.pick(rng, held),
                       p=PRODUCT.pick(rng, held), k=rng.choice([20, 50, 90, 100, 500]))


def question(rng: random.Random, kind: str, labels: list[str], text: str, answer: str, held: bool) -> dict:
    """The text with an instruction that names the labels, now and then in capitals or in the system text."""
    if not held and rng.random() < 0.12:
        change = rng.choice([str.upper, sentence])
        labels, answer = [change(x) for x in labels], change(answer)
    listed = named(rng, labels)
    if rng.random() < 0.15:
        return chat(text, answer, rng.choice(SYSTEM).format(l=listed, k=kind)) | {"want": answer}
    ask = rng.choice(ASK_HELD if held else ASK)
    return chat(ask.format(k=kind, k2=sentence(kind), l=listed, r=text), answer) | {"want": answer}


def topic(rng: random.Random, held: bool = False) -> dict:
    """One or two sentences on a topic, to be chosen among two to six."""
    answer = rng.choice(list(TOPIC))
    nouns, templates = TOPIC[answer]
    source = (TOPIC_HELD[answer] if held else templates).split("|")
    if not held and rng.random() < 0.5:
        source = ANY
    chosen = rng.sample(source, rng.choice([1, 1, 2]))
    text = ". ".join(fill(rng, t, held, *rng.sample(nouns.split("|")[0].split(), 2)) for t in chosen) + "."
    others = rng.sample([t for t in TOPIC if t != answer], rng.randint(1, 5))
    return question(rng, rng.choice(["topic", "topic", "category"]), [answer, *others], text, answer, held)


def urgency(rng: random.Random, held: bool = False) -> dict:
    """A support ticket of high, medium or low urgency."""
    two = rng.random() < 0.3
    answer, pool = rng.choice([("high", HIGH), ("low", LOW)] + ([] if two else [("medium", MEDIUM)]))
    text = ". ".join(fill(rng, t, held) for t in pool.some(rng, rng.choice([1, 1, 2]), held)) + "."
    if two:
        return question(rng, "urgency", ["urgent", "not urgent"], text, "urgent" if answer == "high" else "not urgent", held)
    return question(rng, rng.choice(["urgency", "urgency", "priority"]), ["high", "medium", "low"], text, answer, held)


def spam(rng: random.Random, held: bool = False) -> dict:
    """A message that is spam or is not."""
    bad = rng.random() < 0.5
    chosen = (SPAM if bad else HAM).some(rng, rng.choice([1, 1, 2]), held)
    if bad and not held:
        chosen = [lure(rng) if rng.random() < 0.7 else t for t in chosen]
    text = ". ".join(fill(rng, t, held) for t in chosen)
    text += "!" if bad and rng.random() < 0.3 else "."
    names = ("spam", "not spam") if held else rng.choice([("spam", "not spam"), ("spam", "not spam"), ("spam", "ham"), ("spam", "no spam")])
    if not held and rng.random() < 0.1:
        return chat(f"Is this message spam? Answer yes or no.\n\n{text}", "yes" if bad else "no")
    return question(rng, rng.choice(["kind", "type", "class"]), list(names), text, names[0] if bad else names[1], held)
