// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/charts/answerlabels.h"
#include "models/charts/chartcells.h"
#include "models/stats/labelmetrics.h"

namespace Tempera {

/// How often each label was answered where each was expected, under one prompt and variant.
struct Confusion {
    ConfusionMatrix counts;   ///< [expected][answered]
    std::vector<int> unclear; ///< By expected label: answers that name no label, or several.
    int unknown = 0;          ///< Answers to cases of which no single label is expected: they are in no field.

    explicit Confusion(int labels = 0);
    [[nodiscard]] int all() const;     ///< Answers.
    [[nodiscard]] int correct() const; ///< Of those.
    bool operator==(const Confusion &) const = default;
};

/// What a matrix comes to, with 95 % intervals.
struct ConfusionFigures {
    std::vector<LabelMetrics> labels;      ///< Unclear answers are misses: they lower the recall of what was expected.
    std::optional<IntervalEstimate> micro; ///< Correct / all answers, unclear ones included: precision, recall and F1 at once.
    LabelMetrics macro;                    ///< Over the labels that occur; unclear answers are left out.
};
[[nodiscard]] ConfusionFigures confusionFigures(const Confusion &confusion);

/// What the answers of a run were compared with.
struct ConfusionLabels {
    AnswerLabels labels;
    std::vector<int> ofCase; ///< The label that a case expects; −1 = none, several, or not known.
    bool hasSeveral = false; ///< Some case expects several.
};
/// Looks at all cases: for the background.
[[nodiscard]] ConfusionLabels confusionLabels(const Experiment &experiment);

/// Cells of a matrix that belong together: a field, a row or a column of it.
struct ConfusionField {
    enum class Given { Any, Label, Unclear };
    int expected = -1; ///< −1 = any label.
    Given given = Given::Any;
    int label = -1; ///< Of Given::Label.
};
/// The filter that leaves them; empty where a filter cannot say it.
[[nodiscard]] QString confusionFilter(const ConfusionLabels &labels, const ChartColumn &column, const ConfusionField &field);

} // namespace Tempera
