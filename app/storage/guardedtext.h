// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonValue>
#include <QString>

namespace Tempera {

/// QJsonValue::toString() drops a byte order mark at the start of a text; behind a blank it is safe.
[[nodiscard]] inline QString guarded(const QString &text)
{
    return text.startsWith(QChar::ByteOrderMark) || text.startsWith(u' ') ? QString(u' ' + text) : text;
}

/// The text that was guarded.
[[nodiscard]] inline QString unguarded(const QJsonValue &value)
{
    const QString text = value.toString();
    return text.startsWith(u' ') ? text.sliced(1) : text;
}

} // namespace Tempera
