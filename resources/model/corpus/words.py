# SPDX-FileCopyrightText: 2026 The Tempera developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Word lists shared by the generators; each list has a part that training never sees."""

import random


class Pool:
    """Words for training and words held out for the evaluation."""

    def __init__(self, train: str, held: str = "", separator: str | None = None):
        self.train = [w.strip() for w in train.split(separator) if w.strip()]
        self.held = [w.strip() for w in held.split(separator) if w.strip()] or self.train

    def pick(self, rng: random.Random, held: bool = False) -> str:
        """One word of the asked part."""
        return rng.choice(self.held if held else self.train)

    def some(self, rng: random.Random, count: int, held: bool = False) -> list[str]:
        """Several different words of the asked part."""
        return rng.sample(self.held if held else self.train, count)


FIRST = Pool(
    """Anna Ben Clara David Emma Felix Grace Henry Iris Jack Karen Leo Maria Nina Oscar Paul Rosa Sam Tina Victor
    Wendy Adam Bella Carl Diana Eric Fiona George Hannah Ivan Julia Kevin Laura Mark Nora Oliver Peter Ruth Simon
    Tom Ursula Alice Bruno Cora Daniel Ella Frank Gina Hugo Ida James Kate Lucas Mia Noah Olga Philip Rita Sarah
    Theo Vera Walter Zoe Amir Bo Chen Dina Elias Farid Greta Hassan Ines Jonas Kim Lena Mei Nadia Omar Priya Raj
    Sofia Tariq Uma Yuki Zara Abel Boris Celia Dora Edgar Flora Gavin Helen Igor Jane Kurt Lydia Martin Nelly
    Otto Pia Ralph Stella Tess Vince Will Yara Arthur Bianca Conrad Denise Emil Freda Gustav Holly Irene Jasper
    Klara Louis Monica Nathan Opal Pedro Quinn Roman Silvia Tobias Viola Wanda Xavier Yvonne Albert Betty Cyril""",
    "Agnes Bernard Carmen Derek Elena Fabian Gloria Harold Ingrid Jerome Kira Leon Marta Nils Olive Patrick Renata "
    "Stefan Tamara Ulrich Valerie Warren Amelia Blake Cedric Delia Ernest Lily Marcus Rachel",
)
LAST = Pool(
    """Adams Baker Carter Dixon Evans Fisher Green Harris Irwin Jones Keller Lane Miller Nelson Owens Parker Reed
    Smith Turner Underwood Vance Walker Young Berg Costa Diaz Ferrari Gupta Hansen Ito Khan Lopez Meyer Novak Olsen
    Perez Rossi Sato Tanaka Weber Brown Clark Davis Ellis Foster Gray Hill Ingram Kelly Lewis Moore Newman Price
    Quinn Roberts Scott Taylor Ward Bell Cole Dean Ford Grant Hart Knight Marsh Nash Page Rowe Shaw Stone Todd""",
    "Archer Barnes Collins Drake Fleming Garner Holt Jensen Larsen Mason Norris Patel Ramos Silva Thorne Wagner "
    "Abbott Becker Crane Moreno",
)
CITY = Pool(
    """Berlin Paris London Madrid Rome Vienna Oslo Dublin Boston Chicago Denver Toronto Sydney Tokyo Lisbon Prague
    Athens Warsaw Hamburg Munich Lyon Milan Geneva Zurich Bristol Leeds York Oxford Seattle Dallas Austin Miami
    Porto Seville Turin Naples Lima Cairo Delhi Mumbai Seoul Osaka Kyoto Perth Glasgow Cardiff Bergen Malmo""",
    "Cologne Dresden Valencia Marseille Bologna Graz Basel Ottawa Phoenix Portland Brisbane Nagoya Krakow Exeter",
)
COMPANY = Pool(
    """Acme Nordwind Brightlab Silverline Redwood Bluefin Northstar Greenleaf Ironworks Suncrest Oakfield Riverside
    Clearview Starlight Goldgate Stonebridge Whitehill Fairway Quickstep Lakeside Maplewood Crownhill Skyline""",
    "Harborview Westbrook Ashford Moonfield Copperline Springdale Eastgate Rosewood",
)
COLOUR = Pool("red blue green yellow black white grey brown orange pink purple silver golden")
ANIMAL = Pool(
    """fox cat dog rabbit bear mouse owl horse duck frog hedgehog squirrel lion tiger elephant monkey parrot goat
    sheep crow whale dolphin turtle bee spider snail wolf deer penguin goose pony kitten puppy hen beaver swan""",
    "otter badger donkey lamb seal mole raven camel moose",
)
PERSON = Pool(
    """girl boy farmer baker sailor teacher painter king queen pirate gardener doctor knight fisherman robot
    dragon princess wizard shepherd tailor singer cook miller pilot soldier librarian clockmaker astronaut giant""",
    "nurse carpenter prince musician inventor driver hunter dancer postman",
)
THING = Pool(
    """lamp key boat bell book map kite drum basket mirror ring coin hat umbrella ladder lantern box clock violin
    bicycle blanket button candle feather shell stone seed apple cake letter photograph wagon chair cup spoon flute""",
    "bridge scarf compass teapot whistle pearl rope puppet crown",
)
PLACE = Pool(
    """forest village river garden harbour mountain castle lake valley island meadow town farm beach desert cave
    market mill tower library orchard hill bridge field swamp city cottage lighthouse school workshop""",
    "jungle canyon windmill palace barn",
)
GOODNESS = Pool("brave kind clever patient honest cheerful gentle curious lonely shy small old young quiet tired "
                "hungry proud lazy greedy grumpy careful strong happy sad nervous sleepy playful wise poor rich")
PRODUCT = Pool(
    """lamp|backpack|teapot|desk|chair|headphones|water bottle|notebook|jacket|keyboard|blender|bicycle|watch|tent
    |coffee maker|umbrella|mug|speaker|pillow|wallet|camera|toaster|rug|bookshelf|raincoat|candle|phone case
    |kettle|scarf|sofa|mattress|drill|laptop stand|garden chair|cutting board|frying pan|table|mirror|blanket|pen""",
    "vase|suitcase|printer|alarm clock|hammock|thermos|bath towel|guitar|yoga mat",
    "|",
)
MONTHS = ("January February March April May June July August September October November December").split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
NUMBERS = ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
           "seventeen eighteen nineteen twenty").split()


def article(phrase: str) -> str:
    """The phrase with "a" or "an" before it."""
    return ("an " if phrase[0].lower() in "aeiou" and not phrase.startswith(("uni", "use")) else "a ") + phrase


def sentence(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]


def listing(items: list[str], word: str = "and") -> str:
    """A list as English: "a, b and c"."""
    return items[0] if len(items) == 1 else ", ".join(items[:-1]) + f" {word} {items[-1]}"
