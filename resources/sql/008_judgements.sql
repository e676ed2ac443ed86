-- SPDX-FileCopyrightText: 2026 The Tempera developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- What people said of answers: of a single one, and of two answers to one case beside each other. Not bound to a row of cells: a
-- cell that is stored again keeps what was said of it.

CREATE TABLE ratings (
    id            INTEGER PRIMARY KEY,
    run           INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
    case_index    INTEGER NOT NULL,
    prompt_index  INTEGER NOT NULL,
    variant_index INTEGER NOT NULL,
    repeat        INTEGER NOT NULL,
    stored        INTEGER NOT NULL,
    thumb         TEXT    NOT NULL,     -- 'up', 'down' or ''
    score         REAL,                 -- 0 to 1; NULL = none was given
    comment       TEXT    NOT NULL,
    tags          TEXT    NOT NULL,     -- JSON array
    UNIQUE (run, case_index, prompt_index, variant_index, repeat)
) STRICT;

CREATE TABLE preferences (
    id              INTEGER PRIMARY KEY,
    run             INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
    case_index      INTEGER NOT NULL,
    first_prompt    INTEGER NOT NULL,
    first_variant   INTEGER NOT NULL,
    first_repeat    INTEGER NOT NULL,
    second_prompt   INTEGER NOT NULL,
    second_variant  INTEGER NOT NULL,
    second_repeat   INTEGER NOT NULL,
    stored          INTEGER NOT NULL,
    number          INTEGER NOT NULL,   -- in which order they were judged
    preference      TEXT    NOT NULL,   -- 'first', 'second', 'tie' or 'skipped'
    second_was_left INTEGER NOT NULL,
    by_hand         INTEGER NOT NULL,   -- 0 where both answers are the same text
    UNIQUE (run, case_index, first_prompt, first_variant, second_prompt, second_variant)
) STRICT;
