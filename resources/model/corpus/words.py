# SPDX-FileCopyrightText: 2026 The Tempera developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Word lists shared by the generators; each list has a part that training never sees."""

import random


ONSET = "b c d f g h j k l m n p r s t v w y z br ch cl cr dr fl fr gl gr kr pl pr sh sl sp st sw th tr".split() + [""] * 3
VOWEL = "a a a e e e i i o o u u ai ea ee ia ie io oa ou".split()
CODA = [""] * 12 + "n n r r l s t m d k x ck ll nd ng nn nt rd rk rn rt ss st th".split()


def invented(rng: random.Random) -> str:
    """A word that does not exist, in lower case; names like it can only be copied, not remembered."""
    return "".join(rng.choice(ONSET) + rng.choice(VOWEL) + rng.choice(CODA) for _ in range(rng.choice([1, 2, 2, 2, 3]))) + rng.choice(["", "", "", "a", "o", "y", "e"])


class Pool:
    """Words for training and words held out for the evaluation.

    `odd` is the share of invented words in training, where the word does not matter but must be copied;
    those of proper names begin with a capital.
    """

    def __init__(self, train: str, held: str = "", separator: str | None = None, odd: float = 0.0, proper: bool = False):
        self.train = [w.strip() for w in train.split(separator) if w.strip()]
        self.held = [w.strip() for w in held.split(separator) if w.strip()] or self.train
        self.odd = odd
        self.proper = proper

    def pick(self, rng: random.Random, held: bool = False) -> str:
        """One word of the asked part."""
        if not held and self.odd and rng.random() < self.odd:
            word = invented(rng).capitalize() if self.proper else invented(rng)
            return self.pick(rng) if word in HELD_NAMES else word
        return rng.choice(self.held if held else self.train)

    def some(self, rng: random.Random, count: int, held: bool = False) -> list[str]:
        """Several different words of the asked part."""
        if held or not self.odd:
            return rng.sample(self.held if held else self.train, count)
        found: dict[str, None] = {}
        while len(found) < count:
            found[self.pick(rng)] = None
        return list(found)


class Mixed(Pool):
    """All words of several pools and many more: nouns where any will do."""

    def __init__(self, pools: list[Pool], extra: str, odd: float):
        super().__init__("", odd=odd)
        known = {w for p in pools for w in p.train}
        self.held = [w for p in pools for w in p.held if w not in known]
        self.train = sorted(known | set(extra.split()) - set(self.held))


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
    odd=0.5, proper=True,
)
LAST = Pool(
    """Adams Baker Carter Dixon Evans Fisher Green Harris Irwin Jones Keller Lane Miller Nelson Owens Parker Reed
    Smith Turner Underwood Vance Walker Young Berg Costa Diaz Ferrari Gupta Hansen Ito Khan Lopez Meyer Novak Olsen
    Perez Rossi Sato Tanaka Weber Brown Clark Davis Ellis Foster Gray Hill Ingram Kelly Lewis Moore Newman Price
    Quinn Roberts Scott Taylor Ward Bell Cole Dean Ford Grant Hart Knight Marsh Nash Page Rowe Shaw Stone Todd""",
    "Archer Barnes Collins Drake Fleming Garner Holt Jensen Larsen Mason Norris Patel Ramos Silva Thorne Wagner "
    "Abbott Becker Crane Moreno",
    odd=0.5, proper=True,
)
CITY = Pool(
    """Berlin Paris London Madrid Rome Vienna Oslo Dublin Boston Chicago Denver Toronto Sydney Tokyo Lisbon Prague
    Athens Warsaw Hamburg Munich Lyon Milan Geneva Zurich Bristol Leeds York Oxford Seattle Dallas Austin Miami
    Porto Seville Turin Naples Lima Cairo Delhi Mumbai Seoul Osaka Kyoto Perth Glasgow Cardiff Bergen Malmo""",
    "Cologne Dresden Valencia Marseille Bologna Graz Basel Ottawa Phoenix Portland Brisbane Nagoya Krakow Exeter",
    odd=0.5, proper=True,
)
COMPANY = Pool(
    """Acme Nordwind Brightlab Silverline Redwood Bluefin Northstar Greenleaf Ironworks Suncrest Oakfield Riverside
    Clearview Starlight Goldgate Stonebridge Whitehill Fairway Quickstep Lakeside Maplewood Crownhill Skyline""",
    "Harborview Westbrook Ashford Moonfield Copperline Springdale Eastgate Rosewood",
    odd=0.5, proper=True,
)
COLOUR = Pool("red blue green yellow black white grey brown orange pink purple silver golden")
ANIMAL = Pool(
    """fox cat dog rabbit bear mouse owl horse duck frog hedgehog squirrel lion tiger elephant monkey parrot goat
    sheep crow whale dolphin turtle bee spider snail wolf deer penguin goose pony kitten puppy hen beaver swan""",
    "otter badger donkey lamb seal mole raven camel moose beetle cheetah falcon gecko hamster lynx magpie panda pelican weasel",
    odd=0.2,
)
PERSON = Pool(
    """girl boy farmer baker sailor teacher painter king queen pirate gardener doctor knight fisherman robot
    dragon princess wizard shepherd tailor singer cook miller pilot soldier librarian clockmaker astronaut giant""",
    """nurse carpenter prince musician inventor driver hunter dancer postman architect barber chemist clown florist jester juggler
    lawyer mechanic monk plumber referee secretary sculptor waiter weaver""",
    odd=0.2,
)
THING = Pool(
    """lamp key boat bell book map kite drum basket mirror ring coin hat umbrella ladder lantern box clock violin
    bicycle blanket button candle feather shell stone seed apple cake letter photograph wagon chair cup spoon flute""",
    """bridge scarf compass teapot whistle pearl rope puppet crown anchor badge bracelet brooch chisel cork crayon dagger fiddle goblet gong
    helmet jug locket mitten paddle parasol quill sponge thimble trumpet tulip vial wreath""",
    odd=0.2,
)
PLACE = Pool(
    """forest village river garden harbour mountain castle lake valley island meadow town farm beach desert cave
    market mill tower library orchard hill bridge field swamp city cottage lighthouse school workshop""",
    "jungle canyon windmill palace barn abbey bakery chapel circus dune fortress gallery glacier lagoon quarry stadium theatre vineyard",
    odd=0.2,
)
GOODNESS = Pool("brave kind clever patient honest cheerful gentle curious lonely shy small old young quiet tired "
                "hungry proud lazy greedy grumpy careful strong happy sad nervous sleepy playful wise poor rich")
PRODUCT = Pool(
    """lamp|backpack|teapot|desk|chair|headphones|water bottle|notebook|jacket|keyboard|blender|bicycle|watch|tent
    |coffee maker|umbrella|mug|speaker|pillow|wallet|camera|toaster|rug|bookshelf|raincoat|candle|phone case
    |kettle|scarf|sofa|mattress|drill|laptop stand|garden chair|cutting board|frying pan|table|mirror|blanket|pen""",
    "vase|suitcase|printer|alarm clock|hammock|thermos|bath towel|guitar|yoga mat|armchair|heater|juicer|lunch box|monitor|oven glove|picnic basket|pram|razor|skateboard|telescope|tripod",
    "|",
    odd=0.15,
)
NOUN = Mixed(
    [THING, PRODUCT, ANIMAL, PERSON, PLACE],
    """arrow axe bag ball banana barrel bean bed belt bench bottle bowl branch brush bucket bus button cabin camel card carpet cart cellar
    chain cheese cherry chest church cliff cloud coat comb corner crate curtain dish door drawer dress egg engine envelope fence fish flag
    floor flower fork fountain frame game gate gift glass glove goat grape guest hall hammer handle harp hose hut island jar jewel juice
    kitchen knife knot ladle leaf lemon lid lock log machine magnet marble melon mountain mud museum nail neck needle nest nut oar office
    onion organ oven page palm park path peach peanut pear pebble pipe plate plum pocket pond pot potato pump purse puzzle radio ribbon
    road roof root sack saddle sail sand saw scale seat shelf ship shirt shoe shop sign sink skirt sled soap sock spade spark square
    stable stamp statue stick stool stove straw street suit table tail tank tape target tie ticket tile toast tomato tool towel tractor
    trail train tray tree tunnel uncle van vest village wall wheel whip window wire wood yard zebra""",
    0.25,
)
HELD_NAMES = {w for pool in (FIRST, LAST, CITY, COMPANY) for w in pool.held}
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
