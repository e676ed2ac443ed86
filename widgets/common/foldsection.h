// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QToolButton;

namespace Tempera {

class OneLineLabel;

/// A part of a panel with a head that folds it away and opens it: a button for Tab, Space and the mouse, with an arrow that
/// points to what it opens. What lies under a head that was never opened is not shown, so a LatePlace there is not made.
/// Give it an object name for its state to be remembered.
class FoldSection final : public QWidget
{
    Q_OBJECT
public:
    /// Folded. `title` is the text and the accessible name of the head; `body` becomes its child.
    FoldSection(const QString &title, QWidget *body, QWidget *parent = nullptr);

    [[nodiscard]] QToolButton *head() const { return m_head; }
    [[nodiscard]] QWidget *body() const { return m_body; }
    [[nodiscard]] bool isOpen() const { return m_open; }
    void setOpen(bool open);
    /// Of what it is at the moment, muted, beside the title; cut where there is no room.
    void setDetail(const QString &text);
    /// A button at the end of the head, for what lies under it; seen while that is open.
    void addTool(QWidget *tool);

Q_SIGNALS:
    void toggled(bool open);

protected:
    /// The whole line of the head folds, not only its button.
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    void takeState(bool open);

    QToolButton *m_head = nullptr;
    OneLineLabel *m_detail = nullptr;
    QWidget *m_line = nullptr; ///< Head, detail and tools.
    QWidgetList m_tools;
    QWidget *m_body = nullptr;
    bool m_open = false;
};

/// Puts sections one under the other into a widget without a layout: those that are open share its height in proportion to
/// `shares` (one each, at least 1), and the heads of the others stay in sight.
void stackSections(QWidget *place, const QList<FoldSection *> &sections, const QList<int> &shares);

} // namespace Tempera
