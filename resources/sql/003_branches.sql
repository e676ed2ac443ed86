-- SPDX-FileCopyrightText: 2026 The Tempera developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Answers that leave others at one of their tokens, and the pieces of the models whose tokens traces name.

CREATE TABLE vocabularies (
    id     INTEGER PRIMARY KEY,
    hash   BLOB NOT NULL UNIQUE,        -- SHA-256 of the pieces
    pieces BLOB NOT NULL                -- under qCompress
) STRICT;

ALTER TABLE cells ADD COLUMN vocabulary INTEGER REFERENCES vocabularies (id);

CREATE TABLE branches (
    id                  INTEGER PRIMARY KEY,
    run                 INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
    number              INTEGER NOT NULL,
    parent              INTEGER NOT NULL,   -- 0 = the cell's own answer
    position            INTEGER NOT NULL,
    chosen              INTEGER NOT NULL,   -- 1 where the token at the position was chosen by hand
    removed             INTEGER NOT NULL,
    case_index          INTEGER NOT NULL,
    prompt_index        INTEGER NOT NULL,
    variant_index       INTEGER NOT NULL,
    repeat              INTEGER NOT NULL,
    state               TEXT    NOT NULL,
    outcome             TEXT,
    cost_nano           INTEGER,
    input_tokens        INTEGER,
    cached_input_tokens INTEGER,
    output_tokens       INTEGER,
    reasoning_tokens    INTEGER,
    usage_exact         INTEGER NOT NULL,
    queued_us           INTEGER,
    first_token_us      INTEGER,
    total_us            INTEGER,
    tokens_per_second   REAL,
    finish_reason       TEXT    NOT NULL,
    seed                INTEGER,
    reproducibility     TEXT    NOT NULL,
    retries             INTEGER NOT NULL,
    loading_fraction    REAL    NOT NULL,
    model               TEXT    NOT NULL,
    error               TEXT,
    grade               TEXT,
    request             TEXT    NOT NULL,
    text                TEXT    NOT NULL,
    reasoning           TEXT    NOT NULL,
    trace               BLOB,
    vocabulary          INTEGER REFERENCES vocabularies (id),
    UNIQUE (run, number)
) STRICT;
