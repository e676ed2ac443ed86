// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/message.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Tempera {

QString roleName(Role role)
{
    switch (role) {
    case Role::System: return u"system"_s;
    case Role::User: return u"user"_s;
    case Role::Assistant: return u"assistant"_s;
    }
    return {};
}

std::optional<Role> roleFromName(const QString &name)
{
    if (name == "system"_L1 || name == "developer"_L1)
        return Role::System;
    if (name == "user"_L1)
        return Role::User;
    if (name == "assistant"_L1)
        return Role::Assistant;
    return std::nullopt;
}

QString messagesText(const Messages &messages)
{
    if (messages.isEmpty()) // it was never rendered
        return {};
    if (messages.size() == 1 && messages.first().role == Role::User)
        return messages.first().text;
    QJsonArray list;
    for (const Message &message : messages)
        list.append(QJsonObject{{u"role"_s, roleName(message.role)}, {u"content"_s, message.text}});
    return QString::fromUtf8(QJsonDocument(list).toJson(QJsonDocument::Compact));
}

} // namespace Tempera
