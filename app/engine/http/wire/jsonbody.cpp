// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/http/wire/jsonbody.h"

#include "models/core/jsontext.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace Tempera {
namespace {

/// The parts of a list or an object whose JSON is right: what stands between its commas.
QList<QByteArray> partsOfJson(const QByteArray &json)
{
    const QByteArray inside = json.trimmed().chopped(1).sliced(1);
    QList<QByteArray> parts;
    qsizetype from = 0;
    int depth = 0;
    bool isInText = false;
    for (qsizetype i = 0; i < inside.size(); ++i) {
        const char c = inside.at(i);
        if (isInText && c == '\\') {
            ++i;
        } else if (c == '"') {
            isInText = !isInText;
        } else if (isInText) {
            continue;
        } else if (c == '{' || c == '[') {
            ++depth;
        } else if (c == '}' || c == ']') {
            --depth;
        } else if (c == ',' && depth == 0) {
            parts += inside.sliced(from, i - from).trimmed();
            from = i + 1;
        }
    }
    if (const QByteArray last = inside.sliced(from).trimmed(); !last.isEmpty())
        parts += last;
    return parts;
}

} // namespace

std::optional<JsonBody> bodyFromText(const QByteArray &json)
{
    if (!QJsonDocument::fromJson(json).isObject())
        return std::nullopt;
    JsonBody body;
    for (const QByteArray &part : partsOfJson(json)) {
        qsizetype end = 1; // of the name
        while (part.at(end) != '"')
            end += part.at(end) == '\\' ? 2 : 1;
        const QString name = QJsonDocument::fromJson('[' + part.first(end + 1) + ']').array().first().toString();
        body.setText(name, part.sliced(part.indexOf(':', end) + 1).trimmed());
    }
    return body;
}

std::optional<QList<QByteArray>> itemsFromText(const QByteArray &json)
{
    if (!QJsonDocument::fromJson(json).isArray())
        return std::nullopt;
    return partsOfJson(json);
}

JsonBody::JsonBody(const QJsonObject &members)
{
    for (auto it = members.begin(); it != members.end(); ++it)
        set(it.key(), it.value());
}

void JsonBody::set(const QString &name, const QJsonValue &value)
{
    m_members.insert(name, jsonText(value));
}

void JsonBody::setText(const QString &name, const QByteArray &json)
{
    m_members.insert(name, json);
}

void JsonBody::takeOver(const QMap<QString, QByteArray> &members)
{
    for (const auto &[name, value] : members.asKeyValueRange()) {
        if (value == "false" && m_members.contains(name))
            m_members.remove(name);
        else
            m_members.insert(name, value);
    }
}

void JsonBody::merge(const QString &name, const JsonBody &ours, const QByteArray &theirs)
{
    const QByteArray text = theirs.trimmed();
    if (text == "false") {
        m_members.remove(name);
        return;
    }
    const QJsonDocument document = QJsonDocument::fromJson(text);
    if (!text.isEmpty() && !document.isObject()) {
        m_members.insert(name, text);
        return;
    }
    JsonBody rest = ours;
    const QJsonObject object = document.object();
    for (auto it = object.begin(); it != object.end(); ++it)
        rest.remove(it.key());
    if (object.isEmpty() && (!rest.isEmpty() || !text.isEmpty()))
        m_members.insert(name, rest.text());
    else if (!object.isEmpty())
        m_members.insert(name, rest.isEmpty() ? text : text.chopped(1) + ',' + rest.text().sliced(1));
}

QByteArray JsonBody::text() const
{
    QByteArray text = "{";
    for (const auto &[name, value] : m_members.asKeyValueRange()) {
        if (text.size() > 1)
            text += ',';
        text += jsonText(name) + ':' + value;
    }
    return text + '}';
}

} // namespace Tempera
