// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/compare/gridsearch.h"

#include "models/session/session.h"

#include <algorithm>
#include <chrono>
#include <limits>
#include <utility>

namespace Tempera {
namespace {

constexpr std::chrono::milliseconds sliceTime{5};
/// Rows whose bodies are asked for together.
constexpr int rowsAhead = 32;
/// After so many arrivals of other bodies than the one that is needed, it is taken for lost.
constexpr int mostArrivals = 4;

std::optional<double> gridSeconds(const std::optional<std::chrono::microseconds> &time)
{
    return time ? std::optional(static_cast<double>(time->count()) / 1e6) : std::nullopt;
}

std::optional<double> gridCount(const std::optional<std::int64_t> &count)
{
    return count ? std::optional(static_cast<double>(*count)) : std::nullopt;
}

std::optional<double> gridDollars(const std::optional<Money> &cost)
{
    return cost ? std::optional(cost->dollars()) : std::nullopt;
}

} // namespace

std::optional<double> gridNumber(GridMeasure measure, const CellTable &cells, int cell, const ComparedCell &baseline)
{
    const auto index = static_cast<std::size_t>(cell);
    switch (measure) {
    case GridMeasure::Score: return isEvaluated(cells, index) ? std::optional(cells.score(index)) : std::nullopt;
    case GridMeasure::Delta: return scoreDelta(cells, index, baseline);
    case GridMeasure::Tokens: return gridCount(cells.outputTokens(index));
    case GridMeasure::Cost: return gridDollars(cells.cost(index));
    case GridMeasure::Latency: return gridSeconds(cells.total(index));
    case GridMeasure::FirstToken: return gridSeconds(cells.firstToken(index));
    case GridMeasure::Speed: return cells.tokensPerSecond(index);
    }
    return std::nullopt;
}

GridSearch::GridSearch(const Session &session, QObject *parent) : QObject(parent), m_session(session)
{
    m_next.setSingleShot(true);
    m_next.setInterval(0);
    connect(&m_next, &QTimer::timeout, this, &GridSearch::work);
    connect(&session, &Session::cellsChanged, this, &GridSearch::cellsChanged);
}

void GridSearch::start(const GridCells &cells, const FilterExpression &filter, const GridOrder &order)
{
    m_cells = &cells;
    m_filter = filter;
    m_order = order;
    m_nodes = filter.root ? QList<FilterNode>{*filter.root} : QList<FilterNode>();
    m_rows.clear();
    m_sorting.clear();
    m_alone.clear();
    m_trouble = {};
    m_memory = {};
    m_waited = -1;
    m_arrivals = 0;
    m_row = 0;
    m_looked = 0;
    m_phase = Phase::Filter;
    m_begin = Clock::now();
    m_matching.assign(filter.root ? m_session.summaries().size() : 0, false);
    work();
}

void GridSearch::setBaseline(const OtherRun &baseline)
{
    if (m_baseline.answers)
        disconnect(m_baseline.answers.get(), nullptr, this, nullptr);
    m_baseline = baseline;
    if (baseline.answers)
        connect(baseline.answers.get(), &BaselineAnswers::arrived, this, [this] { cellsChanged(m_waited, m_waited); });
}

bool GridSearch::grow()
{
    if (m_phase != Phase::Filter)
        return false;
    if (m_filter.root)
        m_matching.resize(m_session.summaries().size(), false);
    return true;
}

void GridSearch::stop()
{
    if (m_phase == Phase::Over)
        return;
    m_phase = Phase::Over;
    m_end = Clock::now();
    m_next.stop();
}

double GridSearch::progress() const
{
    return !m_cells || m_cells->rows() == 0 ? 1 : static_cast<double>(m_row) / m_cells->rows();
}

std::chrono::milliseconds GridSearch::duration() const
{
    const Clock::time_point end = isRunning() ? Clock::now() : m_end;
    return std::chrono::duration_cast<std::chrono::milliseconds>(end - m_begin);
}

bool GridSearch::comesInPieces() const
{
    return m_filter.root && (m_order == GridOrder() || needsBodies(*m_filter.root));
}

bool GridSearch::matches(int cell) const
{
    const auto index = static_cast<std::size_t>(cell);
    if (!m_filter.root || index >= m_matching.size() || m_matching[index])
        return true;
    return m_cells->rowOf(m_session.summaries().key(index).caseIndex) >= m_looked;
}

void GridSearch::work()
{
    const Clock::time_point end = Clock::now() + sliceTime;
    while (m_phase != Phase::Over) {
        if (m_phase == Phase::Sort) {
            if (m_sorting.step())
                return finish();
        } else if (m_row == m_cells->rows()) {
            endPhase();
        } else if (takeRow()) {
            ++m_row;
        } else {
            askAhead();
            Q_EMIT progressed();
            return; // cellsChanged() goes on
        }
        if (m_phase != Phase::Over && Clock::now() > end) {
            m_next.start();
            Q_EMIT progressed();
            return;
        }
    }
}

void GridSearch::cellsChanged(int first, int last)
{
    if (m_phase == Phase::Over || m_waited < 0 || m_waited < first || m_waited > last)
        return;
    ++m_arrivals;
    work(); // now: the memory of bodies may be too small to keep them until later
}

/// False: a body has to come first.
bool GridSearch::takeRow()
{
    if (m_nodes.isEmpty()) {
        leaveRow();
        m_looked = m_row + 1;
        return true;
    }
    std::vector<bool> found(static_cast<std::size_t>(m_nodes.size()), false);
    for (int column = 0; column < m_cells->columns(); ++column) {
        for (int cell = m_cells->first(m_row, column); cell >= 0; cell = m_cells->next(cell)) {
            if (!lookAt(cell, found))
                return false;
        }
    }
    if (m_phase == Phase::Filter) {
        if (found.front())
            leaveRow();
        m_looked = m_row + 1;
        return true;
    }
    for (qsizetype i = 0; i < m_nodes.size(); ++i)
        m_alone[i] = *m_alone.at(i) + (found[static_cast<std::size_t>(i)] ? 1 : 0);
    return true;
}

void GridSearch::leaveRow()
{
    m_rows.push_back(m_row);
    if (m_order.by != GridOrder::By::Case)
        m_sorting.add(sortKey(m_row), m_row);
}

bool GridSearch::lookAt(int cell, std::vector<bool> &found)
{
    const GridSubject subject(m_session, *m_cells, m_baseline, cell, m_memory);
    for (qsizetype i = 0; i < m_nodes.size(); ++i) {
        const FilterMatch match = filterMatch(m_nodes.at(i), subject, m_trouble);
        if (match == FilterMatch::NeedsBody) {
            const int needed = m_session.bodyInMemory(cell) || subject.baselineCell() < 0 ? cell : subject.baselineCell();
            if (std::exchange(m_waited, needed) != needed)
                m_arrivals = 0;
            if (m_arrivals < mostArrivals)
                return false;
        }
        if (match == FilterMatch::Yes) {
            found[static_cast<std::size_t>(i)] = true;
            if (m_phase == Phase::Filter)
                m_matching[static_cast<std::size_t>(cell)] = true;
        }
    }
    return true;
}

/// What the next rows need comes with the same page.
void GridSearch::askAhead()
{
    FilterTrouble unused;
    for (int row = m_row; row < std::min(m_row + rowsAhead, m_cells->rows()); ++row) {
        for (int column = 0; column < m_cells->columns(); ++column) {
            for (int cell = m_cells->first(row, column); cell >= 0; cell = m_cells->next(cell)) {
                const GridSubject subject(m_session, *m_cells, m_baseline, cell, m_memory);
                for (const FilterNode &node : std::as_const(m_nodes))
                    static_cast<void>(filterMatch(node, subject, unused));
            }
        }
    }
}

void GridSearch::endPhase()
{
    const QList<FilterNode> parts = m_filter.parts();
    if (m_phase == Phase::Filter && m_rows.empty() && m_cells->rows() > 0 && parts.size() > 1) {
        m_phase = Phase::Explain;
        m_nodes = parts;
        m_alone.fill(0, parts.size());
        m_row = 0;
    } else if (m_phase == Phase::Filter && m_order.by != GridOrder::By::Case) {
        m_phase = Phase::Sort;
    } else {
        finish();
    }
}

void GridSearch::finish()
{
    if (m_phase == Phase::Sort)
        m_rows = m_sorting.take();
    else if (m_order.descending)
        std::ranges::reverse(m_rows);
    m_phase = Phase::Over;
    m_end = Clock::now();
    Q_EMIT finished();
}

/// Of a cell of the session.
std::optional<double> GridSearch::numberOf(GridMeasure measure, int cell) const
{
    const bool isCompared = measure == GridMeasure::Delta;
    return gridNumber(measure, m_session.summaries(), cell,
                      isCompared ? comparedCell(m_session, *m_cells, m_baseline, cell) : ComparedCell());
}

/// Of the column that is sorted by.
std::optional<double> GridSearch::sortedNumber(int row) const
{
    if (m_order.column >= m_cells->columns())
        return std::nullopt;
    if (m_order.column >= 0) {
        const int cell = m_cells->first(row, m_order.column);
        return cell < 0 ? std::nullopt : numberOf(m_order.measure, cell);
    }
    const BaselineTable *other = m_baseline.table.get();
    const int cell = other ? other->first(m_cells->caseAt(row), other->columns() + m_order.column) : -1;
    return cell < 0 ? std::nullopt : gridNumber(m_order.measure, other->run().cells, cell, {});
}

/// The smaller, the earlier.
double GridSearch::sortKey(int row) const
{
    constexpr double last = std::numeric_limits<double>::infinity();
    if (m_order.by == GridOrder::By::Measure) {
        const std::optional<double> number = sortedNumber(row);
        return number ? (m_order.descending ? -*number : *number) : last;
    }
    double lowest = last;
    double highest = -last;
    const GridMeasure measure = m_order.by == GridOrder::By::Regression ? GridMeasure::Delta : GridMeasure::Score;
    for (int column = 0; column < m_cells->columns(); ++column) {
        for (int cell = m_cells->first(row, column); cell >= 0; cell = m_cells->next(cell)) {
            const std::optional<double> number = numberOf(measure, cell);
            lowest = std::min(lowest, number.value_or(lowest));
            highest = std::max(highest, number.value_or(highest));
        }
    }
    if (m_order.by == GridOrder::By::Regression || lowest > highest)
        return lowest;
    return lowest - highest;
}

} // namespace Tempera
