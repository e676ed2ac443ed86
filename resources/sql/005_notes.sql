-- SPDX-FileCopyrightText: 2026 The Tempera developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- What is to be known about how an answer came to be, as a JSON array; NULL = nothing.

ALTER TABLE cells ADD COLUMN notes TEXT;
ALTER TABLE branches ADD COLUMN notes TEXT;
