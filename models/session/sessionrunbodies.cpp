// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/sessionrun.h"

#include <QMap>

#include <algorithm>
#include <utility>

namespace Tempera {
namespace {

/// Bodies that the ledger is asked for in one go.
constexpr qsizetype bodiesOfPage = 128;

} // namespace

/// Which variants can be asked at all.
void SessionRun::prepareVariants()
{
    m_preparation = std::make_unique<Preparation>(m_context);
    for (const Variant &variant : std::as_const(m_experiment.variants)) {
        Cell cell;
        cell.request.endpoint = variant.endpoint;
        m_preparation->prepare(cell);
        const auto index = static_cast<int>(m_areAskable.size());
        skipUnaskable(cell, m_planner->plan().fallbacks({.variantIndex = index}), prepares());
        m_areAskable.push_back(!cell.error);
    }
}

bool SessionRun::isAskable(int index) const
{
    return m_areAskable[static_cast<std::size_t>(keyOf(index).variantIndex)];
}

Cell SessionRun::plannedCell(int index) const
{
    Cell cell = m_planner->plan().cell(keyOf(index));
    m_preparation->prepare(cell);
    if (cell.error)
        skipUnaskable(cell, m_planner->plan().fallbacks(keyOf(index)), prepares());
    return cell;
}

Cell SessionRun::outline(int index) const
{
    Cell cell = outlineOf(summary(index));
    if (const int variant = keyOf(index).variantIndex; variant < m_experiment.variants.size()) {
        cell.request.endpoint = m_experiment.variants.at(variant).endpoint;
        cell.model = cell.request.endpoint.shownModel();
    }
    return cell;
}

/// Whether the ledger has the cell, or is about to.
bool SessionRun::isStored(int index) const
{
    const bool isOwn = !m_carried.contains(index) && m_planner;
    if (!isOwn)
        return true;
    const CellState state = stateOf(index);
    return isFinal(state) && state != CellState::NotNeeded
           && (state != CellState::Cancelled || static_cast<std::size_t>(index) < m_neverAsked);
}

const Cell *SessionRun::bodyInMemory(int index)
{
    const auto live = m_live.find(index);
    return live == m_live.end() ? m_bodies.find(index) : &live->second;
}

const Cell *SessionRun::body(int index)
{
    if (const Cell *there = bodyInMemory(index))
        return there;
    if (isStored(index)) {
        ask(index);
        return nullptr;
    }
    // It was not asked, and what it would ask is known.
    const CellState state = stateOf(index);
    Cell cell = state == CellState::NotNeeded ? leftOutCell(index) : plannedCell(index);
    if (state != CellState::NotNeeded && isFinal(state)) {
        cell.state = state;
        cell.error = m_whyCancelled;
    }
    // It makes room when nobody holds a pointer any more.
    if (!std::exchange(m_trimsLater, true)) {
        QMetaObject::invokeMethod(
            this,
            [this] {
                m_trimsLater = false;
                trimBodies();
            },
            Qt::QueuedConnection);
    }
    return &m_bodies.insert(index, std::move(cell));
}

void SessionRun::takeAnswer(int index, SessionRun *earlier, int place)
{
    if (earlier) // it may have been graded again meanwhile
        setSummary(index, earlier->summary(place));
    addCost(summary(index));
    if (!earlier)
        return;
    if (earlier->m_regrading.otherGrades.contains(place))
        m_regrading.otherGrades.insert(index);
    const Cell *known = earlier->m_lost.contains(place) ? nullptr : earlier->bodyInMemory(place);
    if (known)
        m_bodies.insert(index, *known).request.key = keyOf(index);
}

void SessionRun::ask(int index)
{
    if (!m_asked.insert(index).second)
        return;
    m_toAsk.push_back(index);
    if (m_toAsk.size() == 1)
        QMetaObject::invokeMethod(this, &SessionRun::askStore, Qt::QueuedConnection);
}

/// All that was wanted since the event loop was here last, page by page.
void SessionRun::askStore()
{
    QMap<QUuid, QList<int>> wanted;
    for (const int index : std::exchange(m_toAsk, {}))
        wanted[originOf(index).run] += index;
    for (auto it = wanted.cbegin(); it != wanted.cend(); ++it) {
        for (qsizetype from = 0; from < it->size(); from += bodiesOfPage) {
            const QList<int> page = it->sliced(from, std::min(bodiesOfPage, it->size() - from));
            QList<CellKey> keys;
            for (const int index : page)
                keys += originOf(index).key;
            m_context.store->loadCells(it.key(), keys, this,
                                       [this, page](Result<std::vector<Cell>> bodies) { takeBodies(page, bodies); });
        }
    }
}

void SessionRun::takeBodies(const QList<int> &indices, Result<std::vector<Cell>> &bodies)
{
    std::size_t next = 0;
    for (const int index : indices) {
        m_asked.erase(index);
        const bool isThere = bodies && next < bodies->size() && (*bodies)[next].request.key == originOf(index).key;
        Cell stored = isThere ? std::move((*bodies)[next++]) : outline(index);
        if (bodyInMemory(index))
            continue; // it came another way
        Cell &body = m_bodies.insert(index, std::move(stored));
        body.request.key = keyOf(index);
        if (!isThere)
            m_lost.insert(index);
        else if (m_regrading.otherGrades.contains(index)) // the ledger has the grade of when it ran
            m_regrading.add(index);
    }
    gradeNext();
    const bool isHeard = m_phase == Phase::Running && m_history.isNeeded() && hearEarlier();
    for (const int index : indices) {
        if (!m_regrading.otherGrades.contains(index)) // else it is reported when it has its grade
            tell(index);
    }
    trimBodies();
    if (!bodies)
        Q_EMIT storageFailed(bodies.error());
    if (isHeard)
        pump();
}

/// Where prompts may use earlier answers, each waits until those before it are final and graded; those that wait for the others of their row are.
bool SessionRun::isTurnOfNext()
{
    if (!m_history.isNeeded())
        return true;
    const bool isSettled = std::ranges::all_of(m_live, [this](const auto &each) {
        return static_cast<std::size_t>(each.first) >= m_next || m_held.contains(each.first);
    });
    return isSettled && hearEarlier();
}

/// Takes the answers before the next cell into the history. False where the ledger was asked for some; takeBodies() continues.
bool SessionRun::hearEarlier()
{
    for (; m_history.heard < m_next; ++m_history.heard) {
        const auto index = static_cast<int>(m_history.heard);
        if (stateOf(index) != CellState::Done || m_lost.contains(index))
            continue;
        const Cell *answer = bodyInMemory(index);
        if (!answer) {
            const auto end = std::min<std::size_t>(m_next, m_history.heard + bodiesOfPage);
            for (std::size_t next = m_history.heard; next < end; ++next) {
                if (stateOf(static_cast<int>(next)) == CellState::Done && !bodyInMemory(static_cast<int>(next)))
                    ask(static_cast<int>(next));
            }
            return false;
        }
        m_history.add(*answer);
    }
    return true;
}

/// One that was just settled: its body need not be asked for.
void SessionRun::hear(int index, const Cell &settled)
{
    if (!m_history.isNeeded())
        return;
    while (m_history.heard < static_cast<std::size_t>(index) && stateOf(static_cast<int>(m_history.heard)) != CellState::Done)
        ++m_history.heard;
    if (m_history.heard != static_cast<std::size_t>(index))
        return;
    m_history.add(settled);
    ++m_history.heard;
}

/// Where the ledger does not keep anything, memory is the only place that does. Before the start see dropBodies().
void SessionRun::trimBodies()
{
    if (!m_store.toldLoss && m_phase != Phase::Planned)
        m_bodies.trim();
}

QList<int> SessionRun::underWay() const
{
    QList<int> indices;
    for (const auto &[index, generation] : m_running)
        indices += index;
    return indices;
}

void SessionRun::addCost(const CellSummary &summary)
{
    if (summary.state != CellState::Done)
        return;
    const auto variant = static_cast<std::size_t>(summary.key.variantIndex);
    if (variant >= m_costs.size())
        m_costs.resize(variant + 1);
    VariantCost &cost = m_costs[variant];
    const std::optional<Money> known = summary.cost();
    ++(known ? cost.known : cost.unknown);
    cost.sum += known.value_or(Money());
}

VariantCost SessionRun::costOf(int variant) const
{
    const auto index = static_cast<std::size_t>(variant);
    return index < m_costs.size() ? m_costs[index] : VariantCost();
}

} // namespace Tempera
