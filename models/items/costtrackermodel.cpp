// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/costtrackermodel.h"

#include "models/charts/spendingchart.h"
#include "models/core/saturation.h"
#include "models/items/celltext.h"
#include "models/session/runoptions.h"

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

QString trackedPeriod(int row)
{
    switch (row) {
    case CostTrackerModel::ThisRun: return CostTrackerModel::tr("This run");
    case CostTrackerModel::Today: return CostTrackerModel::tr("Today");
    case CostTrackerModel::ThisMonth: return CostTrackerModel::tr("This month");
    default: return CostTrackerModel::tr("Since the beginning");
    }
}

} // namespace

CostTrackerModel::CostTrackerModel(QObject *parent) : QAbstractTableModel(parent) { }

void CostTrackerModel::setSpent(Row row, const SpendingRow &spent)
{
    m_spent[static_cast<std::size_t>(row)] = spent;
    Q_EMIT dataChanged(index(row, 0), index(row, Cost));
}

void CostTrackerModel::setRun(const RunTotals &totals)
{
    setSpent(ThisRun, spendingOfRun(totals));
}

int CostTrackerModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : rows;
}

int CostTrackerModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Cost + 1;
}

QVariant CostTrackerModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::TextAlignmentRole && index.column() != Period)
        return Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter).toInt();
    if (role != Qt::DisplayRole)
        return {};
    if (index.column() == Period)
        return trackedPeriod(index.row());
    const std::optional<SpendingRow> &spent = m_spent[static_cast<std::size_t>(index.row())];
    if (!spent)
        return u"…"_s;
    switch (index.column()) {
    case Requests: return CellText::number(spent->cells);
    case Input: return CellText::number(spent->inputTokens);
    case Cached: return index.row() == ThisRun ? u"–"_s : cachedShareText(*spent);
    case Output: return CellText::number(spent->outputTokens);
    case Total: return CellText::number(Saturated::sum(spent->inputTokens, spent->outputTokens));
    case Cost: return spentText(*spent);
    default: return {};
    }
}

QVariant CostTrackerModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Period: return tr("Period");
    case Requests: return tr("Requests");
    case Input: return tr("Tokens in");
    case Cached: return tr("Cached");
    case Output: return tr("Tokens out");
    case Total: return tr("Total");
    case Cost: return tr("Cost");
    default: return {};
    }
}

SpendingRow spendingOfRun(const RunTotals &totals)
{
    SpendingRow row;
    row.cells = totals.answered();
    row.inputTokens = totals.inputTokens;
    row.outputTokens = totals.outputTokens;
    row.cost = totals.cost;
    row.unknownCosts = totals.unknownCosts;
    row.failed = totals.failed;
    return row;
}

QString costTrackerText(CostTrackerModel::Row row, const SpendingRow &spent)
{
    return CostTrackerModel::tr("%1: %2 tokens in + %3 out = %4, %5")
        .arg(trackedPeriod(row), CellText::number(spent.inputTokens), CellText::number(spent.outputTokens),
             CellText::number(Saturated::sum(spent.inputTokens, spent.outputTokens)), spentText(spent));
}

} // namespace Tempera
