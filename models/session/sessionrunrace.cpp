// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/runtotals.h"
#include "models/session/sessionrun.h"
#include "models/session/storedrace.h"

#include <cmath>

namespace Tempera {
namespace {

/// Cells that were not needed and are handed to the store in one go.
constexpr std::size_t leftOutAtOnce = 2'000;

/// A race of more is not told again when its run is opened: nobody shall wait for it.
constexpr std::size_t mostRetoldCells = 100'000;

} // namespace

void SessionRun::setRace(std::unique_ptr<RunRace> race)
{
    m_race = std::move(race);
}

bool SessionRun::isRaceDecided() const
{
    return m_race && m_race->isDecided();
}

std::optional<RaceReport> SessionRun::race() const
{
    if (!m_race)
        return m_toldRace;
    RaceReport report = m_race->report();
    if (const int finished = m_totals.endedNow(); report.saved.cells > 0 && finished > 0) {
        const auto elapsed = static_cast<double>((m_lastEnd - m_begun).count());
        report.saved.time = std::chrono::microseconds(std::llround(elapsed / finished * report.saved.cells));
    }
    return report;
}

/// Of a run of the ledger, when all of it was read.
void SessionRun::tellStoredRace()
{
    if (!m_isReading && m_cells.size() <= mostRetoldCells)
        m_toldRace = storedRace(m_record, m_cells);
}

/// What was not started when the race was decided is not needed. The run is over when the ledger has been told of them all.
void SessionRun::leaveOutWaiting()
{
    m_planner->stop(); // nothing more is rendered
    const std::size_t first = m_next;
    for (; m_next < m_cells.size(); ++m_next) {
        if (isFinal(m_cells.state(m_next)))
            continue;
        m_cells.setState(m_next, CellState::NotNeeded);
        m_live.erase(static_cast<int>(m_next));
        m_bodies.erase(static_cast<int>(m_next)); // it says that it is planned
        m_race->leaveOut(m_next);
        addFinished(m_totals, m_cells[m_next]);
    }
    m_leftOut = first;
    if (first < m_cells.size())
        Q_EMIT cellsChanged(static_cast<int>(first), static_cast<int>(m_cells.size()) - 1);
    Q_EMIT totalsChanged();
    QMetaObject::invokeMethod(this, &SessionRun::compareHeld, Qt::QueuedConnection);
    keepLeftOut();
}

/// A piece at a time, as there may be a million of them.
void SessionRun::keepLeftOut()
{
    std::size_t kept = 0;
    for (; m_leftOut < m_cells.size() && kept < leftOutAtOnce; ++m_leftOut) {
        if (m_cells.state(m_leftOut) != CellState::NotNeeded)
            continue;
        m_context.store->saveCell(m_record.id, leftOutCell(static_cast<int>(m_leftOut)));
        --m_unsettled;
        ++kept;
    }
    if (m_leftOut == m_cells.size()) {
        QMetaObject::invokeMethod(this, &SessionRun::finishWhenDone, Qt::QueuedConnection);
        return;
    }
    m_context.store->flush(this, [this](const Result<void> &written) {
        tellWhetherKept(written);
        keepLeftOut();
    });
}

Cell SessionRun::leftOutCell(int index) const
{
    Cell cell = plannedCell(index);
    cell.state = CellState::NotNeeded;
    cell.error.reset(); // it was not tried
    cell.attempts.clear();
    cell.notes = {{NoteKind::RaceDecided, QString::number(m_race->cases())}};
    return cell;
}

} // namespace Tempera
