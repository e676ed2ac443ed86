// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/answercomparison.h"

#include "models/text/displaytext.h"
#include "models/text/textdiff.h"

#include <QCoreApplication>

#include <algorithm>

namespace Tempera {
namespace {

QString comparisonWords(const char *source)
{
    return QCoreApplication::translate("AnswerComparison", source);
}

} // namespace

AnswerComparison compareAnswers(const Cell *baseline, const Cell *answer)
{
    if (!baseline || baseline->state != CellState::Done || !answer || !isFinal(answer->state))
        return {};
    if (answer->state != CellState::Done)
        return {comparisonWords(QT_TRANSLATE_NOOP("AnswerComparison", "Not compared: this answer is incomplete")), {}};
    const QString before = DisplayText::of(baseline->text);
    const QString now = DisplayText::of(answer->text);
    if (before.isEmpty() && now.isEmpty())
        return {comparisonWords(QT_TRANSLATE_NOOP("AnswerComparison", "Both answers are empty")), {}};
    if (before.isEmpty() || now.isEmpty())
        return {comparisonWords(QT_TRANSLATE_NOOP("AnswerComparison", "Not compared: one answer is empty")), {}};
    AnswerComparison comparison;
    const QList<DiffSpan> spans = wordDiff(before, now);
    for (const DiffSpan &span : spans) {
        if (span.kind == DiffKind::Added)
            comparison.added += {static_cast<int>(span.newStart), static_cast<int>(span.length)};
    }
    // Rounded, but neither up to "all" nor down to "nothing".
    const double kept = keptShare(spans);
    const int percent = qRound(kept * 100);
    comparison.text = comparisonWords(QT_TRANSLATE_NOOP("AnswerComparison", "%1 % as in the baseline"))
                          .arg(kept > 0 && kept < 1 ? std::clamp(percent, 1, 99) : percent);
    return comparison;
}

QString baselineText(const Cell *baseline)
{
    const bool isCut = baseline && isFinal(baseline->state) && baseline->state != CellState::Done;
    return isCut ? comparisonWords(
               QT_TRANSLATE_NOOP("AnswerComparison", "This answer is incomplete, so nothing is compared with it"))
                 : comparisonWords(QT_TRANSLATE_NOOP("AnswerComparison", "The others are compared with this answer"));
}

} // namespace Tempera
