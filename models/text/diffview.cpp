// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/text/diffview.h"

#include <algorithm>

namespace Tempera {

QList<Difference> differencesOf(const QList<DiffSpan> &spans)
{
    QList<Difference> differences;
    bool isOpen = false;
    for (qsizetype i = 0; i < spans.size(); ++i) {
        const DiffSpan &span = spans.at(i);
        if (span.kind == DiffKind::Equal) {
            isOpen = false;
            continue;
        }
        if (!isOpen)
            differences.append({i, i, {span.oldStart, 0}, {span.newStart, 0}});
        isOpen = true;
        Difference &difference = differences.last();
        difference.lastSpan = i;
        (span.isInOld() ? difference.old : difference.now).length += span.length;
    }
    return differences;
}

qsizetype DiffWalk::step(int steps)
{
    if (count == 0)
        return current = -1;
    const qsizetype from = current < 0 && steps < 0 ? count : current;
    current = std::clamp<qsizetype>(from + steps, 0, count - 1);
    return current;
}

QList<StripMark> overviewStrip(const QList<DiffSpan> &spans, DiffSide side)
{
    const auto isHere = [side](const DiffSpan &span) { return side == DiffSide::Old ? span.isInOld() : span.isInNew(); };
    double length = 0;
    for (const DiffSpan &span : spans)
        length += isHere(span) ? static_cast<double>(span.length) : 0;
    QList<StripMark> marks;
    for (const DiffSpan &span : spans) {
        if (span.kind == DiffKind::Equal)
            continue;
        const auto start = static_cast<double>(side == DiffSide::Old ? span.oldStart : span.newStart);
        const double end = isHere(span) ? start + static_cast<double>(span.length) : start;
        marks.append(length == 0 ? StripMark{0, 0, span.kind} : StripMark{start / length, end / length, span.kind});
    }
    return marks;
}

QList<TextStretch> onlyDifferences(QStringView text, const QList<Difference> &differences, DiffSide side, int context)
{
    QList<TextStretch> kept;
    for (const Difference &difference : differences) {
        const TextStretch at = difference.on(side);
        qsizetype from = at.start;
        for (int line = 0; line <= context && from > 0; ++line) {
            // Of the line itself its start; of each one before it that too.
            const qsizetype end = text.first(line == 0 ? from : from - 1).lastIndexOf(u'\n');
            from = end + 1;
        }
        // A difference that ends with its line does not reach into the next one.
        qsizetype to = std::max(at.start, at.start + at.length - 1);
        for (int line = 0; line <= context && to < text.size(); ++line) {
            const qsizetype end = text.indexOf(u'\n', to);
            to = end < 0 ? text.size() : end + 1;
        }
        if (!kept.isEmpty() && from <= kept.constLast().start + kept.constLast().length)
            kept.last().length = std::max(to, kept.constLast().start + kept.constLast().length) - kept.constLast().start;
        else
            kept.append({from, to - from});
    }
    return kept;
}

} // namespace Tempera
