// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/charts/sessionfollower.h"

#include "models/session/session.h"

#include <utility>

namespace Tempera {

SessionFollower::SessionFollower(const Session &session, Busy isBusy, QObject *parent)
    : QObject(parent), m_isBusy(std::move(isBusy))
{
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, [this] {
        if (m_isBusy())
            follow();
        else
            start();
    });
    connect(&session, &Session::planned, this, [this] {
        Q_EMIT replanned();
        restart();
    });
    connect(&session, &Session::cellsAdded, this, &SessionFollower::follow);
    connect(&session, &Session::totalsChanged, this, &SessionFollower::follow);
    connect(&session, &Session::finished, this, &SessionFollower::follow);
}

void SessionFollower::setActive(bool active)
{
    m_isActive = active;
    if (active && m_isStale)
        start();
}

void SessionFollower::restart()
{
    m_isStale = true;
    start();
}

void SessionFollower::follow()
{
    m_isStale = true;
    if (m_isActive && !m_again.isActive())
        m_again.start(m_pause);
}

void SessionFollower::start()
{
    m_again.stop();
    if (!m_isActive)
        return;
    m_isStale = false;
    Q_EMIT due();
}

} // namespace Tempera
