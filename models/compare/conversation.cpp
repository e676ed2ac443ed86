// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/compare/conversation.h"

#include "models/experiment/caseinput.h"

#include <algorithm>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

bool isSaid(const ConversationTurn &turn, const Message &message)
{
    return turn.role == message.role && turn.text == contentText(message);
}

/// How many of the messages were said before.
qsizetype saidBefore(const Conversation &conversation, const Messages &asked)
{
    const bool repeatsAll =
        conversation.size() <= asked.size() && std::equal(conversation.begin(), conversation.end(), asked.begin(), isSaid);
    if (repeatsAll)
        return conversation.size();
    const bool beginsAlike = !conversation.isEmpty() && !asked.isEmpty() && asked.constFirst().role == Role::System
                             && isSaid(conversation.constFirst(), asked.constFirst());
    return beginsAlike ? 1 : 0;
}

} // namespace

void addExchange(Conversation &conversation, const Messages &asked, const QString &answer, int cell)
{
    for (qsizetype i = saidBefore(conversation, asked); i < asked.size(); ++i)
        conversation += ConversationTurn{asked.at(i).role, contentText(asked.at(i)), -1};
    conversation += ConversationTurn{Role::Assistant, answer, cell};
}

bool TurnRow::isShared() const
{
    return std::ranges::all_of(turns, [this](const std::optional<ConversationTurn> &turn) {
        return turn && turns.constFirst() && turn->text == turns.constFirst()->text;
    });
}

QList<TurnRow> alignedTurns(const QList<Conversation> &conversations)
{
    std::vector<qsizetype> next(static_cast<std::size_t>(conversations.size()), 0);
    const auto left = [&](qsizetype column) { return conversations.at(column).size() - next[static_cast<std::size_t>(column)]; };
    QList<TurnRow> rows;
    while (true) {
        qsizetype longest = -1;
        for (qsizetype i = 0; i < conversations.size(); ++i) {
            if (left(i) > 0 && (longest < 0 || left(i) > left(longest)))
                longest = i;
        }
        if (longest < 0)
            return rows;
        TurnRow row{.role = conversations.at(longest).at(next[static_cast<std::size_t>(longest)]).role, .turns = {}};
        for (qsizetype i = 0; i < conversations.size(); ++i) {
            qsizetype &at = next[static_cast<std::size_t>(i)];
            const bool joins = left(i) > 0 && conversations.at(i).at(at).role == row.role;
            row.turns += joins ? std::optional(conversations.at(i).at(at)) : std::nullopt;
            at += joins ? 1 : 0;
        }
        rows += row;
    }
}

QList<int> conversationCases(const Experiment &experiment, int caseIndex)
{
    const auto idOf = [&experiment](int index) {
        return metadataText(experiment, experiment.cases.value(index), u"conversationId"_s).value_or(QString());
    };
    const QString id = idOf(caseIndex);
    if (id.isEmpty())
        return {caseIndex};
    int first = caseIndex;
    while (first > 0 && caseIndex - first < mostExchanges - 1 && idOf(first - 1) == id)
        --first;
    QList<int> cases;
    for (int index = first; index < experiment.cases.size() && cases.size() < mostExchanges && idOf(index) == id; ++index)
        cases += index;
    return cases;
}

} // namespace Tempera
