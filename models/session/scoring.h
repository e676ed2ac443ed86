// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/session/retiredgenerations.h"
#include "models/session/session.h"

#include <QTimer>

#include <chrono>
#include <optional>
#include <unordered_map>

namespace Tempera {

/// How far scoring has come.
struct ScoringProgress {
    bool isPreparing = false; ///< Prompts are being rendered; nothing is asked yet, and only `work` is known.
    int done = 0;             ///< Cells that are final.
    int total = 0;
    double work = 0;           ///< Share of all work that is done, in [0, 1]; counts the read part of prompts too.
    double cellsPerSecond = 0; ///< 0 = not known yet.
    std::optional<std::chrono::microseconds> left = {}; ///< Nothing = not known yet.
};

/// Asks for the probabilities of texts under prompts (requests with texts to score). Nothing is written and nothing
/// goes to the ledger. Lives on the thread that made it; every signal comes there. Destroying it cancels what runs.
class Scoring final : public QObject
{
    Q_OBJECT
public:
    explicit Scoring(const SessionContext &context, QObject *parent = nullptr);
    ~Scoring() override;

    /// Scores the cells' requests, `concurrency` at once; what ran before is cancelled without a word. Cells that no
    /// local model can answer fail at once with the reason; finished() never comes from within start().
    void start(std::vector<Cell> cells, int concurrency = 8);
    /// Cells that are not final become Cancelled; finished() follows.
    void stop();

    [[nodiscard]] bool isRunning() const { return m_running; }
    /// The last start()'s cells; Cell::scores holds what came.
    [[nodiscard]] const std::vector<Cell> &cells() const { return m_cells; }
    [[nodiscard]] ScoringProgress progress() const;

Q_SIGNALS:
    void cellChanged(int index);
    void progressChanged();
    void finished(); ///< Every cell is final.

private:
    [[nodiscard]] Cell &cell(int index) { return m_cells[static_cast<std::size_t>(index)]; }
    void refuse(Cell &cell) const;
    void pump();
    void startCell(int index);
    void receive(int index, const GenerationBatch &batch);
    void complete(int index);
    void finishWhenDone();

    SessionContext m_context;
    std::vector<Cell> m_cells;
    std::unordered_map<int, std::unique_ptr<Generation>> m_generations;
    std::unordered_map<int, double> m_read; ///< Share of the prompt that is read, of cells under way.
    RetiredGenerations m_retired;
    QTimer m_end;
    std::chrono::microseconds m_started{0};
    std::size_t m_next = 0;
    int m_done = 0;
    int m_doneAtStart = 0; ///< Final before anything was asked for; they say nothing of the rate.
    int m_concurrency = 1;
    int m_round = 0; ///< Counts starts; what an earlier one asked for is not heard any more.
    bool m_running = false;
    bool m_pumping = false;
};

} // namespace Tempera
