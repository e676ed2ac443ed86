// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/checksmodel.h"

#include "models/checks/checkkinds.h"

#include <QLocale>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace Tempera {

ChecksModel::ChecksModel(ExperimentDocument &document, QObject *parent) : QAbstractTableModel(parent), m_document(document)
{
    sync();
    connect(&m_document, &ExperimentDocument::experimentChanged, this, &ChecksModel::sync);
}

int ChecksModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_defaults.size() + m_own.size());
}

int ChecksModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

const CheckSpec &ChecksModel::check(int row) const
{
    return isForAll(row) ? m_defaults.at(row) : m_own.at(row - m_defaults.size());
}

QVariant ChecksModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const CheckSpec &spec = check(index.row());
    if (role == IsForAllRole)
        return isForAll(index.row());
    if (role == IsKnownRole)
        return checkKind(spec.type).has_value();
    if (role == Qt::ToolTipRole) {
        const QString problem = checkProblem(spec);
        return problem.isEmpty() ? checkSentence(spec) : problem;
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case SentenceColumn: return checkSentence(spec);
    case ScopeColumn: return isForAll(index.row()) ? tr("all cases") : tr("this case");
    case WeightColumn: return QLocale().toString(spec.weight, 'g', QLocale::FloatingPointShortest);
    case MetricColumn: return spec.metric;
    default: return {};
    }
}

QVariant ChecksModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    if (orientation == Qt::Vertical)
        return section + 1;
    switch (section) {
    case SentenceColumn: return tr("Check");
    case ScopeColumn: return tr("For");
    case WeightColumn: return tr("Weight");
    case MetricColumn: return tr("Metric");
    default: return {};
    }
}

void ChecksModel::setCaseIndex(int index)
{
    m_case = index;
    sync();
}

int ChecksModel::saveCheck(int row, const CheckSpec &check, bool forAll)
{
    Experiment next = m_document.experiment();
    const bool hasCase = m_case >= 0 && m_case < next.cases.size();
    if (!forAll && !hasCase)
        return -1;
    QList<CheckSpec> &target = forAll ? next.defaultCase.checks : next.cases[m_case].checks;
    const bool replaces = row >= 0 && row < rowCount();
    qsizetype at = target.size();
    if (replaces && isForAll(row) == forAll) {
        at = forAll ? row : row - m_defaults.size();
        target[at] = check;
    } else {
        target += check;
        if (replaces && !forAll)
            next.defaultCase.checks.removeAt(row);
        else if (replaces)
            next.cases[m_case].checks.removeAt(row - m_defaults.size());
    }
    const qsizetype defaults = next.defaultCase.checks.size();
    m_document.edit(std::move(next), replaces ? tr("Change a check") : tr("Add a check"));
    return static_cast<int>(forAll ? at : defaults + at);
}

void ChecksModel::removeChecks(QList<int> rows)
{
    Experiment next = m_document.experiment();
    std::ranges::sort(rows, std::greater<>());
    for (const int row : std::as_const(rows)) {
        if (row < 0 || row >= rowCount())
            continue;
        if (isForAll(row))
            next.defaultCase.checks.removeAt(row);
        else
            next.cases[m_case].checks.removeAt(row - m_defaults.size());
    }
    m_document.edit(std::move(next), tr("Remove checks"));
}

void ChecksModel::sync()
{
    const Experiment &experiment = m_document.experiment();
    QList<CheckSpec> own;
    if (m_case >= 0 && m_case < experiment.cases.size())
        own = experiment.cases.at(m_case).checks;
    const QList<CheckSpec> &defaults = experiment.defaultCase.checks;
    if (own == m_own && defaults == m_defaults)
        return;
    if (own.size() == m_own.size() && defaults.size() == m_defaults.size()) {
        m_own = own;
        m_defaults = defaults;
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_defaults = defaults;
    m_own = own;
    endResetModel();
}

} // namespace Tempera
