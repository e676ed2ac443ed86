// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/gridmodel.h"

#include "models/compare/filterexplanation.h"
#include "models/core/counted.h"
#include "models/experiment/caseinput.h"
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
/// Rows that were found are shown so often.
constexpr auto piecePause = 100ms;
constexpr auto countingSlice = 4ms;
/// What is done again while a run goes on takes at most a fifth of the time.
constexpr int pauseOfWork = 4;

void addMissing(QStringList &names, const QStringList &more)
{
    for (const QString &name : more) {
        if (!names.contains(name))
            names += name;
    }
}

bool beginsWith(const std::vector<int> &rows, const std::vector<int> &beginning)
{
    return beginning.size() <= rows.size() && std::equal(beginning.begin(), beginning.end(), rows.begin());
}

} // namespace

GridModel::GridModel(const Session &session, QObject *parent) : QAbstractTableModel(parent), m_session(session), m_search(session)
{
    m_countTimer.setSingleShot(true);
    m_searchAgain.setSingleShot(true);
    connect(&m_countTimer, &QTimer::timeout, this, &GridModel::countFigures);
    connect(&m_searchAgain, &QTimer::timeout, this, &GridModel::search);
    m_growTimer.setSingleShot(true);
    m_growTimer.setInterval(growingPause);
    connect(&m_growTimer, &QTimer::timeout, this, &GridModel::addCells);
    connect(&m_search, &GridSearch::finished, this, &GridModel::takeRows);
    m_pieceTimer.setSingleShot(true);
    m_pieceTimer.setInterval(piecePause);
    connect(&m_pieceTimer, &QTimer::timeout, this, &GridModel::showPiece);
    connect(&m_search, &GridSearch::progressed, this, [this] {
        if (!m_pieceTimer.isActive())
            m_pieceTimer.start();
    });
    connect(&session, &Session::planned, this, &GridModel::rebuild);
    connect(&session, &Session::cellsAdded, this, [this] {
        if (!m_growTimer.isActive()) // else the pages that come meanwhile are arranged together
            m_growTimer.start();
    });
    connect(&session, &Session::cellsChanged, this, &GridModel::cellsChanged);
    connect(&session, &Session::totalsChanged, this, &GridModel::followTotals);
    connect(&session, &Session::finished, this, [this] {
        if (!m_isStopped)
            search();
    });
    connect(&session.judgements(), &RunJudgements::ratingChanged, this, &GridModel::followRatings);
    connect(&session.judgements(), &RunJudgements::changed, this, &GridModel::followRatings);
    rebuild();
}

void GridModel::rebuild()
{
    rebuildBeside(m_other);
}

/// There is another list of cells, or its columns stand otherwise.
void GridModel::rebuildBeside(const OtherRun &run)
{
    m_growTimer.stop();
    m_search.stop();
    beginResetModel();
    m_other = run;
    m_search.setBaseline(run);
    m_cells = GridCells(m_session.summaries().keys(), m_baseline);
    m_rows.clear();
    m_shown.assign(static_cast<std::size_t>(m_cells.rows()), -1);
    m_figures.assign(static_cast<std::size_t>(m_cells.columns()), {});
    endResetModel();
    m_counted = 0;
    countFigures();
    m_showsPieces = false;
    m_isStopped = false;
    search();
}

/// A run is read page by page: where only rows come below, what is shown stays where it is.
void GridModel::addCells()
{
    if (!m_cells.add(m_session.summaries().keys()))
        return rebuild();
    m_shown.resize(static_cast<std::size_t>(m_cells.rows()), -1);
    followTotals();
    if (!m_isStopped && !m_search.grow())
        search();
}

void GridModel::search()
{
    m_searchAgain.stop();
    GridOrder order = m_order;
    order.column = sourceColumn(order.column);
    m_search.start(m_cells, m_filter, order);
    if (m_search.isRunning())
        Q_EMIT searchChanged();
}

/// The user asked for it.
void GridModel::searchAnew()
{
    m_showsPieces = true;
    m_isStopped = false;
    search();
}

void GridModel::stopSearch()
{
    if (!m_search.isRunning())
        return;
    m_search.stop();
    m_isStopped = true;
    showRows(m_search.rows());
    Q_EMIT searchChanged();
}

/// What is shown already is not taken away to come again.
void GridModel::showPiece()
{
    if (!m_search.isRunning())
        return;
    if (m_showsPieces && m_search.comesInPieces() && !beginsWith(m_rows, m_search.rows()))
        showRows(m_search.rows());
    Q_EMIT searchChanged();
}

void GridModel::takeRows()
{
    m_showsPieces = false;
    m_searchAgain.setInterval(std::max<std::chrono::milliseconds>(searchPause, pauseOfWork * m_search.duration()));
    showRows(m_search.rows());
    Q_EMIT searchChanged();
}

/// What is shown stays where it is as long as the rows are the same.
void GridModel::showRows(const std::vector<int> &next)
{
    if (next == m_rows) {
        if (!m_rows.empty() && m_filter.root)
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1), {MatchesRole, CellRole});
        return;
    }
    const std::size_t before = beginsWith(next, m_rows) ? m_rows.size() : 0;
    const bool isLonger = before > 0;
    if (isLonger)
        beginInsertRows({}, static_cast<int>(before), static_cast<int>(next.size()) - 1);
    else
        beginResetModel();
    m_rows = next;
    if (!isLonger)
        std::ranges::fill(m_shown, -1);
    for (std::size_t i = before; i < m_rows.size(); ++i)
        m_shown[static_cast<std::size_t>(m_rows[i])] = static_cast<int>(i);
    if (isLonger)
        endInsertRows();
    else
        endResetModel();
}

void GridModel::setFilter(const FilterExpression &filter)
{
    m_filter = filter;
    searchAnew();
}

void GridModel::setOrder(const GridOrder &order)
{
    if (std::exchange(m_order, order) != order)
        searchAnew();
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
            const int row = m_cells.rowOf(m_session.summaries().key(static_cast<std::size_t>(cell)).caseIndex);
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
        m_countTimer.start(std::max<std::chrono::milliseconds>(countingPause, pauseOfWork * m_countTook));
    const bool decides = m_filter.root || m_order.by != GridOrder::By::Case;
    if (decides && !m_isStopped && !m_searchAgain.isActive() && !m_search.isRunning())
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

/// For some milliseconds at a time; the heads show the whole.
void GridModel::countFigures()
{
    const auto begin = std::chrono::steady_clock::now();
    if (m_counted == 0) {
        m_counting.assign(static_cast<std::size_t>(m_cells.columns()), {});
        m_settled = 0;
        m_countBegin = begin;
    }
    while (countRow()) {
        if (std::chrono::steady_clock::now() - begin > countingSlice) {
            m_countTimer.start(0ms);
            return;
        }
    }
    m_counted = 0;
    m_countTook = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - m_countBegin);
    m_figures = std::move(m_counting);
    m_counting.clear();
    if (columnCount() > 0)
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

/// After the last row the columns are settled. False: all is done.
bool GridModel::countRow()
{
    if (m_counted == m_cells.rows()) {
        if (m_settled == m_counting.size())
            return false;
        m_counting[m_settled++].settle();
        return true;
    }
    for (int column = 0; column < m_cells.columns(); ++column) {
        for (int cell = m_cells.first(m_counted, column); cell >= 0; cell = m_cells.next(cell)) {
            const std::optional<CellSummary> baseline = baselineOf(cell).summary();
            m_counting[static_cast<std::size_t>(column)].add(m_session.summary(cell), baseline ? &*baseline : nullptr);
        }
        m_counting[static_cast<std::size_t>(column)].endCase();
    }
    ++m_counted;
    return true;
}

int GridModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int GridModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : baselineColumns() + m_cells.columns();
}

const GridFigures &GridModel::figures(int column) const
{
    return sourceColumn(column) < 0 ? m_other.table->column(column).figures
                                    : m_figures.at(static_cast<std::size_t>(sourceColumn(column)));
}

ComparedCell GridModel::baselineOf(int cell) const
{
    return comparedCell(m_session, m_cells, m_other, cell);
}

int GridModel::cellAt(const QModelIndex &index) const
{
    if (!index.isValid() || sourceColumn(index.column()) < 0)
        return -1;
    const int first = m_cells.first(sourceRow(index.row()), sourceColumn(index.column()));
    for (int cell = first; cell >= 0; cell = m_cells.next(cell)) {
        if (m_search.matches(cell))
            return cell;
    }
    return first;
}

QList<int> GridModel::cellsAt(const QModelIndex &index) const
{
    QList<int> cells;
    if (!index.isValid() || sourceColumn(index.column()) < 0)
        return cells;
    for (int cell = m_cells.first(sourceRow(index.row()), sourceColumn(index.column())); cell >= 0; cell = m_cells.next(cell))
        cells += cell;
    return cells;
}

QModelIndex GridModel::indexOf(const CellKey &ran) const
{
    const int row = m_cells.rowOf(ran.caseIndex);
    const int shown = row < 0 ? -1 : m_shown[static_cast<std::size_t>(row)];
    const int column = m_cells.columnOf({ran.promptIndex, ran.variantIndex});
    return shown < 0 || column < 0 ? QModelIndex() : index(shown, baselineColumns() + column);
}

QString GridModel::whyEmpty() const
{
    if (m_isStopped && m_rows.empty() && m_cells.rows() > 0)
        return tr("The search was stopped before it found anything.");
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

QString GridModel::columnFilter(int column, const QString &flag) const
{
    if (sourceColumn(column) < 0)
        return {};
    const Experiment &experiment = m_session.experiment();
    const GridColumn &place = m_cells.column(sourceColumn(column));
    QString filter = flag;
    if (place.variantIndex < experiment.variants.size())
        filter += u" variant = "_s + filterQuoted(experiment.variants.at(place.variantIndex).title());
    if (experiment.prompts.size() > 1)
        filter += u" prompt = "_s + filterQuoted(promptTitle(experiment, place.promptIndex));
    return filter;
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
        for (const Variable &variable : effectiveVariables(experiment, aCase))
            addMissing(names.variables, {variable.name});
        addMissing(names.metadata, effectiveMetadata(experiment, aCase).keys());
        for (const CheckSpec &check : aCase.checks)
            addMissing(names.checks, {check.type});
    }
    constexpr qsizetype objectsLookedAt = 50; // an object takes longer
    for (const Case &aCase : experiment.cases.first(std::min(objectsLookedAt, experiment.cases.size())))
        addMissing(names.fields, fieldsIn(expectedObject(experiment, aCase).value_or(QJsonObject())));
    for (const CheckSpec &check : experiment.defaultCase.checks)
        addMissing(names.checks, {check.type});
    return names;
}

} // namespace Tempera
