// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace Tempera {

/// Who speaks.
enum class Role { System, User, Assistant };

/// One message of a prompt or a conversation; in a Prompt the text is a template.
struct Message {
    Role role = Role::User;
    QString text;
    bool isParts = false; ///< The text is the JSON of a list of parts (text, image_url, …) and is sent as that list.

    bool operator==(const Message &) const = default;
};

using Messages = QList<Message>;

/// "system", "user", "assistant": the word on the wire and in files.
[[nodiscard]] QString roleName(Role role);
/// Inverse of roleName(); "developer" counts as system. Nothing for any other word.
[[nodiscard]] std::optional<Role> roleFromName(const QString &name);

/// The messages as one text: a single user message as it is, nothing for none, else promptfoo's JSON list of role and content.
[[nodiscard]] QString messagesText(const Messages &messages);

} // namespace Tempera
