# SPDX-FileCopyrightText: 2026 The Tempera developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The network: rotation, masking of neighbours in a packed row, loss, learning, and the optimiser."""

import math
import sys
import tempfile
import unittest
from pathlib import Path

import torch

sys.path.insert(0, str(Path(__file__).resolve().parents[3] / "resources" / "model"))
from network import Network, Shape, rope_table, rotate  # noqa: E402
from optimiser import Muon, orthogonal  # noqa: E402
from documents import Stream, encode, save  # noqa: E402
from train import learning_rate  # noqa: E402
from tokenizer import ASSISTANT, BOS, END, USER, Tokenizer  # noqa: E402

SMALL = Shape(vocab=300, dim=32, layers=2, heads=2, hidden=64)


class NetworkTest(unittest.TestCase):
    def setUp(self):
        torch.manual_seed(0)
        self.network = Network(SMALL)
        with torch.no_grad():
            for parameter in self.network.parameters():
                if parameter.ndim == 2:
                    parameter.normal_(std=0.2)

    def test_rotation_turns_neighbouring_channels(self):
        cos, sin = rope_table(SMALL, 4)
        x = torch.zeros(4, 16)
        x[:, 0] = 1
        turned = rotate(x, cos, sin)
        self.assertAlmostEqual(turned[3, 0].item(), math.cos(3), places=5)
        self.assertAlmostEqual(turned[3, 1].item(), math.sin(3), places=5)

    def test_later_tokens_do_not_matter(self):
        ids, segment = torch.randint(6, 300, (1, 8)), torch.zeros(1, 8, dtype=torch.long)
        other = ids.clone()
        other[0, 5:] = 7
        torch.testing.assert_close(self.network.features(ids, segment)[:, :5], self.network.features(other, segment)[:, :5])

    def test_packed_document_is_read_as_if_alone(self):
        ids = torch.randint(6, 300, (1, 8))
        segment = torch.tensor([[0, 0, 0, 1, 1, 1, 1, 1]])
        packed = self.network.features(ids, segment)[:, 3:]
        alone = self.network.features(ids[:, 3:], torch.zeros(1, 5, dtype=torch.long))
        torch.testing.assert_close(packed, alone, rtol=1e-4, atol=1e-4)

    def test_training_lowers_the_loss(self):
        ids = torch.randint(6, 300, (2, 16))
        segment, chosen = torch.zeros(2, 16, dtype=torch.long), torch.arange(31)
        targets = ids.flatten()[1:32]
        matrices = [p for p in self.network.parameters() if p.ndim == 2]
        optimiser, first = Muon(matrices), None
        for _ in range(20):
            loss = self.network.loss(ids, segment, targets, chosen)
            first = loss.item() if first is None else first
            loss.backward()
            optimiser.step(0.02)
            self.network.zero_grad()
        self.assertLess(loss.item(), first / 2)


class TrainingTest(unittest.TestCase):
    def test_update_is_nearly_orthogonal(self):
        torch.manual_seed(1)
        values = torch.linalg.svdvals(orthogonal(torch.randn(32, 96)))
        self.assertGreater(values.min().item(), 0.5)
        self.assertLess(values.max().item(), 1.3)

    def test_only_the_assistant_is_learnt(self):
        ids, learn = encode({"turns": [["user", "ab"], ["assistant", "c"]]}, Tokenizer([]))
        self.assertEqual(ids[:2] + ids[4:6] + ids[-1:], [BOS, USER, END, ASSISTANT, END])
        self.assertEqual(learn, [0, 0, 0, 0, 0, 0, 1, 1])

    def test_rows_hold_whole_documents_in_segments(self):
        tokenizer = Tokenizer([])
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "x.npz"
            tokens = save(path, [{"plain": "a" * n} for n in range(1, 30)], tokenizer)
            self.assertEqual(tokens, sum(n + 2 for n in range(1, 30)))
            first, second = Stream(path, 5), Stream(path, 5)
            for _ in range(20):
                ids, segment, learn = first.row(32)
                for mine, other in zip((ids, segment, learn), second.row(32)):
                    self.assertTrue((mine == other).all())
                for number in set(segment.tolist()) - {-1}:
                    body = ids[segment == number]
                    self.assertEqual((body[0], body[-1]), (BOS, END))
                    self.assertEqual(int(learn[segment == number].sum()), len(body) - 1)

    def test_rate_rises_stays_and_falls(self):
        class Settings:
            warmup, rate, steps, decay_from = 10, 1.0, 100, 60
        rates = [learning_rate(step, Settings) for step in range(101)]
        self.assertLess(rates[0], rates[5])
        self.assertEqual(rates[30], 1.0)
        self.assertAlmostEqual(rates[80], 0.525)
        self.assertAlmostEqual(rates[100], 0.05)


if __name__ == "__main__":
    unittest.main()
