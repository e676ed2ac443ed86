// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/http/sseparser.h"

#include <algorithm>
#include <utility>

namespace Tempera {

std::vector<SseFrame> SseParser::feed(QByteArrayView bytes)
{
    std::vector<SseFrame> frames;
    if (m_afterReturn && !bytes.isEmpty()) {
        m_afterReturn = false;
        if (bytes.front() == '\n')
            bytes = bytes.sliced(1);
    }
    while (!bytes.isEmpty() && !m_overflown) {
        const auto end = std::ranges::find_if(bytes, [](char c) { return c == '\n' || c == '\r'; });
        const qsizetype length = end - bytes.begin();
        if (m_line.size() + length > MaxLine) {
            m_overflown = true;
            break;
        }
        m_line.append(bytes.first(length));
        if (end == bytes.end())
            break;
        const bool isReturn = *end == '\r';
        bytes = bytes.sliced(length + 1);
        if (isReturn && bytes.isEmpty())
            m_afterReturn = true;
        else if (isReturn && bytes.front() == '\n')
            bytes = bytes.sliced(1);
        endLine(frames);
    }
    return frames;
}

void SseParser::endLine(std::vector<SseFrame> &frames)
{
    QByteArrayView line = m_line;
    if (std::exchange(m_first, false) && line.startsWith("\xEF\xBB\xBF"))
        line = line.sliced(3);
    if (line.isEmpty()) {
        if (!m_data.isEmpty()) {
            m_data.chop(1);
            frames.push_back({m_event, m_data});
        }
        m_event.clear();
        m_data.clear();
    } else {
        const qsizetype colon = line.indexOf(':');
        if (colon < 0)
            field(line, {});
        else if (colon > 0) // else a comment
            field(line.first(colon), line.sliced(colon + 1));
    }
    m_line.clear();
}

void SseParser::field(QByteArrayView name, QByteArrayView value)
{
    if (value.startsWith(' '))
        value = value.sliced(1);
    if (name == "data")
        m_data.append(value).append('\n');
    else if (name == "event")
        m_event = value.toByteArray();
}

} // namespace Tempera
