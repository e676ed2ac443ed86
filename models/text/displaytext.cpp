// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/text/displaytext.h"

namespace Tempera {
namespace {

/// Zero: the character is shown as it is.
char16_t replacement(char16_t c)
{
    if (c == u'\n' || c == u'\t')
        return 0;
    if (c < 0x20)
        return static_cast<char16_t>(0x2400 + c);
    if (c == 0x7f)
        return 0x2421;
    if (c == 0x85 || c == 0x2028 || c == 0x2029)
        return u'\n';
    if (c >= 0x80 && c < 0xa0)
        return 0xfffd;
    const bool internalMark = c == 0xfffc || c == 0xfdd0 || c == 0xfdd1;
    const bool turnsDirection = (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
    return internalMark || turnsDirection ? char16_t(0xfffd) : char16_t(0);
}

} // namespace

QString DisplayText::next(QStringView piece)
{
    QString out;
    out.reserve(piece.size() + 1);
    for (const QChar qchar : piece) {
        const char16_t c = qchar.unicode();
        if (m_carriageReturn) {
            m_carriageReturn = false;
            out += u'\n';
            if (c == u'\n')
                continue;
        }
        if (c == u'\r') {
            m_carriageReturn = true;
            continue;
        }
        const char16_t other = replacement(c);
        out += other ? QChar(other) : qchar;
    }
    return out;
}

QString DisplayText::rest()
{
    const bool lineEnd = std::exchange(m_carriageReturn, false);
    return lineEnd ? QString(u'\n') : QString();
}

QString DisplayText::of(QStringView text)
{
    DisplayText display;
    QString out = display.next(text);
    out += display.rest();
    return out;
}

QString firstLine(QStringView text, qsizetype length)
{
    const QStringView trimmed = text.trimmed();
    qsizetype end = trimmed.indexOf(u'\n');
    const bool hasMore = end >= 0 || trimmed.size() > length;
    if (end < 0)
        end = trimmed.size();
    end = qMin(end, length);
    if (end > 0 && end < trimmed.size() && trimmed.at(end - 1).isHighSurrogate())
        --end;
    QString line = DisplayText::of(trimmed.first(end)).simplified();
    if (hasMore)
        line += u'…';
    return line;
}

} // namespace Tempera
