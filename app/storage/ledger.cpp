// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/ledger.h"

#include "app/storage/ledgerworker.h"
#include "app/storage/reply.h"

#include <future>
#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {

Ledger::Ledger(const QString &path, const Clock &clock, TraceStorage traces)
    : m_path(path), m_clock(clock), m_traces(traces), m_worker(new LedgerWorker)
{
    m_thread.setObjectName(u"ledger"_s);
    m_worker->moveToThread(&m_thread);
    // Runs on the storage thread after its event loop: the connection closes where it was opened.
    QObject::connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.start();
}

Ledger::~Ledger()
{
    // After all that was posted before, so that nothing is lost.
    post([](LedgerWorker &worker) { worker.thread()->quit(); });
    m_thread.wait();
}

template<typename Function>
void Ledger::post(Function function)
{
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, function = std::move(function)]() mutable { function(*worker); }, Qt::QueuedConnection);
}

std::unique_ptr<Ledger> Ledger::openBeside(const QString &path, const Clock &clock, TraceStorage traces)
{
    std::unique_ptr<Ledger> ledger(new Ledger(path, clock, traces));
    ledger->post([path](LedgerWorker &worker) { worker.open(path); });
    return ledger;
}

Result<std::unique_ptr<Ledger>> Ledger::open(const QString &path, const Clock &clock, TraceStorage traces)
{
    std::unique_ptr<Ledger> ledger = openBeside(path, clock, traces);
    if (const Result<void> result = ledger->waitUntilOpen(); !result)
        return std::unexpected(result.error());
    return ledger;
}

void Ledger::whenOpen(QObject *guard, std::function<void(Result<void>)> callback)
{
    const Reply<Result<void>> reply(guard, std::move(callback));
    post([reply](LedgerWorker &worker) { reply(worker.opened()); });
}

Result<void> Ledger::waitUntilOpen()
{
    auto promise = std::make_shared<std::promise<Result<void>>>();
    std::future<Result<void>> opened = promise->get_future();
    post([promise](LedgerWorker &worker) { promise->set_value(worker.opened()); });
    return opened.get();
}

void Ledger::beginRun(const RunRecord &run)
{
    if (run.answered.isValid())
        m_answered.insert(run.id, run.answered);
    post([run](LedgerWorker &worker) { worker.enqueue(Write::Begin{run}); });
}

void Ledger::saveCell(const QUuid &run, const Cell &cell)
{
    Write::Save job{run, cell, m_answered.value(run, m_clock.now()).toMSecsSinceEpoch()};
    if (m_traces == TraceStorage::Drop)
        job.cell.trace.clear();
    post([job = std::move(job)](LedgerWorker &worker) mutable { worker.enqueue(std::move(job)); });
}

void Ledger::saveBranch(const QUuid &run, const Branch &branch)
{
    post([job = Write::SaveBranch{run, branch}](LedgerWorker &worker) mutable { worker.enqueue(std::move(job)); });
}

void Ledger::finishRun(const QUuid &run, RunState state, const QDateTime &finished)
{
    m_answered.remove(run);
    post([run, state, finished](LedgerWorker &worker) { worker.enqueue(Write::Finish{run, state, finished}); });
}

void Ledger::listRuns(int limit, QObject *guard, std::function<void(Result<QList<RunSummary>>)> callback)
{
    const Reply<Result<QList<RunSummary>>> reply(guard, std::move(callback));
    post([limit, reply](LedgerWorker &worker) { reply(worker.listRuns(limit)); });
}

void Ledger::loadPage(const QUuid &run, const RunPage &page, QObject *guard, std::function<void(Result<StoredRun>)> callback)
{
    const Reply<Result<StoredRun>> reply(guard, std::move(callback));
    post([run, page, reply](LedgerWorker &worker) { reply(worker.loadPage(run, page)); });
}

void Ledger::loadCells(const QUuid &run, const QList<CellKey> &cells, QObject *guard,
                       std::function<void(Result<std::vector<Cell>>)> callback)
{
    const Reply<Result<std::vector<Cell>>> reply(guard, std::move(callback));
    post([run, cells, reply](LedgerWorker &worker) { reply(worker.loadCells(run, cells)); });
}

void Ledger::saveRating(const QUuid &run, const CellKey &cell, const Rating &rating)
{
    Write::Rate job{run, cell, rating, m_clock.now().toMSecsSinceEpoch()};
    post([job = std::move(job)](LedgerWorker &worker) mutable { worker.enqueue(std::move(job)); });
}

void Ledger::savePair(const QUuid &run, const JudgedPair &pair)
{
    post([job = Write::Judge{run, pair, m_clock.now().toMSecsSinceEpoch()}](LedgerWorker &worker) { worker.enqueue(job); });
}

void Ledger::removePair(const QUuid &run, const JudgedPair &pair)
{
    post([job = Write::TakeBack{run, pair}](LedgerWorker &worker) { worker.enqueue(job); });
}

void Ledger::loadJudgements(const QUuid &run, QObject *guard, std::function<void(Result<Judgements>)> callback)
{
    const Reply<Result<Judgements>> reply(guard, std::move(callback));
    post([run, reply](LedgerWorker &worker) { reply(worker.loadJudgements(run)); });
}

void Ledger::totalsSince(const QDateTime &since, QObject *guard, std::function<void(Result<LedgerTotals>)> callback)
{
    const Reply<Result<LedgerTotals>> reply(guard, std::move(callback));
    post([ms = since.toMSecsSinceEpoch(), reply](LedgerWorker &worker) { reply(worker.totalsSince(ms)); });
}

void Ledger::loadSpending(const SpendingQuery &query, QObject *guard, std::function<void(Result<QList<SpendingRow>>)> callback)
{
    const Reply<Result<QList<SpendingRow>>> reply(guard, std::move(callback));
    post([query, reply](LedgerWorker &worker) { reply(worker.spending(query)); });
}

void Ledger::flush(QObject *guard, std::function<void(Result<void>)> callback)
{
    const Reply<Result<void>> reply(guard, std::move(callback));
    post([reply](LedgerWorker &worker) { reply(worker.flush()); });
}

void Ledger::find(const QByteArray &key, QObject *guard, std::function<void(std::optional<CachedAnswer>)> callback)
{
    const Reply<std::optional<CachedAnswer>> reply(guard, std::move(callback));
    post([key, now = m_clock.now().toMSecsSinceEpoch(), reply](LedgerWorker &worker) { reply(worker.findAnswer(key, now)); });
}

void Ledger::listAnswers(const CacheQuery &query, QObject *guard, std::function<void(Result<CachePage>)> callback)
{
    const Reply<Result<CachePage>> reply(guard, std::move(callback));
    post([query, reply](LedgerWorker &worker) { reply(worker.listAnswers(query)); });
}

void Ledger::removeAnswers(const QList<QByteArray> &keys, QObject *guard, std::function<void(Result<qint64>)> callback)
{
    const Reply<Result<qint64>> reply(guard, std::move(callback));
    post([keys, reply](LedgerWorker &worker) { reply(worker.removeAnswers(keys)); });
}

void Ledger::clearAnswers(const QDateTime &before, QObject *guard, std::function<void(Result<qint64>)> callback)
{
    const Reply<Result<qint64>> reply(guard, std::move(callback));
    post([before, reply](LedgerWorker &worker) { reply(worker.clearAnswers(before)); });
}

void Ledger::put(const QByteArray &key, const CachedAnswer &answer)
{
    Write::Put job{key, answer, m_clock.now().toMSecsSinceEpoch()};
    post([job = std::move(job)](LedgerWorker &worker) mutable { worker.enqueue(std::move(job)); });
}

void Ledger::saveBatch(const BatchRecord &batch, QObject *guard, std::function<void(Result<void>)> callback)
{
    const Reply<Result<void>> reply(guard, std::move(callback));
    post([batch, reply](LedgerWorker &worker) {
        worker.enqueue(Write::KeepBatch{batch});
        reply(worker.flush());
    });
}

void Ledger::listBatches(QObject *guard, std::function<void(Result<QList<BatchRecord>>)> callback)
{
    const Reply<Result<QList<BatchRecord>>> reply(guard, std::move(callback));
    post([reply](LedgerWorker &worker) { reply(worker.listBatches()); });
}

} // namespace Tempera
