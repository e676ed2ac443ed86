// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/batchfetch.h"

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

} // namespace

BatchFetch::BatchFetch(const BatchContext &context, const QList<BatchRecord> &batches, QObject *parent)
    : QObject(parent), m_context(context), m_round(context, BatchRound::Errand::Refresh, batches)
{
    connect(&m_round, &BatchRound::told, this, &BatchFetch::told);
    connect(&m_round, &BatchRound::failed, this, [this](const BatchRecord &, const Error &error) { Q_EMIT failed(error); });
    connect(&m_round, &BatchRound::unkept, this, &BatchFetch::unkept);
    connect(&m_round, &BatchRound::finished, this, &BatchFetch::beginFetching);
}

void BatchFetch::beginFetching()
{
    m_batches = m_round.batches();
    if (std::ranges::any_of(m_batches, &isUnderWay))
        end(m_round.isAllTold() ? Outcome::StillOpen : Outcome::Failed);
    else if (m_round.isAllTold())
        fetchNext();
    else
        end(Outcome::Failed);
}

void BatchFetch::fetchNext()
{
    if (m_next == m_batches.size())
        return end(Outcome::Fetched);
    const BatchRecord batch = m_batches.at(m_next);
    // A batch of which nobody knows whether there is one has no results either, and its cells are to be asked again.
    if (batch.state == BatchState::Failed)
        take(batch, failedResults(batch));
    else if (batch.id.isEmpty())
        take(batch, BatchResults());
    else
        m_context.service->fetch(batch, this, [this, batch](const Result<BatchResults> &results) { take(batch, results); });
}

void BatchFetch::take(const BatchRecord &batch, const Result<BatchResults> &results)
{
    if (!results) {
        Error error = results.error();
        if (error.place.isEmpty())
            error.place = batch.id;
        Q_EMIT failed(error);
        end(Outcome::Failed);
        return;
    }
    std::ranges::copy(results->items, std::back_inserter(m_results.items));
    m_results.faults += results->faults;
    BatchRecord &known = m_batches[m_next++];
    if (results->items.empty())
        return fetchNext();
    known.counts = countsOf(*results, known.items.size());
    m_context.store->saveBatch(known, this, [this, known](const Result<void> &kept) {
        if (kept)
            Q_EMIT told(known);
        else
            Q_EMIT unkept(kept.error());
        fetchNext();
    });
}

void BatchFetch::end(Outcome outcome)
{
    m_outcome = outcome;
    Q_EMIT finished();
}

} // namespace Tempera
