// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/gridmodel.h"

#include "models/compare/filterexplanation.h"
#include "models/core/counted.h"
#include "models/experiment/titles.h"
#include "models/items/celltext.h"
#include "models/items/sharetext.h"
#include "models/text/displaytext.h"

#include <QLocale>

#include <algorithm>
#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Tempera {
namespace {

constexpr auto countingPause = 250ms;
constexpr auto searchPause = 500ms;
constexpr auto growingPause = 200ms;
constexpr int rowsOfCount = 2048;

/// Of several repeats the worst says how it goes.
int badness(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Error: return 3;
    case Outcome::Fail: return 2;
    case Outcome::NotEvaluated: return 1;
    case Outcome::Pass: break;
    }
    return 0;
}

QString signedNumber(double number)
{
    const QString text = QLocale().toString(std::abs(number), 'f', 2);
    return number > 0 ? u'+' + text : number < 0 ? u'−' + text : u"±0"_s;
}

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

std::optional<Outcome> GridModel::outcomeAt(const QModelIndex &index) const
{
    std::optional<Outcome> worst;
    for (int cell = m_cells.first(sourceRow(index.row()), index.column()); cell >= 0; cell = m_cells.next(cell)) {
        const CellSummary &each = m_session.summary(cell);
        const std::optional<Outcome> outcome = each.verdicts > 0 ? each.outcome : std::nullopt;
        if (outcome && (!worst || badness(*outcome) > badness(*worst)))
            worst = outcome;
    }
    return worst;
}

QString GridModel::verdict(const QModelIndex &index) const
{
    int all = 0;
    int passed = 0;
    bool hasError = false;
    for (int cell = m_cells.first(sourceRow(index.row()), index.column()); cell >= 0; cell = m_cells.next(cell)) {
        const CellSummary &each = m_session.summary(cell);
        ++all;
        passed += isEvaluated(each) && each.outcome == Outcome::Pass ? 1 : 0;
        hasError = hasError || each.state == CellState::Failed;
    }
    const std::optional<Outcome> outcome = outcomeAt(index);
    if (!outcome && !hasError)
        return {};
    const QString sign = hasError ? u"⚠"_s : CellText::outcomeSign(*outcome);
    return all > 1 ? u"%1 %2/%3"_s.arg(sign).arg(passed).arg(all) : sign;
}

/// What has nothing to say yet is not asked for.
QString GridModel::head(int cell) const
{
    const CellSummary &summary = m_session.summary(cell);
    if (!isFinal(summary.state)) {
        const Cell *live = m_session.bodyInMemory(cell);
        return live && !live->text.isEmpty() ? firstLine(live->text, 300) : CellText::state(live ? *live : outlineOf(summary));
    }
    if (summary.state == CellState::Done && !summary.hasText)
        return tr("(empty)");
    const Cell *body = m_session.body(cell);
    if (!body)
        return u"…"_s;
    if (body->error)
        return firstLine(errorMessage(*body->error), 300);
    return body->text.isEmpty() ? CellText::state(*body) : firstLine(body->text, 300);
}

QString GridModel::figuresText(int cell) const
{
    const CellSummary &summary = m_session.summary(cell);
    QStringList parts;
    if (const QString grade = CellText::grade(summary); !grade.isEmpty())
        parts += grade;
    if (isEvaluated(summary))
        parts += tr("score %1").arg(QLocale().toString(summary.score, 'f', 2));
    if (const std::optional<double> delta = scoreDelta(summary, baselineOf(cell)))
        parts += u"Δ %1"_s.arg(signedNumber(*delta));
    if (const std::optional<std::int64_t> tokens = summary.outputTokens.value())
        parts += CellText::tokens(*tokens, Exactness::Exact);
    if (isFinal(summary.state) && summary.state != CellState::Cancelled)
        parts += moneyText(summary.cost());
    if (summary.firstToken())
        parts += tr("first token %1").arg(CellText::duration(*summary.firstToken()));
    if (summary.total())
        parts += CellText::duration(*summary.total());
    if (summary.tokensPerSecond)
        parts += tr("%1 tokens/s").arg(QLocale().toString(*summary.tokensPerSecond, 'f', 1));
    if (m_session.isOutdated(cell))
        parts += tr("changed since");
    return parts.join(u" · "_s);
}

QVariant GridModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int cell = cellAt(index);
    if (role == CellRole)
        return cell;
    if (cell < 0 || cell >= m_session.size())
        return {};
    switch (role) {
    case Qt::DisplayRole: {
        const QString sign = verdict(index);
        return sign.isEmpty() ? head(cell) : sign + u' ' + head(cell);
    }
    case HeadRole: return head(cell);
    case VerdictRole: return verdict(index);
    case StateRole: return static_cast<int>(m_session.summary(cell).state);
    case OutcomeRole: {
        const std::optional<Outcome> outcome = outcomeAt(index);
        return outcome ? QVariant(static_cast<int>(*outcome)) : QVariant();
    }
    case ScoreRole: return isEvaluated(m_session.summary(cell)) ? QVariant(m_session.summary(cell).score) : QVariant();
    case DeltaRole: {
        const std::optional<double> delta = scoreDelta(m_session.summary(cell), baselineOf(cell));
        return delta ? QVariant(*delta) : QVariant();
    }
    case FiguresRole:
    case Qt::ToolTipRole: return figuresText(cell);
    case MatchesRole: return m_search.matches(cell);
    case Qt::AccessibleTextRole: return tr("%1: %2").arg(columnTitle(index.column()), index.data().toString());
    default: return {};
    }
}

QString GridModel::columnTitle(int column) const
{
    const Experiment &experiment = m_session.experiment();
    const GridColumn &place = m_cells.column(column);
    const QString variant = place.variantIndex < experiment.variants.size()
                                ? firstLine(experiment.variants.at(place.variantIndex).title(), 60)
                                : u"#%1"_s.arg(place.variantIndex + 1);
    return experiment.prompts.size() > 1 ? u"%1 · %2"_s.arg(promptTitle(experiment, place.promptIndex), variant) : variant;
}

/// Three lines, always: the heads have one height.
QString GridModel::columnHead(int column) const
{
    const GridFigures &sums = figures(column);
    const PassCount rate = passRate(sums);
    QStringList second;
    if (rate.of > 0)
        second += tr("%1 pass (%2 of %3)")
                      .arg(ShareText::percent(static_cast<double>(rate.passed) / rate.of), CellText::number(rate.passed),
                           CellText::number(rate.of));
    else
        second += sums.finished > 0 ? tr("not checked") : tr("not run");
    if (m_cells.column(column).variantIndex == m_baseline)
        second += tr("baseline");
    else if (sums.better + sums.worse > 0)
        second += tr("%1 better, %2 worse").arg(CellText::number(sums.better), CellText::number(sums.worse));
    QStringList third;
    if (sums.finished > 0)
        third += sums.unknownCosts == 0 ? moneyText(sums.cost)
                                        : tr("%1 + %2 unknown").arg(moneyText(sums.cost), CellText::number(sums.unknownCosts));
    if (const auto median = sums.medianTime())
        third += tr("median %1").arg(CellText::duration(*median));
    return columnTitle(column) + u'\n' + second.join(u" · "_s) + u'\n' + third.join(u" · "_s);
}

QVariant GridModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const bool isText = role == Qt::DisplayRole || role == Qt::ToolTipRole;
    if (!isText || section < 0 || section >= (orientation == Qt::Vertical ? rowCount() : columnCount()))
        return {};
    if (orientation == Qt::Vertical)
        return caseTitle(m_session.experiment(), m_cells.caseAt(sourceRow(section)));
    return columnHead(section);
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
