// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/compare/columnfinder.h"

#include <QAbstractItemModel>
#include <QAbstractItemView>
#include <QCompleter>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace Tempera {

ColumnFinder::ColumnFinder(QWidget *parent) : QComboBox(parent)
{
    setEditable(true);
    setInsertPolicy(QComboBox::NoInsert);
    setAccessibleName(tr("Go to a column by its name"));
    setToolTip(accessibleName());
    lineEdit()->setPlaceholderText(tr("Column…"));
    lineEdit()->setAccessibleName(accessibleName());
    setMinimumContentsLength(12);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    completer()->setFilterMode(Qt::MatchContains);
    completer()->setCompletionMode(QCompleter::PopupCompletion);
    completer()->setCaseSensitivity(Qt::CaseInsensitive);
    completer()->popup()->setAccessibleName(tr("Columns with that name"));
    connect(this, &QComboBox::activated, this, &ColumnFinder::columnChosen);
    connect(lineEdit(), &QLineEdit::returnPressed, this, &ColumnFinder::chooseTyped);
}

void ColumnFinder::setTable(const QAbstractItemModel *table)
{
    m_table = table;
    connect(table, &QAbstractItemModel::modelReset, this, &ColumnFinder::readColumns);
    connect(table, &QAbstractItemModel::headerDataChanged, this, &ColumnFinder::readColumns);
    readColumns();
}

/// What is being typed stays.
void ColumnFinder::readColumns()
{
    QStringList names;
    for (int column = 0; column < m_table->columnCount(); ++column)
        names += m_table->headerData(column, Qt::Horizontal).toString().section(u'\n', 0, 0);
    QStringList known;
    for (int i = 0; i < count(); ++i)
        known += itemText(i);
    if (known == names)
        return;
    const QString typed = currentText();
    clear();
    addItems(names);
    setCurrentIndex(-1);
    setEditText(known.contains(typed) ? QString() : typed);
}

/// The first one with what was typed in its name; of a whole name the combo box itself knows.
void ColumnFinder::chooseTyped()
{
    const QString typed = currentText().trimmed();
    if (typed.isEmpty() || findText(typed, Qt::MatchFixedString) >= 0)
        return;
    const int found = findText(typed, Qt::MatchContains);
    if (found >= 0)
        Q_EMIT columnChosen(found);
}

} // namespace Tempera
