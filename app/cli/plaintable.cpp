// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/plaintable.h"

#include "app/cli/terminaltext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

QString safeField(const QString &field)
{
    return terminalSafe(field).replace(u'\n', u' ');
}

} // namespace

QString plainTable(const QList<PlainColumn> &columns, const QList<QStringList> &rows, const OutStream &stream)
{
    QList<int> widths;
    for (qsizetype column = 0; column < columns.size(); ++column) {
        int width = displayWidth(columns.at(column).head);
        for (const QStringList &row : rows)
            width = std::max(width, displayWidth(safeField(row.value(column))));
        widths << width;
    }
    const auto line = [&](const QStringList &fields, Ink ink) {
        QString text;
        for (qsizetype column = 0; column < columns.size(); ++column) {
            const QString field = safeField(fields.value(column));
            const QString blanks(widths.at(column) - displayWidth(field), u' ');
            const bool right = columns.at(column).alignment == Alignment::Right;
            const bool last = column + 1 == columns.size();
            text += right ? blanks + painted(field, ink, stream) : painted(field, ink, stream) + (last ? QString() : blanks);
            if (!last)
                text += u"  "_s;
        }
        return text + u'\n';
    };

    QStringList heads;
    for (const PlainColumn &column : columns)
        heads << column.head;
    QString text = line(heads, Ink::Strong);
    for (const QStringList &row : rows)
        text += line(row, Ink::Plain);
    return text;
}

} // namespace Tempera
