// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/answercomparison.h"

#include "models/checks/answerjson.h"
#include "models/core/counted.h"
#include "models/core/valuetext.h"
#include "models/items/inputcomparison.h"
#include "models/text/displaytext.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

QString comparisonWords(const char *source)
{
    return QCoreApplication::translate("AnswerComparison", source);
}

/// Nothing where one of them is no JSON, or a lone word or number.
std::optional<QList<JsonChange>> jsonChanges(const QString &before, const QString &now)
{
    const auto valueOf = [](const QString &text) {
        const QStringView trimmed = QStringView(text).trimmed();
        const bool mayBe = trimmed.startsWith(u'{') || trimmed.startsWith(u'[');
        return mayBe ? AnswerJson(text).value() : QJsonValue(QJsonValue::Undefined);
    };
    const QJsonValue old = valueOf(before);
    const QJsonValue value = old.isUndefined() ? old : valueOf(now);
    return value.isUndefined() ? std::nullopt : std::optional(jsonDiff(old, value));
}

QString jsonSummary(const QList<JsonChange> &changes)
{
    const auto countOf = [&](JsonChange::Kind kind) {
        return QString::number(std::ranges::count(changes, kind, &JsonChange::kind));
    };
    if (changes.isEmpty())
        return comparisonWords(QT_TRANSLATE_NOOP("AnswerComparison", "the same JSON"));
    return comparisonWords(QT_TRANSLATE_NOOP("AnswerComparison", "JSON: %1 changed, %2 added, %3 removed"))
        .arg(countOf(JsonChange::Kind::Changed), countOf(JsonChange::Kind::Added), countOf(JsonChange::Kind::Removed));
}

/// Rounded, but neither up to "all" nor down to "nothing".
int wholePercent(double share)
{
    const int rounded = qRound(share * 100);
    return share > 0 && share < 1 ? std::clamp(rounded, 1, 99) : rounded;
}

QString jsonShort(const QJsonValue &value)
{
    return firstLine(valueText(value), 60);
}

QString jsonLine(const JsonChange &change)
{
    const QString path = DisplayText::of(change.path);
    switch (change.kind) {
    case JsonChange::Kind::Added:
        return comparisonWords(QT_TRANSLATE_NOOP("AnswerComparison", "%1 added: %2")).arg(path, jsonShort(change.after));
    case JsonChange::Kind::Removed:
        return comparisonWords(QT_TRANSLATE_NOOP("AnswerComparison", "%1 removed: %2")).arg(path, jsonShort(change.before));
    case JsonChange::Kind::Changed: break;
    }
    return comparisonWords(QT_TRANSLATE_NOOP("AnswerComparison", "%1: %2 → %3"))
        .arg(path, jsonShort(change.before), jsonShort(change.after));
}

QString inputText(const AnswerComparison &comparison)
{
    if (comparison.evidence) {
        const QList<FieldValue> &values = comparison.evidence->values;
        const auto sought =
            std::ranges::count_if(values, [](const FieldValue &value) { return value.evidence.kind != Evidence::Kind::Unasked; });
        const auto nowhere = std::ranges::count_if(values, &FieldValue::isUngrounded);
        return comparisonWords(QT_TRANSLATE_NOOP("AnswerComparison", "%1 of %2 values stand in the input"))
            .arg(sought - nowhere)
            .arg(sought);
    }
    if (!comparison.shares)
        return comparisonWords(QT_TRANSLATE_NOOP("AnswerComparison", "Not compared: the input is not known"));
    const ChangeShares &shares = *comparison.shares;
    return comparisonWords(QT_TRANSLATE_NOOP("AnswerComparison", "input: %1 % kept, %2 % changed, %3 % removed; %4 % added"))
        .arg(wholePercent(shares.kept))
        .arg(wholePercent(shares.changed))
        .arg(wholePercent(shares.removed))
        .arg(wholePercent(shares.added));
}

/// "2 coin flips, 1 change of mind"; what there is none of is left out.
QString causesSummary(const QList<DivergenceCause> &causes)
{
    const auto countOf = [&](DivergenceCause cause) { return std::ranges::count(causes, cause); };
    QStringList parts;
    if (const auto flips = countOf(DivergenceCause::CoinFlip); flips > 0)
        parts += counted(QCoreApplication::translate("AnswerComparison", "%n coin flip(s)", nullptr, countForm(flips)), flips);
    if (const auto minds = countOf(DivergenceCause::ChangeOfMind); minds > 0)
        parts +=
            counted(QCoreApplication::translate("AnswerComparison", "%n change(s) of mind", nullptr, countForm(minds)), minds);
    return parts.join(u", "_s);
}

} // namespace

QString divergenceText(DivergenceCause cause)
{
    switch (cause) {
    case DivergenceCause::CoinFlip:
        return comparisonWords(QT_TRANSLATE_NOOP("AnswerComparison", "coin flip, both were likely in both answers"));
    case DivergenceCause::ChangeOfMind:
        return comparisonWords(QT_TRANSLATE_NOOP("AnswerComparison", "change of mind, the probability moved"));
    case DivergenceCause::Unknown: break;
    }
    return {};
}

AnswerComparison compareAnswers(const TracedAnswer &before, const TracedAnswer &now, const std::stop_token &stop)
{
    AnswerComparison comparison;
    const QString old = DisplayText::of(before.text);
    const QString shown = DisplayText::of(now.text);
    comparison.spans = proseDiff(old, shown, stop);
    comparison.differences = differencesOf(comparison.spans);
    if (stop.stop_requested())
        return comparison;
    comparison.merged = inlineDiff(old, shown, comparison.spans);
    comparison.causes = divergenceCauses(comparison.differences, before, now);
    comparison.json = jsonChanges(before.text, now.text);
    return comparison;
}

std::optional<QString> comparisonObstacle(const Cell *before, const Cell *now, ComparedWith with)
{
    const bool isAnswer = with != ComparedWith::Expected && with != ComparedWith::Input;
    if ((isAnswer && (!before || before->state != CellState::Done)) || !now || !isFinal(now->state)
        || now->state == CellState::NotNeeded)
        return QString();
    if (now->state != CellState::Done)
        return comparisonWords(QT_TRANSLATE_NOOP("AnswerComparison", "Not compared: this answer is incomplete"));
    if (isAnswer && before->text.isEmpty() && now->text.isEmpty())
        return comparisonWords(QT_TRANSLATE_NOOP("AnswerComparison", "Both answers are empty"));
    if ((isAnswer && before->text.isEmpty()) || now->text.isEmpty())
        return comparisonWords(QT_TRANSLATE_NOOP("AnswerComparison", "Not compared: one answer is empty"));
    return std::nullopt;
}

QString comparisonText(const AnswerComparison &comparison, ComparedWith with)
{
    if (with == ComparedWith::Input)
        return inputText(comparison);
    if (!comparison.hasBefore)
        return comparisonWords(QT_TRANSLATE_NOOP("AnswerComparison", "Not compared: no check of this case names an answer"));
    const int percent = wholePercent(equalShare(comparison.spans));
    const char *words = with == ComparedWith::Expected ? QT_TRANSLATE_NOOP("AnswerComparison", "%1 % as expected")
                        : with == ComparedWith::PreviousRepeat
                            ? QT_TRANSLATE_NOOP("AnswerComparison", "%1 % as in the previous repeat")
                            : QT_TRANSLATE_NOOP("AnswerComparison", "%1 % as in the baseline");
    QString text = comparisonWords(words).arg(percent);
    if (const QString causes = causesSummary(comparison.causes); !causes.isEmpty())
        text += u" · "_s + causes;
    return comparison.json && !comparison.spans.isEmpty() && !comparison.differences.isEmpty()
               ? text + u" · "_s + jsonSummary(*comparison.json)
               : text;
}

QString comparisonDetails(const AnswerComparison &comparison)
{
    if (comparison.evidence)
        return evidenceDetails(*comparison.evidence);
    constexpr qsizetype most = 20; // more fit under no pointer
    QStringList lines;
    const QList<JsonChange> changes = comparison.json.value_or(QList<JsonChange>());
    for (const JsonChange &change : changes.first(std::min(most, changes.size())))
        lines += jsonLine(change);
    if (changes.size() > most)
        lines += u"…"_s;
    return lines.join(u'\n');
}

QString differenceText(const AnswerComparison &comparison, qsizetype difference)
{
    const QString cause = divergenceText(comparison.causes.value(difference, DivergenceCause::Unknown));
    const QString place = comparisonWords(QT_TRANSLATE_NOOP("AnswerComparison", "difference %1 of %2"))
                              .arg(difference + 1)
                              .arg(comparison.differences.size());
    return cause.isEmpty() ? place : u"%1: %2"_s.arg(place, cause);
}

QString baselineText(const Cell *baseline)
{
    const bool isCut = baseline && (baseline->state == CellState::Failed || baseline->state == CellState::Cancelled);
    return isCut ? comparisonWords(
                       QT_TRANSLATE_NOOP("AnswerComparison", "This answer is incomplete, so nothing is compared with it"))
                 : comparisonWords(QT_TRANSLATE_NOOP("AnswerComparison", "The others are compared with this answer"));
}

} // namespace Tempera
