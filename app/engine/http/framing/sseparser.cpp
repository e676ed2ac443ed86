// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/http/framing/sseparser.h"

#include <algorithm>
#include <array>
#include <utility>

namespace Tempera {

std::vector<Frame> SseParser::feed(QByteArrayView bytes)
{
    std::vector<Frame> frames;
    if (m_afterReturn && !bytes.isEmpty()) {
        m_afterReturn = false;
        if (bytes.front() == '\n')
            bytes = bytes.sliced(1);
    }
    while (!bytes.isEmpty() && !m_overflown) {
        const auto end = std::ranges::find_if(bytes, [](char c) { return c == '\n' || c == '\r'; });
        const qsizetype length = end - bytes.begin();
        extendLine(bytes.first(length));
        if (m_line.size() + m_data.size() > MaxFrame) {
            m_overflown = true;
            break;
        }
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

void SseParser::extendLine(QByteArrayView part)
{
    const bool isComment = m_line.startsWith(':') || (m_line.isEmpty() && part.startsWith(':'));
    if (isComment)
        m_line = ":";
    else
        m_line.append(part);
    (isComment ? m_silent : m_told) += part.size();
}

bool SseParser::isInsideFrame() const
{
    constexpr std::array<QByteArrayView, 4> fields{"data:", "event:", "id:", "retry:"};
    const auto begins = [this](QByteArrayView field) {
        return m_line.startsWith(field) || (!m_line.isEmpty() && field.startsWith(m_line));
    };
    return !m_data.isEmpty() || !m_event.isEmpty() || std::ranges::any_of(fields, begins);
}

void SseParser::endLine(std::vector<Frame> &frames)
{
    QByteArrayView line = m_line;
    if (std::exchange(m_first, false) && line.startsWith("\xEF\xBB\xBF"))
        line = line.sliced(3);
    if (line.isEmpty()) {
        if (!m_data.isEmpty()) {
            m_data.chop(1);
            frames.push_back({m_event, m_data});
        } else {
            ++m_silent;
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
