// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/experiment/casevariables.h"

#include <map>
#include <tuple>

namespace Tempera {

/// What the answers of a run say to the prompts of its later cells: conversations, and outputs that are kept under a name. The
/// cells are asked one after the other, in the order of the plan. A value; any thread.
class RunHistory
{
public:
    RunHistory() = default;
    explicit RunHistory(const Experiment &experiment);

    /// Whether any prompt may use an answer; else nothing is kept.
    [[nodiscard]] bool isNeeded() const { return m_isNeeded; }
    /// Takes an answer in; those of the cells before it were taken in already. What is not Done says nothing.
    void add(const Cell &cell);
    /// What a cell may use of the answers so far. A conversation is of one variant, prompt and repeat, and of the cases with the
    /// same `metadata.conversationId`; outputs with a name are seen by all.
    [[nodiscard]] EarlierAnswers before(const CellKey &key) const;

    std::size_t heard = 0; ///< How many cells, the first ones of the plan, were taken in or say nothing.

private:
    using Conversation = std::tuple<int, int, int, QString>; ///< Variant, prompt, repeat, id.
    [[nodiscard]] Conversation conversationOf(const CellKey &key) const;

    Experiment m_experiment;
    bool m_isNeeded = false;
    bool m_hasConversations = false;
    std::map<Conversation, QJsonArray> m_conversations;
    QJsonObject m_stored;
};

} // namespace Tempera
