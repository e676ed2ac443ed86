-- SPDX-FileCopyrightText: 2026 The Tempera developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- The requests that were made for a cell where one was not enough, as JSON: who was asked, how each ended and what it cost, and
-- what the plan asked where somebody else answered; NULL = one request.

ALTER TABLE cells ADD COLUMN attempts TEXT;
ALTER TABLE branches ADD COLUMN attempts TEXT;
