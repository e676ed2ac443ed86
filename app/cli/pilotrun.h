// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/cell.h"
#include "models/core/ports/engine.h"

#include <QObject>

#include <functional>
#include <memory>
#include <vector>

namespace Tempera {

/// Really asks a sample of a job's requests, a few at a time, to see how long the answers are. Nothing of it is stored. Destroying it
/// cancels what is under way, in silence.
class PilotRun final : public QObject
{
    Q_OBJECT
public:
    /// The answers in the order of the requests, or the first error. Called once, from the event loop.
    using Done = std::function<void(const Result<std::vector<Cell>> &answers)>;

    /// `engine` outlives it. At least one request.
    PilotRun(Engine &engine, const std::vector<GenerationRequest> &requests, Done done);
    void start();

private:
    void askNext();
    void receive(std::size_t number, const GenerationBatch &batch);
    void end();

    Engine &m_engine;
    std::vector<Cell> m_cells;
    std::vector<std::unique_ptr<Generation>> m_generations; ///< They live as long as this: none ends within its own call.
    Done m_done;
    std::size_t m_next = 0;
    std::size_t m_open = 0;
    bool m_isOver = false;
    bool m_isAsking = false;
};

} // namespace Tempera
