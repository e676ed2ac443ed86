// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QList>
#include <QString>

#include <cstddef>
#include <optional>
#include <variant>

namespace Tempera {

/// Who speaks.
enum class Role { System, User, Assistant };

/// Text among the parts of a message.
struct TextPart {
    QString text;

    bool operator==(const TextPart &) const = default;
};

/// An image: its bytes, or where the endpoint finds it.
struct ImagePart {
    QString mediaType; ///< "image/png"; empty where only the address is known.
    QByteArray data;   ///< The file's bytes; empty = `address` counts.
    QString address;
    QString detail; ///< How closely it is looked at, in the endpoint's words ("low"); empty = not said.

    bool operator==(const ImagePart &) const = default;
};

/// A part of another kind (sound, file, …), as the file has it.
struct OtherPart {
    QString type;    ///< "input_audio"
    QByteArray json; ///< The whole part: one object, compact.

    bool operator==(const OtherPart &) const = default;
};

/// A part of a message: one alternative for each kind that is known.
using MessagePart = std::variant<TextPart, ImagePart, OtherPart>;
using MessageParts = QList<MessagePart>;

/// One message of a prompt or a conversation. In a Prompt the text is a template, and parts are still the JSON in it.
struct Message {
    Role role = Role::User;
    QString text;            ///< All of it, or, where there are parts, that of its text parts.
    MessageParts parts = {}; ///< All that it holds, in order; empty = the text alone.

    bool operator==(const Message &) const = default;
};

using Messages = QList<Message>;

/// A message that holds these parts.
[[nodiscard]] Message messageOfParts(Role role, const MessageParts &parts);

/// Whether a model that takes text only can read them.
[[nodiscard]] bool holdOnlyText(const Messages &messages);

/// What the text and the parts of a message take in memory.
[[nodiscard]] std::size_t contentBytes(const Message &message);

/// The parts as chat files have them, in the words of OpenAI's chat completions: {type: text, text}, {type: image_url,
/// image_url: {url}} with an address or "data:image/png;base64,…", others as they are.
[[nodiscard]] QJsonArray partsToJson(const MessageParts &parts);
/// Inverse of partsToJson(). Nothing where it is no list of objects that each name their type, or an empty one.
[[nodiscard]] std::optional<MessageParts> partsFromJson(const QJsonArray &list);

/// What a message says as one text: its text, or the compact JSON of its parts.
[[nodiscard]] QString contentText(const Message &message);

/// "system", "user", "assistant": the word on the wire and in files.
[[nodiscard]] QString roleName(Role role);
/// Inverse of roleName(); "developer" counts as system. Nothing for any other word.
[[nodiscard]] std::optional<Role> roleFromName(const QString &name);

/// The messages as one text: a single user message as it is, nothing for none, else promptfoo's JSON list of role and content.
[[nodiscard]] QString messagesText(const Messages &messages);

} // namespace Tempera
