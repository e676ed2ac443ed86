# SPDX-FileCopyrightText: 2026 The Tempera developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The byte-level BPE: splitting, training, and that every text survives encoding and decoding."""

import sys
import unittest
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[3] / "resources" / "model"))
from tokenizer import SPECIAL, Tokenizer, split, train  # noqa: E402

WORDS = Counter({" low": 9, " lower": 6, " lowest": 5, "low": 4, " new": 7, " newest": 3, " Lowe": 4})
SIZE = 256 + len(SPECIAL) + 8


class SplitTest(unittest.TestCase):
    def test_digits_stand_alone(self):
        self.assertEqual(split("in 1984."), ["in", " ", "1", "9", "8", "4", "."])

    def test_space_belongs_to_the_next_word(self):
        self.assertEqual(split("a bc  d"), ["a", " bc", " ", " d"])

    def test_contraction_and_line_ends(self):
        self.assertEqual(split("it's\n\n- x"), ["it", "'s", "\n", "\n", "-", " x"])

    def test_nothing_is_lost(self):
        text = 'Say {"a": null}, don\'t!\n\n 3 + 4 = 7 \t über 漢字 🙂'
        self.assertEqual("".join(split(text)), text)


class TokenizerTest(unittest.TestCase):
    def setUp(self):
        self.tokenizer = Tokenizer(train(WORDS, SIZE, 2))

    def test_size_is_kept(self):
        self.assertLessEqual(len(self.tokenizer.tokens), SIZE)
        self.assertEqual(len(set(self.tokenizer.tokens)), len(self.tokenizer.tokens))

    def test_frequent_word_is_one_token(self):
        self.assertEqual(len(self.tokenizer.encode(" low")), 1)

    def test_other_words_are_spelled_alike_after_a_space(self):
        for word in ["lowest", "Lowe"]:
            self.assertEqual(self.tokenizer.encode(" " + word)[1:], self.tokenizer.encode(word))

    def test_any_text_comes_back(self):
        for text in [" lowest new", "über 漢字 🙂 \x00\x7f", '{"k": [1, 2]}', ""]:
            self.assertEqual(self.tokenizer.decode(self.tokenizer.encode(text)), text)

    def test_special_tokens_never_come_from_text(self):
        self.assertTrue(all(i >= len(SPECIAL) for i in self.tokenizer.encode("<|end|> <|user|>")))

    def test_training_is_reproducible(self):
        self.assertEqual(train(WORDS, SIZE, 2), train(WORDS, SIZE, 2))


if __name__ == "__main__":
    unittest.main()
