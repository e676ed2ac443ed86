// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/askedrequests.h"

#include <QCryptographicHash>

#include <cstring>

namespace Tempera {
namespace {

void addNumberTo(QCryptographicHash &hash, qint64 number)
{
    hash.addData(QByteArrayView(reinterpret_cast<const char *>(&number), sizeof number));
}

} // namespace

AskedRequests::Digest AskedRequests::digestOf(const Messages &messages)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const Message &message : messages) {
        addNumberTo(hash, static_cast<qint64>(message.role));
        addNumberTo(hash, message.parts.size());
        const QString content = contentText(message);
        addNumberTo(hash, content.size()); // so that no two lists of texts are one
        hash.addData(QByteArrayView(reinterpret_cast<const char *>(content.utf16()), 2 * content.size()));
    }
    Digest digest;
    const QByteArrayView result = hash.resultView();
    static_assert(sizeof digest == 32);
    std::memcpy(digest.data(), result.data(), sizeof digest);
    return digest;
}

void AskedRequests::add(const GenerationRequest &request)
{
    GenerationRequest rest;
    rest.endpoint = request.endpoint;
    rest.form = request.form;
    rest.strict = request.strict;
    rest.sampling = request.sampling;
    const auto fresh = static_cast<std::uint32_t>(m_requests.size());
    const auto [latest, isFirst] = m_latest.try_emplace({request.key.variantIndex, request.key.repeat}, fresh);
    if (isFirst || m_requests[latest->second] != rest) {
        m_requests.push_back(std::move(rest));
        latest->second = fresh;
    }
    m_asked.push_back({digestOf(request.messages), latest->second});
}

bool AskedRequests::hasMessages(std::size_t index, const Messages &messages) const
{
    return m_asked[index].messages == digestOf(messages);
}

} // namespace Tempera
