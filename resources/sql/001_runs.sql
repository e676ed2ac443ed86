-- SPDX-FileCopyrightText: 2026 The Tempera developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Runs and their finished cells. Times are milliseconds since 1970 in UTC, durations microseconds, money
-- nano-dollars. NULL means unknown, never 0.

CREATE TABLE runs (
    id              INTEGER PRIMARY KEY,
    uuid            TEXT    NOT NULL UNIQUE,
    started         INTEGER NOT NULL,
    finished        INTEGER,            -- NULL while it runs, or when it was killed
    state           TEXT    NOT NULL,
    planned_cells   INTEGER NOT NULL,
    title           TEXT    NOT NULL,
    experiment_path TEXT    NOT NULL,
    experiment_yaml BLOB    NOT NULL
) STRICT;

CREATE INDEX runs_by_start ON runs (started);

-- Small columns first: sums never read the pages of the texts.
CREATE TABLE cells (
    id                  INTEGER PRIMARY KEY,
    run                 INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
    case_index          INTEGER NOT NULL,
    prompt_index        INTEGER NOT NULL,
    variant_index       INTEGER NOT NULL,
    repeat              INTEGER NOT NULL,
    stored              INTEGER NOT NULL,
    state               TEXT    NOT NULL,
    outcome             TEXT,               -- NULL until checked
    cost_nano           INTEGER,
    cost_unknown        INTEGER NOT NULL,   -- 1 where money may have been spent and nobody knows how much
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
    seed                INTEGER,            -- 64 bits, two's complement
    reproducibility     TEXT    NOT NULL,
    retries             INTEGER NOT NULL,
    loading_fraction    REAL    NOT NULL,
    model               TEXT    NOT NULL,
    error               TEXT,               -- JSON
    grade               TEXT,               -- JSON, with every verdict
    request             TEXT    NOT NULL,   -- JSON, without secrets
    text                TEXT    NOT NULL,
    reasoning           TEXT    NOT NULL,
    trace               BLOB,
    UNIQUE (run, case_index, prompt_index, variant_index, repeat)
) STRICT;

CREATE INDEX cells_sums_by_run ON cells (run, state, outcome, cost_nano, cost_unknown);
CREATE INDEX cells_sums_by_time ON cells (stored, cost_nano, cost_unknown, input_tokens, output_tokens);
