// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/message.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <functional>

namespace Tempera {

/// Tokens of a text; whoever asks knows the tokenizer.
using CountText = std::function<std::int64_t(const QString &text)>;

/// What a piece of a prompt is.
enum class PromptPieceKind {
    Message,        ///< A whole message of the prompt, without the document's own text.
    FewShotExample, ///< One example of question and answer.
    RepeatedText,   ///< A paragraph that stands there already.
};

/// A piece of a prompt that every request pays for.
struct PromptPiece {
    PromptPieceKind kind = PromptPieceKind::Message;
    int number = 0;          ///< From 1 on: which message, which example, which repetition.
    Role role = Role::User;  ///< Of the message that it is or stands in.
    QString beginning = {};  ///< Its first words, for display.
    std::int64_t tokens = 0; ///< What is saved without it.

    bool operator==(const PromptPiece &) const = default;
};

/// The pieces of a prompt as it is written, with its variables: its messages, its examples (a question of the user with the answer
/// of the assistant before the last question; inside a text, paragraphs that have an input and an output, such as "Q: … A: …"),
/// and paragraphs of at least eight words that stand there again.
[[nodiscard]] QList<PromptPiece> promptPieces(const Messages &prompt, const CountText &count);

/// How many prompts begin alike: the messages with which all of them begin, word for word, the last of them perhaps in part. Grows
/// prompt by prompt, so that a job of any size is looked at in pieces.
class SharedBeginning
{
public:
    void add(const Messages &prompt);
    /// Its tokens. 0 before the second prompt was added: one prompt shares with nobody.
    [[nodiscard]] std::int64_t tokens(const CountText &count) const;

private:
    QStringList m_texts; ///< Of the messages, with their role before them.
    std::int64_t m_prompts = 0;
};

} // namespace Tempera
