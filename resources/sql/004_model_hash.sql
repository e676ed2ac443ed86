-- SPDX-FileCopyrightText: 2026 The Tempera developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Which model's file an answer came from: SHA-256 of its content, 32 bytes; NULL = remote, or not known.

ALTER TABLE cells ADD COLUMN model_hash BLOB;
ALTER TABLE branches ADD COLUMN model_hash BLOB;
