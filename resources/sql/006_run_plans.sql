-- SPDX-FileCopyrightText: 2026 The Tempera developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- What was run of an experiment beside what its file says (repeats, filter, …), so that a run can go on; without a row: all of
-- it, or a run of an earlier version. A table of its own: behind the text of the experiment a list would read that too.

CREATE TABLE run_plans (
    run     INTEGER PRIMARY KEY REFERENCES runs (id) ON DELETE CASCADE,
    options TEXT NOT NULL       -- JSON
) STRICT;
