// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/answercomparison.h"
#include "widgets/compare/outputpane.h"

namespace Tempera {

class VariantColumn;

/// How a column shows what was found by comparing its answer. A value.
struct ComparisonLook {
    std::optional<QString> instead = {};         ///< Shown in the place of the answer; nothing = the answer itself.
    QList<PaneMark> marks = {};                  ///< Of what is shown.
    QList<StripMark> strip = {};                 ///< Where in the whole they are.
    std::optional<QList<TextStretch>> only = {}; ///< What is left where only differences are shown.
};

/// The answer with what only it has.
[[nodiscard]] ComparisonLook lookOfAnswer(const AnswerComparison &comparison, const QString &answer, bool onlyDifferent);
/// What it is compared with, with what only that has.
[[nodiscard]] ComparisonLook lookOfReference(const AnswerComparison &comparison, const QString &reference, bool onlyDifferent);
/// Both as one text.
[[nodiscard]] ComparisonLook lookOfBoth(const AnswerComparison &comparison, bool onlyDifferent);

void showLook(const ComparisonLook &look, VariantColumn &column);

} // namespace Tempera
