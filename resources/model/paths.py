# SPDX-FileCopyrightText: 2026 The Tempera developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the corpus, the tokenizer and the checkpoints lie: outside the repository."""

import os
from pathlib import Path

CACHE = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "tempera" / "model"
CACHE.mkdir(parents=True, exist_ok=True)
