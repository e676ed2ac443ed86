// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/message.h"
#include "models/experiment/experiment.h"

#include <optional>

namespace Tempera {

/// What somebody says in a conversation.
struct ConversationTurn {
    Role role = Role::User;
    QString text;
    int cell = -1; ///< Whose answer it is; −1: it was part of what was asked.

    [[nodiscard]] bool isAnswer() const { return cell >= 0; }
    bool operator==(const ConversationTurn &) const = default;
};
using Conversation = QList<ConversationTurn>;

/// Continues a conversation with what a cell was asked and its answer. What was asked may begin with the whole conversation so
/// far (a history that is sent again), or with the system message that began it: that is not said twice.
void addExchange(Conversation &conversation, const Messages &asked, const QString &answer, int cell);

/// Turns that stand side by side.
struct TurnRow {
    Role role = Role::User;
    QList<std::optional<ConversationTurn>> turns; ///< One a conversation; nothing where it has none there.

    /// Whether all say the same.
    [[nodiscard]] bool isShared() const;
    bool operator==(const TurnRow &) const = default;
};

/// Conversations row by row: in a row all turns are of one role; where their next ones differ, those come first of which most is
/// left, so that ends stand side by side. Pure, any thread.
[[nodiscard]] QList<TurnRow> alignedTurns(const QList<Conversation> &conversations);

/// Most cases that are looked at as one conversation.
inline constexpr int mostExchanges = 200;

/// The cases that form one conversation with a case, in order: those beside it with the same `conversationId` in their metadata,
/// up to mostExchanges; itself alone where it has none.
[[nodiscard]] QList<int> conversationCases(const Experiment &experiment, int caseIndex);

} // namespace Tempera
