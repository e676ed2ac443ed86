// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/mainwindow/detachedpane.h"

#include "widgets/common/firstpaint.h"
#include "widgets/common/keyboardorder.h"

#include <QCloseEvent>
#include <QSplitter>
#include <QVBoxLayout>

namespace Tempera {

// A tool window: with another kind the keys of the window that it belongs to would do nothing in it.
DetachedPane::DetachedPane(QSplitter *home, QWidget *pane, QWidget *window)
    : QWidget(window, Qt::Tool | Qt::WindowTitleHint | Qt::WindowSystemMenuHint | Qt::WindowMinMaxButtonsHint
                          | Qt::WindowCloseButtonHint),
      m_home(home),
      m_pane(pane)
{
    setAttribute(Qt::WA_ShowWithoutActivating); // who asks for it moves the keyboard there; a start does not
    (new QVBoxLayout(this))->setContentsMargins(0, 0, 0, 0);
    resize(960, 640);
}

void DetachedPane::setDetached(bool detached)
{
    if (detached == m_detached)
        return;
    m_detached = detached;
    if (detached) {
        m_index = m_home->indexOf(m_pane);
        m_sizes = m_home->saveState();
        layout()->addWidget(m_pane);
        m_pane->show();
        show();
    } else {
        m_home->insertWidget(m_index, m_pane);
        m_pane->show();
        m_home->restoreState(m_sizes);
        hide();
    }
    Q_EMIT detachedChanged(detached);
}

QByteArray DetachedPane::place() const
{
    return m_detached ? saveGeometry() : QByteArray();
}

void DetachedPane::restore(const QByteArray &place)
{
    if (place.isEmpty())
        return;
    restoreGeometry(place);
    afterFirstPaint(parentWidget(), [this] { setDetached(true); });
}

void DetachedPane::closeEvent(QCloseEvent *event)
{
    event->accept();
    setDetached(false);
}

bool DetachedPane::focusNextPrevChild(bool next)
{
    return focusInReadingOrder(*this, next);
}

} // namespace Tempera
