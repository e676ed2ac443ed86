// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/compare/gridsearch.h"

#include "models/experiment/titles.h"
#include "models/judging/runjudgements.h"
#include "models/session/session.h"

#include <algorithm>
#include <chrono>
#include <limits>
#include <numeric>
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

} // namespace

std::optional<double> gridNumber(GridMeasure measure, const CellSummary &cell, const CellSummary *baseline)
{
    switch (measure) {
    case GridMeasure::Score: return isEvaluated(cell) ? std::optional(cell.score) : std::nullopt;
    case GridMeasure::Delta: return scoreDelta(cell, baseline);
    case GridMeasure::Tokens:
        return cell.outputTokens.value() ? std::optional(static_cast<double>(*cell.outputTokens.value())) : std::nullopt;
    case GridMeasure::Cost: return cell.cost() ? std::optional(cell.cost()->dollars()) : std::nullopt;
    case GridMeasure::Latency: return gridSeconds(cell.total());
    case GridMeasure::FirstToken: return gridSeconds(cell.firstToken());
    case GridMeasure::Speed: return cell.tokensPerSecond.value();
    }
    return std::nullopt;
}

GridSubject::GridSubject(const Session &session, const GridCells &cells, int cell)
    : m_session(session), m_cells(cells), m_cell(cell), m_baseline(cells.baselineOf(session.summaries(), cell))
{
}

const CellSummary &GridSubject::summary() const
{
    return m_session.summary(m_cell);
}

const CellSummary *GridSubject::baseline() const
{
    return m_baseline < 0 ? nullptr : &m_session.summary(m_baseline);
}

QString GridSubject::name(FilterField field) const
{
    const Experiment &experiment = m_session.experiment();
    const CellKey &key = summary().key;
    const bool hasVariant = key.variantIndex < experiment.variants.size();
    switch (field) {
    case FilterField::Case: return caseTitle(experiment, key.caseIndex);
    case FilterField::Prompt: return promptTitle(experiment, key.promptIndex);
    case FilterField::Variant: return hasVariant ? experiment.variants.at(key.variantIndex).title() : QString();
    case FilterField::Model: return hasVariant ? experiment.variants.at(key.variantIndex).endpoint.model : QString();
    default: return {};
    }
}

bool GridSubject::disagrees() const
{
    bool passed = false;
    bool failed = false;
    const int row = m_cells.rowOf(summary().key.caseIndex);
    for (int column = 0; column < m_cells.columns(); ++column) {
        for (int cell = m_cells.first(row, column); cell >= 0; cell = m_cells.next(cell)) {
            const CellSummary &each = m_session.summary(cell);
            passed = passed || (isEvaluated(each) && each.outcome == Outcome::Pass);
            failed = failed || (isEvaluated(each) && each.outcome != Outcome::Pass);
        }
    }
    return passed && failed;
}

bool GridSubject::isOutdated() const
{
    return m_session.isOutdated(m_cell);
}

const Rating *GridSubject::rating() const
{
    const RunJudgements &judgements = m_session.judgements();
    return judgements.hasRatings() ? judgements.ratingOf(m_session.originOf(m_cell)) : nullptr;
}

const Cell *GridSubject::body() const
{
    return m_session.body(m_cell);
}

const Cell *GridSubject::baselineBody() const
{
    return m_baseline < 0 ? nullptr : m_session.body(m_baseline);
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
    m_alone.clear();
    m_trouble = {};
    m_waited = -1;
    m_arrivals = 0;
    m_row = 0;
    m_phase = Phase::Filter;
    m_matching.assign(filter.root ? m_session.summaries().size() : 0, false);
    work();
}

void GridSearch::stop()
{
    m_phase = Phase::Over;
    m_next.stop();
}

bool GridSearch::matches(int cell) const
{
    const auto index = static_cast<std::size_t>(cell);
    return !m_filter.root || (index < m_matching.size() && m_matching[index]);
}

void GridSearch::work()
{
    const auto end = std::chrono::steady_clock::now() + sliceTime;
    while (m_phase != Phase::Over && m_row < m_cells->rows()) {
        if (!takeRow()) {
            askAhead();
            Q_EMIT progressed();
            return; // cellsChanged() goes on
        }
        ++m_row;
        if (m_row % 64 == 0 && std::chrono::steady_clock::now() > end) {
            m_next.start();
            Q_EMIT progressed();
            return;
        }
    }
    if (m_phase != Phase::Over)
        endPhase();
}

void GridSearch::cellsChanged(int first, int last)
{
    if (m_phase == Phase::Over || m_waited < first || m_waited > last)
        return;
    ++m_arrivals;
    work(); // now: the memory of bodies may be too small to keep them until later
}

/// False: a body has to come first.
bool GridSearch::takeRow()
{
    std::vector<bool> found(static_cast<std::size_t>(m_nodes.size()), false);
    for (int column = 0; column < m_cells->columns(); ++column) {
        for (int cell = m_cells->first(m_row, column); cell >= 0; cell = m_cells->next(cell)) {
            if (!lookAt(cell, found))
                return false;
        }
    }
    if (m_phase == Phase::Filter) {
        if (m_nodes.isEmpty() || found.front())
            m_rows.push_back(m_row);
        return true;
    }
    for (qsizetype i = 0; i < m_nodes.size(); ++i)
        m_alone[i] = *m_alone.at(i) + (found[static_cast<std::size_t>(i)] ? 1 : 0);
    return true;
}

bool GridSearch::lookAt(int cell, std::vector<bool> &found)
{
    const GridSubject subject(m_session, *m_cells, cell);
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
                const GridSubject subject(m_session, *m_cells, cell);
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
        m_next.start();
        return;
    }
    m_phase = Phase::Over;
    sortRows();
    Q_EMIT finished();
}

/// The smaller, the earlier.
double GridSearch::sortKey(int row) const
{
    constexpr double last = std::numeric_limits<double>::infinity();
    const auto baselineOf = [this](int cell) {
        const int baseline = m_cells->baselineOf(m_session.summaries(), cell);
        return baseline < 0 ? nullptr : &m_session.summary(baseline);
    };
    if (m_order.by == GridOrder::By::Measure) {
        const int cell = m_order.column < m_cells->columns() ? m_cells->first(row, m_order.column) : -1;
        const std::optional<double> number =
            cell < 0 ? std::nullopt : gridNumber(m_order.measure, m_session.summary(cell), baselineOf(cell));
        return number ? (m_order.descending ? -*number : *number) : last;
    }
    double lowest = last;
    double highest = -last;
    const GridMeasure measure = m_order.by == GridOrder::By::Regression ? GridMeasure::Delta : GridMeasure::Score;
    for (int column = 0; column < m_cells->columns(); ++column) {
        for (int cell = m_cells->first(row, column); cell >= 0; cell = m_cells->next(cell)) {
            const std::optional<double> number = gridNumber(measure, m_session.summary(cell), baselineOf(cell));
            lowest = std::min(lowest, number.value_or(lowest));
            highest = std::max(highest, number.value_or(highest));
        }
    }
    if (m_order.by == GridOrder::By::Regression || lowest > highest)
        return lowest;
    return lowest - highest;
}

void GridSearch::sortRows()
{
    if (m_order.by == GridOrder::By::Case) {
        if (m_order.descending)
            std::ranges::reverse(m_rows);
        return;
    }
    std::vector<std::pair<double, int>> keyed;
    keyed.reserve(m_rows.size());
    for (const int row : m_rows)
        keyed.emplace_back(sortKey(row), row);
    std::ranges::sort(keyed);
    std::ranges::transform(keyed, m_rows.begin(), &std::pair<double, int>::second);
}

} // namespace Tempera
