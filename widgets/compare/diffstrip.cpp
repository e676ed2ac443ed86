// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/compare/diffstrip.h"

#include "widgets/common/appearance.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace Tempera {

DiffStrip::DiffStrip(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    setAccessibleName(tr("Where the answer differs"));
    setToolTip(tr("Where the answer differs: left what it lacks, right what is new, across both what was moved"));
    hide();
}

void DiffStrip::setMarks(const QList<StripMark> &marks)
{
    if (marks == m_marks)
        return;
    m_marks = marks;
    setVisible(!marks.isEmpty());
    update();
}

QSize DiffStrip::sizeHint() const
{
    return {10, 40};
}

void DiffStrip::mousePressEvent(QMouseEvent *event)
{
    Q_EMIT clicked(std::clamp(event->position().y() / std::max(1, height()), 0.0, 1.0));
}

void DiffStrip::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    constexpr double thinnest = 2; // else nobody sees it
    QPainter painter(this);
    for (const StripMark &mark : m_marks) {
        const bool isMove = mark.kind == DiffKind::MovedFrom || mark.kind == DiffKind::MovedTo;
        const bool isGone = mark.kind == DiffKind::Deleted;
        const double half = width() / 2.0;
        const double top = std::min(mark.from * height(), height() - thinnest);
        const QRectF place(isMove || isGone ? 0 : half, top, isMove ? width() : half,
                           std::max(thinnest, (mark.to - mark.from) * height()));
        painter.fillRect(place, isMove   ? palette().color(QPalette::Highlight)
                                : isGone ? outcomeColour(Outcome::Fail, palette())
                                         : outcomeColour(Outcome::Pass, palette()));
    }
}

} // namespace Tempera
