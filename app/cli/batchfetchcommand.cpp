// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/batchfetchcommand.h"

#include "app/cli/batchreport.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>
#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// A batch that failed as a whole has no results; each of its requests failed so.
BatchResults failedResults(const BatchRecord &batch)
{
    BatchResults results;
    const QString why = batch.detail.isEmpty() ? u"the batch failed as a whole"_s : batch.detail;
    for (const QString &name : batch.items) {
        BatchItem item;
        item.name = name;
        item.outcome = BatchOutcome::Failed;
        item.error = failure(ErrorKind::BadRequest, why).error();
        item.source = batch.id;
        results.items.push_back(item);
    }
    return results;
}

/// A batch of which nobody knows whether there is one has no results either, and its cells are to be asked again.
bool hasResults(const BatchRecord &batch)
{
    return !batch.id.isEmpty() && batch.state != BatchState::Failed;
}

} // namespace

/// All where none is named.
Result<QList<BatchRecord>> BatchStatusCommand::choose(const QList<BatchRecord> &all) const
{
    if (arguments().batch.isEmpty())
        return all;
    return StoredBatchesCommand::choose(all);
}

void BatchStatusCommand::take(const QList<BatchRecord> &batches)
{
    refresh(batches, [this](const QList<BatchRecord> &told, bool isAllTold) {
        if (arguments().run.shape == OutputShape::Json)
            writeJson(batchesJson(told));
        else if (told.isEmpty())
            say(QCoreApplication::translate("Cli", "The ledger has no batches."));
        else
            writeOut(batchesTable(told, *context().out));
        Q_EMIT finished(isAllTold ? ExitCode::Passed : ExitCode::RunError);
    });
}

void BatchCancelCommand::take(const QList<BatchRecord> &batches)
{
    const auto cancel = [this](const BatchRecord &batch, BatchService::Told told) {
        context().batches->cancel(batch, this, std::move(told));
    };
    forEach(batches, cancel, [this](const QList<BatchRecord> &told, bool isAllTold) {
        for (const BatchRecord &batch : told)
            say(QCoreApplication::translate("Cli", "%1: %2").arg(batch.id, batchStateName(batch.state)));
        Q_EMIT finished(isAllTold ? ExitCode::Passed : ExitCode::RunError);
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
    refresh(batches, [this](const QList<BatchRecord> &told, bool isAllTold) {
        const auto isOpen = [](const BatchRecord &batch) { return !batch.id.isEmpty() && !isOver(batch.state); };
        if (std::ranges::any_of(told, isOpen)) {
            writeOut(batchesTable(told, *context().out));
            say(QCoreApplication::translate("Cli", "Not all batches of this run are over; fetch the answers later."));
        }
        if (!isAllTold || std::ranges::any_of(told, isOpen)) {
            Q_EMIT finished(ExitCode::RunError);
            return;
        }
        m_batches = told;
        m_runId = told.constFirst().run;
        fetchNext();
    });
}

void BatchFetchCommand::fetchNext()
{
    if (m_batches.isEmpty())
        return merge();
    const BatchRecord batch = m_batches.takeFirst();
    if (!hasResults(batch)) {
        if (batch.state == BatchState::Failed)
            fetched(batch, failedResults(batch));
        else
            fetched(batch, BatchResults());
        return;
    }
    context().batches->fetch(batch, this, [this, batch](const Result<BatchResults> &results) { fetched(batch, results); });
}

void BatchFetchCommand::fetched(const BatchRecord &batch, const Result<BatchResults> &results)
{
    if (!results) {
        Error error = results.error();
        if (error.place.isEmpty())
            error.place = batch.id;
        complain(error);
        Q_EMIT finished(ExitCode::RunError);
        return;
    }
    std::ranges::copy(results->items, std::back_inserter(m_results.items));
    m_results.faults += results->faults;
    fetchNext();
}

void BatchFetchCommand::merge()
{
    RunArguments run = arguments().run;
    run.resume = m_runId.toString(QUuid::WithoutBraces);
    m_run = std::make_unique<AnsweredRun>(context(), run, std::exchange(m_results, {}));
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
