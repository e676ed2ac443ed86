// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/compare/filtercompletion.h"
#include "models/compare/gridfigures.h"
#include "models/compare/gridsearch.h"
#include "models/session/session.h"

#include <QAbstractTableModel>

#include <chrono>

namespace Tempera {

/// The cells of a run as a grid: cases down, prompts × variants across, the baseline's columns first; where another run or a file
/// is the baseline, what stands there are its columns, whose cells are none of the session's. It keeps indices and repeats what
/// the session says; answers are asked of it when they are looked at. Of repeats it shows the first that the
/// filter leaves. The case of a row is its vertical head, the figures of a column its horizontal one.
class GridModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Roles {
        CellRole = Qt::UserRole + 1, ///< Index in the session; −1: nothing was planned there.
        StateRole,                   ///< int of CellState.
        OutcomeRole,                 ///< int of Outcome, of the one that stands for all repeats: the worst; invalid: none.
        VerdictRole,                 ///< "✓", or "✗ 1/3" where there are repeats; "⚠" for an error.
        ScoreRole,                   ///< double; invalid: not evaluated.
        DeltaRole,                   ///< double, against the baseline; invalid: unknown.
        HeadRole,                    ///< Beginning of the answer, or why there is none; "…" until it comes.
        FiguresRole,                 ///< Score, difference, tokens, cost, time in one line.
        VariantRole,                 ///< Of a horizontal head: int, index of its variant in the experiment that ran;
                                     ///< invalid: it has no colour of its own.
        MatchesRole,                 ///< False: the row is there for another of its cells.
        RatingRole,                  ///< What a person said of the answer, see ratingSign(); empty: nobody did.
    };

    explicit GridModel(const Session &session, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    void setFilter(const FilterExpression &filter);
    [[nodiscard]] const FilterExpression &filter() const { return m_filter; }
    void setOrder(const GridOrder &order);
    [[nodiscard]] const GridOrder &order() const { return m_order; }
    /// A variant of the experiment that ran; −1 = none is.
    void setBaseline(int variant);
    /// Another run is the baseline. Without a table none is.
    void setBaselineRun(const OtherRun &run);
    [[nodiscard]] int baseline() const { return m_baseline; }
    /// Columns of another run, which are the first ones.
    [[nodiscard]] int baselineColumns() const { return m_other.table ? m_other.table->columns() : 0; }

    /// Rows of the grid without a filter.
    [[nodiscard]] int allRows() const { return m_cells.rows(); }
    /// While it is, the rows that were found come in pieces where the filter was set by the user.
    [[nodiscard]] bool isSearching() const { return m_search.isRunning(); }
    /// Share of the rows that the search has looked at, 0…1.
    [[nodiscard]] double searchProgress() const { return m_search.progress(); }
    /// Rows that the search has found so far; those of before may still be shown.
    [[nodiscard]] int found() const { return static_cast<int>(m_search.rows().size()); }
    /// Ends a search: the rows that it has found stay, until there is another filter or order.
    void stopSearch();
    [[nodiscard]] bool isStopped() const { return m_isStopped; }
    /// Why a filter leaves nothing; empty where it leaves something or is still being applied.
    [[nodiscard]] QString whyEmpty() const;
    /// What a filter can name in this run.
    [[nodiscard]] FilterNames names() const;
    /// A filter of the cells of a column that a flag ("better", "failed") holds of; empty for a column of another run.
    [[nodiscard]] QString columnFilter(int column, const QString &flag) const;

    [[nodiscard]] const GridFigures &figures(int column) const;
    [[nodiscard]] int cellAt(const QModelIndex &index) const;
    /// The same; for a cell of another run the first cell of the session that is compared with it.
    [[nodiscard]] int nearestCell(const QModelIndex &index) const;
    /// All repeats that stand there.
    [[nodiscard]] QList<int> cellsAt(const QModelIndex &index) const;
    /// Where a cell of the run stands; invalid where the filter leaves its case out.
    [[nodiscard]] QModelIndex indexOf(const CellKey &ran) const;

Q_SIGNALS:
    void searchChanged(); ///< isSearching(), searchProgress(), whyEmpty(); comes after the rows.

private:
    void rebuild();
    void rebuildBeside(const OtherRun &run);
    void addCells();
    void search();
    void searchAnew();
    void showPiece();
    void takeRows();
    void showRows(const std::vector<int> &next);
    void cellsChanged(int first, int last);
    void followTotals();
    void countFigures();
    [[nodiscard]] bool countRow();
    void followRatings();
    [[nodiscard]] int sourceRow(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
    /// Among the columns of the session; less than 0: it is one of another run.
    [[nodiscard]] int sourceColumn(int column) const { return column - baselineColumns(); }
    /// The first cell of another run that stands there; −1: none.
    [[nodiscard]] int otherCellAt(const QModelIndex &index) const;
    [[nodiscard]] QVariant otherData(const QModelIndex &index, int role) const;
    [[nodiscard]] QString otherHead(int cell) const;
    /// Of an answer that is over.
    [[nodiscard]] static QString bodyHead(const Cell &body);
    /// What there is to know of a cell by its numbers alone.
    [[nodiscard]] static QStringList figureParts(const CellSummary &summary, const std::optional<double> &delta);
    /// All repeats that stand there, each with the table that it is in.
    template<typename Take>
    void forEachAt(const QModelIndex &index, Take take) const;
    [[nodiscard]] ComparedCell baselineOf(int cell) const;
    [[nodiscard]] std::optional<double> deltaOf(int cell) const;
    [[nodiscard]] std::optional<Outcome> outcomeAt(const QModelIndex &index) const;
    [[nodiscard]] QString verdict(const QModelIndex &index) const;
    [[nodiscard]] QString head(int cell) const;
    [[nodiscard]] QString figuresText(int cell) const;
    [[nodiscard]] const Rating *rating(int cell) const;
    [[nodiscard]] QString columnTitle(int column) const;
    [[nodiscard]] QString columnHead(int column) const;

    const Session &m_session;
    GridCells m_cells;
    GridSearch m_search;
    FilterExpression m_filter;
    GridOrder m_order;
    int m_baseline = 0;
    std::vector<int> m_rows;  ///< Rows of the grid, in the order shown.
    std::vector<int> m_shown; ///< By row of the grid: where it is shown, −1 = it is not.
    OtherRun m_other;         ///< Another run that is the baseline.
    std::vector<GridFigures> m_figures;
    std::vector<GridFigures> m_counting; ///< The next ones, up to m_counted.
    int m_counted = 0;
    std::size_t m_settled = 0; ///< Columns of m_counting whose sums are whole.
    std::chrono::steady_clock::time_point m_countBegin;
    std::chrono::milliseconds m_countTook{0};
    bool m_showsPieces = false; ///< What is being searched was asked for by the user.
    bool m_isStopped = false;
    QTimer m_countTimer;
    QTimer m_searchAgain;
    QTimer m_growTimer;
    QTimer m_pieceTimer; ///< Until what was found so far is shown.
};

} // namespace Tempera
