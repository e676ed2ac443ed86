// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QList>
#include <QMap>
#include <QString>

#include <optional>

namespace Tempera {

/// A JSON object under construction whose values are kept as text: QJsonObject would sort what is inside them, and the order of
/// a schema's properties is the order in which they are generated.
class JsonBody
{
public:
    JsonBody() = default;
    explicit JsonBody(const QJsonObject &members);

    void set(const QString &name, const QJsonValue &value);
    /// `json` is one JSON value, taken as it is.
    void setText(const QString &name, const QByteArray &json);
    void remove(const QString &name) { m_members.remove(name); }
    [[nodiscard]] bool contains(const QString &name) const { return m_members.contains(name); }
    [[nodiscard]] bool isEmpty() const { return m_members.isEmpty(); }

    /// Adds the members that a file wants there, in the words of the file. They take the place of what is there; "false" leaves
    /// that out (strict servers refuse members that they do not know).
    void takeOver(const QMap<QString, QByteArray> &members);
    /// Sets a member that is an object: what `theirs` (the text of an object) says, and of `ours` what it does not. What is no
    /// object is taken as it is, "false" leaves the member out; empty = only ours, and no member where there is nothing of
    /// ours.
    void merge(const QString &name, const JsonBody &ours, const QByteArray &theirs);

    /// Compact.
    [[nodiscard]] QByteArray text() const;
    /// The text of a member, as it is; empty = there is none.
    [[nodiscard]] QByteArray member(const QString &name) const { return m_members.value(name); }

private:
    QMap<QString, QByteArray> m_members;
};

/// The members of an object in JSON, each as its text is; nothing where it is none.
[[nodiscard]] std::optional<JsonBody> bodyFromText(const QByteArray &json);
/// The items of a list in JSON, each as its text is; nothing where it is none.
[[nodiscard]] std::optional<QList<QByteArray>> itemsFromText(const QByteArray &json);

} // namespace Tempera
