// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/compare/gridsubject.h"
#include "models/compare/rowsorting.h"

#include <QObject>
#include <QTimer>

#include <chrono>

namespace Tempera {

class Session;

/// A number of a cell.
enum class GridMeasure { Score, Delta, Tokens, Cost, Latency, FirstToken, Speed };

/// How the rows of the grid follow each other.
struct GridOrder {
    enum class By {
        Case,
        Measure,      ///< Of a column; cells without it come last, whichever the direction.
        Regression,   ///< What lost most against the baseline comes first.
        Disagreement, ///< The widest range of scores within a case comes first.
    };
    By by = By::Case;
    int column = 0;
    GridMeasure measure = GridMeasure::Score;
    bool descending = false;

    bool operator==(const GridOrder &) const = default;
};

/// The number of a cell in a unit of its own; nothing where it is not known.
[[nodiscard]] std::optional<double> gridNumber(GridMeasure measure, const CellTable &cells, int cell,
                                               const ComparedCell &baseline);

/// Finds the rows of the grid that a filter leaves, and puts them in order, a slice at a time: the thread is not held for longer
/// than a few milliseconds. Where the filter needs bodies, it waits for the ledger to bring them, page by page. A row is
/// left where at least one of its cells matches.
class GridSearch final : public QObject
{
    Q_OBJECT
public:
    explicit GridSearch(const Session &session, QObject *parent = nullptr);

    /// A running search is given up. What can be done at once is: finished() may come before the call returns. `cells` outlives
    /// the search.
    void start(const GridCells &cells, const FilterExpression &filter, const GridOrder &order);
    /// Another run that cells are compared with, from the next start on; its columns are those before 0 in an order (−1 is the
    /// last of them).
    void setBaseline(const OtherRun &baseline);
    /// The grid has more cells, below: a search that has not come to them takes them in. False: it has to be started again.
    [[nodiscard]] bool grow();
    /// Ends it without finished(); what was found remains.
    void stop();
    [[nodiscard]] bool isRunning() const { return m_phase != Phase::Over; }
    /// Share of the rows that were looked at, 0…1.
    [[nodiscard]] double progress() const;
    /// How long it has been running, or ran.
    [[nodiscard]] std::chrono::milliseconds duration() const;
    /// Whether what was found can be shown before the end: the filter leaves some rows out, and they come in the order in which
    /// they are to be shown, or it will take long.
    [[nodiscard]] bool comesInPieces() const;

    /// Before the end, and after a stop: what was found so far, in the order of the cases.
    [[nodiscard]] const std::vector<int> &rows() const { return m_rows; }
    /// Whether this cell matches; true for all where there is no filter, and for those that were not looked at yet.
    [[nodiscard]] bool matches(int cell) const;
    /// Of a filter that leaves nothing: the rows that each of its parts leaves alone.
    [[nodiscard]] const QList<std::optional<int>> &alone() const { return m_alone; }
    [[nodiscard]] const FilterTrouble &trouble() const { return m_trouble; }

Q_SIGNALS:
    void finished();
    void progressed(); ///< progress(), rows(): after each slice.

private:
    using Clock = std::chrono::steady_clock;
    enum class Phase { Filter, Explain, Sort, Over };
    void work();
    void cellsChanged(int first, int last);
    [[nodiscard]] bool takeRow();
    [[nodiscard]] bool lookAt(int cell, std::vector<bool> &found);
    void leaveRow();
    void askAhead();
    void endPhase();
    void finish();
    [[nodiscard]] double sortKey(int row) const;
    [[nodiscard]] std::optional<double> sortedNumber(int row) const;
    [[nodiscard]] std::optional<double> numberOf(GridMeasure measure, int cell) const;

    const Session &m_session;
    const GridCells *m_cells = nullptr;
    OtherRun m_baseline;
    FilterExpression m_filter;
    QList<FilterNode> m_nodes; ///< What each cell is asked: the filter, or its parts.
    GridOrder m_order;
    QTimer m_next;
    Phase m_phase = Phase::Over;
    int m_row = 0;
    int m_looked = 0;   ///< Rows that the filter has been applied to.
    int m_waited = -1;  ///< Cell whose body is awaited.
    int m_arrivals = 0; ///< How often it is said to have come.
    std::vector<int> m_rows;
    RowSorting m_sorting;
    std::vector<bool> m_matching; ///< By cell.
    GridCaseMemory m_memory;
    QList<std::optional<int>> m_alone;
    FilterTrouble m_trouble;
    Clock::time_point m_begin;
    Clock::time_point m_end;
};

} // namespace Tempera
