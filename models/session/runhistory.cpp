// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/runhistory.h"

#include "models/checks/answertransform.h"
#include "models/experiment/caseinput.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// As promptfoo has it: one message is its text, more are a list.
QJsonValue askedAsJson(const Messages &messages)
{
    if (messages.size() == 1)
        return contentText(messages.constFirst());
    QJsonArray list;
    for (const Message &message : messages)
        list.append(QJsonObject{{u"role"_s, roleName(message.role)}, {u"content"_s, contentText(message)}});
    return list;
}

/// What a transform made a map or a list of is one for the prompts too.
QJsonValue outputAsJson(const Cell &cell)
{
    const bool isTransformed = std::ranges::contains(cell.notes, NoteKind::Transformed, &Note::kind);
    const QJsonDocument json = isTransformed ? QJsonDocument::fromJson(cell.text.toUtf8()) : QJsonDocument();
    if (json.isObject())
        return json.object();
    return json.isArray() ? QJsonValue(json.array()) : QJsonValue(cell.text);
}

} // namespace

RunHistory::RunHistory(const Experiment &experiment)
    : m_experiment(experiment), m_isNeeded(needsOrder(experiment)), m_hasConversations(usesConversation(experiment))
{
}

void RunHistory::add(const Cell &cell)
{
    if (!m_isNeeded || cell.state != CellState::Done)
        return;
    const CellKey &key = cell.request.key;
    if (m_hasConversations) {
        const Messages &asked = cell.request.messages;
        const QString input = asked.isEmpty() ? QString() : contentText(asked.constLast());
        m_conversations[conversationOf(key)].append(
            QJsonObject{{u"prompt"_s, askedAsJson(asked)}, {u"input"_s, input}, {u"output"_s, answerAsGiven(cell)}});
    }
    const QString name = storedName(m_experiment, m_experiment.cases.value(key.caseIndex));
    if (!name.isEmpty())
        m_stored.insert(name, outputAsJson(cell));
}

EarlierAnswers RunHistory::before(const CellKey &key) const
{
    if (!m_isNeeded)
        return {};
    const auto known = m_hasConversations ? m_conversations.find(conversationOf(key)) : m_conversations.end();
    return {known == m_conversations.end() ? QJsonArray() : known->second, m_stored};
}

RunHistory::Conversation RunHistory::conversationOf(const CellKey &key) const
{
    const QString id =
        metadataText(m_experiment, m_experiment.cases.value(key.caseIndex), u"conversationId"_s).value_or(QString());
    return {key.variantIndex, key.promptIndex, key.repeat, id};
}

} // namespace Tempera
