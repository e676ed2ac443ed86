// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/charts/answerwalk.h"
#include "models/charts/groupcharts.h"
#include "models/charts/sessionfollower.h"
#include "models/charts/transformchart.h"

#include <memory>

namespace Tempera {

class Background;
class RunStore;

enum class ChartKind {
    PassRate,
    CostQuality,
    Latency,
    FirstToken,
    Score,
    Check,
    Slice,
    Transformation, ///< What answers keep from their inputs.
    Runs,           ///< Of the ledger, beside the one that is shown.
};

/// What is to be seen.
struct ChartRequest {
    ChartKind kind = ChartKind::PassRate;
    SliceBy slice = {}; ///< Of a Slice.

    bool operator==(const ChartRequest &) const = default;
};

/// One chart of a session's cells that follows them: it is made anew, a while after they changed. What it takes from the cells is
/// copied a few milliseconds at a time, and computed in the background.
class ChartSource final : public QObject
{
    Q_OBJECT
public:
    /// `background` outlives it; null = it is computed at once.
    ChartSource(const Session &session, Background *background, QObject *parent = nullptr);

    /// Where the earlier runs are; outlives it. Without it there are none.
    void setRunStore(RunStore *store) { m_store = store; }
    void setRequest(const ChartRequest &request);
    [[nodiscard]] const ChartRequest &request() const { return m_request; }
    /// Nobody looks: nothing is made until somebody does.
    void setActive(bool active) { m_follower.setActive(active); }
    /// The last one that was made; of another request while isWorking().
    [[nodiscard]] const ChartData &chart() const { return m_chart; }
    [[nodiscard]] bool isWorking() const { return m_walk.isRunning() || m_answers.isRunning() || m_computing > 0 || m_isListing; }

Q_SIGNALS:
    void changed(); ///< chart(), isWorking()

private:
    void start();
    void visit(int cell, const Cell *body);
    void compute();
    void startTransformation();
    void listRuns();

    const Session &m_session;
    Background *m_background = nullptr;
    RunStore *m_store = nullptr;
    bool m_isListing = false; ///< The ledger is asked for its runs.
    ChartRequest m_request;
    SessionFollower m_follower;
    CellWalk m_walk;
    AnswerWalk m_answers;                          ///< Of a Transformation.
    std::shared_ptr<TransformTally> m_transformed; ///< Belongs to its works until it is over.
    std::vector<GridColumn> m_columns;             ///< As they are met.
    std::shared_ptr<ChartCells> m_cells;
    std::shared_ptr<CheckTally> m_checks;
    int m_computing = 0; ///< Works in the background.
    quint64 m_turn = 0;  ///< Tells the last one from those that were given up.
    ChartData m_chart;
};

/// The chart of a request, but for Transformation and Runs, which come from elsewhere. `checks` are of the same columns. Pure,
/// any thread.
[[nodiscard]] ChartData makeChart(const ChartRequest &request, const Experiment &experiment, const ChartCells &cells,
                                  const CheckTally &checks);

} // namespace Tempera
