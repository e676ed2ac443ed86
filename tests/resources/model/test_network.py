# SPDX-FileCopyrightText: 2026 The Tempera developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The trainer against torch: loss and gradient; the first weights copy; only answers are learnt."""

import random
import subprocess
import sys
import tempfile
import unittest
from array import array
from pathlib import Path

import numpy
import torch
import torch.nn.functional as F

sys.path.insert(0, str(Path(__file__).resolve().parents[3] / "resources" / "model"))
from checkpoint import Shape, read, write  # noqa: E402
from documents import encode, save  # noqa: E402
from initial import initial  # noqa: E402
from network import logits, tensors  # noqa: E402
from tokenizer import ASSISTANT, BOS, END, USER, Tokenizer  # noqa: E402
from train import build  # noqa: E402

SMALL = Shape(vocabulary=300, width=64, layers=2, heads=2, hidden=96)
DOCUMENTS = [{"turns": [["user", "Say abc and 12."], ["assistant", "abc and 12, then more of it"]]}, {"plain": "A second text."}]


class TrainerTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.path = Path(cls.folder.name)
        build(cls.path / "trainer")
        save(cls.path / "task.bin", DOCUMENTS, Tokenizer([]))

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def checkpoint(self) -> array:
        """Random parameters, written as the checkpoint."""
        rng = random.Random(5)
        values = array("f", (rng.gauss(0, 0.3) for _ in range(SMALL.size())))
        write(self.path / "checkpoint.bin", SMALL, values)
        return values

    def test_gradient_is_that_of_torch(self):
        weights = {n: t.clone().requires_grad_() for n, t in tensors(SMALL, self.checkpoint()).items()}
        loss = torch.zeros(())
        for document in DOCUMENTS:
            ids, learn = encode(document, Tokenizer([]))
            chosen = torch.tensor(learn[1:]).nonzero().flatten()
            scores = logits(weights, SMALL, torch.tensor(ids[:-1]))[chosen]
            loss = loss + F.cross_entropy(scores, torch.tensor(ids[1:])[chosen], reduction="sum") * len(chosen) ** -0.7
        loss.backward()
        run = subprocess.run([self.path / "trainer", "gradient", self.path / "checkpoint.bin", self.path / "task.bin", self.path / "out"],
                             check=True, capture_output=True, text=True)
        self.assertAlmostEqual(float(run.stdout), loss.item(), delta=1e-3 * loss.item())
        own = tensors(SMALL, array("f", (self.path / "out").read_bytes()))
        for name, tensor in weights.items():
            error = (own[name] - tensor.grad).norm() / tensor.grad.norm()
            self.assertLess(error.item(), 1e-3, name)

    def test_training_lowers_the_loss_and_goes_on(self):
        self.checkpoint()
        losses = []
        for steps in (10, 40):
            run = subprocess.run([self.path / "trainer", self.path / "checkpoint.bin", self.path, f"steps={steps}", "rows=200", "rate=0.05", "task=1"],
                                 check=True, capture_output=True, text=True)
            losses.append(float(run.stdout.split(" loss ")[1].split()[0]))
        self.assertLess(losses[1], 0.8 * losses[0])
        self.assertEqual(read(self.path / "checkpoint.bin")[0].step, 40)


class StartTest(unittest.TestCase):
    def test_first_weights_copy_what_they_have_seen_once(self):
        shape = Shape(vocabulary=600, layers=2)
        weights = tensors(shape, initial(shape))
        half = torch.randperm(500, generator=torch.Generator().manual_seed(1))[:30] + 100
        ids = torch.cat([torch.tensor([BOS]), half, half])
        best = logits(weights, shape, ids[:-1]).argmax(-1)
        hits = (best[31:] == ids[32:]).float().mean().item()
        self.assertGreater(hits, 0.5)


class DocumentTest(unittest.TestCase):
    def test_only_the_assistant_is_learnt(self):
        ids, learn = encode({"turns": [["user", "ab"], ["assistant", "c"]]}, Tokenizer([]))
        self.assertEqual(ids[:2] + ids[4:6] + ids[-1:], [BOS, USER, END, ASSISTANT, END])
        self.assertEqual(learn, [0, 0, 0, 0, 0, 0, 1, 1])

    def test_file_has_ends_tokens_and_marks(self):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "task.bin"
            total = save(path, DOCUMENTS, Tokenizer([]))
            data = path.read_bytes()
            count, first, second = numpy.frombuffer(data[:12], numpy.int32)
            self.assertEqual((count, second, len(data)), (2, total, 12 + 3 * total))
            self.assertEqual(first, len(encode(DOCUMENTS[0], Tokenizer([]))[0]))


if __name__ == "__main__":
    unittest.main()
