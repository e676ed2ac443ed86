// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/http/sentonce.h"

#include <algorithm>

namespace Tempera {

SentOnce::SentOnce(const QByteArray &body) : m_body(body)
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

bool SentOnce::seek(qint64 to)
{
    return to >= pos() && QIODevice::seek(to);
}

qint64 SentOnce::readData(char *to, qint64 most)
{
    const qint64 count = std::min<qint64>(most, m_body.size() - pos());
    std::copy_n(m_body.constData() + pos(), count, to);
    return count;
}

} // namespace Tempera
