-- SPDX-FileCopyrightText: 2026 The Tempera developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Answers that were paid for before, by the SHA-256 of their request.

CREATE TABLE answers (
    id                  INTEGER PRIMARY KEY,
    key                 BLOB    NOT NULL UNIQUE,
    stored              INTEGER NOT NULL,
    finish_reason       TEXT    NOT NULL,
    input_tokens        INTEGER,
    cached_input_tokens INTEGER,
    output_tokens       INTEGER,
    reasoning_tokens    INTEGER,
    usage_exact         INTEGER NOT NULL,
    queued_us           INTEGER,
    first_token_us      INTEGER,
    total_us            INTEGER,
    tokens_per_second   REAL,
    model               TEXT    NOT NULL,
    text                TEXT    NOT NULL
) STRICT;
