// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/compare/fieldoutcomes.h"
#include "models/core/cell.h"
#include "models/items/divergence.h"
#include "models/text/changeshares.h"
#include "models/text/inlinediff.h"
#include "models/text/jsondiff.h"

#include <optional>

namespace Tempera {

/// What an answer is compared with.
enum class ComparedWith {
    Variant,        ///< The answer of another variant: the baseline.
    Expected,       ///< What the case's checks expect.
    PreviousRepeat, ///< The answer of the same cell's repeat before.
    OtherRun,       ///< The answer that another run or a file, which is the baseline, has to the same case.
    Input,          ///< What the model was given to work on.
};

/// Where the values of a JSON answer stand in what it was extracted from.
struct InputEvidence {
    QString input;
    QList<FieldValue> values; ///< Their evidence has places in the input.
};

/// How two texts differ. A value; places are those of the texts as DisplayText shows them.
struct AnswerComparison {
    bool hasBefore = true; ///< False: there was nothing to compare with.
    QList<DiffSpan> spans;
    QList<Difference> differences;
    InlineDiff merged;                          ///< Both texts as one.
    QList<DivergenceCause> causes;              ///< One a difference.
    std::optional<QList<JsonChange>> json;      ///< Where both are JSON objects or lists.
    std::optional<ChangeShares> shares = {};    ///< Of a text that is compared with its input.
    std::optional<InputEvidence> evidence = {}; ///< Of a JSON object that is.
};

/// Compares two answers as they came. Pure, any thread; takes some tens of milliseconds for 20,000 words. What it returns
/// is of no use when a stop was requested meanwhile.
[[nodiscard]] AnswerComparison compareAnswers(const TracedAnswer &before, const TracedAnswer &now,
                                              const std::stop_token &stop = {});

/// Why an answer is not compared; empty while there is nothing to say, nothing where it is to be compared. Only whole answers
/// are: of one that was stopped or broke off nobody knows how it would have gone on. Null: none. `before` is only asked
/// for where it is an answer.
[[nodiscard]] std::optional<QString> comparisonObstacle(const Cell *before, const Cell *now, ComparedWith with);

/// What is said of a compared answer: "82 % as in the baseline", what differs in its JSON in short, and how many of its
/// differences were luck and how many a change of mind, where its trace and that of the other tell.
[[nodiscard]] QString comparisonText(const AnswerComparison &comparison, ComparedWith with);
/// What the traces tell of a difference, in words; empty for what they do not tell.
[[nodiscard]] QString divergenceText(DivergenceCause cause);
/// What differs in the JSON, a line a path, or where its values stand in the input; empty where there is nothing to say.
[[nodiscard]] QString comparisonDetails(const AnswerComparison &comparison);
/// Where a walk through the differences is: "difference 2 of 7: coin flip", with what the traces tell.
[[nodiscard]] QString differenceText(const AnswerComparison &comparison, qsizetype difference);
/// What is said of the answer that the others are compared with.
[[nodiscard]] QString baselineText(const Cell *baseline);

} // namespace Tempera
