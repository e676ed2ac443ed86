# SPDX-FileCopyrightText: 2026 The Tempera developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Generators of the training text, one module a kind of task."""

import random

from .classify import spam, topic, urgency
from .extract import extraction
from .facts import fact
from .products import writing
from .sentiment import sentiment
from .stories import tale
from .talk import conversation
from .transform import transformation

TASKS = {"fact": fact, "sentiment": sentiment, "story": tale, "topic": topic, "urgency": urgency, "spam": spam,
         "extraction": extraction, "transformation": transformation, "conversation": conversation, "writing": writing}
MIX = {
    "first": {"fact": 30, "sentiment": 20, "story": 15, "topic": 4, "urgency": 2, "spam": 2, "extraction": 7,
              "transformation": 10, "conversation": 7, "writing": 4},
    "full": {"fact": 10, "sentiment": 9, "story": 10, "topic": 7, "urgency": 4, "spam": 4, "extraction": 16,
             "transformation": 20, "conversation": 12, "writing": 6},
}
MIX["tokenizer"] = MIX["full"]


def generate(rng: random.Random, stage: str) -> dict:
    """One training document, drawn from the mixture of the stage."""
    mix = MIX[stage]
    return TASKS[rng.choices(list(mix), list(mix.values()))[0]](rng)
