// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/unstoredruns.h"

#include <QCoreApplication>

namespace Tempera {
namespace {

/// From the event loop, as the ledger does it.
template<typename T>
void answerLater(QObject *guard, std::function<void(T)> callback, T value)
{
    QMetaObject::invokeMethod(
        guard, [callback = std::move(callback), value = std::move(value)] { callback(value); }, Qt::QueuedConnection);
}

std::unexpected<Error> notKept()
{
    return failure(ErrorKind::Storage, QCoreApplication::translate("Session", "This run is not stored."));
}

} // namespace

void UnstoredRuns::listRuns(int, QObject *guard, std::function<void(Result<QList<RunSummary>>)> callback)
{
    answerLater(guard, std::move(callback), Result<QList<RunSummary>>());
}

void UnstoredRuns::loadPage(const QUuid &, const RunPage &, QObject *guard, std::function<void(Result<StoredRun>)> callback)
{
    answerLater(guard, std::move(callback), Result<StoredRun>(notKept()));
}

void UnstoredRuns::saveCell(const QUuid &, const Cell &cell)
{
    Cell &kept = m_cells[cell.request.key];
    kept = cell;
    kept.trace.clear();
}

void UnstoredRuns::loadCells(const QUuid &, const QList<CellKey> &cells, QObject *guard,
                             std::function<void(Result<std::vector<Cell>>)> callback)
{
    Result<std::vector<Cell>> found;
    for (const CellKey &key : cells) {
        if (const auto kept = m_cells.find(key); kept != m_cells.end())
            found->push_back(kept->second);
    }
    answerLater(guard, std::move(callback), std::move(found));
}

/// Nobody sees its answers before the program ends.
void UnstoredRuns::loadJudgements(const QUuid &, QObject *guard, std::function<void(Result<Judgements>)> callback)
{
    answerLater(guard, std::move(callback), Result<Judgements>());
}

void UnstoredRuns::totalsSince(const QDateTime &, QObject *guard, std::function<void(Result<LedgerTotals>)> callback)
{
    answerLater(guard, std::move(callback), Result<LedgerTotals>());
}

void UnstoredRuns::flush(QObject *guard, std::function<void(Result<void>)> callback)
{
    answerLater(guard, std::move(callback), Result<void>());
}

} // namespace Tempera
