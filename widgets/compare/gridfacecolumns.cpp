// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// What the grid's face does with its columns: going to one, and the counts of their heads as filters.

#include "models/items/celltext.h"
#include "models/items/gridmodel.h"
#include "widgets/compare/filterbar.h"
#include "widgets/compare/gridface.h"

#include <QHeaderView>
#include <QMenu>
#include <QTableView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {

void GridFace::goToColumn(int column)
{
    const int row = std::max(0, m_table->currentIndex().row());
    if (!m_model || !m_model->hasIndex(row, column))
        return;
    m_table->setCurrentIndex(m_model->index(row, column));
    m_table->scrollTo(m_table->currentIndex());
    focusCells();
}

/// The cases in which a column did better or worse than the baseline.
void GridFace::filterColumn(int column, const QString &flag)
{
    if (m_model && column >= m_model->baselineColumns() && column < m_model->columnCount())
        m_filter->apply(m_model->columnFilter(column, flag));
}

/// The counts of a head are filters. A menu of its own, as what a head says differs from column to column.
void GridFace::showHeadMenu(const QPoint &place)
{
    const int column = m_table->horizontalHeader()->logicalIndexAt(place);
    if (!m_model || column < m_model->baselineColumns()) // of another run nothing is found by a filter
        return;
    const GridFigures &sums = m_model->figures(column);
    auto *menu = new QMenu(m_table);
    menu->setObjectName(u"gridHeadMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Only the %1 Better").arg(CellText::number(sums.better)), this,
                    [this, column] { filterColumn(column, u"better"_s); })
        ->setEnabled(sums.better > 0);
    menu->addAction(tr("Only the %1 Worse").arg(CellText::number(sums.worse)), this,
                    [this, column] { filterColumn(column, u"worse"_s); })
        ->setEnabled(sums.worse > 0);
    menu->addAction(tr("Only Those That Failed"), this, [this, column] { filterColumn(column, u"failed"_s); });
    menu->popup(m_table->horizontalHeader()->mapToGlobal(place));
}

} // namespace Tempera
