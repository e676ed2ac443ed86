// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/batchbook.h"

#include <QSet>

#include <algorithm>
#include <utility>

namespace Tempera {
namespace {

/// The newest runs, among which those of the batches are looked for: batches are over within a day.
constexpr int runsSearchedForBatches = 2'000;

} // namespace

BatchBook::BatchBook(const BatchContext &context, QObject *parent) : QObject(parent), m_context(context) { }

BatchBook::~BatchBook() = default;

void BatchBook::reload()
{
    const quint64 turn = ++m_turn;
    m_context.store->listBatches(this, [this, turn](const Result<QList<BatchRecord>> &batches) {
        if (turn != m_turn)
            return;
        if (batches)
            listRuns(*batches, turn);
        else
            Q_EMIT failed(batches.error());
    });
}

void BatchBook::listRuns(const QList<BatchRecord> &batches, quint64 turn)
{
    const int most = batches.isEmpty() ? 1 : runsSearchedForBatches;
    m_context.runs->listRuns(most, this, [this, batches, turn](const Result<QList<RunSummary>> &runs) {
        if (turn != m_turn)
            return;
        if (!runs) {
            Q_EMIT failed(runs.error());
            return;
        }
        QSet<QUuid> wanted;
        for (const BatchRecord &batch : batches)
            wanted.insert(batch.run);
        m_runs.clear();
        for (const RunSummary &each : *runs) {
            if (wanted.contains(each.run.id))
                m_runs.insert(each.run.id, each);
        }
        m_batches = batches;
        m_isLoaded = true;
        Q_EMIT loaded();
    });
}

QList<BatchRecord> BatchBook::batchesOf(const QUuid &run) const
{
    QList<BatchRecord> found;
    for (const BatchRecord &batch : m_batches) {
        if (batch.run == run)
            found += batch;
    }
    return found;
}

std::optional<RunSummary> BatchBook::run(const QUuid &id) const
{
    const auto found = m_runs.constFind(id);
    return found == m_runs.cend() ? std::nullopt : std::optional(*found);
}

bool BatchBook::isMerged(const QUuid &run) const
{
    const auto found = m_runs.constFind(run);
    return found != m_runs.cend() && found->run.state == RunState::Finished;
}

void BatchBook::ask(BatchRound::Errand errand, const QList<BatchRecord> &batches)
{
    m_wishes.append({errand, batches});
    if (!m_round)
        askNext();
}

void BatchBook::askNext()
{
    if (m_wishes.isEmpty()) {
        m_round = nullptr;
        Q_EMIT askingChanged();
        return;
    }
    const bool isFirst = m_round == nullptr;
    const Wish wish = m_wishes.takeFirst();
    m_round = new BatchRound(m_context, wish.errand, wish.batches, this);
    connect(m_round, &BatchRound::told, this, &BatchBook::take);
    connect(m_round, &BatchRound::failed, this, &BatchBook::notTold);
    connect(m_round, &BatchRound::unkept, this, &BatchBook::failed);
    connect(
        m_round, &BatchRound::finished, this,
        [this, round = m_round] {
            round->deleteLater();
            askNext();
        },
        Qt::QueuedConnection); // not from within the call that asks
    if (isFirst)
        Q_EMIT askingChanged();
    m_round->start();
}

void BatchBook::take(const BatchRecord &batch)
{
    const auto known = std::ranges::find_if(
        m_batches, [&batch](const BatchRecord &each) { return each.run == batch.run && each.number == batch.number; });
    if (known == m_batches.end()) {
        reload();
        return;
    }
    const bool wasUnderWay = isUnderWay(*known);
    *known = batch;
    Q_EMIT changed(static_cast<int>(known - m_batches.begin()));
    const QList<BatchRecord> ofRun = batchesOf(batch.run);
    if (wasUnderWay && std::ranges::none_of(ofRun, &isUnderWay))
        Q_EMIT runIsOver(batch.run);
}

} // namespace Tempera
