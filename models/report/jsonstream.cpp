// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/report/jsonstream.h"

#include "models/core/jsontext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <utility>

namespace Tempera {
namespace {

constexpr qsizetype jsonPieceBytes = 64 * 1024;
constexpr qsizetype jsonIndentation = 4;

/// The value as it is inside of others, without its last line feed.
QByteArray laidOutJson(const QJsonValue &value, qsizetype depth)
{
    if (!value.isObject() && !value.isArray())
        return jsonText(value);
    const QJsonDocument document = value.isObject() ? QJsonDocument(value.toObject()) : QJsonDocument(value.toArray());
    QByteArray text = document.toJson(QJsonDocument::Indented);
    text.chop(1);
    return text.replace("\n", "\n" + QByteArray(depth * jsonIndentation, ' ')); // texts have none of their own
}

} // namespace

JsonStream::JsonStream(const ReportSink &sink) : m_sink(sink)
{
    write("{\n");
    m_levels.push_back({});
}

JsonStream::~JsonStream()
{
    while (!m_levels.empty())
        end();
    write("\n");
    m_sink(m_pending);
}

void JsonStream::beginObject(const QString &name)
{
    begin(name, '{', '}');
}

void JsonStream::beginArray(const QString &name)
{
    begin(name, '[', ']');
}

void JsonStream::begin(const QString &name, char bracket, char closing)
{
    next();
    write(jsonText(name));
    write(": ");
    write(QByteArray(1, bracket) + '\n');
    m_levels.push_back({closing, true});
}

void JsonStream::member(const QString &name, const QJsonValue &value)
{
    next();
    write(jsonText(name));
    write(": ");
    write(laidOutJson(value, static_cast<qsizetype>(m_levels.size())));
}

void JsonStream::item(const QJsonValue &value)
{
    next();
    write(laidOutJson(value, static_cast<qsizetype>(m_levels.size())));
}

void JsonStream::end()
{
    const Level level = m_levels.back();
    m_levels.pop_back();
    if (!level.isEmpty)
        write("\n");
    write(QByteArray(static_cast<qsizetype>(m_levels.size()) * jsonIndentation, ' ') + level.closing);
}

void JsonStream::next()
{
    if (!std::exchange(m_levels.back().isEmpty, false))
        write(",\n");
    write(QByteArray(static_cast<qsizetype>(m_levels.size()) * jsonIndentation, ' '));
}

void JsonStream::write(QByteArrayView text)
{
    m_pending += text;
    if (m_pending.size() < jsonPieceBytes)
        return;
    m_sink(m_pending);
    m_pending.clear();
}

} // namespace Tempera
