// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/storedbatches.h"

#include "app/cli/batchreport.h"

#include <memory>
#include <utility>

namespace Tempera {

/// Batches that are gone through.
struct StoredBatchesCommand::Round {
    QList<BatchRecord> batches;
    Step step;
    Done done;
    qsizetype at = 0;
    bool isAllTold = true;
};

void StoredBatchesCommand::start()
{
    context().batchStore->listBatches(this, [this](const Result<QList<BatchRecord>> &all) {
        const Result<QList<BatchRecord>> chosen = all.and_then([this](const QList<BatchRecord> &list) { return choose(list); });
        if (chosen) {
            take(*chosen);
            return;
        }
        complainOfLedger(chosen.error());
        Q_EMIT finished(chosen.error().kind == ErrorKind::Usage ? ExitCode::Usage : ExitCode::RunError);
    });
}

Result<QList<BatchRecord>> StoredBatchesCommand::choose(const QList<BatchRecord> &all) const
{
    return batchesNamed(all, m_arguments.batch);
}

void StoredBatchesCommand::forEach(const QList<BatchRecord> &batches, Step step, Done done)
{
    next(std::make_shared<Round>(batches, std::move(step), std::move(done)));
}

void StoredBatchesCommand::next(const std::shared_ptr<Round> &round)
{
    const auto isLeft = [](const BatchRecord &batch) { return isOver(batch.state) || batch.id.isEmpty(); };
    while (round->at < round->batches.size() && isLeft(round->batches.at(round->at)))
        ++round->at;
    if (round->at == round->batches.size())
        return round->done(round->batches, round->isAllTold);
    round->step(round->batches.at(round->at), [this, round](const Result<BatchRecord> &told) {
        if (!told) {
            complain(told.error());
            round->isAllTold = false;
            ++round->at;
            return next(round);
        }
        BatchRecord &known = round->batches[round->at++];
        known = *told;
        known.checked = context().session.clock->now();
        context().batchStore->saveBatch(known, this, [this, round](const Result<void> &kept) {
            if (!kept)
                complainOfLedger(kept.error());
            round->isAllTold = round->isAllTold && kept;
            next(round);
        });
    });
}

void StoredBatchesCommand::refresh(const QList<BatchRecord> &batches, Done done)
{
    forEach(
        batches,
        [this](const BatchRecord &batch, BatchService::Told told) { context().batches->refresh(batch, this, std::move(told)); },
        std::move(done));
}

} // namespace Tempera
