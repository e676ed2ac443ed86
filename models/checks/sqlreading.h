// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

namespace Tempera {

enum class SqlAnswer { Yes, No, Unsure };

/// What a text is as SQL.
struct SqlReading {
    SqlAnswer answer = SqlAnswer::No;
    QString why;         ///< A clause; empty where the answer is yes.
    QStringList tables;  ///< As node-sql-parser names them: "select::null::orders"; not complete where `isWhole` is false.
    QStringList columns; ///< "select::orders::id", "select::null::id", "select::null::(.*)" for all.
    bool isWhole = true; ///< Whether all tables and columns are in the lists.
};

/// Recognises SELECT, INSERT, UPDATE and DELETE in their usual forms: the order of their clauses, brackets, quotes, commas, and no
/// clause without content. Expressions are looked at only roughly, so that some wrong ones pass. Other statements (CREATE, WITH …)
/// are Unsure. Several statements have semicolons between them.
[[nodiscard]] SqlReading readSql(const QString &text);

} // namespace Tempera
