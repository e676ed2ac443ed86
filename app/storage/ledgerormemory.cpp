// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/ledgerormemory.h"

#include "app/storage/setaside.h"

#include <QPointer>
#include <QTimer>

#include <utility>

namespace Tempera {

LedgerOrMemory::LedgerOrMemory(const QString &path, const Clock &clock, Begins begins)
    : m_path(path), m_clock(clock), m_isHeld(begins == Begins::WhenReleased)
{
}

LedgerOrMemory::~LedgerOrMemory()
{
    if (m_ledger && !m_waiting.empty()) // else nothing was written
        (void)waitUntilOpen();
}

Ledger &LedgerOrMemory::ledger()
{
    if (!m_ledger) {
        m_ledger = Ledger::openBeside(m_path, m_clock);
        m_ledger->whenOpen(&m_here, [this](const Result<void> &opened) { settle(opened); });
    }
    return *m_ledger;
}

void LedgerOrMemory::settle(const Result<void> &opened)
{
    if (m_store)
        return;
    if (opened) {
        m_store = m_ledger.get();
    } else {
        m_memory = std::make_unique<MemoryRunStore>(m_clock, opened.error());
        m_store = m_memory.get();
    }
    for (const auto &question : std::exchange(m_waiting, {}))
        question(*m_store);
}

Result<void> LedgerOrMemory::waitUntilOpen()
{
    const Result<void> opened = ledger().waitUntilOpen();
    settle(opened);
    return opened;
}

void LedgerOrMemory::whenOpen(QObject *guard, std::function<void(Result<void>)> callback)
{
    ledger().whenOpen(guard, std::move(callback));
}

Result<QString> LedgerOrMemory::setAside()
{
    (void)waitUntilOpen();
    m_ledger.reset(); // commits and closes
    const Result<QString> aside = setLedgerAside(m_path, m_clock.now().toLocalTime().date());
    m_ledger = Ledger::openBeside(m_path, m_clock);
    const Result<void> opened = m_ledger->waitUntilOpen();
    if (!opened) {
        if (!m_memory)
            m_memory = std::make_unique<MemoryRunStore>(m_clock, opened.error());
        m_store = m_memory.get();
        return aside ? std::unexpected(opened.error()) : aside;
    }
    if (m_memory)
        m_memory->copyTo(*m_ledger);
    m_store = m_ledger.get();
    m_memory.reset();
    return aside;
}

void LedgerOrMemory::release()
{
    m_isHeld = false;
    if (!m_waiting.empty())
        (void)ledger();
}

void LedgerOrMemory::write(std::function<void(RunStore &store)> change)
{
    if (m_store) {
        change(*m_store);
        return;
    }
    m_waiting.push_back(std::move(change));
    (void)ledger();
}

void LedgerOrMemory::ask(QObject *guard, std::function<void(RunStore &store)> question)
{
    if (m_store) {
        question(*m_store);
        return;
    }
    m_waiting.push_back([guard = QPointer(guard), question = std::move(question)](RunStore &store) {
        if (guard)
            question(store);
    });
    if (!m_isHeld)
        (void)ledger();
}

void LedgerOrMemory::beginRun(const RunRecord &run)
{
    write([run](RunStore &store) { store.beginRun(run); });
}

void LedgerOrMemory::saveCell(const QUuid &run, const Cell &cell)
{
    write([run, cell](RunStore &store) { store.saveCell(run, cell); });
}

void LedgerOrMemory::saveBranch(const QUuid &run, const Branch &branch)
{
    write([run, branch](RunStore &store) { store.saveBranch(run, branch); });
}

void LedgerOrMemory::finishRun(const QUuid &run, RunState state, const QDateTime &finished)
{
    write([run, state, finished](RunStore &store) { store.finishRun(run, state, finished); });
}

void LedgerOrMemory::listRuns(int limit, QObject *guard, std::function<void(Result<QList<RunSummary>>)> callback)
{
    ask(guard, [limit, guard, callback](RunStore &store) { store.listRuns(limit, guard, callback); });
}

void LedgerOrMemory::loadPage(const QUuid &run, const RunPage &page, QObject *guard,
                              std::function<void(Result<StoredRun>)> callback)
{
    ask(guard, [run, page, guard, callback](RunStore &store) { store.loadPage(run, page, guard, callback); });
}

void LedgerOrMemory::loadCells(const QUuid &run, const QList<CellKey> &cells, QObject *guard,
                               std::function<void(Result<std::vector<Cell>>)> callback)
{
    ask(guard, [run, cells, guard, callback](RunStore &store) { store.loadCells(run, cells, guard, callback); });
}

void LedgerOrMemory::saveRating(const QUuid &run, const CellKey &cell, const Rating &rating)
{
    write([run, cell, rating](RunStore &store) { store.saveRating(run, cell, rating); });
}

void LedgerOrMemory::savePair(const QUuid &run, const JudgedPair &pair)
{
    write([run, pair](RunStore &store) { store.savePair(run, pair); });
}

void LedgerOrMemory::removePair(const QUuid &run, const JudgedPair &pair)
{
    write([run, pair](RunStore &store) { store.removePair(run, pair); });
}

void LedgerOrMemory::loadJudgements(const QUuid &run, QObject *guard, std::function<void(Result<Judgements>)> callback)
{
    ask(guard, [run, guard, callback](RunStore &store) { store.loadJudgements(run, guard, callback); });
}

void LedgerOrMemory::totalsSince(const QDateTime &since, QObject *guard, std::function<void(Result<LedgerTotals>)> callback)
{
    ask(guard, [since, guard, callback](RunStore &store) { store.totalsSince(since, guard, callback); });
}

void LedgerOrMemory::loadSpending(const SpendingQuery &query, QObject *guard,
                                  std::function<void(Result<QList<SpendingRow>>)> callback)
{
    ask(guard, [query, guard, callback](RunStore &store) { store.loadSpending(query, guard, callback); });
}

void LedgerOrMemory::find(const QByteArray &key, QObject *guard, std::function<void(std::optional<CachedAnswer>)> callback)
{
    ask(guard, [this, key, guard, callback](RunStore &) {
        if (m_memory)
            QTimer::singleShot(0, guard, [callback] { callback(std::nullopt); });
        else
            m_ledger->find(key, guard, callback);
    });
}

void LedgerOrMemory::put(const QByteArray &key, const CachedAnswer &answer)
{
    write([this, key, answer](RunStore &) {
        if (!m_memory)
            m_ledger->put(key, answer);
    });
}

// The ledger that could not be opened says why.
void LedgerOrMemory::listAnswers(const CacheQuery &query, QObject *guard, std::function<void(Result<CachePage>)> callback)
{
    ask(guard, [this, query, guard, callback](RunStore &) { m_ledger->listAnswers(query, guard, callback); });
}

void LedgerOrMemory::removeAnswers(const QList<QByteArray> &keys, QObject *guard, std::function<void(Result<qint64>)> callback)
{
    ask(guard, [this, keys, guard, callback](RunStore &) { m_ledger->removeAnswers(keys, guard, callback); });
}

void LedgerOrMemory::clearAnswers(const QDateTime &before, QObject *guard, std::function<void(Result<qint64>)> callback)
{
    ask(guard, [this, before, guard, callback](RunStore &) { m_ledger->clearAnswers(before, guard, callback); });
}

void LedgerOrMemory::saveBatch(const BatchRecord &batch, QObject *guard, std::function<void(Result<void>)> callback)
{
    ask(guard, [this, batch, guard, callback](RunStore &store) {
        if (m_memory)
            store.flush(guard, callback); // which tells why nothing is kept
        else
            m_ledger->saveBatch(batch, guard, callback);
    });
}

void LedgerOrMemory::listBatches(QObject *guard, std::function<void(Result<QList<BatchRecord>>)> callback)
{
    ask(guard, [this, guard, callback](RunStore &store) {
        if (m_memory)
            store.flush(guard,
                        [callback](const Result<void> &kept) { callback(kept.transform([] { return QList<BatchRecord>(); })); });
        else
            m_ledger->listBatches(guard, callback);
    });
}

void LedgerOrMemory::flush(QObject *guard, std::function<void(Result<void>)> callback)
{
    ask(guard, [guard, callback](RunStore &store) { store.flush(guard, callback); });
}

} // namespace Tempera
