// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/prompt/checkspage.h"

#include "models/experiment/experimentdocument.h"
#include "models/items/checksmodel.h"
#include "models/items/experimentedits.h"
#include "widgets/common/controls.h"
#include "widgets/common/selection.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace Tempera {

ChecksPage::ChecksPage(ExperimentDocument &document, Selection &selection, QWidget *parent)
    : QWidget(parent),
      m_document(document),
      m_selection(selection),
      m_model(new ChecksModel(document, this)),
      m_title(new QLabel(this)),
      m_type(new QComboBox(this)),
      m_table(new QTableView(this))
{
    m_title->setTextFormat(Qt::PlainText);
    m_type->setAccessibleName(tr("Type of a new check"));
    m_type->addItems(ChecksModel::choosableTypes());
    QToolButton *add = makeToolButton(u"list-add"_s, tr("Add a check of this type"), this);
    QToolButton *remove = makeToolButton(u"edit-delete"_s, tr("Remove the selected checks"), this);
    connect(add, &QToolButton::clicked, this, [this] { m_model->addCheck(m_type->currentText()); });
    connect(remove, &QToolButton::clicked, this, &ChecksPage::removeSelected);
    m_table->setObjectName(u"checks"_s);
    m_table->setAccessibleName(tr("Checks of the case"));
    m_table->setModel(m_model);
    m_table->setTabKeyNavigation(false);
    m_table->setAlternatingRowColors(true);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(ChecksModel::ValueColumn, QHeaderView::Stretch);
    auto *row = new QHBoxLayout;
    row->addWidget(m_title, 1);
    row->addWidget(m_type);
    row->addWidget(add);
    row->addWidget(remove);
    auto *column = new QVBoxLayout(this);
    column->addLayout(row);
    column->addWidget(m_table, 1);
    connect(&selection, &Selection::changed, this, &ChecksPage::sync);
    connect(&document, &ExperimentDocument::experimentChanged, this, &ChecksPage::sync);
    sync();
}

void ChecksPage::sync()
{
    m_model->setCaseIndex(m_selection.caseIndex());
    m_title->setText(
        m_document.experiment().cases.isEmpty()
            ? tr("There is no case yet: add one under Variables.")
            : tr("What the answers to “%1” must fulfil").arg(Edits::caseTitle(m_document.experiment(), m_selection.caseIndex())));
}

void ChecksPage::removeSelected()
{
    QList<int> rows;
    const QModelIndexList indexes = m_table->selectionModel()->selectedRows();
    for (const QModelIndex &index : indexes)
        rows += index.row();
    m_model->removeChecks(rows);
}

} // namespace Tempera
