// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/mainwindow/panelayout.h"

#include "widgets/common/firstpaint.h"
#include "widgets/common/foldsection.h"
#include "widgets/common/latepage.h"
#include "widgets/mainwindow/fittingsplitter.h"

#include <QApplication>
#include <QDockWidget>
#include <QMainWindow>
#include <QScreen>
#include <QSplitter>
#include <QTabWidget>

#include <algorithm>

namespace Tempera {

PaneLayout::PaneLayout(QMainWindow *window, const QWidgetList &panes) : QObject(window), m_window(window), m_panes(panes)
{
    connect(qApp, &QApplication::focusChanged, this, [this](const QWidget *, const QWidget *now) {
        if (QWidget *pane = paneAround(now))
            m_last = pane;
    });
}

QWidget *PaneLayout::paneAround(const QWidget *widget) const
{
    const auto found = std::ranges::find_if(
        m_panes, [widget](const QWidget *pane) { return widget && (pane == widget || pane->isAncestorOf(widget)); });
    return found == m_panes.end() ? nullptr : *found;
}

/// The dock around it, or itself.
QWidget *PaneLayout::placeOf(QWidget *pane)
{
    auto *dock = qobject_cast<QDockWidget *>(pane->parentWidget());
    return dock ? dock : pane;
}

QWidget *PaneLayout::current() const
{
    if (m_last && m_last->isVisible())
        return m_last;
    const auto seen = std::ranges::find_if(m_panes, &QWidget::isVisible);
    return seen == m_panes.end() ? nullptr : *seen;
}

void PaneLayout::toggleMaximised(QWidget *pane)
{
    if (isMaximised()) {
        giveBack();
        return;
    }
    if (!pane)
        return;
    if (pane->window() != m_window) { // it has a window of its own
        pane->window()->setWindowState(pane->window()->windowState() ^ Qt::WindowMaximized);
        return;
    }
    m_docks = m_window->saveState();
    m_splitters = splitterStates();
    QWidget *centre = m_window->centralWidget();
    QWidgetList others;
    for (QWidget *each : std::as_const(m_panes)) {
        if (each != pane && each->window() == m_window)
            others += placeOf(each);
    }
    if (!centre->isAncestorOf(pane))
        others += centre;
    for (QWidget *other : std::as_const(others)) {
        if (!other->isHidden()) {
            m_hidden += other;
            other->hide();
        }
    }
    m_maximised = pane;
}

void PaneLayout::giveBack()
{
    m_maximised = nullptr;
    for (QWidget *other : std::as_const(m_hidden))
        other->show();
    m_hidden.clear();
    m_window->restoreState(m_docks);
}

void PaneLayout::bring(QWidget *pane)
{
    if (isMaximised() && m_maximised != pane)
        giveBack();
    QWidget *place = placeOf(pane);
    place->show();
    place->raise();
    if (!pane->window()->isActiveWindow())
        pane->window()->activateWindow();
}

void PaneLayout::save(WindowState &state)
{
    state.geometry = m_window->saveGeometry();
    state.docks = isMaximised() ? m_docks : m_window->saveState();
    // A run that is looked at has tabs of the same names; they come later, and are not kept.
    const QList<QTabWidget *> tabs = m_window->findChildren<QTabWidget *>();
    for (const QTabWidget *each : tabs) {
        if (!each->objectName().isEmpty() && m_window->findChild<QTabWidget *>(each->objectName()) == each)
            state.pages.insert(each->objectName(), each->currentIndex());
    }
    const QList<FoldSection *> sections = m_window->findChildren<FoldSection *>();
    for (const FoldSection *each : sections) {
        if (!each->objectName().isEmpty() && m_window->findChild<FoldSection *>(each->objectName()) == each)
            state.sections.insert(each->objectName(), each->isOpen());
    }
    state.splitters.insert(isMaximised() ? m_splitters : splitterStates());
}

QMap<QString, QByteArray> PaneLayout::splitterStates() const
{
    QMap<QString, QByteArray> states;
    const QList<QSplitter *> splitters = m_window->findChildren<QSplitter *>();
    for (const QSplitter *each : splitters) {
        const auto *fitting = qobject_cast<const FittingSplitter *>(each);
        // A run that is looked at has some of the same names; they come later, and are not kept.
        const bool isKept = !each->objectName().isEmpty() && m_window->findChild<QSplitter *>(each->objectName()) == each;
        // Without its lower part, which has a window of its own, it is not as somebody wanted it.
        if (isKept && (!fitting || (fitting->isMoved() && fitting->count() > 1)))
            states.insert(each->objectName(), each->saveState());
    }
    return states;
}

void PaneLayout::restore(const WindowState &state)
{
    afterFirstPaint(m_window, [this] { keepOnScreen(); });
    const QSize room = m_window->screen()->availableSize();
    m_window->resize(QSize(1280, 820).boundedTo(room));
    if (!state.geometry.isEmpty())
        m_window->restoreGeometry(state.geometry);
    if (!state.docks.isEmpty())
        m_window->restoreState(state.docks);
    for (auto [name, page] : state.pages.asKeyValueRange()) {
        auto *tabs = m_window->findChild<QTabWidget *>(name);
        if (!tabs || name.isEmpty() || page < 0 || page >= tabs->count())
            continue;
        tabs->setCurrentIndex(page);
        if (auto *late = qobject_cast<LatePlace *>(tabs->currentWidget()))
            late->make(); // it takes part in the first layout
    }
    restoreSections(state.sections);
    restoreSplitters(m_window, state.splitters);
    const QList<LatePlace *> places = m_window->findChildren<LatePlace *>();
    for (LatePlace *place : places)
        connect(place, &LatePlace::made, this,
                [splitters = state.splitters](QWidget *page) { restoreSplitters(page, splitters); });
}

void PaneLayout::restoreSections(const QMap<QString, bool> &sections)
{
    for (auto [name, open] : sections.asKeyValueRange()) {
        auto *section = name.isEmpty() ? nullptr : m_window->findChild<FoldSection *>(name);
        if (!section)
            continue;
        section->setOpen(open);
        const bool isSeen = open && section->isVisibleTo(m_window);
        const QList<LatePlace *> places = isSeen ? section->findChildren<LatePlace *>() : QList<LatePlace *>();
        for (LatePlace *late : places)
            late->make();
    }
}

void PaneLayout::restoreSplitters(QWidget *within, const QMap<QString, QByteArray> &states)
{
    const QList<QSplitter *> splitters = within->findChildren<QSplitter *>();
    for (QSplitter *each : splitters) {
        const auto sizes = states.constFind(each->objectName());
        if (sizes == states.cend() || each->objectName().isEmpty())
            continue;
        if (auto *fitting = qobject_cast<FittingSplitter *>(each))
            fitting->restoreMoved(*sizes);
        else
            each->restoreState(*sizes);
    }
}

/// What the window manager puts around a window is known only when it is there.
void PaneLayout::keepOnScreen()
{
    const QRect room = m_window->screen()->availableGeometry();
    const QRect frame = m_window->frameGeometry();
    if (m_window->windowState() & (Qt::WindowMaximized | Qt::WindowFullScreen) || room.contains(frame))
        return;
    const QSize border = frame.size() - m_window->size();
    m_window->resize(m_window->size().boundedTo(room.size() - border));
    const QSize whole = m_window->size() + border;
    m_window->move(std::clamp(frame.x(), room.x(), std::max(room.x(), room.x() + room.width() - whole.width())),
                   std::clamp(frame.y(), room.y(), std::max(room.y(), room.y() + room.height() - whole.height())));
}

} // namespace Tempera
