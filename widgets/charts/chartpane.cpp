// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/charts/chartpane.h"

#include "models/items/charttablemodel.h"
#include "widgets/charts/chartview.h"
#include "widgets/common/controls.h"
#include "widgets/common/tablecopy.h"

#include <QHeaderView>
#include <QScrollArea>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Tempera {

ChartPane::ChartPane(const QString &name, QWidget *parent) : QWidget(parent), m_model(new ChartTableModel(this))
{
    auto *splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(createView(splitter));
    auto *side = new QWidget(splitter);
    createTable(side);
    m_view->setObjectName(name);
    m_table->setObjectName(name + u"Table"_s);
    m_note = new MutedLabel(this);
    m_note->setWordWrap(true);
    m_note->setObjectName(name + u"Note"_s);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(4, 0, 4, 4);
    column->addWidget(m_table, 1);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(4, 0, 4, 4);
    whole->addWidget(splitter, 1);
    whole->addWidget(m_note);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    connect(m_view, &ChartView::chosen, this,
            [this](const ChartPlace &place) { Q_EMIT chosen(chartMark(m_view->chart(), place).filter); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &now) { m_view->setCurrent(m_model->placeOf(now.row())); });
    connect(m_table, &QTableView::activated, this,
            [this](const QModelIndex &index) { Q_EMIT chosen(index.data(ChartTableModel::FilterRole).toString()); });
}

QWidget *ChartPane::createView(QWidget *parent)
{
    auto *scroll = new QScrollArea(parent);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    m_view = new ChartView(scroll);
    scroll->setWidget(m_view);
    connect(m_view, &ChartView::currentChanged, this, [this, scroll] {
        const QPoint place = m_view->positionOf(m_view->current()).toPoint();
        scroll->ensureVisible(place.x(), place.y());
        if (const int row = m_model->rowOf(m_view->current()); row >= 0 && row != m_table->currentIndex().row())
            m_table->selectRow(row);
    });
    return scroll;
}

void ChartPane::createTable(QWidget *parent)
{
    m_table = new QTableView(parent);
    m_table->setAccessibleName(tr("The chart as a table"));
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setTabKeyNavigation(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setAccessibleName(tr("Columns of the table"));
    enableTableCopy(m_table);
}

void ChartPane::setChart(const ChartData &chart)
{
    if (chart == m_view->chart())
        return;
    m_model->setChart(chart); // first: the view may choose its row
    m_view->setChart(chart);
    m_table->resizeColumnsToContents();
}

void ChartPane::setNote(const QString &note)
{
    m_note->setText(note);
}

} // namespace Tempera
