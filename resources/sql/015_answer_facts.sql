-- SPDX-FileCopyrightText: 2026 The Tempera developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- What an answer was paid and measured by beside the usual: the service tier ('' = the standard one), tokens of pictures and of
-- sound, the gaps between the pieces of its text in microseconds (half of them, 95 % of them are not longer; the longest), and
-- the bytes of its body. NULL = not known.

ALTER TABLE cells ADD COLUMN service_tier TEXT;
ALTER TABLE cells ADD COLUMN image_tokens INTEGER;
ALTER TABLE cells ADD COLUMN audio_input_tokens INTEGER;
ALTER TABLE cells ADD COLUMN audio_output_tokens INTEGER;
ALTER TABLE cells ADD COLUMN gap_median_us INTEGER;
ALTER TABLE cells ADD COLUMN gap_most_us INTEGER;
ALTER TABLE cells ADD COLUMN gap_longest_us INTEGER;
ALTER TABLE cells ADD COLUMN answer_bytes INTEGER;
ALTER TABLE branches ADD COLUMN service_tier TEXT;
ALTER TABLE branches ADD COLUMN image_tokens INTEGER;
ALTER TABLE branches ADD COLUMN audio_input_tokens INTEGER;
ALTER TABLE branches ADD COLUMN audio_output_tokens INTEGER;
ALTER TABLE branches ADD COLUMN gap_median_us INTEGER;
ALTER TABLE branches ADD COLUMN gap_most_us INTEGER;
ALTER TABLE branches ADD COLUMN gap_longest_us INTEGER;
ALTER TABLE branches ADD COLUMN answer_bytes INTEGER;
