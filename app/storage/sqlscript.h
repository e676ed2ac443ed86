// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

namespace Tempera {

/// The statements of an SQL script, trimmed and without the closing semicolon. A semicolon inside a string, a quoted
/// name, a comment or the body of a trigger (BEGIN … END, CASE … END within) does not end a statement. Comments stay
/// where they are within a statement; one that stands alone is dropped. Grammar: sqlite.org/lang.html.
[[nodiscard]] QStringList splitSql(const QString &script);

} // namespace Tempera
