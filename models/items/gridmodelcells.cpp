// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// What the grid says of a cell, a case and a column.

#include "models/core/counted.h"
#include "models/experiment/titles.h"
#include "models/items/celltext.h"
#include "models/items/gridheadtext.h"
#include "models/items/gridmodel.h"
#include "models/items/ratingtext.h"
#include "models/judging/runjudgements.h"
#include "models/text/displaytext.h"

#include <QLocale>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

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

/// What there is to know of a cell by its numbers alone.
QStringList GridModel::figureParts(const CellSummary &summary, const std::optional<double> &delta)
{
    QStringList parts;
    if (const QString grade = CellText::grade(summary); !grade.isEmpty())
        parts += grade;
    if (isEvaluated(summary))
        parts += tr("score %1").arg(QLocale().toString(summary.score, 'f', 2));
    if (delta)
        parts += u"Δ %1"_s.arg(signedNumber(*delta));
    if (const std::optional<std::int64_t> tokens = summary.outputTokens.value())
        parts += CellText::tokens(*tokens, Exactness::Exact);
    if (summary.state == CellState::Done || summary.state == CellState::Failed)
        parts += moneyText(summary.cost());
    if (summary.firstToken())
        parts += tr("first token %1").arg(CellText::duration(*summary.firstToken()));
    if (summary.total())
        parts += CellText::duration(*summary.total());
    if (const std::optional<double> speed = summary.tokensPerSecond.value())
        parts += tr("%1 tokens/s").arg(QLocale().toString(*speed, 'f', 1));
    return parts;
}

/// Of an answer that is over.
QString GridModel::bodyHead(const Cell &body)
{
    if (body.error)
        return firstLine(errorMessage(*body.error), 300);
    return body.text.isEmpty() ? CellText::state(body) : firstLine(body.text, 300);
}

template<typename Take>
void GridModel::forEachAt(const QModelIndex &index, Take take) const
{
    if (sourceColumn(index.column()) < 0) {
        for (int cell = otherCellAt(index); cell >= 0; cell = m_other.table->next(cell))
            take(m_other.table->run().cells, static_cast<std::size_t>(cell));
        return;
    }
    for (int cell = m_cells.first(sourceRow(index.row()), sourceColumn(index.column())); cell >= 0; cell = m_cells.next(cell))
        take(m_session.summaries(), static_cast<std::size_t>(cell));
}

std::optional<Outcome> GridModel::outcomeAt(const QModelIndex &index) const
{
    std::optional<Outcome> worst;
    forEachAt(index, [&worst](const CellTable &cells, std::size_t cell) {
        const std::optional<Outcome> outcome = cells.verdicts(cell) > 0 ? cells.outcome(cell) : std::nullopt;
        if (outcome && (!worst || badness(*outcome) > badness(*worst)))
            worst = outcome;
    });
    return worst;
}

QString GridModel::verdict(const QModelIndex &index) const
{
    int all = 0;
    int passed = 0;
    bool hasError = false;
    bool hasAttempts = false;
    forEachAt(index, [&](const CellTable &cells, std::size_t cell) {
        ++all;
        passed += isEvaluated(cells, cell) && cells.outcome(cell) == Outcome::Pass ? 1 : 0;
        hasError = hasError || cells.state(cell) == CellState::Failed;
        hasAttempts = hasAttempts || cells.hasAttempts(cell);
    });
    const std::optional<Outcome> outcome = outcomeAt(index);
    const QString mark = hasAttempts ? u"↪"_s : QString();
    if (!outcome && !hasError)
        return mark;
    const QString sign = hasError ? u"⚠"_s : CellText::outcomeSign(*outcome);
    return (all > 1 ? u"%1 %2/%3"_s.arg(sign).arg(passed).arg(all) : sign) + mark;
}

/// What has nothing to say yet is not asked for.
QString GridModel::head(int cell) const
{
    const CellSummary summary = m_session.summary(cell);
    if (!isFinal(summary.state)) {
        const Cell *live = m_session.bodyInMemory(cell);
        return live && !live->text.isEmpty() ? firstLine(live->text, 300) : CellText::state(live ? *live : outlineOf(summary));
    }
    if (summary.state == CellState::NotNeeded)
        return CellText::state(outlineOf(summary));
    if (summary.state == CellState::Done && !summary.hasText)
        return tr("(empty)");
    const Cell *body = m_session.body(cell);
    return body ? bodyHead(*body) : u"…"_s;
}

const Rating *GridModel::rating(int cell) const
{
    return m_session.judgements().hasRatings() ? m_session.judgements().ratingOf(m_session.originOf(cell)) : nullptr;
}

std::optional<double> GridModel::deltaOf(int cell) const
{
    return scoreDelta(m_session.summaries(), static_cast<std::size_t>(cell), baselineOf(cell));
}

QString GridModel::figuresText(int cell) const
{
    QStringList parts = figureParts(m_session.summary(cell), deltaOf(cell));
    if (m_session.summaries().hasAttempts(static_cast<std::size_t>(cell))) {
        const Cell *body = m_session.bodyInMemory(cell);
        parts += body && !body->attempts.isEmpty() ? DisplayText::of(attemptsSentence(body->attempts)) : tr("several attempts");
    }
    if (m_session.isOutdated(cell))
        parts += tr("changed since");
    if (const Rating *said = rating(cell))
        parts += ratingText(*said);
    return parts.join(u" · "_s);
}

QVariant GridModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (sourceColumn(index.column()) < 0)
        return otherData(index, role);
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
    case StateRole: return static_cast<int>(m_session.summaries().state(static_cast<std::size_t>(cell)));
    case OutcomeRole: {
        const std::optional<Outcome> outcome = outcomeAt(index);
        return outcome ? QVariant(static_cast<int>(*outcome)) : QVariant();
    }
    case ScoreRole: {
        const CellSummary summary = m_session.summary(cell);
        return isEvaluated(summary) ? QVariant(summary.score) : QVariant();
    }
    case DeltaRole: {
        const std::optional<double> delta = deltaOf(cell);
        return delta ? QVariant(*delta) : QVariant();
    }
    case FiguresRole:
    case Qt::ToolTipRole: return figuresText(cell);
    case MatchesRole: return m_search.matches(cell);
    case RatingRole: return rating(cell) ? ratingSign(*rating(cell)) : QString();
    case Qt::AccessibleTextRole: {
        const Rating *said = rating(cell);
        QString text = tr("%1: %2").arg(columnTitle(index.column()), index.data().toString());
        if (m_session.summaries().hasAttempts(static_cast<std::size_t>(cell)))
            text = tr("%1; several attempts").arg(text);
        return said ? tr("%1; rated %2").arg(text, ratingText(*said)) : text;
    }
    default: return {};
    }
}

QString GridModel::columnTitle(int column) const
{
    if (sourceColumn(column) < 0)
        return tr("baseline: %1").arg(m_other.table->column(column).title);
    const Experiment &experiment = m_session.experiment();
    const GridColumn &place = m_cells.column(sourceColumn(column));
    const QString variant = place.variantIndex < experiment.variants.size()
                                ? firstLine(experiment.variants.at(place.variantIndex).title(), 60)
                                : u"#%1"_s.arg(place.variantIndex + 1);
    return experiment.prompts.size() > 1 ? u"%1 · %2"_s.arg(promptTitle(experiment, place.promptIndex), variant) : variant;
}

QString GridModel::columnHead(int column) const
{
    if (sourceColumn(column) < 0)
        return gridHeadText(columnTitle(column), figures(column), nullptr, false);
    const GridColumn &place = m_cells.column(sourceColumn(column));
    if (m_other.table) {
        const int other = m_other.table->columnFor(place.promptIndex, place.variantIndex);
        return gridHeadText(columnTitle(column), figures(column), other < 0 ? nullptr : &m_other.table->column(other).figures,
                            false);
    }
    const int baseline = m_cells.columnOf({place.promptIndex, m_baseline});
    const bool isBaseline = place.variantIndex == m_baseline;
    return gridHeadText(columnTitle(column), figures(column), isBaseline || baseline < 0 ? nullptr : &figures(baseline),
                        isBaseline);
}

QVariant GridModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role == VariantRole && orientation == Qt::Horizontal && section >= 0 && section < columnCount()) {
        if (sourceColumn(section) >= 0)
            return m_cells.column(sourceColumn(section)).variantIndex;
        const std::optional<int> mark = m_other.table->column(section).markOf;
        return mark ? QVariant(*mark) : QVariant();
    }
    const bool isText = role == Qt::DisplayRole || role == Qt::ToolTipRole;
    if (!isText || section < 0 || section >= (orientation == Qt::Vertical ? rowCount() : columnCount()))
        return {};
    if (orientation == Qt::Vertical)
        return caseTitle(m_session.experiment(), m_cells.caseAt(sourceRow(section)));
    return columnHead(section);
}

} // namespace Tempera
