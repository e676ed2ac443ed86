# SPDX-FileCopyrightText: 2026 The Tempera developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The written corpus: reproducible, held-out words kept out of training, answers that follow from the question."""

import json
import random
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[3] / "resources" / "model"))
from corpus import TASKS, generate  # noqa: E402
from corpus import classify, extract, facts, sentiment, stories, talk, transform, words  # noqa: E402


def text_of(document: dict) -> str:
    """All text of a document."""
    return document.get("plain") or "\n".join(text for _, text in document["turns"])


class CorpusTest(unittest.TestCase):
    def test_same_seed_same_corpus(self):
        for name in TASKS:
            first, second = random.Random(7), random.Random(7)
            self.assertEqual([generate(first, name) for _ in range(20)], [generate(second, name) for _ in range(20)])

    def test_held_out_names_never_train(self):
        rng = random.Random(1)
        held = set(words.FIRST.held + words.LAST.held + words.COMPANY.held)
        for number in range(4000):
            seen = set(text_of(generate(rng, list(TASKS)[number % len(TASKS)])).replace(".", " ").replace(",", " ").replace('"', " ").split())
            self.assertFalse(seen & held)

    def test_pools_do_not_overlap(self):
        for name, pool in vars(words).items():
            if isinstance(pool, words.Pool) and pool.held is not pool.train:
                self.assertFalse(set(pool.train) & set(pool.held), name)

    def test_turns_end_with_the_assistant_and_have_no_empty_text(self):
        rng = random.Random(2)
        for number in range(3000):
            document = generate(rng, list(TASKS)[number % len(TASKS)])
            if "turns" in document:
                self.assertEqual(document["turns"][-1][0], "assistant")
                self.assertTrue(all(text.strip() for _, text in document["turns"]))
            self.assertNotRegex(text_of(document), r"\{[A-Za-z0-9_]+\}")


class AnswerTest(unittest.TestCase):
    def documents(self, make, count=400):
        for held in (False, True):
            rng = random.Random(3)
            for _ in range(count):
                yield make(rng, held)

    def test_label_is_one_of_those_named(self):
        for make in (sentiment.sentiment, classify.topic, classify.urgency, classify.spam):
            for document in self.documents(make):
                if "want" in document:
                    self.assertIn(document["want"], "".join(t for r, t in document["turns"] if r != "assistant"))

    def test_extracted_values_stand_in_the_text(self):
        for document in self.documents(extract.extraction):
            source = "\n".join(t for r, t in document["turns"] if r != "assistant")
            for name, value in json.loads(document["turns"][-1][1]).items():
                self.assertIn(name, source)
                self.assertTrue(value is None or str(value) in source, (value, source))

    def test_recalled_value_was_told_by_the_user(self):
        for document in self.documents(talk.recall):
            told = " ".join(t for r, t in document["turns"] if r == "user")
            self.assertIn(document["want"], told)
            self.assertIn(document["want"], document["turns"][-1][1])

    def test_upper_case_is_upper_case(self):
        for document in self.documents(transform.letters):
            self.assertIn(document["want"].upper(), (document["want"], document["turns"][0][1].split(": ")[-1].split("\n")[-1]))

    def test_sums_are_right(self):
        signs = {"plus": "+", "minus": "-", "times": "*"}
        rng = random.Random(4)
        for _ in range(300):
            document = facts.arithmetic(rng, True)
            a, sign, b = document["turns"][0][1].removeprefix("Please work out ").rstrip(".").split()
            value = {"+": int(a) + int(b), "-": int(a) - int(b), "*": int(a) * int(b)}[signs[sign]]
            self.assertEqual(document["want"], str(value))

    def test_story_names_its_subject(self):
        for document in self.documents(stories.tale):
            if "noun" in document:
                self.assertIn(document["noun"], document["turns"][-1][1])

    def test_counted_story_has_the_stated_number_of_sentences(self):
        rng = random.Random(5)
        for size in (1, 2, 3):
            for _ in range(50):
                text = stories.story(rng, "fox", size=size)
                self.assertTrue(text.endswith("."))
                self.assertGreaterEqual(text.count(". ") + 1, size)


class TenseTest(unittest.TestCase):
    def test_present_forms(self):
        for verb, form in {"go": "goes", "carry": "carries", "play": "plays", "watch": "watches", "wash": "washes", "make": "makes"}.items():
            self.assertEqual(transform.present(verb), form)


if __name__ == "__main__":
    unittest.main()
