// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/gradecodec.h"

#include "app/storage/guardedtext.h"
#include "app/storage/usagecodec.h"
#include "models/core/jsontext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

QJsonObject judgeUseToJson(const JudgeUse &use)
{
    QJsonObject json{{u"question"_s, QString::fromLatin1(use.question.toHex())},
                     {u"model"_s, guarded(use.model)},
                     {u"read"_s, use.wasRead},
                     {u"score"_s, use.score}};
    insertUsage(json, use.usage, use.cost);
    if (use.passed)
        json.insert(u"pass"_s, *use.passed);
    return json;
}

JudgeUse judgeUseFromJson(const QJsonObject &json)
{
    JudgeUse use;
    use.question = QByteArray::fromHex(json.value("question"_L1).toString().toLatin1());
    use.model = unguarded(json.value("model"_L1));
    use.wasRead = json.value("read"_L1).toBool();
    use.score = json.value("score"_L1).toDouble();
    use.usage = usageIn(json);
    use.cost = costIn(json);
    if (const QJsonValue passed = json.value("pass"_L1); passed.isBool())
        use.passed = passed.toBool();
    return use;
}

/// What most verdicts do not have is not written.
QByteArray verdictToJson(const Verdict &verdict)
{
    JsonObjectText json;
    json.add("type", verdict.type);
    json.add("outcome", outcomeName(verdict.outcome));
    json.add("score", QJsonValue(verdict.score));
    json.add("weight", QJsonValue(verdict.weight));
    json.add("metric", verdict.metric);
    json.add("reason", guarded(verdict.reason));
    QJsonArray parts;
    for (const VerdictPart &part : verdict.parts)
        parts.append(QJsonObject{{u"pass"_s, part.passed}, {u"score"_s, part.score}, {u"reason"_s, guarded(part.reason)}});
    if (!parts.isEmpty())
        json.add("parts", QJsonValue(parts));
    QJsonArray evidence;
    for (const AnswerSpan &span : verdict.evidence)
        evidence.append(QJsonArray{qint64(span.start), qint64(span.length)});
    if (!evidence.isEmpty())
        json.add("evidence", QJsonValue(evidence));
    if (verdict.asked)
        json.add("asked", QJsonValue(judgeUseToJson(*verdict.asked)));
    QJsonArray named;
    for (const NamedScore &score : verdict.named)
        named.append(QJsonArray{guarded(score.name), score.score, score.weight});
    if (!named.isEmpty())
        json.add("named", QJsonValue(named));
    return json.text();
}

Verdict verdictFromJson(const QJsonObject &json)
{
    Verdict verdict{json.value("type"_L1).toString(),   outcomeFromName(json.value("outcome"_L1).toString()),
                    json.value("score"_L1).toDouble(),  json.value("weight"_L1).toDouble(),
                    json.value("metric"_L1).toString(), unguarded(json.value("reason"_L1))};
    for (const QJsonValue &value : json.value("parts"_L1).toArray()) {
        const QJsonObject part = value.toObject();
        verdict.parts += {part.value("pass"_L1).toBool(), part.value("score"_L1).toDouble(), unguarded(part.value("reason"_L1))};
    }
    for (const QJsonValue &value : json.value("evidence"_L1).toArray()) {
        const QJsonArray span = value.toArray();
        verdict.evidence += {qsizetype(span.at(0).toInteger()), qsizetype(span.at(1).toInteger())};
    }
    if (const QJsonValue asked = json.value("asked"_L1); asked.isObject())
        verdict.asked = judgeUseFromJson(asked.toObject());
    for (const QJsonValue &value : json.value("named"_L1).toArray()) {
        const QJsonArray score = value.toArray();
        verdict.named += {unguarded(score.at(0)), score.at(1).toDouble(), score.at(2).toDouble(1)};
    }
    return verdict;
}

} // namespace

QByteArray gradeToJson(const Grade &grade)
{
    QByteArray verdicts;
    for (const Verdict &verdict : grade.verdicts)
        verdicts += (verdicts.isEmpty() ? "" : ",") + verdictToJson(verdict);
    JsonObjectText json;
    json.add("outcome", outcomeName(grade.outcome));
    json.add("score", QJsonValue(grade.score));
    json.addText("verdicts", '[' + verdicts + ']');
    return json.text();
}

Grade gradeFromJson(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    Grade grade;
    grade.outcome = outcomeFromName(object.value("outcome"_L1).toString());
    grade.score = object.value("score"_L1).toDouble();
    for (const QJsonValue &value : object.value("verdicts"_L1).toArray())
        grade.verdicts.append(verdictFromJson(value.toObject()));
    return grade;
}

} // namespace Tempera
