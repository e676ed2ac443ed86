// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/report/gradingjson.h"

#include "models/report/jsonvalues.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

QJsonArray evidenceJson(const Verdict &verdict, const QString &answer)
{
    QJsonArray list;
    for (const AnswerSpan &span : verdict.evidence) {
        list.append(QJsonObject{{u"start"_s, qint64(span.start)},
                                {u"length"_s, qint64(span.length)},
                                {u"text"_s, answer.mid(span.start, span.length)}});
    }
    return list;
}

/// What promptfoo has no place for in a result of a check; members that say nothing are left out.
QJsonObject verdictAdditions(const Verdict &verdict, const QString &answer)
{
    QJsonObject json{{u"outcome"_s, outcomeName(verdict.outcome)}};
    if (!verdict.evidence.isEmpty())
        json.insert(u"evidence"_s, evidenceJson(verdict, answer));
    if (verdict.asked) {
        json.insert(u"judge"_s, verdict.asked->model);
        json.insert(u"cost"_s, costJson(verdict.asked->cost));
    }
    return json;
}

/// What promptfoo says of a set in place of its assertion.
QJsonObject setJson(const QJsonObject &assertion, qsizetype count)
{
    QJsonObject json{{u"type"_s, assertion.value("type"_L1)}, {u"assertionCount"_s, count}};
    for (const QString &name : {u"threshold"_s, u"metric"_s, u"weight"_s}) {
        if (assertion.contains(name))
            json.insert(name, assertion.value(name));
    }
    return json;
}

} // namespace

QJsonObject gradingTokens(const GradingSpend &spend)
{
    QJsonObject json{{u"total"_s, static_cast<qint64>(Saturated::sum(spend.inputTokens, spend.outputTokens))},
                     {u"prompt"_s, static_cast<qint64>(spend.inputTokens)},
                     {u"completion"_s, static_cast<qint64>(spend.outputTokens)}};
    if (spend.requests > 0)
        json.insert(u"numRequests"_s, spend.requests);
    return json;
}

QJsonValue gradingCost(const GradingSpend &spend)
{
    const bool isKnown = spend.unknownCosts == 0 || spend.cost > Money();
    return isKnown ? QJsonValue(spend.cost.dollars()) : QJsonValue::Null;
}

QJsonObject componentJson(const Verdict &verdict, const QJsonObject &assertion, const QString &answer)
{
    QJsonObject json{{u"pass"_s, verdict.outcome == Outcome::Pass}, {u"score"_s, verdict.score}, {u"reason"_s, verdict.reason}};
    QJsonObject additions = verdictAdditions(verdict, answer);
    const QJsonArray checks = assertion.value("assert"_L1).toArray();
    if (!checks.isEmpty()) {
        json.insert(u"metadata"_s, QJsonObject{{u"assertionSet"_s, setJson(assertion, checks.size())}});
    } else {
        json.insert(u"assertion"_s, assertion);
    }
    json.insert(u"tempera"_s, additions);
    QJsonArray parts;
    for (qsizetype i = 0; i < verdict.parts.size(); ++i) {
        const VerdictPart &part = verdict.parts.at(i);
        QJsonObject each{{u"pass"_s, part.passed}, {u"score"_s, part.score}, {u"reason"_s, part.reason}};
        if (checks.size() == verdict.parts.size())
            each.insert(u"assertion"_s, checks.at(i));
        parts.append(each);
    }
    if (!parts.isEmpty())
        json.insert(u"componentResults"_s, parts);
    if (verdict.asked)
        json.insert(u"tokensUsed"_s, usageJson(verdict.asked->usage));
    return json;
}

} // namespace Tempera
