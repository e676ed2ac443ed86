#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Tempera developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Works out the counts of fields.json: ./fields.py > fields.json

By another way than the program: objects are flattened into pairs of path and value, and sets are compared. Lists are only given
where their elements differ from each other, so that they may be compared as bags. Nothing but Python's standard library is needed.
"""
import json
import random
import re
from collections import Counter

FIRST = ["Anna", "Bob", "Çelik", "Dörte", "Eve", "佐藤"]
CITIES = ["Rome", "Oslo", "New York", "São Paulo"]
EXTRA = ["VIP", "late", "paid", "new"]


def leaves(value, path=""):
    if isinstance(value, dict):
        for key, member in value.items():
            yield from leaves(member, f"{path}.{key}" if path else key)
    elif isinstance(value, list):
        for element in value:
            yield from leaves(element, path + "[]")
    elif value is not None:
        yield path, value


def is_in(value, text):
    if isinstance(value, bool):
        return None
    return re.search(rf"(?<![\w.]){re.escape(str(value))}(?![\w]|\.\d)", text, re.IGNORECASE) is not None


def compared(expected, given):
    """[(field, outcome, given value)]"""
    rows = []
    wanted, found = {}, {}
    for kind, side in ((wanted, expected), (found, given)):
        for path, value in leaves(side):
            kind.setdefault(path, []).append(value)
    for path in sorted(set(wanted) | set(found)):
        left, right = Counter(map(json.dumps, wanted.get(path, []))), Counter(map(json.dumps, found.get(path, [])))
        same, missing, invented = left & right, left - right, right - left
        rows += [(path, "right", json.loads(v)) for v in same.elements()]
        if path.endswith("[]"):  # the program pairs what is left between equal neighbours; here lists only lose or gain
            assert not missing or not invented
        pairs = 0 if path.endswith("[]") else min(missing.total(), invented.total())
        rows += [(path, "wrong", json.loads(v)) for v in list(invented.elements())[:pairs]]
        rows += [(path, "missing", None) for _ in range(missing.total() - pairs)]
        rows += [(path, "invented", json.loads(v)) for v in list(invented.elements())[pairs:]]
    return rows


def made(dice):
    """One case: what is expected, the input, and an answer with mistakes."""
    tags = dice.sample(EXTRA, dice.randint(0, 3))
    expected = {"name": dice.choice(FIRST), "total": dice.randint(100, 999), "paid": dice.random() < 0.5,
                "address": {"city": dice.choice(CITIES), "zip": str(dice.randint(10000, 99999))}, "tags": tags}
    text = (f"{expected['name']} owes {expected['total']} and lives in {expected['address']['city'].upper()}, "
            f"{expected['address']['zip']}. Notes: {', '.join(tags)}.")
    given = json.loads(json.dumps(expected))
    if dice.random() < 0.3:
        given["total"] += dice.randint(1000, 2000)
    if dice.random() < 0.3:
        given["name"] = None
    if dice.random() < 0.3:
        del given["address"]["zip"]
    if dice.random() < 0.2:
        given["country"] = "Atlantis"
    if tags and dice.random() < 0.5:
        given["tags"] = tags[1:]
    answer = json.dumps(given, ensure_ascii=False)
    if dice.random() < 0.3:
        answer = f"Here it is:\n```json\n{answer}\n```"
    if dice.random() < 0.1:
        answer, given = "I cannot say.", {}
    return {"expected": expected, "input": text, "answer": answer}, given


def main():
    dice = random.Random(16)
    cases, counts = [], {}
    for _ in range(40):
        case, given = made(dice)
        cases.append(case)
        for path, outcome, value in compared(case["expected"], given):
            row = counts.setdefault(path, Counter())
            row[outcome] += 1
            grounded = None if outcome == "missing" else is_in(value, case["input"])
            row["ungrounded"] += grounded is False
    names = ("right", "wrong", "missing", "invented", "ungrounded")
    print('{\n "fields": {')
    print(",\n".join(f'  {json.dumps(path)}: {json.dumps({name: row[name] for name in names})}'
                     for path, row in sorted(counts.items())))
    print(' },\n "cases": [')
    print(",\n".join("  " + json.dumps(case, ensure_ascii=False) for case in cases))
    print(" ]\n}")


if __name__ == "__main__":
    main()
