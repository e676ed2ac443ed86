// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/compare/gridsubject.h"

#include "models/experiment/labelset.h"
#include "models/experiment/titles.h"
#include "models/judging/runjudgements.h"
#include "models/session/session.h"

namespace Tempera {

GridSubject::GridSubject(const Session &session, const GridCells &cells, int cell, GridCaseMemory &memory)
    : m_session(session),
      m_cells(cells),
      m_memory(memory),
      m_cell(cell),
      m_baseline(cells.baselineOf(session.summaries().keys(), cell)),
      m_summary(session.summary(cell))
{
    if (m_memory.caseIndex != summary().key.caseIndex)
        m_memory = {.caseIndex = summary().key.caseIndex};
}

const CellSummary *GridSubject::baseline() const
{
    if (m_baseline < 0)
        return nullptr;
    if (!m_baselineSummary)
        m_baselineSummary = m_session.summary(m_baseline);
    return &*m_baselineSummary;
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
    return m_baseline < 0 ? nullptr : m_session.body(m_baseline);
}

} // namespace Tempera
