// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/engine/http/wire/toolcalls.h"

#include <QString>

namespace Tempera {

/// What one message (or one piece of it) of an answer says.
struct AnswerParts {
    QString text;               ///< The answer, refusals included: they are what the model said.
    QString reasoning;          ///< Thinking text.
    QList<ToolCall> calls = {}; ///< Of tools, or pieces of some.
    /// It says something, or says in words that are known that it says nothing.
    bool isUnderstood = false;

    [[nodiscard]] bool isEmpty() const { return text.isEmpty() && reasoning.isEmpty() && calls.isEmpty(); }
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
