// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/score.h"

#include <QStringList>

#include <optional>
#include <span>
#include <vector>

namespace Tempera {

/// Which beginnings of an answer count as a label.
enum class LabelSpelling {
    Exact,     ///< The label as it is written, with or without a space before it.
    AnyCapital ///< Also with the other case of its first letter ("Positive" for "positive").
};

/// How likely each of some labels is as the answer to one prompt.
struct LabelProbabilities {
    std::vector<double> probabilities; ///< That the answer begins with the label, one a label; sum ≤ 1.
    std::vector<double> shares;        ///< The same, divided by their sum; all 0 when that is 0.
    double rest = 1;                   ///< That the answer begins with none of them.
    bool exact = true;                 ///< False: more spellings exist than were summed; lower bounds.

    /// Whether it is likelier that the answer is something else altogether than that it is any of the labels. The shares
    /// then tell only what the model would say if it had to choose one.
    [[nodiscard]] bool isForced() const { return rest > 0.5; }
};

/// The texts whose probabilities make up those of the labels. Each is the beginning of an answer; a text that
/// belongs to two labels is the first one's.
[[nodiscard]] std::vector<ScoreText> labelTexts(const QStringList &labels, LabelSpelling spelling);

/// Probabilities of the labels from the scores of labelTexts(), in its order. A label that begins another one
/// ("in" and "into") loses the other's part, so that every answer counts once. Nothing where the numbers of texts differ.
[[nodiscard]] std::optional<LabelProbabilities> labelProbabilities(const QStringList &labels, LabelSpelling spelling,
                                                                   std::span<const ScoredText> scored);

} // namespace Tempera
