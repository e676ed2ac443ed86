-- SPDX-FileCopyrightText: 2026 The Tempera developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Tokens that were used for a cell beside those of its answer, so that sums of tokens and of money are of the same requests: those
-- of the attempts that did not become its result, and of all judges; less the answer's own where it came from the cache of answers.
-- NULL = none.

ALTER TABLE cells ADD COLUMN other_input_tokens INTEGER;
ALTER TABLE cells ADD COLUMN other_cached_input_tokens INTEGER;
ALTER TABLE cells ADD COLUMN other_output_tokens INTEGER;

-- What is damaged, or cannot be a count of tokens, counts for nothing. Most cells have neither attempts nor judges nor such notes:
-- whether a value is there is known without reading it.
WITH beside AS (
    SELECT cells.id AS cell, each.value AS used, 1 AS sign
        FROM cells, json_each(CASE WHEN json_valid(cells.attempts) THEN cells.attempts END, '$.attempts') AS each
        WHERE cells.attempts IS NOT NULL AND each.type = 'object'
            AND CASE WHEN each.type = 'object' THEN json_extract(each.value, '$.result') END IS NOT 1
    UNION ALL
    SELECT cells.id, CASE WHEN each.type = 'object' THEN json_extract(each.value, '$.asked') END, 1
        FROM cells, json_each(CASE WHEN json_valid(cells.grade) THEN cells.grade END, '$.verdicts') AS each
        WHERE cells.grade LIKE '%"asked":%'
    UNION ALL
    SELECT cells.id, json_object('input_tokens', cells.input_tokens, 'cached_input_tokens', cells.cached_input_tokens,
                                 'output_tokens', cells.output_tokens), -1
        FROM cells WHERE cells.notes LIKE '%"from-cache"%'
), counts AS (
    SELECT cell, sign, json_extract(checked, '$.input_tokens') AS input, json_extract(checked, '$.cached_input_tokens') AS cached,
        json_extract(checked, '$.output_tokens') AS output
        FROM (SELECT cell, sign, CASE WHEN json_valid(used) THEN used END AS checked FROM beside)
), sums AS (
    SELECT cell, sum(CASE WHEN input BETWEEN 0 AND 100000000 THEN sign * CAST(input AS INTEGER) END) AS input,
        sum(CASE WHEN cached BETWEEN 0 AND 100000000 THEN sign * CAST(cached AS INTEGER) END) AS cached,
        sum(CASE WHEN output BETWEEN 0 AND 100000000 THEN sign * CAST(output AS INTEGER) END) AS output
        FROM counts GROUP BY cell
)
UPDATE cells SET other_input_tokens = nullif(sums.input, 0), other_cached_input_tokens = nullif(sums.cached, 0),
    other_output_tokens = nullif(sums.output, 0)
    FROM sums WHERE sums.cell = cells.id;

DROP INDEX cells_sums_by_time;
CREATE INDEX cells_sums_by_time ON cells (stored, cost_nano, cost_unknown, input_tokens, output_tokens, other_input_tokens,
                                          other_output_tokens);
