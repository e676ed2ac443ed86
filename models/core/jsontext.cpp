// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/jsontext.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <cmath>

namespace Tempera {
namespace {

/// QJsonDocument takes only lists and objects at the top: wrap, print, unwrap.
QByteArray documentsText(const QJsonValue &value)
{
    return QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact).chopped(1).sliced(1);
}

bool needsEscape(QChar character)
{
    return character < u' ' || character == u'"' || character == u'\\' || character.isSurrogate();
}

} // namespace

QByteArray jsonText(const QString &text)
{
    if (std::ranges::any_of(text, &needsEscape))
        return documentsText(text);
    return '"' + text.toUtf8() + '"';
}

QByteArray jsonText(const QJsonValue &value)
{
    constexpr double exact = 1e15; // far from where a number has an exponent or loses digits
    if (value.isString())
        return jsonText(value.toString());
    if (value.isBool())
        return value.toBool() ? "true" : "false";
    if (const double number = value.toDouble(); number != 0 && number == std::trunc(number) && std::abs(number) < exact)
        return QByteArray::number(static_cast<qint64>(number));
    return documentsText(value);
}

void JsonObjectText::addText(QByteArrayView name, QByteArrayView json)
{
    m_text += m_text.size() == 1 ? "\"" : ",\"";
    m_text += name;
    m_text += "\":";
    m_text += json;
}

} // namespace Tempera
