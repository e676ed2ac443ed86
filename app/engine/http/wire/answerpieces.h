// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace Tempera {

/// What one message (or one piece of it) of an answer says.
struct AnswerParts {
    QString text;      ///< The answer, refusals included: they are what the model said.
    QString reasoning; ///< Thinking text.
    QString toolCalls; ///< Calls of tools, as "name(arguments)", separated by commas. Never carried out.
    /// It says something, or says in words that are known that it says nothing.
    bool isUnderstood = false;

    [[nodiscard]] bool isEmpty() const { return text.isEmpty() && reasoning.isEmpty() && toolCalls.isEmpty(); }
};

/// Texts that come in pieces, as whole Unicode text: a surrogate pair that was cut between two pieces is joined, and half a
/// pair that stays alone becomes U+FFFD, since strict readers of JSON refuse it.
class TextPieces
{
public:
    [[nodiscard]] QString add(const QString &piece);
    /// What is still held back at the end.
    [[nodiscard]] QString rest();

private:
    QChar m_high; ///< The first half of a pair, waiting for its second; null = none.
};

} // namespace Tempera
