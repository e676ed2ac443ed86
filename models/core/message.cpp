// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/message.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// Makes one function of several lambdas.
template<typename... Functions>
struct EachPart : Functions... {
    using Functions::operator()...;
};

QJsonObject partToJson(const MessagePart &part)
{
    return std::visit(EachPart{
                          [](const TextPart &text) { return QJsonObject{{u"type"_s, u"text"_s}, {u"text"_s, text.text}}; },
                          [](const ImagePart &image) {
                              const QString url = image.data.isEmpty() ? image.address
                                                                       : u"data:"_s + image.mediaType + u";base64,"_s
                                                                             + QString::fromLatin1(image.data.toBase64());
                              QJsonObject object{{u"url"_s, url}};
                              if (!image.detail.isEmpty())
                                  object.insert(u"detail"_s, image.detail);
                              return QJsonObject{{u"type"_s, u"image_url"_s}, {u"image_url"_s, object}};
                          },
                          [](const OtherPart &other) { return QJsonDocument::fromJson(other.json).object(); },
                      },
                      part);
}

/// The bytes in an address of the form "data:image/png;base64,…"; nothing where it is another, or would not be written so.
std::optional<ImagePart> imageOfData(const QString &url)
{
    const qsizetype comma = url.indexOf(u',');
    const QStringView head = QStringView(url).first(std::max<qsizetype>(comma, 0));
    if (!head.startsWith("data:"_L1) || !head.endsWith(";base64"_L1))
        return std::nullopt;
    const QByteArray base64 = url.sliced(comma + 1).toLatin1();
    const auto data = QByteArray::fromBase64Encoding(base64, QByteArray::AbortOnBase64DecodingErrors);
    if (!data || (*data).isEmpty() || (*data).toBase64() != base64)
        return std::nullopt;
    return ImagePart{.mediaType = head.sliced(5).chopped(7).toString(), .data = *data, .address = {}, .detail = {}};
}

std::optional<ImagePart> imageFromJson(const QJsonObject &part)
{
    const QJsonObject object = part.value("image_url"_L1).toObject();
    const QString url = object.value("url"_L1).toString();
    const bool isKnown =
        part.size() == 2 && !url.isEmpty() && (object.size() == 1 || (object.size() == 2 && object.contains("detail"_L1)));
    if (!isKnown)
        return std::nullopt;
    ImagePart image = imageOfData(url).value_or(ImagePart{.mediaType = {}, .data = {}, .address = url, .detail = {}});
    image.detail = object.value("detail"_L1).toString();
    return image;
}

/// What has more to it than is known here (a cache mark, say) stays as it is.
MessagePart partFromJson(const QJsonObject &part)
{
    const QString type = part.value("type"_L1).toString();
    MessagePart known = OtherPart{type, QJsonDocument(part).toJson(QJsonDocument::Compact)};
    if (type == "text"_L1)
        known = TextPart{part.value("text"_L1).toString()};
    else if (const std::optional<ImagePart> image = type == "image_url"_L1 ? imageFromJson(part) : std::nullopt)
        known = *image;
    if (partToJson(known) != part)
        known = OtherPart{type, QJsonDocument(part).toJson(QJsonDocument::Compact)};
    return known;
}

/// Only of those that are text, whatever else they say.
QString textOfPart(const MessagePart &part)
{
    if (const auto *text = std::get_if<TextPart>(&part))
        return text->text;
    const auto *other = std::get_if<OtherPart>(&part);
    return other && other->type == "text"_L1 ? partToJson(part).value("text"_L1).toString() : QString();
}

} // namespace

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

Message messageOfParts(Role role, const MessageParts &parts)
{
    Message message{.role = role, .text = {}, .parts = parts};
    for (const MessagePart &part : parts)
        message.text += textOfPart(part);
    return message;
}

bool holdOnlyText(const Messages &messages)
{
    return std::ranges::all_of(messages, [](const Message &message) {
        return std::ranges::all_of(message.parts, [](const MessagePart &part) { return std::holds_alternative<TextPart>(part); });
    });
}

std::size_t contentBytes(const Message &message)
{
    qsizetype bytes = 2 * message.text.size();
    for (const MessagePart &part : message.parts) {
        bytes += qsizetype(sizeof(MessagePart));
        if (const auto *text = std::get_if<TextPart>(&part))
            bytes += 2 * text->text.size();
        else if (const auto *image = std::get_if<ImagePart>(&part))
            bytes += image->data.size() + 2 * image->address.size();
        else
            bytes += std::get<OtherPart>(part).json.size();
    }
    return static_cast<std::size_t>(bytes);
}

QJsonArray partsToJson(const MessageParts &parts)
{
    QJsonArray list;
    for (const MessagePart &part : parts)
        list.append(partToJson(part));
    return list;
}

std::optional<MessageParts> partsFromJson(const QJsonArray &list)
{
    MessageParts parts;
    for (const QJsonValue &part : list) {
        if (part.toObject().value("type"_L1).toString().isEmpty())
            return std::nullopt;
        parts.append(partFromJson(part.toObject()));
    }
    return parts.isEmpty() ? std::nullopt : std::optional(parts);
}

QString contentText(const Message &message)
{
    if (message.parts.isEmpty())
        return message.text;
    return QString::fromUtf8(QJsonDocument(partsToJson(message.parts)).toJson(QJsonDocument::Compact));
}

QString messagesText(const Messages &messages)
{
    if (messages.isEmpty()) // it was never rendered
        return {};
    if (messages.size() == 1 && messages.first().role == Role::User)
        return contentText(messages.first());
    QJsonArray list;
    for (const Message &message : messages) {
        const QJsonValue content = message.parts.isEmpty() ? QJsonValue(message.text) : partsToJson(message.parts);
        list.append(QJsonObject{{u"role"_s, roleName(message.role)}, {u"content"_s, content}});
    }
    return QString::fromUtf8(QJsonDocument(list).toJson(QJsonDocument::Compact));
}

} // namespace Tempera
