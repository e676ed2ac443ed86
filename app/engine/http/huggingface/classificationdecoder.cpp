// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/http/huggingface/classificationdecoder.h"

#include "app/engine/http/httperrors.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

std::unexpected<Error> noClassification(const QString &detail)
{
    return failure(ErrorKind::Protocol, detail);
}

} // namespace

GenerationBatch ClassificationDecoder::frame(const Frame &)
{
    return {};
}

GenerationBatch ClassificationDecoder::streamEnded()
{
    return {Event::Failed{noClassification(u"the answer is a stream, not a classification"_s).error()}};
}

GenerationBatch ClassificationDecoder::whole(const QByteArray &body)
{
    QJsonParseError parsed;
    const QJsonDocument answer = QJsonDocument::fromJson(body, &parsed);
    if (parsed.error != QJsonParseError::NoError)
        return {Event::Failed{noClassification(u"the answer is not JSON"_s).error()}};
    if (isErrorBody(answer.object()))
        return {Event::Failed{apiError(errorValueOf(answer.object()), 0)}};
    const Result<QString> label = labelOf(answer.array());
    if (!label)
        return {Event::Failed{label.error()}};
    Event::Finished finished;
    finished.usage.exactness = Exactness::Estimate;
    return {Event::TextDelta{*label}, finished};
}

Result<QString> ClassificationDecoder::labelOf(const QJsonValue &answer) const
{
    QJsonArray labels = answer.toArray();
    if (labels.size() == 1 && labels.at(0).isArray())
        labels = labels.at(0).toArray();
    if (labels.isEmpty())
        return noClassification(u"the answer is JSON, but holds no labels"_s);
    QJsonObject best;
    for (const QJsonValue &each : std::as_const(labels)) {
        const QJsonObject label = each.toObject();
        if (!label.value("label"_L1).isString() || !label.value("score"_L1).isDouble())
            return noClassification(u"a label of the classification has no name or no score"_s);
        const bool isBetter = best.isEmpty() || label.value("score"_L1).toDouble() > best.value("score"_L1).toDouble();
        if (m_wanted.isEmpty() ? isBetter : label.value("label"_L1).toString() == m_wanted)
            best = label;
    }
    const QString name = m_wanted.isEmpty() ? best.value("label"_L1).toString() : m_wanted;
    const QJsonObject told{{u"label"_s, name}, {u"score"_s, best.value("score"_L1).toDouble()}};
    return QString::fromUtf8(QJsonDocument(told).toJson(QJsonDocument::Compact));
}

} // namespace Tempera
