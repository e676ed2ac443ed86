// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/http/framing/lineframing.h"

#include <QJsonDocument>

namespace Tempera {

std::vector<Frame> LineFraming::feed(QByteArrayView bytes)
{
    std::vector<Frame> frames;
    while (!bytes.isEmpty() && !m_overflown) {
        const qsizetype end = bytes.indexOf('\n');
        const QByteArrayView part = end < 0 ? bytes : bytes.first(end);
        (part.trimmed().isEmpty() ? m_silent : m_told) += part.size();
        m_line.append(part);
        if (m_line.size() > MaxFrame) {
            m_overflown = true;
            break;
        }
        if (end < 0)
            break;
        bytes = bytes.sliced(end + 1);
        ++(m_line.trimmed().isEmpty() ? m_silent : m_told);
        endLine(frames);
    }
    return frames;
}

std::vector<Frame> LineFraming::end()
{
    std::vector<Frame> frames;
    const bool isCut = QJsonDocument::fromJson(m_line).isNull();
    if (!m_overflown && !isCut)
        endLine(frames);
    return frames;
}

void LineFraming::endLine(std::vector<Frame> &frames)
{
    const QByteArray line = m_line.trimmed();
    m_line.clear();
    if (!line.isEmpty())
        frames.push_back({{}, line});
}

} // namespace Tempera
