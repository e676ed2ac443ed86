// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/llama/task/answertext.h"

#include <algorithm>

namespace Tempera {

namespace {

/// Bytes at the end that begin a character and do not end it, 0 to 3. What can never become one does not count.
qsizetype incompleteEnd(const QByteArray &bytes)
{
    for (qsizetype length = 1; length <= std::min<qsizetype>(3, bytes.size()); ++length) {
        const auto byte = static_cast<unsigned char>(bytes[bytes.size() - length]);
        if ((byte & 0xC0) == 0x80)
            continue; // a continuation byte
        const int whole = byte >= 0xF0 && byte <= 0xF4  ? 4
                          : byte >= 0xE0 && byte < 0xF0 ? 3
                          : byte >= 0xC2 && byte < 0xE0 ? 2
                                                        : 1;
        return length < whole ? length : 0;
    }
    return 0;
}

} // namespace

AnswerText::AnswerText(const QStringList &stops) : m_stops(stops)
{
    m_stops.removeAll(QString());
}

QString AnswerText::add(const QByteArray &bytes)
{
    if (m_stopped)
        return {};
    m_bytes += bytes;
    const qsizetype whole = m_bytes.size() - incompleteEnd(m_bytes);
    m_held += QString::fromUtf8(QByteArrayView(m_bytes).first(whole));
    m_bytes.remove(0, whole);
    qsizetype stop = -1;
    for (const QString &word : std::as_const(m_stops)) {
        const qsizetype at = m_held.indexOf(word);
        if (at >= 0 && (stop < 0 || at < stop))
            stop = at;
    }
    if (stop >= 0) {
        m_stopped = true;
        const QString text = m_held.first(stop);
        m_held.clear();
        return text;
    }
    const qsizetype shown = m_held.size() - heldBack();
    const QString text = m_held.first(shown);
    m_held.remove(0, shown);
    return text;
}

QString AnswerText::finish()
{
    return std::exchange(m_held, QString());
}

/// Length of the longest end of the text that a stop string begins with.
qsizetype AnswerText::heldBack() const
{
    qsizetype longest = 0;
    for (const QString &word : m_stops) {
        qsizetype length = std::min(word.size() - 1, m_held.size());
        for (; length > longest; --length) {
            if (QStringView(m_held).last(length) == QStringView(word).first(length)) {
                longest = length;
                break;
            }
        }
    }
    return longest;
}

} // namespace Tempera
