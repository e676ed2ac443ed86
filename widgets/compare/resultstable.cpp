// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/compare/resultstable.h"

#include "models/items/cellstablemodel.h"
#include "widgets/common/selection.h"

#include <QHeaderView>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// Of a longer table each row that changed its place would move all the others: they are sorted again at the end.
constexpr int mostMovedRows = 2'000;

} // namespace

ResultsTable::ResultsTable(const Session &session, Selection &selection, QWidget *parent)
    : QWidget(parent),
      m_session(session),
      m_selection(selection),
      m_sorted(new QSortFilterProxyModel(this)),
      m_table(new QTableView(this))
{
    m_sorted->setSortRole(CellsTableModel::SortRole);
    m_sorted->setSourceModel(new CellsTableModel(m_session, this));
    m_table->setObjectName(u"results"_s);
    m_table->setAccessibleName(tr("All cells of the run"));
    m_table->setModel(m_sorted);
    m_table->setTabKeyNavigation(false);
    m_table->setAlternatingRowColors(true);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().lineSpacing() + 8);
    const int letter = fontMetrics().averageCharWidth();
    const QList<QPair<int, int>> letters{{CellsTableModel::CaseColumn, 18},       {CellsTableModel::PromptColumn, 18},
                                         {CellsTableModel::VariantColumn, 20},    {CellsTableModel::RepeatColumn, 8},
                                         {CellsTableModel::StateColumn, 12},      {CellsTableModel::ChecksColumn, 22},
                                         {CellsTableModel::FirstTokenColumn, 11}, {CellsTableModel::SpeedColumn, 10},
                                         {CellsTableModel::TokensColumn, 12},     {CellsTableModel::CostColumn, 11}};
    for (const auto &[column, count] : letters)
        m_table->setColumnWidth(column, letter * count);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setSortIndicatorClearable(true);
    m_table->setSortingEnabled(true);
    m_table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_table);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ResultsTable::choose);
    connect(&m_session, &Session::planned, this, &ResultsTable::keepOrder);
    connect(&m_session, &Session::cellsChanged, this, &ResultsTable::keepOrder); // the first one says that it has begun
    connect(&m_session, &Session::totalsChanged, this, &ResultsTable::keepOrder);
    connect(&m_session, &Session::finished, this, &ResultsTable::keepOrder);
    keepOrder();
}

void ResultsTable::choose(const QModelIndex &row)
{
    const int cell = row.data(CellsTableModel::CellRole).toInt();
    if (!row.isValid() || cell >= m_session.size())
        return;
    const CellKey ran = m_session.summary(cell).key;
    if (const std::optional<CellKey> place = m_session.lookup().placeOf(ran)) // cases may have moved or gone since
        m_selection.setKey(*place);
}

/// While a long run is under way, or is being read, rows stay where they were when the table was sorted.
void ResultsTable::keepOrder()
{
    const bool isChanging = m_session.isRunning() || m_session.isReading();
    const bool follows = !isChanging || m_session.size() <= mostMovedRows;
    if (m_sorted->dynamicSortFilter() != follows)
        m_sorted->setDynamicSortFilter(follows); // where it follows from now on, it is sorted at once
}

} // namespace Tempera
