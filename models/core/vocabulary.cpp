// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/vocabulary.h"

#include <QCryptographicHash>

namespace Tempera {

void Vocabulary::append(QByteArrayView piece)
{
    m_bytes.append(piece);
    m_ends.push_back(static_cast<std::uint32_t>(m_bytes.size()));
}

QByteArrayView Vocabulary::piece(std::int32_t id) const
{
    if (id < 0 || id >= size())
        return {};
    const auto at = static_cast<std::size_t>(id);
    const qsizetype begin = at == 0 ? 0 : static_cast<qsizetype>(m_ends[at - 1]);
    return QByteArrayView(m_bytes).sliced(begin, static_cast<qsizetype>(m_ends[at]) - begin);
}

QByteArray Vocabulary::hash() const
{
    return QCryptographicHash::hash(toBytes(), QCryptographicHash::Sha256);
}

QByteArray Vocabulary::toBytes() const
{
    QByteArray bytes;
    bytes.reserve(m_bytes.size() + size());
    for (std::int32_t id = 0; id < size(); ++id) {
        const QByteArrayView own = piece(id);
        auto length = static_cast<std::uint64_t>(own.size());
        for (; length >= 0x80; length >>= 7)
            bytes.append(static_cast<char>(length | 0x80));
        bytes.append(static_cast<char>(length));
        bytes.append(own);
    }
    return bytes;
}

Vocabulary Vocabulary::fromBytes(QByteArrayView bytes)
{
    Vocabulary vocabulary;
    qsizetype at = 0;
    while (at < bytes.size()) {
        std::uint64_t length = 0;
        for (int shift = 0; at < bytes.size() && shift < 32; shift += 7) {
            const auto byte = static_cast<unsigned char>(bytes[at++]);
            length |= static_cast<std::uint64_t>(byte & 0x7f) << shift;
            if ((byte & 0x80) == 0)
                break;
        }
        if (length > static_cast<std::uint64_t>(bytes.size() - at))
            break;
        vocabulary.append(bytes.sliced(at, static_cast<qsizetype>(length)));
        at += static_cast<qsizetype>(length);
    }
    return vocabulary;
}

} // namespace Tempera
