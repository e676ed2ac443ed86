// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/batchfetchcommand.h"

#include "app/cli/batchreport.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {

/// All where none is named.
Result<QList<BatchRecord>> BatchStatusCommand::choose(const QList<BatchRecord> &all) const
{
    if (arguments().batch.isEmpty())
        return all;
    return StoredBatchesCommand::choose(all);
}

void BatchStatusCommand::take(const QList<BatchRecord> &batches)
{
    ask(BatchRound::Errand::Refresh, batches, [this](const BatchRound &round) {
        if (arguments().run.shape == OutputShape::Json)
            writeJson(batchesJson(round.batches()));
        else if (round.batches().isEmpty())
            say(QCoreApplication::translate("Cli", "The ledger has no batches."));
        else
            writeOut(batchesTable(round.batches(), *context().out));
        Q_EMIT finished(round.isAllTold() ? ExitCode::Passed : ExitCode::RunError);
    });
}

void BatchCancelCommand::take(const QList<BatchRecord> &batches)
{
    ask(BatchRound::Errand::Cancel, batches, [this](const BatchRound &round) {
        for (const BatchRecord &batch : round.batches())
            say(QCoreApplication::translate("Cli", "%1: %2").arg(batch.id, batchStateName(batch.state)));
        Q_EMIT finished(round.isAllTold() ? ExitCode::Passed : ExitCode::RunError);
    });
}

/// All batches of the run: its cells are merged together.
Result<QList<BatchRecord>> BatchFetchCommand::choose(const QList<BatchRecord> &all) const
{
    const Result<QList<BatchRecord>> named = StoredBatchesCommand::choose(all);
    if (!named)
        return named;
    QList<BatchRecord> ofRun;
    for (const BatchRecord &batch : all) {
        if (batch.run == named->constFirst().run)
            ofRun += batch;
    }
    return ofRun;
}

void BatchFetchCommand::take(const QList<BatchRecord> &batches)
{
    m_fetch = std::make_unique<BatchFetch>(batchContext(context()), batches);
    connect(m_fetch.get(), &BatchFetch::failed, this, [this](const Error &error) { complain(error); });
    connect(m_fetch.get(), &BatchFetch::unkept, this, [this](const Error &error) { complainOfLedger(error); });
    connect(m_fetch.get(), &BatchFetch::finished, this, &BatchFetchCommand::takeEnd);
    m_fetch->start();
}

void BatchFetchCommand::takeEnd()
{
    if (m_fetch->outcome() == BatchFetch::Outcome::Fetched)
        return merge();
    if (std::ranges::any_of(m_fetch->batches(), &isUnderWay)) {
        writeOut(batchesTable(m_fetch->batches(), *context().out));
        say(QCoreApplication::translate("Cli", "Not all batches of this run are over; fetch the answers later."));
    }
    Q_EMIT finished(ExitCode::RunError);
}

void BatchFetchCommand::merge()
{
    RunArguments run = arguments().run;
    run.resume = m_fetch->batches().constFirst().run.toString(QUuid::WithoutBraces);
    m_run = std::make_unique<AnsweredRun>(context(), run, m_fetch->takeResults());
    connect(m_run.get(), &Command::finished, this, &Command::finished);
    m_run->start();
}

void BatchFetchCommand::interrupt()
{
    if (m_run)
        m_run->interrupt();
    else
        Command::interrupt();
}

} // namespace Tempera
