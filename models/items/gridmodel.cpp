// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/gridmodel.h"

#include "models/compare/filterexplanation.h"
#include "models/core/counted.h"
#include "models/experiment/titles.h"
#include "models/items/celltext.h"
#include "models/judging/runjudgements.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Tempera {
namespace {

constexpr auto countingPause = 250ms;
constexpr auto searchPause = 500ms;
constexpr auto growingPause = 200ms;
constexpr int rowsOfCount = 2048;

} // namespace

GridModel::GridModel(const Session &session, QObject *parent) : QAbstractTableModel(parent), m_session(session), m_search(session)
{
    m_countTimer.setSingleShot(true);
    m_searchAgain.setSingleShot(true);
    m_searchAgain.setInterval(searchPause);
    connect(&m_countTimer, &QTimer::timeout, this, &GridModel::countFigures);
    connect(&m_searchAgain, &QTimer::timeout, this, &GridModel::search);
    m_growTimer.setSingleShot(true);
    m_growTimer.setInterval(growingPause);
    connect(&m_growTimer, &QTimer::timeout, this, &GridModel::addCells);
    connect(&m_search, &GridSearch::finished, this, &GridModel::takeRows);
    connect(&session, &Session::planned, this, &GridModel::rebuild);
    connect(&session, &Session::cellsAdded, this, [this] {
        if (!m_growTimer.isActive()) // else the pages that come meanwhile are arranged together
            m_growTimer.start();
    });
    connect(&session, &Session::cellsChanged, this, &GridModel::cellsChanged);
    connect(&session, &Session::totalsChanged, this, &GridModel::followTotals);
    connect(&session, &Session::finished, this, &GridModel::search);
    connect(&session.judgements(), &RunJudgements::ratingChanged, this, &GridModel::followRatings);
    connect(&session.judgements(), &RunJudgements::changed, this, &GridModel::followRatings);
    rebuild();
}

/// There is another list of cells, or its columns stand otherwise.
void GridModel::rebuild()
{
    m_growTimer.stop();
    m_search.stop();
    beginResetModel();
    m_cells = GridCells(m_session.summaries(), m_baseline);
    m_rows.clear();
    m_shown.assign(static_cast<std::size_t>(m_cells.rows()), -1);
    m_figures.assign(static_cast<std::size_t>(m_cells.columns()), {});
    endResetModel();
    m_counted = 0;
    countFigures();
    search();
}

/// A run is read page by page: where only rows come below, what is shown stays where it is.
void GridModel::addCells()
{
    GridCells next(m_session.summaries(), m_baseline);
    if (!next.startsWith(m_cells))
        return rebuild();
    m_search.stop();
    m_cells = std::move(next);
    m_shown.resize(static_cast<std::size_t>(m_cells.rows()), -1);
    m_counted = 0;
    search();
    followTotals();
}

void GridModel::search()
{
    m_searchAgain.stop();
    m_search.start(m_cells, m_filter, m_order);
    if (m_search.isRunning())
        Q_EMIT searchChanged();
}

/// What is shown stays where it is as long as the rows are the same.
void GridModel::takeRows()
{
    const std::vector<int> &next = m_search.rows();
    const bool isLonger = next.size() > m_rows.size() && std::equal(m_rows.begin(), m_rows.end(), next.begin());
    if (next == m_rows) {
        if (!m_rows.empty() && m_filter.root)
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1), {MatchesRole, CellRole});
    } else {
        if (isLonger)
            beginInsertRows({}, static_cast<int>(m_rows.size()), static_cast<int>(next.size()) - 1);
        else
            beginResetModel();
        m_rows = next;
        std::ranges::fill(m_shown, -1);
        for (std::size_t i = 0; i < m_rows.size(); ++i)
            m_shown[static_cast<std::size_t>(m_rows[i])] = static_cast<int>(i);
        if (isLonger)
            endInsertRows();
        else
            endResetModel();
    }
    Q_EMIT searchChanged();
}

void GridModel::setFilter(const FilterExpression &filter)
{
    m_filter = filter;
    search();
}

void GridModel::setOrder(const GridOrder &order)
{
    if (std::exchange(m_order, order) != order)
        search();
}

void GridModel::setBaseline(int variant)
{
    if (std::exchange(m_baseline, variant) != variant)
        rebuild();
}

void GridModel::cellsChanged(int first, int last)
{
    if (first < 0 || last >= m_session.size() || columnCount() == 0)
        return;
    int top = rowCount();
    int bottom = -1;
    constexpr int most = 4096; // beyond it, all that is shown may have changed
    if (last - first > most) {
        top = 0;
        bottom = rowCount() - 1;
    } else {
        for (int cell = first; cell <= last; ++cell) {
            const int row = m_cells.rowOf(m_session.summary(cell).key.caseIndex);
            const int shown = row < 0 ? -1 : m_shown[static_cast<std::size_t>(row)];
            if (shown >= 0) {
                top = std::min(top, shown);
                bottom = std::max(bottom, shown);
            }
        }
    }
    if (bottom >= top && bottom >= 0)
        Q_EMIT dataChanged(index(top, 0), index(bottom, columnCount() - 1));
}

/// Answers or grades have come; bodies that arrive from the ledger change neither.
void GridModel::followTotals()
{
    if (!m_countTimer.isActive())
        m_countTimer.start(countingPause);
    const bool decides = m_filter.root || m_order.by != GridOrder::By::Case;
    if (decides && !m_searchAgain.isActive() && !m_search.isRunning())
        m_searchAgain.start();
}

/// A filter may ask for them.
void GridModel::followRatings()
{
    if (m_filter.root && !m_searchAgain.isActive() && !m_search.isRunning())
        m_searchAgain.start();
    if (rowCount() > 0 && columnCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1), {RatingRole, FiguresRole, Qt::ToolTipRole});
}

/// A piece of the rows at a time; the heads show the whole.
void GridModel::countFigures()
{
    if (m_counted == 0)
        m_counting.assign(static_cast<std::size_t>(m_cells.columns()), {});
    const int end = std::min(m_counted + rowsOfCount, m_cells.rows());
    for (; m_counted < end; ++m_counted) {
        for (int column = 0; column < m_cells.columns(); ++column) {
            for (int cell = m_cells.first(m_counted, column); cell >= 0; cell = m_cells.next(cell))
                m_counting[static_cast<std::size_t>(column)].add(m_session.summary(cell), baselineOf(cell));
        }
    }
    if (m_counted < m_cells.rows()) {
        m_countTimer.start(0ms);
        return;
    }
    m_counted = 0;
    m_figures = std::move(m_counting);
    m_counting.clear();
    if (columnCount() > 0)
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

int GridModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int GridModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_cells.columns();
}

const CellSummary *GridModel::baselineOf(int cell) const
{
    const int baseline = m_cells.baselineOf(m_session.summaries(), cell);
    return baseline < 0 ? nullptr : &m_session.summary(baseline);
}

int GridModel::cellAt(const QModelIndex &index) const
{
    if (!index.isValid())
        return -1;
    const int first = m_cells.first(sourceRow(index.row()), index.column());
    for (int cell = first; cell >= 0; cell = m_cells.next(cell)) {
        if (m_search.matches(cell))
            return cell;
    }
    return first;
}

QList<int> GridModel::cellsAt(const QModelIndex &index) const
{
    QList<int> cells;
    if (!index.isValid())
        return cells;
    for (int cell = m_cells.first(sourceRow(index.row()), index.column()); cell >= 0; cell = m_cells.next(cell))
        cells += cell;
    return cells;
}

QModelIndex GridModel::indexOf(const CellKey &ran) const
{
    const int row = m_cells.rowOf(ran.caseIndex);
    const int shown = row < 0 ? -1 : m_shown[static_cast<std::size_t>(row)];
    const int column = m_cells.columnOf({ran.promptIndex, ran.variantIndex});
    return shown < 0 || column < 0 ? QModelIndex() : index(shown, column);
}

QString GridModel::whyEmpty() const
{
    if (isSearching() || !m_rows.empty() || !m_filter.root || m_cells.rows() == 0)
        return {};
    QString why = whyNothingMatches(m_filter, m_search.alone(), names());
    if (const int stopped = m_search.trouble().stoppedPatterns; stopped > 0)
        why +=
            u'\n'
            + counted(tr("The pattern took too long in %1 answer(s), which count as not matching.", nullptr, countForm(stopped)),
                      stopped)
                  .arg(CellText::number(stopped));
    return why;
}

FilterNames GridModel::names() const
{
    const Experiment &experiment = m_session.experiment();
    FilterNames names;
    names.tags = m_session.judgements().tags();
    for (const Variant &variant : experiment.variants) {
        names.variants += variant.title();
        if (!names.models.contains(variant.endpoint.model))
            names.models += variant.endpoint.model;
    }
    for (int i = 0; i < experiment.prompts.size(); ++i)
        names.prompts += promptTitle(experiment, i);
    constexpr qsizetype casesLookedAt = 1000; // cases of one file have the same few checks
    for (const Case &aCase : experiment.cases.first(std::min(casesLookedAt, experiment.cases.size()))) {
        for (const CheckSpec &check : aCase.checks) {
            if (!names.checks.contains(check.type))
                names.checks += check.type;
        }
    }
    for (const CheckSpec &check : experiment.defaultCase.checks) {
        if (!names.checks.contains(check.type))
            names.checks += check.type;
    }
    return names;
}

} // namespace Tempera
