// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/charts/chartsource.h"

#include "models/charts/distributionchart.h"
#include "models/charts/runschart.h"
#include "models/charts/variantcharts.h"
#include "models/core/ports/background.h"
#include "models/session/session.h"

#include <algorithm>
#include <utility>

using namespace std::chrono_literals;

namespace Tempera {
namespace {

constexpr auto chartPause = 500ms;
constexpr auto bodiesPause = 3000ms; // the ledger has to be asked for all of them

} // namespace

ChartSource::ChartSource(const Session &session, Background *background, QObject *parent)
    : QObject(parent), m_session(session), m_background(background), m_walk(session)
{
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, [this] {
        if (isWorking()) // what is under way comes to its end
            follow();
        else
            start();
    });
    connect(&m_walk, &CellWalk::finished, this, &ChartSource::compute);
    connect(&session, &Session::planned, this, [this] {
        m_isStale = true;
        m_walk.stop(); // its cells are gone
        start();
    });
    connect(&session, &Session::cellsAdded, this, &ChartSource::follow);
    connect(&session, &Session::totalsChanged, this, &ChartSource::follow);
    connect(&session, &Session::finished, this, &ChartSource::follow);
}

void ChartSource::setRequest(const ChartRequest &request)
{
    if (std::exchange(m_request, request) == request)
        return;
    m_isStale = true;
    start();
}

void ChartSource::setActive(bool active)
{
    m_isActive = active;
    if (active && m_isStale)
        start();
}

void ChartSource::follow()
{
    m_isStale = true;
    if (m_isActive && !m_again.isActive())
        m_again.start(m_request.kind == ChartKind::Check ? bodiesPause : chartPause);
}

void ChartSource::start()
{
    m_again.stop();
    if (!m_isActive)
        return;
    m_isStale = false;
    ++m_turn;
    if (m_request.kind == ChartKind::Runs) {
        m_walk.stop();
        listRuns();
        return;
    }
    m_columns.clear();
    m_cells = std::make_shared<ChartCells>();
    m_checks = std::make_shared<CheckTally>();
    CellWalk::Need need;
    if (m_request.kind == ChartKind::Check)
        need = [](const CellSummary &cell) { return isFinal(cell.state) && cell.verdicts > 0; };
    m_walk.start(need, [this](int cell, const Cell *body) { visit(cell, body); });
    if (isWorking())
        Q_EMIT changed();
}

int ChartSource::columnOf(const CellKey &key)
{
    const GridColumn column{key.promptIndex, key.variantIndex};
    const auto found = std::ranges::find(m_columns, column); // few: prompts × variants
    if (found != m_columns.end())
        return static_cast<int>(found - m_columns.begin());
    m_columns.push_back(column);
    return static_cast<int>(m_columns.size()) - 1;
}

void ChartSource::visit(int cell, const Cell *body)
{
    const CellSummary summary = m_session.summary(cell);
    if (!isFinal(summary.state))
        return;
    const int column = columnOf(summary.key);
    if (m_request.kind != ChartKind::Check)
        m_cells->cells.push_back(chartCell(summary, column));
    else if (body && body->grade)
        m_checks->add(*body->grade, summary.key.caseIndex, column);
}

void ChartSource::compute()
{
    m_cells->columns = chartColumns(m_session.experiment(), m_columns);
    const auto made = std::make_shared<ChartData>();
    const auto work = [made, request = m_request, experiment = m_session.experiment(), cells = std::move(m_cells),
                       checks = std::move(m_checks)] { *made = makeChart(request, experiment, *cells, *checks); };
    ++m_computing;
    const auto done = [this, made, turn = m_turn] {
        --m_computing;
        if (turn == m_turn)
            m_chart = std::move(*made);
        Q_EMIT changed();
    };
    if (m_background) {
        m_background->run(work, this, done);
        return;
    }
    work();
    done();
}

void ChartSource::listRuns()
{
    constexpr int runsLookedAt = 1000; // of all experiments
    const auto done = [this, turn = m_turn](const Result<QList<RunSummary>> &runs) {
        m_isListing = false;
        if (turn == m_turn) {
            m_chart = runsChart(runs.value_or(QList<RunSummary>()), m_session.record());
            if (!runs)
                m_chart.empty = errorMessage(runs.error());
        }
        Q_EMIT changed();
    };
    if (!m_store) {
        done(QList<RunSummary>());
        return;
    }
    m_isListing = true;
    Q_EMIT changed();
    m_store->listRuns(runsLookedAt, this, done);
}

ChartData makeChart(const ChartRequest &request, const Experiment &experiment, const ChartCells &cells, const CheckTally &checks)
{
    switch (request.kind) {
    case ChartKind::PassRate: return passRateChart(cells);
    case ChartKind::CostQuality: return costQualityChart(cells);
    case ChartKind::Latency: return distributionChart(cells, ChartMeasure::Seconds);
    case ChartKind::FirstToken: return distributionChart(cells, ChartMeasure::FirstToken);
    case ChartKind::Score: return distributionChart(cells, ChartMeasure::Score);
    case ChartKind::Check: return checkChart(cells.columns, checks);
    case ChartKind::Slice:
    case ChartKind::Runs: break;
    }
    return sliceChart(cells, chartSlices(experiment, cells, request.slice), request.slice.variable);
}

} // namespace Tempera
