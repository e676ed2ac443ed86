// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/request.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Tempera {

Provider providerOf(const GenerationRequest &request)
{
    return request.provider.isNull() ? providerAt(request.endpoint) : *request.provider;
}

void setProvider(GenerationRequest &request, const SharedProvider &provider)
{
    request.provider = provider;
    request.endpoint.keyName = provider->keyName;
}

void leaveOutRefused(GenerationRequest &request, const Capabilities &capabilities)
{
    for (const Parameter parameter : capabilities.refusedOf(request.sampling)) {
        request.sampling.unset(parameter);
        request.leftOut.append(parameter);
    }
}

bool mayBeCached(const GenerationRequest &request)
{
    const bool isSettled = request.sampling.seed.has_value() || request.sampling.temperature == 0.0;
    const bool isWanted = request.cache == CacheUse::Always || (request.cache == CacheUse::Settled && isSettled);
    return isWanted && request.endpoint.kind == EndpointKind::Remote && !request.wantTrace && request.prefix.empty()
           && request.score.empty();
}

QByteArray requestKey(const GenerationRequest &request)
{
    QJsonArray messages;
    for (const Message &message : request.messages) {
        QJsonObject object{{u"role"_s, roleName(message.role)}, {u"text"_s, message.text}};
        if (!message.parts.isEmpty())
            object.insert(u"parts"_s, partsToJson(message.parts));
        messages.append(object);
    }

    QJsonObject sampling = samplingToJson(request.sampling);
    if (request.sampling.seed) // as text, so that all 64 bits count
        sampling.insert(u"seed"_s, QString::number(*request.sampling.seed));

    QJsonArray prefix;
    for (const auto &token : request.prefix)
        prefix.append(token->chosen);
    QJsonArray score;
    for (const ScoreText &each : request.score) {
        QJsonArray tokens;
        for (const std::int32_t token : each.tokens)
            tokens.append(token);
        QJsonArray text{each.text, tokens, each.everySpelling};
        if (each.isPrompt)
            text.append(u"prompt"_s);
        score.append(text);
    }

    // QJsonObject keeps its keys sorted, which makes the text canonical.
    QJsonObject canonical{
        {u"kind"_s, static_cast<int>(request.endpoint.kind)},
        {u"url"_s, request.endpoint.baseUrl.toString()},
        {u"model"_s, request.endpoint.model},
        {u"path"_s, request.endpoint.modelPath},
        {u"form"_s, static_cast<int>(request.form)},
        {u"messages"_s, messages},
        {u"sampling"_s, sampling},
    };
    // Absent where they change nothing, so that keys of old answers stay what they were.
    if (!prefix.isEmpty())
        canonical.insert(u"prefix"_s, prefix);
    if (!score.isEmpty())
        canonical.insert(u"score"_s, score);
    if (!request.given.isNull())
        canonical.insert(u"given"_s, request.given);
    if (!request.endpoint.body.isEmpty() || !request.endpoint.limitName.isEmpty()) {
        QJsonObject body{{u"limit"_s, request.endpoint.limitName}};
        for (const auto &[name, value] : request.endpoint.body.asKeyValueRange())
            body.insert(u"body."_s + name, QString::fromUtf8(value));
        canonical.insert(u"body"_s, body);
    }
    if (const QString wire = providerOf(request).wire; !wire.isEmpty() && wire != openAiChatWire)
        canonical.insert(u"wire"_s, wire);
    if (!request.endpoint.apiVersion.isEmpty())
        canonical.insert(u"api_version"_s, request.endpoint.apiVersion);
    if (request.strict)
        canonical.insert(u"strict"_s, true);
    return QCryptographicHash::hash(QJsonDocument(canonical).toJson(QJsonDocument::Compact), QCryptographicHash::Sha256);
}

} // namespace Tempera
