// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/llama/answertext.h"

#include <algorithm>

namespace Tempera {

AnswerText::AnswerText(const QStringList &stops)
    : m_stops(stops), m_decoder(QStringConverter::Utf8, QStringConverter::Flag::ConvertInitialBom)
{
    m_stops.removeAll(QString());
}

QString AnswerText::add(const QByteArray &bytes)
{
    if (m_stopped)
        return {};
    m_held += m_decoder.decode(bytes);
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
