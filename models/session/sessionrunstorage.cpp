// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/sessionrun.h"

#include "models/session/runtotals.h"

#include <utility>

namespace Tempera {
namespace {

/// Summaries that the ledger is asked for in one go: whoever asks for a body waits for one page at most.
constexpr int summariesOfPage = 2'000;

} // namespace

void SessionRun::readOn()
{
    if (!m_isReading)
        return;
    m_context.store->loadPage(m_record.id, {m_lastRead, summariesOfPage}, this,
                              [this](const Result<StoredRun> &page) { takePage(page); });
}

void SessionRun::takePage(const Result<StoredRun> &page)
{
    m_isReading = page && page->hasMore && !page->cells.empty();
    if (page && !page->cells.empty()) {
        const auto first = static_cast<int>(m_cells.size());
        m_lastRead = page->cells.keys().back();
        for (const CellSummary &each : page->cells) {
            if (m_regrading.changes > 0 && each.state == CellState::Done && each.outcome)
                m_regrading.add(static_cast<int>(m_cells.size())); // the others were, when the checks changed
            m_cells.push_back(each);
            addFinished(m_totals, each);
            addCost(each);
        }
        Q_EMIT cellsAdded(first, static_cast<int>(m_cells.size()) - 1);
        gradeNext();
    }
    tellStoredRace();
    Q_EMIT totalsChanged();
    if (!page)
        Q_EMIT storageFailed(page.error());
    readOn();
}

/// Another program may have taken the run up meanwhile; then nothing is asked.
void SessionRun::waitForStore()
{
    m_store.isAwaited = true;
    m_context.store->flush(this, [this](const Result<void> &kept) {
        m_store.isAwaited = false;
        if (m_phase != Phase::Running)
            return;
        if (!kept) {
            tellWhetherKept(kept);
            stop();
        }
        pump();
    });
}

/// A cell is final and graded: counted, stored, shown. Its body has the same to be looked at as any other.
void SessionRun::complete(int index)
{
    Cell settled = std::move(cell(index));
    m_live.erase(index);
    const CellSummary known = summaryOf(settled);
    setSummary(index, known);
    --m_unsettled;
    addFinished(m_totals, known);
    addCost(known);
    m_lastEnd = m_context.clock->monotonic();
    if (m_race)
        m_race->add(static_cast<std::size_t>(index), known);
    m_context.store->saveCell(m_record.id, settled);
    m_budget.saved(settled);
    hear(index, settled);
    m_store.backlog.add(m_context.clock->monotonic());
    askWhetherKept();
    m_bodies.insert(index, std::move(settled));
    trimBodies();
    tell(index);
    Q_EMIT totalsChanged();
    if (!m_held.empty())
        compareWhenWhole(index);
    if (m_unsettled == 0)
        QMetaObject::invokeMethod(this, &SessionRun::finishWhenDone, Qt::QueuedConnection);
}

/// At the start, and from then on whenever the last answer is there: what came meanwhile is written together. That nothing can
/// be kept is not to be found out at the end of what was paid for; where it is so, it is asked once a second at most.
void SessionRun::askWhetherKept()
{
    constexpr std::chrono::seconds pause{1};
    if (m_store.isAsking || (m_store.notKept && m_context.clock->monotonic() - *m_store.notKept < pause))
        return;
    m_store.isAsking = true;
    m_context.store->flush(this, [this, count = m_store.backlog.count()](const Result<void> &kept) {
        m_store.isAsking = false;
        if (kept) {
            m_store.notKept.reset();
            m_store.backlog.saved(count);
        } else {
            m_store.notKept = m_context.clock->monotonic();
            m_store.backlog.failed();
            tellWhetherKept(kept);
        }
        if (m_phase != Phase::Running)
            return;
        if (m_store.backlog.isAhead())
            askWhetherKept();
        pump();
    });
}

/// Once a run.
void SessionRun::tellWhetherKept(const Result<void> &kept)
{
    if (!kept && !std::exchange(m_store.toldLoss, true))
        Q_EMIT storageFailed(kept.error());
}

} // namespace Tempera
