// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/context/windowcontext.h"

#include <QObject>
#include <QPointer>
#include <QWidget>

class QMainWindow;

namespace Tempera {

/// The panes of the window: which one is maximised, and what of their arrangement is kept from one start to the
/// next.
class PaneLayout final : public QObject
{
    Q_OBJECT
public:
    /// `panes` in the order in which F6 walks them; what lies in a dock stands for its dock.
    PaneLayout(QMainWindow *window, const QWidgetList &panes);

    /// The pane that has the keyboard or had it last; where it is not seen any more, the first of them that is.
    [[nodiscard]] QWidget *current() const;
    [[nodiscard]] bool isMaximised() const { return m_maximised != nullptr; }
    /// Gives a pane the whole window, or the others their places back.
    void toggleMaximised(QWidget *pane);
    /// Makes a pane seen: opens its dock, and restores another one that is maximised.
    void bring(QWidget *pane);

    /// Geometry, docks, splitters, pages and sections that fold. A maximised pane does not count as the usual arrangement.
    void save(WindowState &state);
    /// Puts the window back as it was, within the screen; what is made later is put back then. Call it before the window is
    /// shown.
    void restore(const WindowState &state);

private:
    [[nodiscard]] QWidget *paneAround(const QWidget *widget) const;
    [[nodiscard]] static QWidget *placeOf(QWidget *pane);
    [[nodiscard]] QMap<QString, QByteArray> splitterStates() const;
    void restoreSections(const QMap<QString, bool> &sections);
    static void restoreSplitters(QWidget *within, const QMap<QString, QByteArray> &states);
    void giveBack();
    void keepOnScreen();

    QMainWindow *m_window = nullptr;
    QWidgetList m_panes;
    QPointer<QWidget> m_last;
    QPointer<QWidget> m_maximised;
    QWidgetList m_hidden;                  ///< What was visible before one pane was maximised.
    QByteArray m_docks;                    ///< As they were then.
    QMap<QString, QByteArray> m_splitters; ///< The same, by name.
};

} // namespace Tempera
