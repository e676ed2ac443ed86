// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/lens/timelinepane.h"

#include "models/items/dropsmodel.h"
#include "models/items/tokensmodel.h"
#include "widgets/common/tablecopy.h"
#include "widgets/lens/timelineview.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QResizeEvent>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr int leastWidthForList = 460;

} // namespace

TimelinePane::TimelinePane(const TokensModel &tokens, QWidget *parent)
    : QWidget(parent),
      m_drops(new DropsModel(tokens, this)),
      m_timeline(new TimelineView(tokens, *m_drops, this)),
      m_list(new QTableView(this))
{
    setObjectName(u"timelinePane"_s);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    createList();
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(4, 2, 4, 2);
    row->addWidget(m_timeline, 3);
    row->addWidget(m_list, 2);
    connect(m_timeline, &TimelineView::tokenRequested, this, &TimelinePane::tokenRequested);
    connect(m_timeline, &TimelineView::activated, this, &TimelinePane::activated);
    connect(m_drops, &QAbstractItemModel::modelReset, this, [this] { showDrop(m_current); });
}

void TimelinePane::createList()
{
    m_list->setObjectName(u"sharpestDrops"_s);
    m_list->setModel(m_drops);
    m_list->setTabKeyNavigation(false);
    m_list->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->setShowGrid(false);
    m_list->setWordWrap(false);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->verticalHeader()->hide();
    m_list->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_list->verticalHeader()->setDefaultSectionSize(fontMetrics().lineSpacing() + 4);
    m_list->horizontalHeader()->setStretchLastSection(true);
    m_list->setColumnWidth(DropsModel::NumberColumn, fontMetrics().averageCharWidth() * 6);
    m_list->setColumnWidth(DropsModel::TokenColumn, fontMetrics().averageCharWidth() * 10);
    m_list->setColumnWidth(DropsModel::DropColumn, fontMetrics().averageCharWidth() * 10);
    m_list->setMinimumWidth(120);
    m_list->setFixedHeight(m_timeline->sizeHint().height());
    m_list->hide();
    enableTableCopy(m_list);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &row) {
        if (row.isValid() && m_drops->token(row.row()) != m_current)
            Q_EMIT tokenRequested(m_drops->token(row.row()));
    });
    connect(m_list, &QAbstractItemView::activated, this, &TimelinePane::activated);
}

void TimelinePane::setTitle(const QString &title)
{
    m_timeline->setAccessibleName(tr("Timeline of %1").arg(title));
    m_list->setAccessibleName(tr("Sharpest drops of probability in %1").arg(title));
}

void TimelinePane::setCurrent(int token)
{
    m_current = token;
    m_timeline->setCurrent(token);
    showDrop(token);
}

/// Who walks elsewhere sees in the list where that is a drop; the list asks for no other token then.
void TimelinePane::showDrop(int token)
{
    const int row = m_drops->rowOf(token);
    if (row >= 0 && (row != m_list->currentIndex().row() || !m_list->selectionModel()->isRowSelected(row)))
        m_list->selectRow(row);
    else if (row < 0)
        m_list->clearSelection();
}

void TimelinePane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_list->setVisible(event->size().width() >= leastWidthForList);
}

} // namespace Tempera
