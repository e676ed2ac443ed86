// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/common/tablecopy.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QTableView>

#include <map>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// A cell must not look like two.
QString cellText(QString text)
{
    return text.replace(u'\t', u' ').replace(u'\n', u' ');
}

QString selectedText(const QTableView &table)
{
    QModelIndexList selected = table.selectionModel()->selectedIndexes();
    if (selected.isEmpty() && table.currentIndex().isValid())
        selected = {table.currentIndex()};
    std::map<int, std::map<int, QString>> rows; // by place on the screen
    for (const QModelIndex &index : std::as_const(selected)) {
        if (!table.isColumnHidden(index.column()))
            rows[index.row()][table.horizontalHeader()->visualIndex(index.column())] = index.data().toString();
    }
    QStringList lines;
    if (table.selectionBehavior() == QAbstractItemView::SelectRows && !rows.empty()) {
        QStringList heads;
        for (const auto &[place, text] : rows.begin()->second) {
            const int column = table.horizontalHeader()->logicalIndex(place);
            heads += cellText(table.model()->headerData(column, Qt::Horizontal).toString());
        }
        lines += heads.join(u'\t');
    }
    for (const auto &[row, cells] : rows) {
        QStringList texts;
        for (const auto &[place, text] : cells)
            texts += cellText(text);
        lines += texts.join(u'\t');
    }
    return lines.join(u'\n');
}

} // namespace

void enableTableCopy(QTableView *table)
{
    auto *copy = new QAction(QIcon::fromTheme(u"edit-copy"_s), QTableView::tr("Copy"), table);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    QObject::connect(copy, &QAction::triggered, table, [table] {
        if (const QString text = selectedText(*table); !text.isEmpty())
            QGuiApplication::clipboard()->setText(text);
    });
    table->addAction(copy);
    table->setContextMenuPolicy(Qt::ActionsContextMenu);
}

} // namespace Tempera
