// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/request.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Tempera {

QByteArray requestKey(const GenerationRequest &request)
{
    QJsonArray messages;
    for (const Message &message : request.messages)
        messages.append(QJsonObject{{u"role"_s, roleName(message.role)}, {u"text"_s, message.text}});

    QJsonObject sampling = samplingToJson(request.sampling);
    if (request.sampling.seed) // as text, so that all 64 bits count
        sampling.insert(u"seed"_s, QString::number(*request.sampling.seed));

    // QJsonObject keeps its keys sorted, which makes the text canonical.
    const QJsonObject canonical{
        {u"kind"_s, static_cast<int>(request.endpoint.kind)},
        {u"url"_s, request.endpoint.baseUrl.toString()},
        {u"model"_s, request.endpoint.model},
        {u"path"_s, request.endpoint.modelPath},
        {u"form"_s, static_cast<int>(request.form)},
        {u"messages"_s, messages},
        {u"sampling"_s, sampling},
    };
    return QCryptographicHash::hash(QJsonDocument(canonical).toJson(QJsonDocument::Compact),
                                    QCryptographicHash::Sha256);
}

} // namespace Tempera
