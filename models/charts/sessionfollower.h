// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>

namespace Tempera {

class Session;

/// Says when what was made of a session's cells is to be made anew: at once where the cells are others or something else is
/// wanted, a while after they changed, and never while nobody looks.
class SessionFollower final : public QObject
{
    Q_OBJECT
public:
    /// Whether what was begun is under way: it comes to its end before a change makes it begin again.
    using Busy = std::function<bool()>;

    SessionFollower(const Session &session, Busy isBusy, QObject *parent = nullptr);

    /// How long after a change it is made anew.
    void setPause(std::chrono::milliseconds pause) { m_pause = pause; }
    /// Nobody looks: nothing is made until somebody does.
    void setActive(bool active);
    /// What there is is of no use any more.
    void restart();

Q_SIGNALS:
    void replanned(); ///< The cells are others, and what is being made of the old ones is to be given up; due() may follow.
    void due();       ///< Now.

private:
    void start();
    void follow();

    Busy m_isBusy;
    QTimer m_again;
    std::chrono::milliseconds m_pause{3000}; // where the ledger has to be asked for all answers
    bool m_isActive = false;
    bool m_isStale = true;
};

} // namespace Tempera
