// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonValue>
#include <QList>
#include <QString>

namespace Tempera {

/// What became of a value of a JSON answer.
struct JsonChange {
    enum class Kind : quint8 { Added, Removed, Changed };
    Kind kind = Kind::Changed;
    /// JSONPath (RFC 9535), normalised: $['name'][0]. Of Added in the new value, else in the old one.
    QString path;
    QJsonValue before; ///< Undefined for Added.
    QJsonValue after;  ///< Undefined for Removed.

    bool operator==(const JsonChange &) const = default;
};

/// The path of a member of the object at `path`, and of an element of the list there, as JsonChange names them; "$" is the whole.
[[nodiscard]] QString jsonMemberPath(const QString &path, const QString &name);
[[nodiscard]] QString jsonElementPath(const QString &path, qsizetype index);

/// How two JSON values differ, in the order of the old one. Members of objects belong together by name, their order means
/// nothing. Elements of arrays belong together where they are equal (a longest common subsequence); of what is left between
/// two of those the n-th ones are compared with each other while they are of one type, the rest was removed and added. Empty
/// for equal values: 1 and 1.0 are equal, 1 and "1" are not. Values nested deeper than 200 are compared as a whole.
[[nodiscard]] QList<JsonChange> jsonDiff(const QJsonValue &before, const QJsonValue &after);

} // namespace Tempera
