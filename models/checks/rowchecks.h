// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/checks/checksuite.h"

namespace Tempera {

// Checks that compare the answers to a case: `select-best` and `max-score`, with the rules of promptfoo 0.123.1 (runCompareAssertion,
// selectMaxScore and how the evaluator takes what they find). A row is the answers of all variants and prompts to one case, in
// one of its repeats. Each of these checks counts once in a case, and not inside of a set.

/// Whether a check compares the answers to a case.
[[nodiscard]] bool comparesRow(const QString &type);
/// Whether it asks a judge for that, once for a row.
[[nodiscard]] bool asksOfRow(const QString &type);
/// Those of a case, the first of each type; in the order of the file.
[[nodiscard]] QList<CheckSpec> rowChecks(const QList<CheckSpec> &checks);

/// `max-score`: the answer with the highest mean (`method: sum`: sum) of the scores of its other checks passes; of several the first
/// one. `weights` by type, 1 for the others; `threshold` is the least that the highest must have. `row` holds the verdicts on
/// each answer; as many verdicts come back.
[[nodiscard]] Verdicts maxScoreVerdicts(const CheckSpec &check, const QList<Verdicts> &row);

/// `select-best`: what the judge said of a row of so many answers, as one verdict (of its index, see GradingInput::row), becomes the
/// verdicts on each. The first one carries what the asking used.
[[nodiscard]] Verdicts selectBestVerdicts(const CheckSpec &check, const Verdict &judged, qsizetype answers);

/// Where there is nothing to compare with: not evaluated, for so many answers.
[[nodiscard]] Verdicts lonelyVerdicts(const CheckSpec &check, qsizetype answers);

/// What a judge was asked for an earlier grade of the same answer goes with a new one, so that nobody is asked again.
void keepRowQuestions(Grade &grade, const Grade &earlier);

/// A grade with the verdicts of the checks that compare, in the order of rowChecks(), in the places of those that waited. They are
/// no part of the mean: an answer that was not chosen fails with a score of 0, one that was keeps what it had.
[[nodiscard]] Grade withRowVerdicts(const Grade &grade, const Verdicts &compared, std::optional<double> threshold);

} // namespace Tempera
