// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace Tempera {

class OutStream;

/// Which way a column of a plain table is set.
enum class Alignment { Left, Right };

/// A head and its alignment.
struct PlainColumn {
    QString head;
    Alignment alignment = Alignment::Left;
};

/// A table without frame, columns two blanks apart; for lists. Texts are made safe for a terminal.
[[nodiscard]] QString plainTable(const QList<PlainColumn> &columns, const QList<QStringList> &rows, const OutStream &stream);

} // namespace Tempera
