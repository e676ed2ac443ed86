// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Another run or a file that stands in the grid, before the columns of the run that is shown.

#include "models/items/gridmodel.h"

using namespace Qt::StringLiterals;

namespace Tempera {

void GridModel::setBaselineRun(const OtherRun &run)
{
    if (run == m_other)
        return;
    if (run.answers != m_other.answers) {
        if (m_other.answers)
            disconnect(m_other.answers.get(), nullptr, this, nullptr);
        if (run.answers)
            connect(run.answers.get(), &BaselineAnswers::arrived, this, [this] {
                if (rowCount() > 0 && baselineColumns() > 0)
                    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, baselineColumns() - 1));
            });
    }
    if (run.answers != m_other.answers || !run.table || !m_other.table || !run.table->standsLike(*m_other.table))
        return rebuildBeside(run);
    m_other = run; // the same, counted again
    m_search.setBaseline(run);
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

int GridModel::nearestCell(const QModelIndex &index) const
{
    if (!index.isValid() || sourceColumn(index.column()) >= 0)
        return cellAt(index);
    for (int column = baselineColumns(); column < columnCount(); ++column) {
        const GridColumn &place = m_cells.column(sourceColumn(column));
        const int cell = m_cells.first(sourceRow(index.row()), sourceColumn(column));
        if (cell >= 0 && m_other.table->columnFor(place.promptIndex, place.variantIndex) == index.column())
            return cell;
    }
    return -1;
}

int GridModel::otherCellAt(const QModelIndex &index) const
{
    return m_other.table->first(m_cells.caseAt(sourceRow(index.row())), index.column());
}

QString GridModel::otherHead(int cell) const
{
    const CellSummary summary = m_other.table->cell(cell);
    if (summary.state == CellState::Done && !summary.hasText)
        return tr("(empty)");
    const Cell *body = m_other.answers ? m_other.answers->body(cell) : nullptr;
    return body ? bodyHead(*body) : u"…"_s;
}

/// Of a cell of another run.
QVariant GridModel::otherData(const QModelIndex &index, int role) const
{
    const int cell = otherCellAt(index);
    if (role == CellRole)
        return -1;
    if (cell < 0)
        return {};
    const CellSummary summary = m_other.table->cell(cell);
    switch (role) {
    case Qt::DisplayRole: {
        const QString sign = verdict(index);
        return sign.isEmpty() ? otherHead(cell) : sign + u' ' + otherHead(cell);
    }
    case HeadRole: return otherHead(cell);
    case VerdictRole: return verdict(index);
    case StateRole: return static_cast<int>(summary.state);
    case OutcomeRole: {
        const std::optional<Outcome> outcome = outcomeAt(index);
        return outcome ? QVariant(static_cast<int>(*outcome)) : QVariant();
    }
    case ScoreRole: return isEvaluated(summary) ? QVariant(summary.score) : QVariant();
    case FiguresRole:
    case Qt::ToolTipRole: return figureParts(summary, std::nullopt).join(u" · "_s);
    case MatchesRole: return true;
    case Qt::AccessibleTextRole: return tr("%1: %2").arg(columnTitle(index.column()), index.data().toString());
    default: return {};
    }
}

} // namespace Tempera
