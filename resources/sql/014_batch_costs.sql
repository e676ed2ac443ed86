-- SPDX-FileCopyrightText: 2026 The Tempera developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- For how many of a batch's requests the time ran out (they are among those that failed), and what the batch was to cost by the
-- estimate before it was sent, in nano-dollars; NULL = not known.

ALTER TABLE batches ADD COLUMN expired INTEGER NOT NULL DEFAULT 0;
ALTER TABLE batches ADD COLUMN cost_low_nano INTEGER;
ALTER TABLE batches ADD COLUMN cost_high_nano INTEGER;
