// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/gridtext.h"

#include <QAbstractItemModel>
#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

QString markdownField(const QString &text)
{
    static constexpr QStringView special = u"\\`*_{}[]<>#|!&~";
    QString out;
    for (const QChar c : text) {
        if (special.contains(c))
            out += u'\\';
        out += c.unicode() < u' ' ? QChar(u' ') : c;
    }
    return out;
}

QString csvField(QString text)
{
    static constexpr QStringView formulas = u"=+-@\t\r\n＝＋－＠";
    if (!text.isEmpty() && formulas.contains(text.front()))
        text.prepend(u'\'');
    if (text.contains(u'"') || text.contains(u',') || text.contains(u'\n') || text.contains(u'\r'))
        return u'"' + text.replace(u'"', u"\"\""_s) + u'"';
    return text;
}

QString plainField(QString text)
{
    return text.replace(u'\t', u' ').replace(u'\n', u' ');
}

QString gridLine(const QStringList &fields, GridCopy form)
{
    QStringList out;
    for (const QString &field : fields)
        out += form == GridCopy::Markdown ? markdownField(field) : form == GridCopy::Csv ? csvField(field) : plainField(field);
    switch (form) {
    case GridCopy::Markdown: return u"| "_s + out.join(u" | "_s) + u" |"_s;
    case GridCopy::Csv: return out.join(u',');
    case GridCopy::Text: break;
    }
    return out.join(u'\t');
}

} // namespace

QString gridText(const QModelIndexList &chosen, GridCopy form)
{
    if (chosen.isEmpty())
        return {};
    const QAbstractItemModel *model = chosen.first().model();
    QSet<std::pair<int, int>> places;
    QSet<int> rowSet;
    QSet<int> columnSet;
    for (const QModelIndex &index : chosen) {
        places.insert({index.row(), index.column()});
        rowSet.insert(index.row());
        columnSet.insert(index.column());
    }
    QList<int> rows(rowSet.cbegin(), rowSet.cend());
    QList<int> columns(columnSet.cbegin(), columnSet.cend());
    std::ranges::sort(rows);
    std::ranges::sort(columns);
    QStringList heads{QCoreApplication::translate("GridModel", "Case")};
    for (const int column : std::as_const(columns)) // the figures below the title are not copied
        heads += model->headerData(column, Qt::Horizontal).toString().section(u'\n', 0, 0);
    QStringList lines{gridLine(heads, form)};
    if (form == GridCopy::Markdown)
        lines += u"|"_s + u" --- |"_s.repeated(heads.size());
    for (const int row : std::as_const(rows)) {
        QStringList fields{model->headerData(row, Qt::Vertical).toString()};
        for (const int column : std::as_const(columns))
            fields += places.contains({row, column}) ? model->index(row, column).data().toString() : QString();
        lines += gridLine(fields, form);
    }
    return lines.join(u'\n');
}

} // namespace Tempera
