// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/http/openai/embeddingsdecoder.h"

#include "app/engine/http/httperrors.h"
#include "app/engine/http/openai/usagereading.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

std::unexpected<Error> noEmbeddings(const QString &detail)
{
    return failure(ErrorKind::Protocol, detail);
}

Result<Embedding> embeddingFrom(const QJsonValue &value)
{
    Embedding vector;
    const QJsonArray numbers = value.toArray();
    vector.reserve(static_cast<std::size_t>(numbers.size()));
    for (const QJsonValue &number : numbers) {
        const auto entry = static_cast<float>(number.toDouble(std::nan("")));
        if (!std::isfinite(entry))
            return noEmbeddings(u"an embedding holds something that is no number"_s);
        vector.push_back(entry);
    }
    if (vector.empty())
        return noEmbeddings(u"an embedding is empty"_s);
    return vector;
}

} // namespace

GenerationBatch EmbeddingsDecoder::frame(const Frame &)
{
    return {};
}

GenerationBatch EmbeddingsDecoder::streamEnded()
{
    return {Event::Failed{noEmbeddings(u"the answer is a stream, not embeddings"_s).error()}};
}

GenerationBatch EmbeddingsDecoder::whole(const QByteArray &body)
{
    QJsonParseError parsed;
    const QJsonObject answer = QJsonDocument::fromJson(body, &parsed).object();
    if (parsed.error != QJsonParseError::NoError)
        return {Event::Failed{noEmbeddings(u"the answer is not JSON"_s).error()}};
    if (isErrorBody(answer))
        return {Event::Failed{apiError(errorValueOf(answer), 0)}};
    takeUsage(answer);
    Result<EmbeddingList> vectors = vectorsOf(answer);
    if (!vectors)
        return {Event::Failed{vectors.error()}};
    GenerationBatch events;
    if (const QString model = answer.value("model"_L1).toString(); !model.isEmpty())
        events.push_back(Event::Started{model});
    events.push_back(Event::Embedded{std::move(*vectors)});
    Event::Finished finished;
    finished.usage = m_usage;
    events.push_back(finished);
    return events;
}

/// Vectors are no tokens: none come out.
void EmbeddingsDecoder::takeUsage(const QJsonObject &answer)
{
    const QJsonObject told = answer.value("usage"_L1).toObject();
    m_usage = usageFromJson(told);
    if (m_usage.inputTokens)
        m_usage.outputTokens = 0;
    m_usage.exactness = m_usage.inputTokens ? Exactness::Exact : Exactness::Estimate;
}

/// In the order of the texts: "index" counts, where there is one.
Result<EmbeddingList> EmbeddingsDecoder::vectorsOf(const QJsonObject &answer) const
{
    const QJsonArray data = answer.value("data"_L1).toArray();
    if (data.isEmpty())
        return noEmbeddings(u"the answer is JSON, but holds no embeddings"_s);
    if (data.size() != m_texts)
        return noEmbeddings(u"the answer holds %1 embeddings for %2 texts"_s.arg(data.size()).arg(m_texts));
    EmbeddingList vectors(static_cast<std::size_t>(m_texts));
    for (qsizetype i = 0; i < data.size(); ++i) {
        const QJsonObject each = data.at(i).toObject();
        const qint64 index = each.value("index"_L1).toInteger(i);
        if (index < 0 || index >= m_texts || !vectors[static_cast<std::size_t>(index)].empty())
            return noEmbeddings(u"the embeddings are not numbered by the texts"_s);
        Result<Embedding> vector = embeddingFrom(each.value("embedding"_L1));
        if (!vector)
            return std::unexpected(vector.error());
        vectors[static_cast<std::size_t>(index)] = std::move(*vector);
    }
    for (const Embedding &vector : vectors) {
        if (vector.size() != vectors.front().size())
            return noEmbeddings(u"the embeddings are not equally long"_s);
    }
    return vectors;
}

} // namespace Tempera
