// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/cell.h"

#include <QList>
#include <QPair>

namespace Tempera {

/// What is said of an answer beside the one that it is compared with.
struct AnswerComparison {
    QString text;                  ///< "82 % as in the baseline", or why nothing is compared; empty while there is nothing to say.
    QList<QPair<int, int>> added;  ///< Stretches that the baseline does not have: offset and length in UTF-16 units of the text
                                   ///< as DisplayText shows it.
};

/// Only whole answers are compared: of one that was stopped or broke off nobody knows how it would have gone on. Null: none.
[[nodiscard]] AnswerComparison compareAnswers(const Cell *baseline, const Cell *answer);

/// What is said of the answer that the others are compared with.
[[nodiscard]] QString baselineText(const Cell *baseline);

} // namespace Tempera
