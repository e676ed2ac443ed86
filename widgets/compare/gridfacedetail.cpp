// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The grid's part for whole answers, under the cells.

#include "models/items/gridmodel.h"
#include "widgets/common/foldingsplitter.h"
#include "widgets/common/foldsection.h"
#include "widgets/compare/gridface.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// Height of the face, in pixels, from which on whole answers fit under the cells.
constexpr int leastDetailHeight = 250;

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
}

void GridFace::toggleDetail()
{
    if (m_detail)
        m_detail->setOpen(!m_detail->isOpen());
}

/// In a low window the cells come first; F11 gives both their room.
void GridFace::makeRoom()
{
    if (m_detail)
        m_detail->setVisible(m_model && m_model->allRows() > 0 && height() >= leastDetailHeight);
}

QSize GridFace::minimumSizeHint() const
{
    QSize least = QWidget::minimumSizeHint();
    if (m_detail && m_detail->isVisibleTo(this))
        least.rheight() -= m_detail->minimumSizeHint().height();
    return least;
}

void GridFace::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    makeRoom();
}

} // namespace Tempera
