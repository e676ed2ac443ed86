// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The grid's part for whole answers, under the cells.

#include "models/items/gridmodel.h"
#include "widgets/common/foldingsplitter.h"
#include "widgets/common/foldsection.h"
#include "widgets/compare/gridface.h"
#include "widgets/compare/verdictstrip.h"

#include <QHeaderView>
#include <QScrollBar>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// Height of the face, in pixels, from which on whole answers fit under the cells.
constexpr int leastDetailHeight = 250;
/// Rows of cells that stay beside an unfolded verdict.
constexpr int leastRows = 5;

} // namespace

void GridFace::setDetail(QWidget *body)
{
    m_detail = new FoldSection(tr("Detail"), body);
    m_detail->setObjectName(u"detailSection"_s);
    m_detail->setOpen(true);
    m_detail->hide(); // until there is something to look at
    auto *parts = new FoldingSplitter(m_above, m_detail, this);
    parts->setObjectName(u"gridParts"_s);
    static_cast<QVBoxLayout *>(layout())->addWidget(parts, 1);
    m_parts = parts;
}

void GridFace::toggleDetail()
{
    if (m_detail)
        m_detail->setOpen(!m_detail->isOpen());
}

/// Heads and the rows that are to be seen whatever else is.
int GridFace::leastTableHeight() const
{
    return m_table->horizontalHeader()->height() + leastRows * m_table->verticalHeader()->defaultSectionSize()
           + m_table->horizontalScrollBar()->sizeHint().height();
}

/// In a low window the cells come first, then an unfolded verdict, then whole answers; F11 gives all their room.
void GridFace::makeRoom()
{
    const int room = height() - (m_parts ? m_parts : m_above)->y();
    const bool isUnfolded = m_verdict && m_verdict->isUnfolded();
    if (m_detail) {
        const bool fitsBelow =
            !isUnfolded || room >= m_verdict->leastUnfoldedHeight() + leastTableHeight() + m_detail->minimumSizeHint().height();
        m_detail->setVisible(m_model && m_model->allRows() > 0 && height() >= leastDetailHeight && fitsBelow);
    }
    if (isUnfolded)
        makeRoomForVerdict(room);
    else
        m_table->setMinimumHeight(0);
}

void GridFace::makeRoomForVerdict(int room)
{
    const int below = m_detail && !m_detail->isHidden() ? m_detail->minimumSizeHint().height() : 0;
    const int above = room - below - 2 * layout()->spacing();
    m_verdict->setMostHeight(above - leastTableHeight());
    m_table->setMinimumHeight(std::clamp(above - m_verdict->leastUnfoldedHeight(), 0, leastTableHeight()));
}

QSize GridFace::minimumSizeHint() const
{
    QSize least = QWidget::minimumSizeHint();
    if (m_detail && m_detail->isVisibleTo(this))
        least.rheight() -= m_detail->minimumSizeHint().height();
    // What is kept for rows is as much as there is room for: the window may be made lower all the same.
    if (m_table->isVisibleTo(this))
        least.rheight() -= std::max(0, m_table->minimumHeight() - m_table->minimumSizeHint().height());
    return least;
}

void GridFace::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    makeRoom();
}

} // namespace Tempera
