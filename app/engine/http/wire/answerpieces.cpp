// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/http/wire/answerpieces.h"

#include <utility>

namespace Tempera {

QString TextPieces::add(const QString &piece)
{
    QString whole;
    whole.reserve(piece.size() + 1);
    for (const QChar c : piece) {
        if (!m_high.isNull()) {
            whole += c.isLowSurrogate() ? m_high : QChar(QChar::ReplacementCharacter);
            m_high = QChar();
            if (c.isLowSurrogate()) {
                whole += c;
                continue;
            }
        }
        if (c.isHighSurrogate())
            m_high = c;
        else
            whole += c.isLowSurrogate() ? QChar(QChar::ReplacementCharacter) : c;
    }
    return whole;
}

QString TextPieces::rest()
{
    return std::exchange(m_high, QChar()).isNull() ? QString() : QString(QChar(QChar::ReplacementCharacter));
}

} // namespace Tempera
