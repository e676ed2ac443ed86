// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/memoryrunstore.h"

#include "app/storage/cellsums.h"
#include "models/core/othertokens.h"

#include <QCoreApplication>

#include <algorithm>
#include <tuple>
#include <utility>

namespace Tempera {
namespace {

QString spendingKey(SpendingBy by, const RunRecord &run, const Cell &cell, const QDateTime &stored)
{
    switch (by) {
    case SpendingBy::Day: return stored.toLocalTime().date().toString(Qt::ISODate);
    case SpendingBy::Model: return cell.model;
    case SpendingBy::Endpoint: return spendingEndpoint(cell.request.endpoint);
    case SpendingBy::Experiment: break;
    }
    return run.title;
}

/// Of an answer and of what else was asked for it.
void addTokens(std::int64_t &sum, const std::optional<std::int64_t> &own, std::int64_t other)
{
    sum = Saturated::sum(sum, Saturated::sum(possibleTokens(own).value_or(0), other));
}

void addSpending(SpendingRow &row, const Cell &cell)
{
    const Money cost = costWithJudges(cell).value_or(Money());
    ++row.cells;
    const OtherTokens other = otherTokens(cell);
    addTokens(row.inputTokens, cell.usage.inputTokens, other.input);
    addTokens(row.cachedInputTokens, cell.usage.cachedInputTokens, other.cachedInput);
    addTokens(row.outputTokens, cell.usage.outputTokens, other.output);
    row.cost += cost;
    row.unknownCosts += costIsUnknown(cell) ? 1 : 0;
    row.retries += cell.retries;
    row.savedByPrefix += cell.saved.prefix;
    row.savedByAnswers += cell.saved.answer;
    if (cell.state == CellState::Failed) {
        ++row.failed;
        row.failedCost += cost;
    }
}

Error noRun(const QUuid &run)
{
    return failure(ErrorKind::Storage,
                   QCoreApplication::translate("Ledger", "There is no run %1.").arg(run.toString(QUuid::WithoutBraces)))
        .error();
}

/// Of the same case under the same two columns.
bool isSamePlace(const JudgedPair &one, const JudgedPair &other)
{
    const auto place = [](const JudgedPair &pair) {
        return std::tuple(pair.first.caseIndex, pair.first.promptIndex, pair.first.variantIndex, pair.second.promptIndex,
                          pair.second.variantIndex);
    };
    return place(one) == place(other);
}

/// From the event loop, as the real ledger does it.
template<typename T>
void reply(QObject *guard, std::function<void(T)> callback, T value)
{
    QMetaObject::invokeMethod(
        guard, [callback = std::move(callback), value = std::move(value)] { callback(value); }, Qt::QueuedConnection);
}

} // namespace

MemoryRunStore::MemoryRunStore(const Clock &clock, std::optional<Error> reason) : m_clock(clock), m_reason(std::move(reason)) { }

MemoryRunStore::KeptRun *MemoryRunStore::kept(const QUuid &run)
{
    const auto found = std::ranges::find_if(m_runs, [&run](const KeptRun &item) { return item.run.id == run; });
    if (found != m_runs.end())
        return &*found;
    if (!m_firstError)
        m_firstError = noRun(run);
    return nullptr;
}

void MemoryRunStore::copyTo(RunStore &store) const
{
    for (const KeptRun &each : m_runs) {
        store.beginRun(each.run);
        for (const KeptCell &kept : each.cells)
            store.saveCell(each.run.id, kept.cell);
        for (const Branch &branch : each.branches)
            store.saveBranch(each.run.id, branch);
        for (auto rated = each.ratings.cbegin(); rated != each.ratings.cend(); ++rated)
            store.saveRating(each.run.id, rated.key(), rated.value());
        for (const JudgedPair &pair : each.pairs)
            store.savePair(each.run.id, pair);
        if (each.run.state != RunState::Running)
            store.finishRun(each.run.id, each.run.state, each.run.finished);
    }
}

void MemoryRunStore::beginRun(const RunRecord &run)
{
    const auto found = std::ranges::find_if(m_runs, [&run](const KeptRun &item) { return item.run.id == run.id; });
    if (found != m_runs.end()) {
        const QDateTime started = found->run.started;
        found->run = run;
        found->run.started = started;
        found->run.finished = {};
        return;
    }
    m_runs.append(KeptRun{.run = run, .cells = {}});
}

void MemoryRunStore::saveCell(const QUuid &run, const Cell &cell)
{
    if (KeptRun *keptRun = kept(run)) {
        const QDateTime &answered = keptRun->run.answered;
        keptRun->cells.insert(cell.request.key, KeptCell{cell, answered.isValid() ? answered : m_clock.now()});
    }
}

void MemoryRunStore::saveBranch(const QUuid &run, const Branch &branch)
{
    if (KeptRun *keptRun = kept(run))
        keptRun->branches.insert(branch.number, branch);
}

void MemoryRunStore::saveRating(const QUuid &run, const CellKey &cell, const Rating &rating)
{
    KeptRun *keptRun = kept(run);
    if (!keptRun)
        return;
    if (rating.isEmpty())
        keptRun->ratings.remove(cell);
    else
        keptRun->ratings.insert(cell, rating);
}

void MemoryRunStore::savePair(const QUuid &run, const JudgedPair &pair)
{
    removePair(run, pair);
    if (KeptRun *keptRun = kept(run))
        keptRun->pairs.insert(std::ranges::upper_bound(keptRun->pairs, pair.number, {}, &JudgedPair::number), pair);
}

void MemoryRunStore::removePair(const QUuid &run, const JudgedPair &pair)
{
    if (KeptRun *keptRun = kept(run))
        std::erase_if(keptRun->pairs, [&pair](const JudgedPair &each) { return isSamePlace(each, pair); });
}

void MemoryRunStore::loadJudgements(const QUuid &run, QObject *guard, std::function<void(Result<Judgements>)> callback)
{
    Judgements found;
    for (const KeptRun &item : std::as_const(m_runs)) {
        if (item.run.id != run)
            continue;
        for (auto rated = item.ratings.cbegin(); rated != item.ratings.cend(); ++rated)
            found.ratings.push_back({rated.key(), rated.value()});
        found.pairs = item.pairs;
    }
    reply<Result<Judgements>>(guard, std::move(callback), std::move(found));
}

void MemoryRunStore::finishRun(const QUuid &run, RunState state, const QDateTime &finished)
{
    if (KeptRun *keptRun = kept(run)) {
        keptRun->run.state = state;
        keptRun->run.finished = finished;
    }
}

RunSummary MemoryRunStore::summary(const KeptRun &run)
{
    RunSummary sum;
    sum.run = run.run;
    sum.run.experimentYaml.clear();
    for (const KeptCell &item : run.cells) {
        const Cell &cell = item.cell;
        ++sum.storedCells;
        if (cell.grade) {
            sum.passed += cell.grade->outcome == Outcome::Pass;
            sum.failed += cell.grade->outcome == Outcome::Fail || cell.grade->outcome == Outcome::Error;
        }
        sum.errors += cell.state == CellState::Failed;
        sum.notNeeded += cell.state == CellState::NotNeeded;
        sum.cost += costWithJudges(cell).value_or(Money());
        sum.unknownCosts += costIsUnknown(cell);
    }
    return sum;
}

void MemoryRunStore::listRuns(int limit, QObject *guard, std::function<void(Result<QList<RunSummary>>)> callback)
{
    if (m_reason && m_runs.isEmpty()) {
        reply<Result<QList<RunSummary>>>(guard, std::move(callback), std::unexpected(*m_reason));
        return;
    }
    QList<RunSummary> list;
    for (auto run = m_runs.crbegin(); run != m_runs.crend(); ++run)
        list.append(summary(*run));
    std::ranges::stable_sort(list, std::greater(), [](const RunSummary &item) { return item.run.started; });
    if (limit >= 0 && list.size() > limit)
        list.resize(limit);
    reply<Result<QList<RunSummary>>>(guard, std::move(callback), list);
}

StoredRun MemoryRunStore::pageOf(const KeptRun &run, const RunPage &page)
{
    StoredRun stored;
    stored.run.id = run.run.id;
    if (!page.after) {
        stored.run = run.run;
        stored.branches.assign(run.branches.cbegin(), run.branches.cend());
    }
    auto cell = page.after ? run.cells.upperBound(*page.after) : run.cells.cbegin();
    for (; cell != run.cells.cend() && (page.limit < 0 || std::ssize(stored.cells) < page.limit); ++cell)
        stored.cells.push_back(summaryOf(cell->cell));
    stored.hasMore = cell != run.cells.cend();
    return stored;
}

void MemoryRunStore::loadPage(const QUuid &run, const RunPage &page, QObject *guard,
                              std::function<void(Result<StoredRun>)> callback)
{
    Result<StoredRun> result = std::unexpected(noRun(run));
    for (const KeptRun &item : std::as_const(m_runs)) {
        if (item.run.id == run)
            result = pageOf(item, page);
    }
    reply(guard, std::move(callback), std::move(result));
}

void MemoryRunStore::loadCells(const QUuid &run, const QList<CellKey> &cells, QObject *guard,
                               std::function<void(Result<std::vector<Cell>>)> callback)
{
    Result<std::vector<Cell>> result = std::unexpected(noRun(run));
    for (const KeptRun &item : std::as_const(m_runs)) {
        if (item.run.id != run)
            continue;
        result.emplace();
        for (const CellKey &key : cells) {
            if (const auto found = item.cells.constFind(key); found != item.cells.cend())
                result->push_back(found->cell);
        }
    }
    reply(guard, std::move(callback), std::move(result));
}

void MemoryRunStore::totalsSince(const QDateTime &since, QObject *guard, std::function<void(Result<LedgerTotals>)> callback)
{
    LedgerTotals totals;
    for (const KeptRun &run : std::as_const(m_runs)) {
        for (const KeptCell &item : run.cells) {
            if (item.stored < since)
                continue;
            ++totals.cells;
            totals.cost += costWithJudges(item.cell).value_or(Money());
            totals.unknownCosts += costIsUnknown(item.cell);
            const OtherTokens other = otherTokens(item.cell);
            addTokens(totals.inputTokens, item.cell.usage.inputTokens, other.input);
            addTokens(totals.outputTokens, item.cell.usage.outputTokens, other.output);
        }
    }
    reply<Result<LedgerTotals>>(guard, std::move(callback), totals);
}

void MemoryRunStore::loadSpending(const SpendingQuery &query, QObject *guard,
                                  std::function<void(Result<QList<SpendingRow>>)> callback)
{
    QMap<QString, SpendingRow> rows;
    for (const KeptRun &run : std::as_const(m_runs)) {
        for (const KeptCell &item : run.cells) {
            if (!query.since.isValid() || item.stored >= query.since)
                addSpending(rows[spendingKey(query.by, run.run, item.cell, item.stored)], item.cell);
        }
    }
    QList<SpendingRow> list;
    for (auto it = rows.begin(); it != rows.end(); ++it) {
        it->key = it.key();
        list += *it;
    }
    if (query.by != SpendingBy::Day)
        std::ranges::stable_sort(list, std::ranges::greater(), &SpendingRow::cost);
    reply<Result<QList<SpendingRow>>>(guard, std::move(callback), std::move(list));
}

void MemoryRunStore::flush(QObject *guard, std::function<void(Result<void>)> callback)
{
    Result<void> result;
    if (m_reason)
        result = std::unexpected(*m_reason);
    else if (std::optional<Error> error = std::exchange(m_firstError, std::nullopt))
        result = std::unexpected(*std::move(error));
    reply(guard, std::move(callback), std::move(result));
}

} // namespace Tempera
