// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/compare/comparisonlook.h"

#include "models/text/displaytext.h"
#include "widgets/compare/diffstrip.h"
#include "widgets/compare/variantcolumn.h"

namespace Tempera {
namespace {

constexpr int contextLines = 1;

PaneMark::Look lookOfCause(DivergenceCause cause)
{
    switch (cause) {
    case DivergenceCause::CoinFlip: return PaneMark::Look::CoinFlip;
    case DivergenceCause::ChangeOfMind: return PaneMark::Look::ChangeOfMind;
    case DivergenceCause::Unknown: break;
    }
    return PaneMark::Look::New;
}

QList<PaneMark> marksOfAnswer(const AnswerComparison &comparison)
{
    QList<PaneMark> marks;
    for (qsizetype i = 0; i < comparison.differences.size(); ++i) {
        const Difference &difference = comparison.differences.at(i);
        const DivergenceCause cause = comparison.causes.value(i, DivergenceCause::Unknown);
        for (qsizetype span = difference.firstSpan; span <= difference.lastSpan; ++span) {
            const DiffSpan &at = comparison.spans.at(span);
            if (at.kind == DiffKind::Inserted)
                marks.append({{at.newStart, at.length}, lookOfCause(cause), divergenceText(cause)});
            else if (at.kind == DiffKind::MovedTo)
                marks.append({{at.newStart, at.length}, PaneMark::Look::Moved});
        }
    }
    return marks;
}

/// Of the text that holds both.
QList<PaneMark> marksInline(const AnswerComparison &comparison)
{
    QList<PaneMark> marks;
    for (const InlineMark &mark : comparison.merged.marks) {
        const DivergenceCause cause = comparison.causes.value(mark.difference, DivergenceCause::Unknown);
        switch (mark.kind) {
        case DiffKind::Deleted: marks.append({mark.at, PaneMark::Look::Gone}); break;
        case DiffKind::MovedFrom: marks.append({mark.at, PaneMark::Look::MovedAway}); break;
        case DiffKind::MovedTo: marks.append({mark.at, PaneMark::Look::Moved}); break;
        case DiffKind::Inserted: marks.append({mark.at, lookOfCause(cause), divergenceText(cause)}); break;
        case DiffKind::Equal: break;
        }
    }
    return marks;
}

QList<PaneMark> marksOfReference(const AnswerComparison &comparison)
{
    QList<PaneMark> marks;
    for (const DiffSpan &span : comparison.spans) {
        if (span.kind == DiffKind::Deleted)
            marks.append({{span.oldStart, span.length}, PaneMark::Look::Gone});
        else if (span.kind == DiffKind::MovedFrom)
            marks.append({{span.oldStart, span.length}, PaneMark::Look::Moved});
    }
    return marks;
}

std::optional<QList<TextStretch>> linesLeft(QStringView text, const QList<Difference> &differences, DiffSide side, bool isWanted)
{
    if (!isWanted || differences.isEmpty())
        return std::nullopt;
    return onlyDifferences(text, differences, side, contextLines);
}

} // namespace

ComparisonLook lookOfAnswer(const AnswerComparison &comparison, const QString &answer, bool onlyDifferent)
{
    return {.marks = marksOfAnswer(comparison),
            .strip = overviewStrip(comparison.spans, DiffSide::New),
            .only = linesLeft(DisplayText::of(answer), comparison.differences, DiffSide::New, onlyDifferent)};
}

ComparisonLook lookOfReference(const AnswerComparison &comparison, const QString &reference, bool onlyDifferent)
{
    return {.marks = marksOfReference(comparison),
            .strip = overviewStrip(comparison.spans, DiffSide::Old),
            .only = linesLeft(DisplayText::of(reference), comparison.differences, DiffSide::Old, onlyDifferent)};
}

ComparisonLook lookOfBoth(const AnswerComparison &comparison, bool onlyDifferent)
{
    return {.instead = comparison.merged.text,
            .marks = marksInline(comparison),
            .strip = overviewStrip(comparison.merged),
            .only = linesLeft(comparison.merged.text, comparison.merged.differences, DiffSide::New, onlyDifferent)};
}

void showLook(const ComparisonLook &look, VariantColumn &column)
{
    OutputPane *pane = column.pane();
    pane->showInstead(look.instead);
    if (!look.marks.isEmpty() || !pane->marks().isEmpty())
        pane->mark(look.marks);
    column.strip()->setMarks(look.strip);
    if (look.only || !pane->showsAllLines())
        pane->showOnly(look.only);
}

} // namespace Tempera
