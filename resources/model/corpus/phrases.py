# SPDX-FileCopyrightText: 2026 The Tempera developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Phrases made of parts: so many that a model cannot learn them by heart and has to copy them."""

import random

from .words import ANIMAL, CITY, COLOUR, DAYS, FIRST, GOODNESS, MONTHS, NOUN, NUMBERS, PERSON, PLACE, THING, Pool, invented

EVENTS = Pool("""party wedding dinner concert meeting lunch picnic workshop lecture breakfast barbecue rehearsal festival fair race match contest
              parade tour class lesson course talk debate exam trial opening auction market show play ball dance supper feast ceremony
              celebration birthday anniversary conference interview exhibition reading screening hike excursion cruise game tournament gathering
              get-together hearing session service vigil graduation premiere quiz raffle regatta sale sleepover tasting training visit walk""",
              "reception seminar brunch")
KIND = """garden birthday summer winter family school office charity book music street dance chess wine art farewell costume poetry film
       surprise cooking sports spring autumn harvest village evening morning tea jazz science street""".split()
SPOT_HELD = Pool("river terrace|market hall|green cafe", "", "|")
BUILDING = """hall park mill library cafe house gym hotel museum bar school church theatre garden room club terrace studio barn tower centre
           office inn restaurant bakery pavilion station square gallery cinema yard chapel tent lounge arena castle villa cellar dock""".split()
SPOT_MARK = """town city old main blue garden school grand beach river market green north south east west new little big royal central harbour
            lake forest mountain summer winter white red golden stone corner village station church upper lower sunny quiet lucky""".split()
DOMAIN_END = "com com com org net co.uk de eu info io".split()
DOMAIN_HELD = Pool("letter.com example.org")
MEAL = "breakfast dinner supper tea school work church sunset sunrise noon midnight dawn bedtime practice class Christmas Easter".split()
SPAN = "minute hour day week month year night evening morning weekend".split()
WHEN_HELD = Pool("before lunch|in the evening|on {d}", "", "|")
MANY = """children students friends farmers parents dogs neighbours girls brothers sisters cats teachers guests painters birds singers workers
       players women men horses kings soldiers aunts uncles cooks tailors doctors twins tourists drivers visitors nurses pirates wolves bakers
       owls fishermen robots clowns travellers scouts gardeners pilots bears dancers thieves sheep mice clerks""".split()
WHOSE = "my your our his her their the the the".split()
PLURAL_HELD = Pool("The sailors|Three boys|Her cousins", "", "|")


def name_like(rng: random.Random) -> str:
    """Any word a place or a firm might be named after, in lower case."""
    return rng.choice([lambda: invented(rng), lambda: NOUN.pick(rng), lambda: FIRST.pick(rng).lower(), lambda: ANIMAL.pick(rng)])()


def spot(rng: random.Random, held: bool = False) -> str:
    """Where an event takes place, without the article."""
    if held:
        return SPOT_HELD.pick(rng)
    roll = rng.random()
    if roll < 0.45:
        mark = rng.choice(SPOT_MARK)
    elif roll < 0.75:
        mark = rng.choice([name_like(rng), name_like(rng).capitalize()])
    else:
        mark = ""
    found = f"{mark} {rng.choice(BUILDING) if rng.random() < 0.85 else name_like(rng)}".strip()
    return spot(rng) if found in SPOT_HELD.train else found


def event(rng: random.Random, held: bool = False) -> str:
    """What people are invited to."""
    if held:
        return EVENTS.pick(rng, True)
    roll = rng.random()
    if roll < 0.5:
        return EVENTS.pick(rng)
    if roll < 0.75:
        return f"{rng.choice(KIND)} {EVENTS.pick(rng)}"
    return f"{name_like(rng)} {EVENTS.pick(rng)}" if roll < 0.85 else name_like(rng)


def domain(rng: random.Random, held: bool = False) -> str:
    """The part of an address after the at sign."""
    if held:
        return DOMAIN_HELD.pick(rng)
    word = rng.choice(["mail", "post", "inbox", "example", "web", "home", "office"]) if rng.random() < 0.25 else name_like(rng).replace(" ", "-")
    found = f"{word}.{rng.choice(DOMAIN_END)}"
    return domain(rng) if found in DOMAIN_HELD.train else found


def when(rng: random.Random, held: bool = False) -> str:
    """How a sentence ends: when, how often, how long, with whom, how or why."""
    if held:
        return WHEN_HELD.pick(rng).format(d=rng.choice(DAYS))
    thing = lambda: rng.choice([rng.choice(MEAL), f"the {event(rng)}", f"the {event(rng)}", f"{rng.choice(WHOSE)} {event(rng)}"])
    forms = [
        lambda: f"{rng.choice(['before', 'after', 'during', 'until', 'since', 'at', 'without', 'despite'])} {thing()}",
        lambda: f"{rng.choice(['before', 'after', 'near', 'behind', 'like', 'for', 'without', 'because of'])} {rng.choice(WHOSE)} {NOUN.pick(rng)}",
        lambda: f"{rng.choice(['in', 'during', 'all through'])} the {rng.choice(['morning', 'afternoon', 'night', 'summer', 'winter', 'spring', 'autumn', 'rain', 'snow', 'dark', 'holidays', 'storm'])}",
        lambda: f"on {rng.choice(['', '', 'a ', 'the next '])}{rng.choice(DAYS)}{rng.choice(['', '', ' morning', ' afternoon', ' evening', ' night'])}",
        lambda: f"in {rng.choice(MONTHS)}", lambda: f"in {CITY.pick(rng)}", lambda: f"at {rng.randint(1, 12)} {rng.choice(['am', 'pm', 'o’clock'])}",
        lambda: f"for {rng.choice([str(rng.randint(2, 90)), rng.choice(NUMBERS[2:])])} {rng.choice(SPAN)}s",
        lambda: f"{rng.choice(['every', 'each', 'one', 'that', 'all'])} {rng.choice(SPAN)}", lambda: f"{rng.choice(NUMBERS[2:])} times",
        lambda: f"{rng.choice(['with', 'without', 'for', 'like', 'near', 'together with'])} {FIRST.pick(rng)}",
        lambda: f"{rng.choice(['under', 'behind', 'near', 'in', 'beside'])} the {GOODNESS.pick(rng)} {PLACE.pick(rng)}",
        lambda: rng.choice("again|slowly|quickly|very quietly|alone|in secret|at home|outside|once more|too|as usual|with great care|by chance|in a hurry".split("|")),
        lambda: f"with {rng.choice(['a', 'the'])} {COLOUR.pick(rng)} {rng.choice([THING, NOUN]).pick(rng)}", lambda: invented(rng),
    ]
    found = rng.choice(forms)()
    return when(rng) if found in WHEN_HELD.train else found


def plural(rng: random.Random, held: bool = False) -> str:
    """Several people or animals as the subject of a sentence."""
    if held:
        return PLURAL_HELD.pick(rng)
    roll = rng.random()
    if roll < 0.2:
        return rng.choice(["They", "We"])
    if roll < 0.4:
        return f"{FIRST.pick(rng)} and {FIRST.pick(rng)}"
    many = rng.choice(MANY + [f"{PERSON.pick(rng)}s", f"{invented(rng)}s"])
    found = f"{rng.choice(['The', 'The', 'Two', 'Three', 'Four', 'Ten', 'Some', 'Many', 'My', 'Our', 'His', 'Her', 'Their'])} {many}"
    return plural(rng) if found in PLURAL_HELD.train else found
