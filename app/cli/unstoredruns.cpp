// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/unstoredruns.h"

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
    return failure(ErrorKind::Storage, QCoreApplication::translate("Cli", "This run is not stored."));
}

} // namespace

void UnstoredRuns::listRuns(int, QObject *guard, std::function<void(Result<QList<RunSummary>>)> callback)
{
    answerLater(guard, std::move(callback), Result<QList<RunSummary>>());
}

void UnstoredRuns::loadRun(const QUuid &, QObject *guard, std::function<void(Result<StoredRun>)> callback)
{
    answerLater(guard, std::move(callback), Result<StoredRun>(notKept()));
}

void UnstoredRuns::loadTrace(const QUuid &, const CellKey &, QObject *guard, std::function<void(Result<Trace>)> callback)
{
    answerLater(guard, std::move(callback), Result<Trace>(notKept()));
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
