-- SPDX-FileCopyrightText: 2026 The Tempera developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Batches that were sent to a provider, so that they can be followed and their answers fetched after the program has ended. A run
-- has one for each place that it asks.

CREATE TABLE batches (
    id              INTEGER PRIMARY KEY,
    run             INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
    number          INTEGER NOT NULL,
    provider_id     TEXT    NOT NULL,   -- the provider's name for it; '' while it is being sent
    request         BLOB    NOT NULL,   -- JSON of a request without messages, for its endpoint
    experiment_path TEXT    NOT NULL,
    items           TEXT    NOT NULL,   -- JSON array of the names of its requests
    submitted       INTEGER NOT NULL,   -- milliseconds since 1970 in UTC
    checked         INTEGER,            -- NULL = never
    state           TEXT    NOT NULL,
    total           INTEGER NOT NULL,
    answered        INTEGER NOT NULL,
    failed          INTEGER NOT NULL,
    input_file      TEXT    NOT NULL,
    results         TEXT    NOT NULL,
    error_file      TEXT    NOT NULL,
    detail          TEXT    NOT NULL,
    UNIQUE (run, number)
) STRICT;
