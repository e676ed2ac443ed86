// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/compare/filtermatching.h"
#include "models/compare/gridcells.h"

#include <QObject>
#include <QTimer>

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
[[nodiscard]] std::optional<double> gridNumber(GridMeasure measure, const CellSummary &cell, const CellSummary *baseline);

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
    void stop();
    [[nodiscard]] bool isRunning() const { return m_phase != Phase::Over; }
    /// Rows looked at so far.
    [[nodiscard]] int looked() const { return m_row; }

    /// Valid after finished(), until the next start.
    [[nodiscard]] const std::vector<int> &rows() const { return m_rows; }
    /// Whether this cell matches; true for all where there is no filter.
    [[nodiscard]] bool matches(int cell) const;
    /// Of a filter that leaves nothing: the rows that each of its parts leaves alone.
    [[nodiscard]] const QList<std::optional<int>> &alone() const { return m_alone; }
    [[nodiscard]] const FilterTrouble &trouble() const { return m_trouble; }

Q_SIGNALS:
    void finished();
    void progressed(); ///< looked()

private:
    enum class Phase { Filter, Explain, Over };
    void work();
    void cellsChanged(int first, int last);
    [[nodiscard]] bool takeRow();
    [[nodiscard]] bool lookAt(int cell, std::vector<bool> &found);
    void askAhead();
    void endPhase();
    void sortRows();
    [[nodiscard]] double sortKey(int row) const;

    const Session &m_session;
    const GridCells *m_cells = nullptr;
    FilterExpression m_filter;
    QList<FilterNode> m_nodes; ///< What each cell is asked: the filter, or its parts.
    GridOrder m_order;
    QTimer m_next;
    Phase m_phase = Phase::Over;
    int m_row = 0;
    int m_waited = -1;  ///< Cell whose body is awaited.
    int m_arrivals = 0; ///< How often it is said to have come.
    std::vector<int> m_rows;
    std::vector<bool> m_matching; ///< By cell.
    QList<std::optional<int>> m_alone;
    FilterTrouble m_trouble;
};

/// A cell of the grid as a filter sees it.
class GridSubject final : public FilterSubject
{
public:
    GridSubject(const Session &session, const GridCells &cells, int cell);
    [[nodiscard]] const CellSummary &summary() const override;
    [[nodiscard]] const CellSummary *baseline() const override;
    [[nodiscard]] QString name(FilterField field) const override;
    [[nodiscard]] bool disagrees() const override;
    [[nodiscard]] bool isOutdated() const override;
    [[nodiscard]] const Rating *rating() const override;
    [[nodiscard]] const Cell *body() const override;
    [[nodiscard]] const Cell *baselineBody() const override;
    /// Index of the baseline's cell; −1: none.
    [[nodiscard]] int baselineCell() const { return m_baseline; }

private:
    const Session &m_session;
    const GridCells &m_cells;
    int m_cell = 0;
    int m_baseline = -1;
};

} // namespace Tempera
