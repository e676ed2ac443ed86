// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/compare/gridsubject.h"

#include "models/experiment/caseinput.h"
#include "models/experiment/labelset.h"
#include "models/experiment/titles.h"
#include "models/judging/runjudgements.h"
#include "models/session/session.h"

#include <utility>

namespace Tempera {

ComparedCell comparedCell(const Session &session, const GridCells &cells, const OtherRun &other, int cell)
{
    const CellTable &all = session.summaries();
    const int found =
        other.table ? other.table->cellFor(all.key(static_cast<std::size_t>(cell))) : cells.baselineOf(all.keys(), cell);
    if (found < 0)
        return {};
    return {other.table ? &other.table->run().cells : &all, static_cast<std::size_t>(found)};
}

GridSubject::GridSubject(const Session &session, const GridCells &cells, const OtherRun &other, int cell, GridCaseMemory &memory)
    : m_session(session),
      m_cells(cells),
      m_other(other),
      m_memory(memory),
      m_cell(cell),
      m_compared(comparedCell(session, cells, other, cell)),
      m_summary(session.summary(cell))
{
    if (m_memory.caseIndex != summary().key.caseIndex)
        m_memory = {.caseIndex = summary().key.caseIndex};
}

const CellSummary *GridSubject::baseline() const
{
    if (!m_baselineSummary)
        m_baselineSummary = m_compared.summary();
    return m_baselineSummary ? &*m_baselineSummary : nullptr;
}

QString GridSubject::name(FilterField field) const
{
    const Experiment &experiment = m_session.experiment();
    const CellKey &key = summary().key;
    const bool hasVariant = key.variantIndex < experiment.variants.size();
    switch (field) {
    case FilterField::Case:
        if (!m_memory.title)
            m_memory.title = caseTitle(experiment, key.caseIndex);
        return *m_memory.title;
    case FilterField::Prompt: return promptTitle(experiment, key.promptIndex);
    case FilterField::Variant: return hasVariant ? experiment.variants.at(key.variantIndex).title() : QString();
    case FilterField::Model: return hasVariant ? experiment.variants.at(key.variantIndex).endpoint.model : QString();
    default: return {};
    }
}

bool GridSubject::disagrees() const
{
    if (!m_memory.disagrees)
        m_memory.disagrees = seesBoth();
    return *m_memory.disagrees;
}

/// Whether a check passed and one did not, somewhere in the case.
bool GridSubject::seesBoth() const
{
    bool passed = false;
    bool failed = false;
    const CellTable &all = m_session.summaries();
    const int row = m_cells.rowOf(summary().key.caseIndex);
    for (int column = 0; column < m_cells.columns(); ++column) {
        for (int cell = m_cells.first(row, column); cell >= 0; cell = m_cells.next(cell)) {
            const auto index = static_cast<std::size_t>(cell);
            if (!isEvaluated(all, index))
                continue;
            (all.outcome(index) == Outcome::Pass ? passed : failed) = true;
        }
    }
    return passed && failed;
}

bool GridSubject::isOutdated() const
{
    return m_session.isOutdated(m_cell);
}

QStringList GridSubject::expected() const
{
    const Experiment &experiment = m_session.experiment();
    return knownAnswers(experiment, experiment.cases.value(summary().key.caseIndex));
}

std::optional<QString> GridSubject::variable(const QString &name) const
{
    const Experiment &experiment = m_session.experiment();
    return variableText(experiment, experiment.cases.value(summary().key.caseIndex), name);
}

std::optional<QString> GridSubject::metadata(const QString &key) const
{
    const Experiment &experiment = m_session.experiment();
    return metadataText(experiment, experiment.cases.value(summary().key.caseIndex), key);
}

bool GridSubject::hasFields() const
{
    const Experiment &experiment = m_session.experiment();
    if (!m_memory.expected)
        m_memory.expected = expectedObject(experiment, experiment.cases.value(summary().key.caseIndex));
    return m_memory.expected->has_value();
}

QList<FieldValue> GridSubject::fields() const
{
    if (!hasFields())
        return {};
    if (std::exchange(m_memory.fieldsOf, m_cell) != m_cell) {
        const Experiment &experiment = m_session.experiment();
        const Cell *answer = body();
        const Messages asked = answer ? answer->request.messages : Messages();
        m_memory.fields = answerFields(**m_memory.expected, answer ? answer->text : QString(),
                                       caseInputs(experiment, experiment.cases.value(summary().key.caseIndex), asked))
                              .values;
    }
    return m_memory.fields;
}

const Rating *GridSubject::rating() const
{
    const RunJudgements &judgements = m_session.judgements();
    return judgements.hasRatings() ? judgements.ratingOf(m_session.originOf(m_cell)) : nullptr;
}

const Cell *GridSubject::body() const
{
    return m_session.body(m_cell);
}

const Cell *GridSubject::baselineBody() const
{
    if (!m_compared.cells)
        return nullptr;
    const auto cell = static_cast<int>(m_compared.cell);
    return m_other.table ? m_other.answers->body(cell) : m_session.body(cell);
}

} // namespace Tempera
