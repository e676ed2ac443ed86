// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/ports/runstore.h"

#include <map>

namespace Tempera {

/// For runs that are not to be kept beyond the program's end (`run --no-ledger`, one that is only planned), which is no failure. There
/// are no runs in it, but the answers of the one that is under way.
class UnstoredRuns final : public RunStore
{
public:
    void beginRun(const RunRecord &) override { }
    void saveCell(const QUuid &run, const Cell &cell) override;
    void saveBranch(const QUuid &, const Branch &) override { }
    void finishRun(const QUuid &, RunState, const QDateTime &) override { }
    void listRuns(int limit, QObject *guard, std::function<void(Result<QList<RunSummary>>)> callback) override;
    void loadPage(const QUuid &run, const RunPage &page, QObject *guard,
                  std::function<void(Result<StoredRun>)> callback) override;
    void loadCells(const QUuid &run, const QList<CellKey> &cells, QObject *guard,
                   std::function<void(Result<std::vector<Cell>>)> callback) override;
    void saveRating(const QUuid &, const CellKey &, const Rating &) override { }
    void savePair(const QUuid &, const JudgedPair &) override { }
    void removePair(const QUuid &, const JudgedPair &) override { }
    void loadJudgements(const QUuid &run, QObject *guard, std::function<void(Result<Judgements>)> callback) override;
    void totalsSince(const QDateTime &since, QObject *guard, std::function<void(Result<LedgerTotals>)> callback) override;
    void flush(QObject *guard, std::function<void(Result<void>)> callback) override;

private:
    std::map<CellKey, Cell> m_cells; ///< Without their traces.
};

} // namespace Tempera
