-- SPDX-FileCopyrightText: 2026 The Tempera developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Input tokens that were written into the provider's cache, for a short time and for an hour; NULL = not told.

ALTER TABLE cells ADD COLUMN cache_write_5m_tokens INTEGER;
ALTER TABLE cells ADD COLUMN cache_write_1h_tokens INTEGER;
ALTER TABLE branches ADD COLUMN cache_write_5m_tokens INTEGER;
ALTER TABLE branches ADD COLUMN cache_write_1h_tokens INTEGER;
ALTER TABLE answers ADD COLUMN cache_write_5m_tokens INTEGER;
ALTER TABLE answers ADD COLUMN cache_write_1h_tokens INTEGER;
