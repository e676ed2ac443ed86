// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/mainwindow/fittingsplitter.h"

#include <QEvent>

#include <algorithm>

namespace Tempera {
namespace {

/// Of the height, in percent, that the upper part takes by itself.
constexpr int mostOfUpperPart = 45;

} // namespace

FittingSplitter::FittingSplitter(QWidget *parent) : QSplitter(Qt::Vertical, parent)
{
    setChildrenCollapsible(false);
    connect(this, &QSplitter::splitterMoved, this, [this] { m_moved = true; });
}

void FittingSplitter::restoreMoved(const QByteArray &state)
{
    m_moved = restoreState(state);
}

bool FittingSplitter::event(QEvent *event)
{
    const bool handled = QSplitter::event(event);
    // The size hint of a part has changed, or a part is seen again.
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Show)
        fit();
    return handled;
}

void FittingSplitter::resizeEvent(QResizeEvent *event)
{
    QSplitter::resizeEvent(event);
    fit();
}

void FittingSplitter::fit()
{
    if (m_moved || count() < 2 || widget(0)->isHidden() || widget(1)->isHidden())
        return;
    const int room = height() - handleWidth();
    const int least = widget(0)->minimumSizeHint().height();
    const int most = std::max(least, room * mostOfUpperPart / 100);
    const int wanted = std::clamp(widget(0)->sizeHint().height(), least, most);
    if (sizes().constFirst() != wanted)
        setSizes({wanted, room - wanted});
}

} // namespace Tempera
