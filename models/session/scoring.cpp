// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/scoring.h"

#include "models/session/preparation.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {

Scoring::Scoring(const SessionContext &context, QObject *parent) : QObject(parent), m_context(context)
{
    m_end.setSingleShot(true);
    connect(&m_end, &QTimer::timeout, this, &Scoring::finishWhenDone);
}

Scoring::~Scoring() = default;

void Scoring::start(std::vector<Cell> cells, int concurrency)
{
    m_end.stop();
    ++m_round;
    for (auto &[index, generation] : m_generations)
        m_retired.add(std::move(generation));
    m_generations.clear();
    m_read.clear();
    m_cells = std::move(cells);
    for (Cell &each : m_cells)
        refuse(each);
    prepareCells(m_cells, m_context);
    m_next = 0;
    m_done = static_cast<int>(std::ranges::count_if(m_cells, [](const Cell &c) { return isFinal(c.state); }));
    m_doneAtStart = m_done;
    m_concurrency = std::max(1, concurrency);
    m_started = m_context.clock->monotonic();
    m_running = true;
    m_pumping = false;
    pump();
    Q_EMIT progressChanged();
    m_end.start(0);
}

/// Only a model whose logits we see can say how likely a given text is.
void Scoring::refuse(Cell &cell) const
{
    if (isFinal(cell.state) || cell.request.endpoint.kind == EndpointKind::Local
        || cell.request.endpoint.kind == EndpointKind::Unknown)
        return;
    cell.state = CellState::Failed;
    Error error;
    error.kind = ErrorKind::Usage;
    error.place = cell.request.endpoint.shownId();
    error.detail = QCoreApplication::translate(
        "Scoring", "Only local models can score a given text; answers of this one come with the most likely tokens at best.");
    cell.error = error;
}

void Scoring::stop()
{
    if (!m_running)
        return;
    for (auto &[index, generation] : m_generations)
        m_retired.add(std::move(generation));
    m_generations.clear();
    m_read.clear();
    m_next = m_cells.size();
    for (std::size_t i = 0; i < m_cells.size(); ++i) {
        if (isFinal(m_cells[i].state))
            continue;
        m_cells[i].state = CellState::Cancelled;
        complete(static_cast<int>(i));
    }
    m_end.start(0);
}

ScoringProgress Scoring::progress() const
{
    ScoringProgress progress;
    progress.done = m_done;
    progress.total = static_cast<int>(m_cells.size());
    double reading = 0;
    for (const auto &[index, share] : m_read)
        reading += share;
    progress.work = progress.total > 0 ? (m_done + reading) / progress.total : 1;
    const double seconds = static_cast<double>((m_context.clock->monotonic() - m_started).count()) / 1e6;
    const double worked = m_done - m_doneAtStart + reading;
    if (!m_running || seconds <= 0 || worked <= 0)
        return progress;
    progress.cellsPerSecond = worked / seconds;
    const double left = (progress.total - m_done - reading) / progress.cellsPerSecond;
    progress.left = std::chrono::microseconds(static_cast<std::int64_t>(left * 1e6));
    return progress;
}

void Scoring::pump()
{
    if (m_pumping)
        return;
    m_pumping = true; // a sink may be called while start() still runs
    const int round = m_round;
    while (round == m_round && m_next < m_cells.size() && static_cast<int>(m_generations.size()) < m_concurrency) {
        const auto index = static_cast<int>(m_next++);
        if (!isFinal(cell(index).state))
            startCell(index);
    }
    if (round == m_round)
        m_pumping = false;
}

void Scoring::startCell(int index)
{
    const int round = m_round;
    m_generations[index] = nullptr;
    cell(index).state = CellState::Queued;
    auto generation = m_context.engine->start(cell(index).request, [this, index, round](const GenerationBatch &batch) {
        if (round == m_round)
            receive(index, batch);
    });
    if (round != m_round || isFinal(cell(index).state))
        m_retired.add(std::move(generation));
    else
        m_generations[index] = std::move(generation);
}

void Scoring::receive(int index, const GenerationBatch &batch)
{
    Cell &changed = cell(index);
    if (isFinal(changed.state))
        return;
    for (const GenerationEvent &event : batch) {
        changed.apply(event);
        if (const auto *read = std::get_if<Event::PromptProgress>(&event); read && read->total > 0)
            m_read[index] = std::clamp(static_cast<double>(read->done) / read->total, 0.0, 1.0);
    }
    if (!isFinal(changed.state)) {
        Q_EMIT progressChanged();
        return;
    }
    if (changed.state == CellState::Done && changed.scores.size() != changed.request.score.size()) {
        changed.state = CellState::Failed;
        changed.error = failure(ErrorKind::Internal, u"the engine gave no probabilities"_s).error();
    }
    const auto it = m_generations.find(index);
    m_retired.add(std::move(it->second));
    m_generations.erase(it);
    m_read.erase(index);
    const int round = m_round;
    complete(index); // who hears of it may start over
    if (round == m_round)
        pump();
}

void Scoring::complete(int index)
{
    ++m_done;
    Q_EMIT cellChanged(index);
    Q_EMIT progressChanged();
    if (m_done == static_cast<int>(m_cells.size()))
        m_end.start(0);
}

void Scoring::finishWhenDone()
{
    if (!m_running || m_done < static_cast<int>(m_cells.size()))
        return;
    m_running = false;
    Q_EMIT progressChanged();
    Q_EMIT finished();
}

} // namespace Tempera
