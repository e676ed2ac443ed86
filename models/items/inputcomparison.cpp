// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/inputcomparison.h"

#include "models/core/valuetext.h"
#include "models/text/displaytext.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// Where values that stand nowhere in the input stand in the answer: from left to right, none within another.
QList<TextStretch> ungroundedIn(const QString &shown, const QList<FieldValue> &values)
{
    const EvidenceSearch search(shown);
    QList<TextStretch> places;
    for (const FieldValue &value : values) {
        if (value.isUngrounded())
            places += search.find(value.given).places;
    }
    std::ranges::sort(places, {}, &TextStretch::start);
    QList<TextStretch> apart;
    for (const TextStretch &place : std::as_const(places)) {
        if (apart.isEmpty() || place.start >= apart.constLast().start + apart.constLast().length)
            apart += place;
    }
    return apart;
}

/// As if the places had come into the text.
QList<DiffSpan> spansAround(const QList<TextStretch> &places, qsizetype length)
{
    QList<DiffSpan> spans;
    qsizetype at = 0;
    qsizetype old = 0;
    const auto keepUpTo = [&](qsizetype end) {
        if (end > at)
            spans += DiffSpan{DiffKind::Equal, old, at, end - at, -1};
        old += end - at;
        at = end;
    };
    for (const TextStretch &place : places) {
        keepUpTo(place.start);
        spans += DiffSpan{DiffKind::Inserted, old, at, place.length, -1};
        at += place.length;
    }
    keepUpTo(length);
    return spans;
}

/// A stretch with some words around it, in one line.
QString inContext(const QString &text, const TextStretch &place)
{
    constexpr qsizetype around = 24;
    const qsizetype start = std::max<qsizetype>(0, place.start - around);
    const qsizetype end = std::min(text.size(), place.start + std::min<qsizetype>(place.length, 60) + around);
    return (start > 0 ? u"…"_s : QString()) + DisplayText::of(text.sliced(start, end - start).simplified())
           + (end < text.size() ? u"…"_s : QString());
}

} // namespace

AnswerComparison compareWithInput(const QStringList &inputs, const QString &answer, const std::stop_token &stop)
{
    AnswerComparison comparison;
    comparison.hasBefore = !inputs.isEmpty();
    if (inputs.isEmpty())
        return comparison;
    const AnswerFields fields = answerFields({}, answer, inputs);
    if (!fields.hasObject) {
        comparison = compareAnswers({inputs.constFirst(), {}, {}}, {answer, {}, {}}, stop);
        comparison.json.reset(); // the input was not to be kept as it is
        comparison.shares = changeShares(inputs.constFirst(), answer, stop);
        return comparison;
    }
    const QString shown = DisplayText::of(answer);
    comparison.spans = spansAround(ungroundedIn(shown, fields.values), shown.size());
    comparison.differences = differencesOf(comparison.spans);
    comparison.causes.resize(comparison.differences.size());
    comparison.evidence = InputEvidence{.input = inputs.join(u"\n\n"_s), .values = fields.values};
    return comparison;
}

QString evidenceDetails(const InputEvidence &evidence)
{
    constexpr qsizetype most = 20; // more fit under no pointer
    QStringList lines;
    for (const FieldValue &value : evidence.values.first(std::min(most, evidence.values.size()))) {
        const QString given = u"%1: %2"_s.arg(DisplayText::of(value.field), firstLine(valueText(value.given), 60));
        if (value.isUngrounded())
            lines += QCoreApplication::translate("AnswerComparison", "%1 stands nowhere in the input").arg(given);
        else if (!value.evidence.places.isEmpty())
            lines += u"%1 ← %2"_s.arg(given, inContext(evidence.input, value.evidence.places.constFirst()));
    }
    if (evidence.values.size() > most)
        lines += u"…"_s;
    return lines.join(u'\n');
}

} // namespace Tempera
