// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/storedbatches.h"

#include "app/cli/batchreport.h"

#include <utility>

namespace Tempera {

BatchContext batchContext(const CliContext &context)
{
    return {context.session.store, context.session.clock, context.batches, context.batchStore};
}

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

void StoredBatchesCommand::ask(BatchRound::Errand errand, const QList<BatchRecord> &batches,
                               std::function<void(const BatchRound &round)> done)
{
    m_round = std::make_unique<BatchRound>(batchContext(context()), errand, batches);
    connect(m_round.get(), &BatchRound::failed, this, [this](const BatchRecord &, const Error &error) { complain(error); });
    connect(m_round.get(), &BatchRound::unkept, this, [this](const Error &error) { complainOfLedger(error); });
    connect(m_round.get(), &BatchRound::finished, this, [this, done = std::move(done)] { done(*m_round); });
    m_round->start();
}

} // namespace Tempera
