// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QSplitter;

namespace Tempera {

/// A window of its own for a pane of a splitter, for another screen: the pane goes there and comes back to its place when the
/// window is closed. The keys of the window around the splitter work in both.
class DetachedPane final : public QWidget
{
    Q_OBJECT
public:
    /// `pane` lies in `home`; both outlive the detached window's being open.
    DetachedPane(QSplitter *home, QWidget *pane, QWidget *window);

    [[nodiscard]] bool isDetached() const { return m_detached; }
    void setDetached(bool detached);
    /// Where the window is; empty while the pane is in its place.
    [[nodiscard]] QByteArray place() const;
    /// Detaches to where the window was, once the window around the splitter has been painted.
    void restore(const QByteArray &place);

Q_SIGNALS:
    void detachedChanged(bool detached);

protected:
    void closeEvent(QCloseEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    QSplitter *m_home = nullptr;
    QWidget *m_pane = nullptr;
    int m_index = 0;    ///< Of the pane in its splitter.
    QByteArray m_sizes; ///< Of the splitter, before the pane left it.
    bool m_detached = false;
};

} // namespace Tempera
