// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/charts/cellwalk.h"

#include "models/session/session.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace Tempera {
namespace {

constexpr std::chrono::milliseconds walkSlice{5};
/// Cells whose bodies are asked for together.
constexpr int cellsAhead = 64;
/// After so many arrivals of other bodies than the one that is needed, it is taken for lost.
constexpr int mostBodyArrivals = 4;

} // namespace

CellWalk::CellWalk(const Session &session, QObject *parent) : QObject(parent), m_session(session)
{
    m_next.setSingleShot(true);
    m_next.setInterval(0);
    connect(&m_next, &QTimer::timeout, this, &CellWalk::work);
    connect(&session, &Session::cellsChanged, this, &CellWalk::cellsChanged);
}

void CellWalk::start(Need need, Visit visit)
{
    m_need = std::move(need);
    m_visit = std::move(visit);
    m_cell = 0;
    m_arrivals = 0;
    m_isRunning = true;
    m_isHeld = false;
    work();
}

void CellWalk::stop()
{
    m_isRunning = false;
    m_next.stop();
}

void CellWalk::release()
{
    if (std::exchange(m_isHeld, false) && m_isRunning)
        m_next.start();
}

void CellWalk::work()
{
    const auto end = std::chrono::steady_clock::now() + walkSlice;
    while (m_isRunning && !m_isHeld && m_cell < m_session.size()) {
        if (!look())
            return; // cellsChanged() goes on
        ++m_cell;
        if (m_cell % 16 == 0 && std::chrono::steady_clock::now() > end) {
            m_next.start();
            return;
        }
    }
    if (!m_isHeld && std::exchange(m_isRunning, false))
        Q_EMIT finished();
}

/// False: a body has to come first.
bool CellWalk::look()
{
    const bool isNeeded = m_need && m_need(m_session.summary(m_cell));
    const Cell *body = isNeeded ? m_session.body(m_cell) : nullptr;
    if (isNeeded && !body && m_arrivals < mostBodyArrivals) {
        for (int cell = m_cell; cell < std::min(m_cell + cellsAhead, m_session.size()); ++cell) {
            if (m_need(m_session.summary(cell)))
                static_cast<void>(m_session.body(cell)); // they come with the same page
        }
        return false;
    }
    m_arrivals = 0;
    m_visit(m_cell, body);
    return true;
}

void CellWalk::cellsChanged(int first, int last)
{
    if (!m_isRunning || m_isHeld || m_next.isActive() || m_cell < first || m_cell > last)
        return;
    ++m_arrivals;
    work(); // now: the memory of bodies may be too small to keep them until later
}

} // namespace Tempera
