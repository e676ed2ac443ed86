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

QString cellsForm(const RunRecord &run)
{
    if (waitsForBatches(run) && run.state != RunState::Running)
        return RunsModel::tr("waits for its batches: %1/%2");
    switch (run.state) {
    case RunState::Stopped: return RunsModel::tr("stopped: %1/%2");
    case RunState::Interrupted: return RunsModel::tr("interrupted: %1/%2");
    case RunState::Running:
    case RunState::Finished:
    case RunState::Failed: break;
    }
    return u"%1/%2"_s;
}

/// "120/120 · ✓ 110  ✗ 10 · $0.02".
QString summaryLine(const RunSummary &summary)
{
    QStringList parts{cellsForm(summary.run).arg(summary.answered()).arg(summary.run.plannedCells)};
    if (summary.notNeeded > 0)
        parts += RunsModel::tr("not needed: %1").arg(summary.notNeeded);
    parts += u"✓ %1  ✗ %2"_s.arg(summary.passed).arg(summary.failed + summary.errors);
    parts += costText(summary);
    return parts.join(u" · "_s);
}

} // namespace

RunsModel::RunsModel(RunStore *store, QObject *parent) : QAbstractListModel(parent), m_store(store) { }

int RunsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_runs.size());
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
            .arg(summary.answered())
            .arg(summary.run.plannedCells)
            .arg(summary.passed)
            .arg(summary.failed)
            .arg(summary.errors)
            .arg(costText(summary));
    }
    if (role == SummaryRole)
        return summaryLine(summary);
    if (role == FailedRole)
        return summary.run.state == RunState::Interrupted || summary.run.state == RunState::Failed;
    const QString started = QLocale().toString(summary.run.started.toLocalTime(), QLocale::ShortFormat);
    const QString name = u"%1  %2"_s.arg(started, firstLine(summary.run.title, 100));
    if (role == Qt::DisplayRole)
        return name;
    if (role == Qt::AccessibleTextRole)
        return u"%1, %2"_s.arg(name, summaryLine(summary));
    return {};
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
