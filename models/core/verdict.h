// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

namespace Tempera {

/// What a check says of an output.
enum class Outcome {
    Pass,
    Fail,
    Error,        ///< The check itself could not be run (bad pattern, missing value).
    NotEvaluated, ///< This version does not know the check; never counts as passed.
};

/// "pass", "fail", "error", "not-evaluated": for ledger and exports.
[[nodiscard]] QString outcomeName(Outcome outcome);
/// Inverse; NotEvaluated for any other word, so that nothing passes by accident.
[[nodiscard]] Outcome outcomeFromName(const QString &name);

/// The outcome of one check.
struct Verdict {
    QString type; ///< The check's type as in the file, "not-contains" with its prefix.
    Outcome outcome = Outcome::NotEvaluated;
    double score = 0; ///< 0 to 1.
    double weight = 1;
    QString metric; ///< Named score it counts for; may be empty.
    QString reason; ///< Why, in one sentence; translated.

    bool operator==(const Verdict &) const = default;
};

using Verdicts = QList<Verdict>;

/// All verdicts of a cell together.
struct Grade {
    Outcome outcome = Outcome::Pass; ///< Pass when nothing failed (no checks: Pass). NotEvaluated when nothing
                                     ///< failed but something was not evaluated.
    double score = 1;                ///< Σ(score·weight)/Σweight over the evaluated checks; 1 without checks.
    Verdicts verdicts;

    bool operator==(const Grade &) const = default;
};

} // namespace Tempera
