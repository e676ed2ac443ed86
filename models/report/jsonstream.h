// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/report/reportsink.h"

#include <QJsonValue>
#include <QString>

#include <vector>

namespace Tempera {

/// Writes one JSON object that need not be in memory as a whole, laid out as QJsonDocument::Indented does it. That sorts
/// the members of an object by name; who calls this gives them in that order.
class JsonStream
{
public:
    /// Opens the object. The sink outlives the stream.
    explicit JsonStream(const ReportSink &sink);
    /// Closes the object and hands over what is left.
    ~JsonStream();
    Q_DISABLE_COPY_MOVE(JsonStream)

    void beginObject(const QString &name);
    void beginArray(const QString &name);
    void member(const QString &name, const QJsonValue &value);
    void item(const QJsonValue &value); ///< Of the array that was begun last.
    void end();                         ///< Of what was begun last.

private:
    void begin(const QString &name, char bracket, char closing);
    void next();
    void write(QByteArrayView text);

    struct Level {
        char closing = '}';
        bool isEmpty = true;
    };
    const ReportSink &m_sink;
    QByteArray m_pending;
    std::vector<Level> m_levels;
};

} // namespace Tempera
