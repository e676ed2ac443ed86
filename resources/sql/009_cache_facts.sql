-- SPDX-FileCopyrightText: 2026 The Tempera developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- What a kept answer was asked by, what it cost, and how often it was given again.

ALTER TABLE answers ADD COLUMN endpoint TEXT NOT NULL DEFAULT '';  -- host, "" = not known
ALTER TABLE answers ADD COLUMN prompt TEXT NOT NULL DEFAULT '';    -- first words, "" = not known
ALTER TABLE answers ADD COLUMN cost INTEGER;                       -- nano-dollars, NULL = unknown
ALTER TABLE answers ADD COLUMN hits INTEGER NOT NULL DEFAULT 0;
ALTER TABLE answers ADD COLUMN last_hit INTEGER;
CREATE INDEX answers_by_stored ON answers (stored);
