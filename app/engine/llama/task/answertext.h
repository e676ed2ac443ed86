// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace Tempera {

/// Makes the visible answer of the bytes of its tokens: whole characters only, and nothing of a stop string, not
/// even its beginning. Bytes that are no UTF-8 become U+FFFD.
class AnswerText
{
public:
    explicit AnswerText(const QStringList &stops = {});

    /// Takes the bytes of the next token; returns the text that can be shown now, often empty.
    [[nodiscard]] QString add(const QByteArray &bytes);
    /// A stop string came; the answer has ended before it.
    [[nodiscard]] bool stopped() const { return m_stopped; }
    /// What was held back because a stop string might have begun. An incomplete last character is dropped.
    [[nodiscard]] QString finish();

private:
    [[nodiscard]] qsizetype heldBack() const;

    QStringList m_stops;
    QByteArray m_bytes; ///< The beginning of a character that is not complete.
    QString m_held;
    bool m_stopped = false;
};

} // namespace Tempera
