// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QJsonValue>
#include <QString>

namespace Tempera {

/// The compact text of any JSON value, in UTF-8 and as QJsonDocument writes it inside of a list.
[[nodiscard]] QByteArray jsonText(const QJsonValue &value);
[[nodiscard]] QByteArray jsonText(const QString &text);

/// The compact text of a JSON object, written member by member in the order in which they are added. A QJsonObject sorts its
/// members and is written afterwards, which takes several times as long.
class JsonObjectText
{
public:
    /// The name needs no escapes, and is none that was added before.
    template<typename Value>
    void add(QByteArrayView name, const Value &value)
    {
        addText(name, jsonText(value));
    }
    /// The value is JSON already.
    void addText(QByteArrayView name, QByteArrayView json);
    [[nodiscard]] QByteArray text() const { return m_text + '}'; }

private:
    QByteArray m_text = "{";
};

} // namespace Tempera
