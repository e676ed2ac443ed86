// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/ledger.h"
#include "tests/support/sanitized.h"

#include <QTest>
#include <QTimeZone>

#include <utility>

namespace Tempera {

/// Asks a store and turns the event loop until the callback came: `await<Result<void>>([&](auto *guard, auto done) {
/// store.flush(guard, done); })`. Fails the program when nothing comes within half a minute (five in a sanitizer's build).
template<typename T, typename Ask>
T await(Ask ask)
{
    QObject guard;
    std::optional<T> answer;
    ask(&guard, [&answer](T value) { answer = std::move(value); });
    if (!QTest::qWaitFor([&answer] { return answer.has_value(); }, isSanitized ? 300'000 : 30'000))
        qFatal("no callback came");
    return *std::move(answer);
}

inline Result<void> flushed(RunStore &store)
{
    return await<Result<void>>([&](QObject *guard, auto done) { store.flush(guard, done); });
}

inline Result<std::vector<Cell>> loadedCells(RunStore &store, const QUuid &run, const QList<CellKey> &keys)
{
    return await<Result<std::vector<Cell>>>([&](QObject *guard, auto done) { store.loadCells(run, keys, guard, done); });
}

inline Result<StoredRun> loadedPage(RunStore &store, const QUuid &run, const RunPage &page)
{
    return await<Result<StoredRun>>([&](QObject *guard, auto done) { store.loadPage(run, page, guard, done); });
}

/// A run with the bodies of all its cells.
struct WholeRun {
    RunRecord run;
    std::vector<Cell> cells;
    std::vector<Branch> branches;
};

/// Also looks whether summaries and bodies say the same.
inline Result<WholeRun> loaded(RunStore &store, const QUuid &run)
{
    const Result<StoredRun> stored =
        await<Result<StoredRun>>([&](QObject *guard, auto done) { store.loadRun(run, guard, done); });
    if (!stored)
        return std::unexpected(stored.error());
    QList<CellKey> keys;
    for (const CellSummary &summary : stored->cells)
        keys += summary.key;
    Result<std::vector<Cell>> cells = loadedCells(store, run, keys);
    if (!cells)
        return std::unexpected(cells.error());
    if (cells->size() != stored->cells.size())
        qFatal("a cell of the run is not there");
    for (std::size_t i = 0; i < cells->size(); ++i) {
        if (summaryOf((*cells)[i]) != stored->cells[i])
            qFatal("the summary of cell %d says something else", static_cast<int>(i));
    }
    return WholeRun{stored->run, *std::move(cells), stored->branches};
}

inline Result<QList<RunSummary>> listed(RunStore &store, int limit = 100)
{
    return await<Result<QList<RunSummary>>>([&](QObject *guard, auto done) { store.listRuns(limit, guard, done); });
}

inline Result<LedgerTotals> totals(RunStore &store, const QDateTime &since)
{
    return await<Result<LedgerTotals>>([&](QObject *guard, auto done) { store.totalsSince(since, guard, done); });
}

inline Result<QList<SpendingRow>> spending(RunStore &store, const SpendingQuery &query)
{
    return await<Result<QList<SpendingRow>>>([&](QObject *guard, auto done) { store.loadSpending(query, guard, done); });
}

inline std::optional<CachedAnswer> found(CacheStore &store, const QByteArray &key)
{
    return await<std::optional<CachedAnswer>>([&](QObject *guard, auto done) { store.find(key, guard, done); });
}

inline RunRecord someRun(const QString &title = {})
{
    RunRecord run;
    run.id = QUuid::createUuid();
    run.title = title;
    run.started = QDateTime::fromMSecsSinceEpoch(1'767'225'600'123, QTimeZone::UTC);
    run.plannedCells = 12;
    return run;
}

} // namespace Tempera
