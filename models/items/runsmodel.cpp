// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/runsmodel.h"

#include "models/items/celltext.h"
#include "models/session/resume.h"
#include "models/text/displaytext.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr int shownRuns = 500;

QString costText(const RunSummary &summary)
{
    if (summary.unknownCosts == 0)
        return moneyText(summary.cost);
    if (summary.cost == Money())
        return moneyText(std::nullopt);
    return u"≥ "_s + moneyText(summary.cost);
}

QString cellsForm(RunState state)
{
    switch (state) {
    case RunState::Stopped: return RunsModel::tr("stopped: %1/%2");
    case RunState::Interrupted: return RunsModel::tr("interrupted: %1/%2");
    case RunState::Running:
    case RunState::Finished:
    case RunState::Failed: break;
    }
    return u"%1/%2"_s;
}

} // namespace

RunsModel::RunsModel(RunStore *store, QObject *parent) : QAbstractTableModel(parent), m_store(store) { }

int RunsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_runs.size());
}

int RunsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant RunsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const RunSummary &summary = m_runs.at(index.row());
    if (role == IdRole)
        return summary.run.id;
    if (role == ResumableRole)
        return isResumable(summary.run);
    if (role == Qt::ToolTipRole) {
        return tr("%1\n%2 of %3 cells · checks passed %4, failed %5 · errors %6 · %7")
            .arg(firstLine(summary.run.title, 200))
            .arg(summary.storedCells)
            .arg(summary.run.plannedCells)
            .arg(summary.passed)
            .arg(summary.failed)
            .arg(summary.errors)
            .arg(costText(summary));
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case StartedColumn: return QLocale().toString(summary.run.started.toLocalTime(), QLocale::ShortFormat);
    case TitleColumn: return firstLine(summary.run.title, 100);
    case CellsColumn:
        return cellsForm(summary.run.state).arg(summary.storedCells).arg(summary.run.plannedCells);
    case ChecksColumn: return u"✓ %1  ✗ %2"_s.arg(summary.passed).arg(summary.failed + summary.errors);
    case CostColumn: return costText(summary);
    default: return {};
    }
}

QVariant RunsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    if (orientation == Qt::Vertical)
        return section + 1;
    switch (section) {
    case StartedColumn: return tr("Started");
    case TitleColumn: return tr("Experiment");
    case CellsColumn: return tr("Cells");
    case ChecksColumn: return tr("Checks");
    case CostColumn: return tr("Cost");
    default: return {};
    }
}

void RunsModel::reload()
{
    if (!m_store)
        return;
    m_store->listRuns(shownRuns, this, [this](const Result<QList<RunSummary>> &runs) {
        if (!runs) {
            Q_EMIT failed(runs.error());
            return;
        }
        beginResetModel();
        m_runs = *runs;
        endResetModel();
        Q_EMIT loaded();
    });
}

} // namespace Tempera
