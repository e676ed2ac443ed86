// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/verdictsmodel.h"

#include "models/items/verdicttext.h"

#include <QLocale>

namespace Tempera {

int VerdictsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_verdicts.size());
}

int VerdictsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant VerdictsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Verdict &verdict = m_verdicts.at(index.row());
    if (role != Qt::DisplayRole)
        return VerdictText::data(verdict, role);
    switch (index.column()) {
    case OutcomeColumn: return VerdictText::outcome(verdict);
    case TypeColumn: return verdict.type;
    case ScoreColumn: return verdict.outcome == Outcome::NotEvaluated ? QString() : QLocale().toString(verdict.score, 'g', 3);
    case ReasonColumn: return VerdictText::reason(verdict);
    default: return {};
    }
}

QVariant VerdictsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    if (orientation == Qt::Vertical)
        return section + 1;
    switch (section) {
    case OutcomeColumn: return tr("Outcome");
    case TypeColumn: return tr("Check");
    case ScoreColumn: return tr("Score");
    case ReasonColumn: return tr("Reason");
    default: return {};
    }
}

void VerdictsModel::setVerdicts(const Verdicts &verdicts)
{
    if (verdicts == m_verdicts)
        return;
    beginResetModel();
    m_verdicts = verdicts;
    endResetModel();
}

} // namespace Tempera
