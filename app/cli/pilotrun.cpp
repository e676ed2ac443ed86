// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/pilotrun.h"

#include <algorithm>
#include <utility>

namespace Tempera {
namespace {

constexpr std::size_t askedAtOnce = 4;

} // namespace

PilotRun::PilotRun(Engine &engine, const std::vector<GenerationRequest> &requests, Done done)
    : m_engine(engine), m_cells(requests.size()), m_generations(requests.size()), m_done(std::move(done))
{
    for (std::size_t i = 0; i < requests.size(); ++i)
        m_cells[i].request = requests[i];
}

void PilotRun::start()
{
    askNext();
}

void PilotRun::askNext()
{
    if (m_isAsking)
        return;
    m_isAsking = true; // an answer may come while start() still runs
    while (!m_isOver && m_next < m_cells.size() && m_open < askedAtOnce) {
        const std::size_t number = m_next++;
        ++m_open;
        m_generations[number] =
            m_engine.start(m_cells[number].request, [this, number](const GenerationBatch &batch) { receive(number, batch); });
    }
    m_isAsking = false;
}

void PilotRun::receive(std::size_t number, const GenerationBatch &batch)
{
    Cell &cell = m_cells[number];
    if (m_isOver || isFinal(cell.state))
        return;
    for (const GenerationEvent &event : batch)
        cell.apply(event);
    if (!isFinal(cell.state))
        return;
    --m_open;
    if (cell.error || (m_open == 0 && m_next == m_cells.size()))
        end();
    else
        askNext();
}

void PilotRun::end()
{
    m_isOver = true;
    QMetaObject::invokeMethod(
        this,
        [this] {
            const auto failed = std::ranges::find_if(m_cells, [](const Cell &cell) { return cell.error.has_value(); });
            const Done done = std::exchange(m_done, {}); // which may destroy this
            if (failed != m_cells.end())
                done(std::unexpected(*failed->error));
            else
                done(std::exchange(m_cells, {}));
        },
        Qt::QueuedConnection);
}

} // namespace Tempera
