-- SPDX-FileCopyrightText: 2026 The Tempera developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- What was not paid because a cache had it, in nano-dollars; NULL = nothing, or nobody knows. By the provider's cache of prompts:
-- what the input would have cost without it, less what it cost; negative where writing into it was dearer. By the ledger's own
-- cache of answers: what asking again would have cost.

ALTER TABLE cells ADD COLUMN saved_prefix_nano INTEGER;
ALTER TABLE cells ADD COLUMN saved_answer_nano INTEGER;
