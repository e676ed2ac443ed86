// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/judgement.h"

#include <QList>
#include <QObject>

#include <functional>

class QAction;

namespace Tempera {

class Session;

/// The commands by which a person rates the answer that is current in a widget: + and − (again: no longer), N for score, tags and
/// comment; Ctrl+Z takes the last rating back while there is one. They are in the widget's list of actions.
class RatingActions final : public QObject
{
    Q_OBJECT
public:
    /// `cell` tells the current cell; −1 = there is none. The widget owns this. `keys` says where they work.
    RatingActions(const Session &session, std::function<int()> cell, QWidget *widget, Qt::ShortcutContext keys);

    /// Good, bad, more.
    [[nodiscard]] QList<QAction *> actions() const { return {m_up, m_down, m_more}; }
    /// Whether there is an answer that can be rated now; the actions say so too.
    bool refresh();
    /// What was said of the current answer; empty where nothing was.
    [[nodiscard]] Rating rating() const;

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void rate(const Rating &rating);
    void toggle(Thumb thumb);
    void askForMore();

    const Session &m_session;
    std::function<int()> m_cell;
    QWidget *m_widget = nullptr;
    QAction *m_up = nullptr;
    QAction *m_down = nullptr;
    QAction *m_more = nullptr;
};

} // namespace Tempera
