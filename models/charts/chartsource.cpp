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
    : QObject(parent),
      m_session(session),
      m_background(background),
      m_follower(session, [this] { return isWorking(); }),
      m_walk(session),
      m_answers(session, background)
{
    m_follower.setPause(chartPause);
    connect(&m_follower, &SessionFollower::replanned, &m_walk, &CellWalk::stop);
    connect(&m_follower, &SessionFollower::replanned, &m_answers, &AnswerWalk::stop);
    connect(&m_answers, &AnswerWalk::finished, this, [this] {
        m_chart = m_transformed->chart(chartColumns(m_session.experiment(), m_answers.columns()));
        m_transformed.reset();
        Q_EMIT changed();
    });
    connect(&m_follower, &SessionFollower::due, this, &ChartSource::start);
    connect(&m_walk, &CellWalk::finished, this, &ChartSource::compute);
}

void ChartSource::setRequest(const ChartRequest &request)
{
    if (std::exchange(m_request, request) == request)
        return;
    const bool readsBodies = request.kind == ChartKind::Check || request.kind == ChartKind::Transformation;
    m_follower.setPause(readsBodies ? bodiesPause : chartPause);
    m_follower.restart();
}

void ChartSource::start()
{
    ++m_turn;
    m_walk.stop();
    m_answers.stop();
    if (m_request.kind == ChartKind::Runs) {
        listRuns();
        return;
    }
    if (m_request.kind == ChartKind::Transformation) {
        startTransformation();
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

void ChartSource::startTransformation()
{
    m_transformed = std::make_shared<TransformTally>(m_session.experiment());
    m_answers.start([](const CellSummary &) { return true; },
                    [tally = m_transformed](const std::vector<WalkedAnswer> &answers) { tally->look(answers); });
    if (isWorking())
        Q_EMIT changed();
}

void ChartSource::visit(int cell, const Cell *body)
{
    const CellSummary summary = m_session.summary(cell);
    if (!isFinal(summary.state) || summary.state == CellState::NotNeeded)
        return;
    const int column = chartColumnOf(m_columns, summary.key);
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
    case ChartKind::Transformation:
    case ChartKind::Runs: break;
    }
    return sliceChart(cells, chartSlices(experiment, cells, request.slice), request.slice.variable);
}

} // namespace Tempera
