// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/http/openai/moderationdecoder.h"

#include "app/engine/http/httperrors.h"
#include "app/engine/http/openai/usagereading.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

std::unexpected<Error> noModeration(const QString &detail)
{
    return failure(ErrorKind::Protocol, detail);
}

} // namespace

GenerationBatch ModerationDecoder::frame(const Frame &)
{
    return {};
}

GenerationBatch ModerationDecoder::streamEnded()
{
    return {Event::Failed{noModeration(u"the answer is a stream, not a moderation"_s).error()}};
}

GenerationBatch ModerationDecoder::whole(const QByteArray &body)
{
    QJsonParseError parsed;
    const QJsonObject answer = QJsonDocument::fromJson(body, &parsed).object();
    if (parsed.error != QJsonParseError::NoError)
        return {Event::Failed{noModeration(u"the answer is not JSON"_s).error()}};
    if (isErrorBody(answer))
        return {Event::Failed{apiError(errorValueOf(answer), 0)}};
    m_usage = usageFromJson(answer.value("usage"_L1).toObject());
    m_usage.exactness = m_usage.inputTokens ? Exactness::Exact : Exactness::Estimate;
    const Result<QString> flags = flagsOf(answer);
    if (!flags)
        return {Event::Failed{flags.error()}};
    GenerationBatch events;
    if (const QString model = answer.value("model"_L1).toString(); !model.isEmpty())
        events.push_back(Event::Started{model});
    events.push_back(Event::TextDelta{*flags});
    Event::Finished finished;
    finished.usage = m_usage;
    events.push_back(finished);
    return events;
}

/// Of several results about one text the highest score of a category counts.
Result<QString> ModerationDecoder::flagsOf(const QJsonObject &answer) const
{
    const QJsonArray results = answer.value("results"_L1).toArray();
    if (results.isEmpty())
        return noModeration(u"the answer is JSON, but holds no results of a moderation"_s);
    QMap<QString, double> flags;
    for (const QJsonValue &each : results) {
        const QJsonObject result = each.toObject();
        if (!result.value("flagged"_L1).isBool() || !result.value("categories"_L1).isObject())
            return noModeration(u"a result of the moderation does not say what is flagged"_s);
        if (!result.value("flagged"_L1).toBool())
            continue;
        const QJsonObject categories = result.value("categories"_L1).toObject();
        const QJsonObject scores = result.value("category_scores"_L1).toObject();
        for (auto it = categories.begin(); it != categories.end(); ++it) {
            if (it.value().toBool())
                flags[it.key()] = std::max(flags.value(it.key()), scores.value(it.key()).toDouble());
        }
    }
    QJsonArray flagged;
    QJsonArray others;
    for (auto it = flags.cbegin(); it != flags.cend(); ++it) {
        if (m_wanted.isEmpty() || m_wanted.contains(it.key()))
            flagged.append(QJsonObject{{u"category"_s, it.key()}, {u"score"_s, it.value()}});
        else
            others.append(it.key());
    }
    const QJsonObject told{{u"flagged"_s, flagged}, {u"others"_s, others}};
    return QString::fromUtf8(QJsonDocument(told).toJson(QJsonDocument::Compact));
}

} // namespace Tempera
