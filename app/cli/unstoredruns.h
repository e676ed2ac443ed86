// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/ports/runstore.h"

namespace Tempera {

/// For `run --no-ledger`: nothing is kept, and that is not a failure. There are no runs in it.
class UnstoredRuns final : public RunStore
{
public:
    void beginRun(const RunRecord &) override { }
    void saveCell(const QUuid &, const Cell &) override { }
    void saveBranch(const QUuid &, const Branch &) override { }
    void finishRun(const QUuid &, RunState, const QDateTime &) override { }
    void listRuns(int limit, QObject *guard, std::function<void(Result<QList<RunSummary>>)> callback) override;
    void loadRun(const QUuid &run, QObject *guard, std::function<void(Result<StoredRun>)> callback) override;
    void loadTrace(const QUuid &run, const CellKey &cell, QObject *guard, std::function<void(Result<Trace>)> callback) override;
    void totalsSince(const QDateTime &since, QObject *guard, std::function<void(Result<LedgerTotals>)> callback) override;
    void flush(QObject *guard, std::function<void(Result<void>)> callback) override;
};

} // namespace Tempera
