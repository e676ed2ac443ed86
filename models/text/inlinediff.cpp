// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/text/inlinediff.h"

#include <algorithm>

namespace Tempera {
namespace {

QString visibleChange(QStringView changed)
{
    const bool isBlank = std::ranges::all_of(changed, [](QChar c) { return c.isSpace(); });
    return isBlank ? changed.toString().replace(u'\n', QStringLiteral("↵\n")) : changed.toString();
}

} // namespace

InlineDiff inlineDiff(QStringView oldText, QStringView newText, const QList<DiffSpan> &spans)
{
    InlineDiff diff;
    diff.text.reserve(std::max(oldText.size(), newText.size()) * 5 / 4);
    diff.differences = differencesOf(spans);
    qsizetype next = 0; // the difference that comes next, or is being gone through
    for (qsizetype i = 0; i < spans.size(); ++i) {
        const DiffSpan &span = spans.at(i);
        const QStringView piece =
            span.isInOld() ? oldText.sliced(span.oldStart, span.length) : newText.sliced(span.newStart, span.length);
        if (span.kind == DiffKind::Equal) {
            diff.text += piece;
            continue;
        }
        const qsizetype start = diff.text.size();
        diff.text += visibleChange(piece);
        diff.marks += InlineMark{{start, diff.text.size() - start}, span.kind, next};
        Difference &difference = diff.differences[next];
        if (i == difference.firstSpan)
            difference.now.start = start;
        difference.now.length = diff.text.size() - difference.now.start;
        if (i == difference.lastSpan)
            ++next;
    }
    return diff;
}

QList<StripMark> overviewStrip(const InlineDiff &diff)
{
    QList<StripMark> marks;
    const auto length = static_cast<double>(diff.text.size());
    for (const InlineMark &mark : diff.marks) {
        const auto start = static_cast<double>(mark.at.start);
        marks += StripMark{start / length, (start + static_cast<double>(mark.at.length)) / length, mark.kind};
    }
    return marks;
}

} // namespace Tempera
