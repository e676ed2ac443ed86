// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/money.h"
#include "models/core/usage.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace Tempera {

/// What a check says of an output.
enum class Outcome : std::uint8_t {
    Pass,
    Fail,
    Error,        ///< The check itself could not be run (bad pattern, missing value).
    NotEvaluated, ///< This version does not know the check; never counts as passed.
};

/// "pass", "fail", "error", "not-evaluated": for ledger and exports.
[[nodiscard]] QString outcomeName(Outcome outcome);
/// Inverse; NotEvaluated for any other word, so that nothing passes by accident.
[[nodiscard]] Outcome outcomeFromName(const QString &name);

/// A part of an answer, in UTF-16 units of Cell::text.
struct AnswerSpan {
    qsizetype start = 0;
    qsizetype length = 0;

    bool operator==(const AnswerSpan &) const = default;
};

/// One of several things that a check looked at.
struct VerdictPart {
    bool passed = false;
    double score = 0;
    QString reason;

    bool operator==(const VerdictPart &) const = default;
};

/// A score that a check gives beside its own, under a name.
struct NamedScore {
    QString name;
    double score = 0;
    double weight = 1;

    bool operator==(const NamedScore &) const = default;
};

/// What a check asked of a model, and what that used. Kept with the verdict, so that the same is never asked twice.
struct JudgeUse {
    QByteArray question; ///< requestKey() of what was asked.
    QString model;       ///< Who answered.
    Usage usage;
    std::optional<Money> cost; ///< Nothing = unknown.
    bool wasRead = false;      ///< The reply could be read; `passed` and `score` are its own, before threshold and "not-".
    std::optional<bool> passed;
    double score = 0;

    bool operator==(const JudgeUse &) const = default;
};

/// What two took to answer one question, which is the first one's: by that it is known again.
[[nodiscard]] JudgeUse usedTogether(const JudgeUse &first, const JudgeUse &second);

/// The outcome of one check.
struct Verdict {
    QString type; ///< The check's type as in the file, "not-contains" with its prefix.
    Outcome outcome = Outcome::NotEvaluated;
    double score = 0; ///< 0 to 1; a script may say more.
    double weight = 1;
    QString metric; ///< Named score it counts for; may be empty.
    QString reason; ///< Why, in one sentence; translated, or a judge's own words.
    QList<VerdictPart> parts = {};
    QList<AnswerSpan> evidence = {};    ///< Where in the answer it shows.
    std::optional<JudgeUse> asked = {}; ///< Nothing: the check asked nobody.
    QList<NamedScore> named = {};       ///< Of a script, or of the parts of a set.

    bool operator==(const Verdict &) const = default;
};

using Verdicts = QList<Verdict>;

/// The weighted mean of every named score in verdicts, by name; what was not evaluated has none. Ordered by name.
[[nodiscard]] QList<NamedScore> namedScores(const Verdicts &verdicts);

/// All verdicts of a cell together.
struct Grade {
    Outcome outcome = Outcome::Pass; ///< Pass when nothing failed (no checks: Pass). NotEvaluated when nothing
                                     ///< failed but something was not evaluated.
    double score = 1;                ///< Σ(score·weight)/Σweight over the evaluated checks; 1 without checks.
    Verdicts verdicts;

    bool operator==(const Grade &) const = default;
};

/// What the checks of a cell used by themselves, beside its answer.
struct GradingSpend {
    int requests = 0;
    std::int64_t inputTokens = 0, outputTokens = 0;
    Money cost;                         ///< Of the known ones.
    int unknownCosts = 0;               ///< Requests whose cost is not known.
    std::int64_t cachedInputTokens = 0; ///< Part of inputTokens that providers had in their cache.
};

[[nodiscard]] GradingSpend spendOf(const Grade &grade);

} // namespace Tempera
