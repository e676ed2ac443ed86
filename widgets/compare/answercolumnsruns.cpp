// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Columns of other runs: the baseline's, and earlier runs side by side.

#include "models/compare/baselinetable.h"
#include "models/experiment/experimentdocument.h"
#include "models/items/gridheadtext.h"
#include "models/session/session.h"
#include "widgets/common/selection.h"
#include "widgets/compare/answercolumns.h"
#include "widgets/compare/outputpane.h"
#include "widgets/compare/scrollsync.h"
#include "widgets/compare/variantcolumn.h"

#include <QScrollBar>
#include <QSplitter>

#include <utility>

namespace Tempera {
namespace {

/// Tells answers of other runs from those of the session, which have no such bit.
constexpr quint64 otherAnswer = quint64{1} << 63;

} // namespace

int AnswerColumns::columnCount() const
{
    const int own = columnsAlong(m_axis, m_document.experiment());
    return m_axis == ColumnAxis::Runs && own > 0 ? own + static_cast<int>(m_runs.size()) : own;
}

/// What the run that is shown calls the cell of a column; nothing where it has none.
std::optional<CellKey> AnswerColumns::ranKey(int column) const
{
    const int own = m_axis == ColumnAxis::Runs ? 0 : column;
    const int cell = m_found.value(own, ResultLookup::Found{}).cell;
    return cell < 0 ? std::nullopt : std::optional(m_session.summary(cell).key);
}

const Cell *AnswerColumns::cell(int column) const
{
    if (m_axis == ColumnAxis::Runs && column > 0) {
        const OtherRun run = m_runs.value(column - 1);
        const std::optional<CellKey> ran = ranKey(column);
        return run.table && ran ? run.answers->body(run.table->cellFor(*ran)) : nullptr;
    }
    const int found = m_found.value(column, ResultLookup::Found{}).cell;
    return found < 0 ? nullptr : m_session.body(found);
}

const Cell *AnswerColumns::baselineCell(int column) const
{
    const std::optional<CellKey> ran = ranKey(column);
    return m_baseline.table && ran ? m_baseline.answers->body(m_baseline.table->cellFor(*ran)) : nullptr;
}

void AnswerColumns::watch(const OtherRun &run)
{
    if (!run.answers)
        return;
    connect(run.answers.get(), &BaselineAnswers::arrived, this, [this] {
        showOthers();
        Q_EMIT othersArrived();
    });
}

void AnswerColumns::setBaseline(const OtherRun &run)
{
    if (run.answers != m_baseline.answers) {
        if (m_baseline.answers)
            disconnect(m_baseline.answers.get(), nullptr, this, nullptr);
        watch(run);
    }
    m_baseline = run;
}

void AnswerColumns::setRuns(const QList<OtherRun> &runs)
{
    for (const OtherRun &run : std::as_const(m_runs))
        disconnect(run.answers.get(), nullptr, this, nullptr);
    m_runs = runs;
    for (const OtherRun &run : runs)
        watch(run);
}

/// What a column of the session has more or less than the other run that is the baseline.
void AnswerColumns::showDifference(int column)
{
    const std::optional<CellKey> ran = ranKey(column);
    const std::optional<CellSummary> other = m_baseline.table && ran ? m_baseline.table->summaryFor(*ran) : std::nullopt;
    m_columns.at(column)->setDifference(other ? cellDifferenceText(m_session.summary(m_found.at(column).cell), *other)
                                              : QString());
}

/// The columns that are not of the session.
void AnswerColumns::showOthers()
{
    for (int i = 1; m_axis == ColumnAxis::Runs && i < m_columns.size() && i <= m_runs.size(); ++i)
        showOther(*m_columns.at(i), m_runs.at(i - 1), i);
    const bool hasBaseline = m_baseline.table && m_baseline.table->columns() > 0;
    if (!hasBaseline) {
        if (VariantColumn *column = std::exchange(m_baselineColumn, nullptr)) {
            column->hide();
            column->deleteLater();
        }
        return;
    }
    if (!m_baselineColumn) {
        m_baselineColumn = new VariantColumn(m_splitter);
        m_baselineColumn->setObjectName(QStringLiteral("baselineColumn"));
        m_splitter->insertWidget(0, m_baselineColumn);
        m_scroll->add(m_baselineColumn->pane()->verticalScrollBar());
        if (m_form == Form::Compact)
            m_baselineColumn->makeCompact();
        m_baselineColumn->setMenu(nullptr);
        setColumnView(*m_baselineColumn);
    }
    m_baselineColumn->pane()->setPaneCount(static_cast<int>(m_columns.size()) + 1);
    showOther(*m_baselineColumn, m_baseline, -1);
}

/// `at` is the column, −1: the baseline's.
void AnswerColumns::showOther(VariantColumn &column, const OtherRun &run, int at)
{
    const BaselineTable &table = *run.table;
    const std::optional<CellKey> ran = ranKey(at < 0 ? currentColumn() : at);
    const int place = ran ? table.columnFor(ran->promptIndex, ran->variantIndex) : -1;
    const QString title = place < 0 ? table.run().name : table.column(place).title;
    column.setVariant(table.run().experiment.variants.value(place < 0 ? -1 : table.column(place).variant),
                      at < 0 ? tr("baseline: %1").arg(title) : title);
    const int cell = ran ? table.cellFor(*ran) : -1;
    const quint64 answer = otherAnswer | m_run << 32 | static_cast<quint64>(cell + 1);
    const Cell *body = cell < 0 ? nullptr : run.answers->body(cell);
    if (cell >= 0 && !body)
        column.showOutline(outlineOf(table.cell(cell)), answer, VariantColumn::Freshness::Current);
    else
        column.showCell(body, answer, VariantColumn::Freshness::Current);
}

} // namespace Tempera
