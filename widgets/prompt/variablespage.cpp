// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/prompt/variablespage.h"

#include "models/items/variablestablemodel.h"
#include "widgets/common/controls.h"
#include "widgets/common/selection.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QShortcut>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace Tempera {

VariablesPage::VariablesPage(ExperimentDocument &document, Selection &selection, QWidget *parent)
    : QWidget(parent), m_selection(selection), m_model(new VariablesTableModel(document, this)), m_table(new QTableView(this))
{
    createTable();
    auto *column = new QVBoxLayout(this);
    column->addWidget(createBar());
    column->addWidget(m_table, 1);
}

void VariablesPage::createTable()
{
    m_table->setObjectName(u"variables"_s);
    m_table->setAccessibleName(tr("Cases and their variables"));
    m_table->setModel(m_model);
    m_table->setAlternatingRowColors(true);
    m_table->setTabKeyNavigation(false); // Tab leaves the table; arrow keys walk in it
    m_table->horizontalHeader()->setDefaultSectionSize(180);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->setToolTip(tr("Type to change a value. Paste rows from a spreadsheet or CSV with Ctrl+V."));
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &current) {
        if (current.isValid())
            m_selection.setCaseIndex(current.row());
    });
    auto *pasteKey = new QShortcut(QKeySequence::Paste, m_table);
    pasteKey->setContext(Qt::WidgetShortcut);
    connect(pasteKey, &QShortcut::activated, this, &VariablesPage::paste);
}

QWidget *VariablesPage::createBar()
{
    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    const auto addButton = [&](const QString &icon, const QString &text, auto action) {
        QToolButton *button = makeToolButton(icon, text, bar);
        connect(button, &QToolButton::clicked, this, action);
        row->addWidget(button);
        return button;
    };
    addButton(u"list-add"_s, tr("Add a case"), [this] { m_model->addCase(); })->setObjectName(u"addCase"_s);
    addButton(u"edit-copy"_s, tr("Duplicate the case"), [this] { m_model->duplicateCase(m_table->currentIndex().row()); });
    addButton(u"edit-delete"_s, tr("Remove the selected cases"), [this] { m_model->removeCases(selectedRows()); });
    addButton(u"edit-paste"_s, tr("Paste rows from the clipboard"), [this] { paste(); });
    row->addStretch(1);
    m_name = new QLineEdit(bar);
    m_name->setPlaceholderText(tr("Name of a new variable"));
    m_name->setAccessibleName(tr("Name of a new variable"));
    m_name->setFixedWidth(220);
    connect(m_name, &QLineEdit::returnPressed, this, &VariablesPage::addVariable);
    row->addWidget(m_name);
    addButton(u"edit-table-insert-column-right"_s, tr("Add the variable"), [this] { addVariable(); });
    addButton(u"edit-table-delete-column"_s, tr("Remove the current column's variable"), [this] { removeVariable(); });
    return bar;
}

QList<int> VariablesPage::selectedRows() const
{
    QList<int> rows;
    const QModelIndexList indexes = m_table->selectionModel()->selectedIndexes();
    for (const QModelIndex &index : indexes) {
        if (!rows.contains(index.row()))
            rows += index.row();
    }
    if (rows.isEmpty() && m_table->currentIndex().isValid())
        rows += m_table->currentIndex().row();
    return rows;
}

void VariablesPage::paste()
{
    m_model->paste(m_table->currentIndex(), QApplication::clipboard()->text());
}

void VariablesPage::addVariable()
{
    if (m_model->addVariable(m_name->text()))
        m_name->clear();
}

void VariablesPage::removeVariable()
{
    const int column = m_table->currentIndex().column() - VariablesTableModel::FirstVariableColumn;
    if (column >= 0)
        m_model->removeVariable(m_model->variableNames().value(column));
}

} // namespace Tempera
