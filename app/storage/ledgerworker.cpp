// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/ledgerworker.h"

#include "app/storage/migrations.h"
#include "app/storage/tracecodec.h"

#include <QCoreApplication>
#include <QLoggingCategory>

#include <algorithm>
#include <utility>

Q_DECLARE_LOGGING_CATEGORY(storageLog)

namespace Tempera {
namespace {

constexpr std::chrono::milliseconds longestWait{50};
/// Each commit waits for the disk, so that fewer are faster; whoever wants to know sooner asks for a flush().
constexpr std::size_t largestBatch = 1024;
constexpr std::size_t largestBatchBytes = std::size_t{8} << 20;
/// What is kept while the file cannot be written; beyond that the oldest results go.
constexpr std::size_t mostWaiting = 20'000;
constexpr std::size_t mostWaitingBytes = std::size_t{64} << 20;
/// Each attempt writes all that waits again, so they become rarer.
constexpr std::chrono::milliseconds firstPause{250};
constexpr std::chrono::milliseconds longestPause{8000};

std::size_t bytesOf(const Cell &cell)
{
    std::size_t bytes = sizeof(Cell) + 2 * static_cast<std::size_t>(cell.text.size() + cell.reasoning.size());
    for (const Message &message : cell.request.messages)
        bytes += contentBytes(message);
    for (const auto &token : cell.trace)
        bytes += sizeof(TokenTrace) + token->candidates.capacity() * sizeof(Candidate);
    return bytes;
}

/// What a job takes in memory, roughly.
std::size_t bytesOf(const WriteJob &job)
{
    if (const auto *save = std::get_if<Write::Save>(&job))
        return bytesOf(save->cell);
    if (const auto *branch = std::get_if<Write::SaveBranch>(&job))
        return bytesOf(branch->branch.cell);
    if (const auto *begin = std::get_if<Write::Begin>(&job))
        return static_cast<std::size_t>(begin->run.experimentYaml.size());
    return sizeof(WriteJob);
}

std::optional<QUuid> runOf(const WriteJob &job)
{
    if (const auto *save = std::get_if<Write::Save>(&job))
        return save->run;
    if (const auto *branch = std::get_if<Write::SaveBranch>(&job))
        return branch->run;
    if (const auto *finish = std::get_if<Write::Finish>(&job))
        return finish->run;
    return std::nullopt;
}

/// A result; without the beginning and the end of its run the others would be lost too, and what a person said is little.
bool mayBeDropped(const WriteJob &job)
{
    return std::holds_alternative<Write::Save>(job) || std::holds_alternative<Write::SaveBranch>(job)
           || std::holds_alternative<Write::Put>(job) || std::holds_alternative<Write::Hit>(job);
}

/// Writes one job.
struct Writer {
    RunRepository &runs;
    AnswerRepository &answers;
    JudgementRepository &judgements;
    BatchRepository &batches;

    WriteResult operator()(const Write::Begin &job) const { return runs.begin(job.run); }
    WriteResult operator()(const Write::Save &job) const
    {
        return runs.save(job.run, job.cell, job.storedMs, encodeTrace(job.cell.trace));
    }
    WriteResult operator()(const Write::SaveBranch &job) const
    {
        return runs.saveBranch(job.run, job.branch, encodeTrace(job.branch.cell.trace));
    }
    WriteResult operator()(const Write::Finish &job) const { return runs.finish(job.run, job.state, job.finished); }
    WriteResult operator()(const Write::Put &job) const { return answers.put(job.key, job.answer, job.storedMs); }
    WriteResult operator()(const Write::Hit &job) const { return answers.hit(job.key, job.hitMs); }
    WriteResult operator()(const Write::Rate &job) const { return judgements.rate(job.run, job.cell, job.rating, job.storedMs); }
    WriteResult operator()(const Write::Judge &job) const { return judgements.judge(job.run, job.pair, job.storedMs); }
    WriteResult operator()(const Write::KeepBatch &job) const { return batches.save(job.batch); }
    WriteResult operator()(const Write::TakeBack &job) const { return judgements.takeBack(job.run, job.pair); }
};

} // namespace

void LedgerWorker::open(const QString &path)
{
    m_opened = tryOpen(path);
    if (m_opened)
        return;
    // Whoever sets the file aside must find it closed.
    m_batches.reset();
    m_judgements.reset();
    m_answers.reset();
    m_runs.reset();
    m_database.reset();
}

Result<void> LedgerWorker::tryOpen(const QString &path)
{
    Result<std::unique_ptr<Database>> database = Database::open(path);
    if (!database)
        return std::unexpected(database.error());
    m_database = *std::move(database);
    if (Result<void> migrated = migrate(*m_database, migrationFiles()); !migrated)
        return migrated;
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &LedgerWorker::commit);
    m_runs.emplace(*m_database);
    m_answers.emplace(*m_database);
    m_judgements.emplace(*m_database, *m_runs);
    m_batches.emplace(*m_database, *m_runs);
    m_locks.emplace(path);
    return m_runs->prepare().and_then([this] { return m_answers->prepare(); }).and_then([this] { return markInterrupted(); });
}

Result<void> LedgerWorker::markInterrupted()
{
    const Result<QList<qint64>> running = m_runs->running();
    if (!running)
        return std::unexpected(running.error());
    Transaction transaction(*m_database);
    if (running->isEmpty())
        return {};
    if (Result<void> begun = transaction.begin(); !begun)
        return begun;
    for (const qint64 row : *running) {
        if (m_locks->holds(row) || m_locks->isHeldElsewhere(row))
            continue;
        if (Result<void> marked = m_runs->interrupt(row); !marked)
            return marked;
    }
    return transaction.commit();
}

LedgerWorker::~LedgerWorker()
{
    if (m_opened)
        commit();
}

void LedgerWorker::enqueue(WriteJob job)
{
    if (!m_opened)
        return;
    m_bytes += bytesOf(job);
    m_jobs.push_back(std::move(job));
    const bool isFailing = m_pause.count() > 0;
    if (!isFailing && (m_jobs.size() % largestBatch == 0 || m_bytes > largestBatchBytes))
        commit();
    else if (!m_timer.isActive())
        m_timer.start(isFailing ? m_pause : longestWait);
    if (isFailing && (m_jobs.size() > mostWaiting || m_bytes > mostWaitingBytes))
        dropOldest();
}

Result<void> LedgerWorker::flush()
{
    if (!m_opened)
        return m_opened;
    commit();
    std::optional<Error> error = std::exchange(m_firstError, std::nullopt);
    if (const qint64 lost = std::exchange(m_lost, 0); lost > 0) {
        if (!error)
            error = failure(ErrorKind::Storage, {}, m_database->path()).error();
        const QString told =
            QCoreApplication::translate("Ledger", "%n result(s) could not be kept.", nullptr, static_cast<int>(lost));
        error->detail = (error->detail + QChar::Space + told).trimmed();
    }
    return error ? Result<void>(std::unexpected(*std::move(error))) : Result<void>();
}

void LedgerWorker::commit()
{
    m_timer.stop();
    if (m_jobs.empty())
        return;
    if (const Result<void> written = writeAll(); !written) {
        keepForLater(written.error());
        return;
    }
    m_jobs.clear();
    m_bytes = 0;
    m_pause = {};
}

void LedgerWorker::keepForLater(const Error &error)
{
    remember(error);
    m_runs->forget();
    m_pause = m_pause.count() == 0 ? firstPause : std::min(2 * m_pause, longestPause);
    m_timer.start(m_pause);
}

/// Half of what may wait, at once, so that it is not gone through for each new one.
void LedgerWorker::dropOldest()
{
    std::deque<WriteJob> kept;
    std::size_t bytes = m_bytes;
    std::size_t count = m_jobs.size();
    for (WriteJob &job : m_jobs) {
        const bool isFull = count > mostWaiting / 2 || bytes > mostWaitingBytes / 2;
        if (!isFull || !mayBeDropped(job)) {
            kept.push_back(std::move(job));
            continue;
        }
        bytes -= bytesOf(job);
        --count;
        ++m_lost;
    }
    m_jobs = std::move(kept);
    m_bytes = bytes;
}

Result<void> LedgerWorker::writeAll()
{
    Transaction transaction(*m_database);
    if (Result<void> begun = transaction.begin(); !begun)
        return begun;
    for (const WriteJob &job : m_jobs) {
        const WriteResult written = write(job);
        if (written)
            continue;
        if (written.error().scope == WriteFault::Scope::File)
            return std::unexpected(written.error().error);
        remember(written.error().error);
    }
    holdRuns();
    return transaction.commit();
}

void LedgerWorker::holdRuns()
{
    for (const WriteJob &job : m_jobs) {
        const auto *begin = std::get_if<Write::Begin>(&job);
        const auto *finish = std::get_if<Write::Finish>(&job);
        if (!begin && !finish)
            continue;
        const QUuid run = begin ? begin->run.id : finish->run;
        const Result<qint64> row = m_foreign.contains(run) ? failure(ErrorKind::Storage, {}) : m_runs->rowOf(run);
        if (!row)
            continue;
        if (finish)
            m_locks->release(*row);
        else
            (void)m_locks->hold(*row); // nobody else knows of it yet
    }
}

WriteResult LedgerWorker::checkOwner(const WriteJob &job)
{
    const auto *begin = std::get_if<Write::Begin>(&job);
    const std::optional<QUuid> run = begin ? begin->run.id : runOf(job);
    if (begin) {
        const Result<qint64> earlier = m_runs->rowOf(begin->run.id);
        if (earlier && !m_locks->hold(*earlier))
            m_foreign.insert(begin->run.id);
        else
            m_foreign.remove(begin->run.id);
    }
    if (!run || !m_foreign.contains(*run))
        return {};
    const QString detail = QCoreApplication::translate("Ledger", "This run is under way in another program.");
    return std::unexpected(WriteFault{failure(ErrorKind::Storage, detail, m_database->path()).error(), WriteFault::Scope::Row});
}

void LedgerWorker::refreshStates()
{
    if (const Result<void> marked = markInterrupted(); !marked)
        remember(marked.error());
}

WriteResult LedgerWorker::write(const WriteJob &job)
{
    return checkOwner(job).and_then([&] { return std::visit(Writer{*m_runs, *m_answers, *m_judgements, *m_batches}, job); });
}

void LedgerWorker::remember(const Error &error)
{
    if (!m_firstError) {
        m_firstError = error;
        qCWarning(storageLog, "%ls", qUtf16Printable(errorSentence(error)));
    }
}

Result<QList<RunSummary>> LedgerWorker::listRuns(int limit)
{
    if (!m_opened)
        return std::unexpected(m_opened.error());
    commit();
    refreshStates();
    return m_runs->list(limit);
}

Result<StoredRun> LedgerWorker::loadPage(const QUuid &run, const RunPage &page)
{
    if (!m_opened)
        return std::unexpected(m_opened.error());
    commit();
    if (!page.after)
        refreshStates();
    return m_runs->load(run, page);
}

Result<std::vector<Cell>> LedgerWorker::loadCells(const QUuid &run, const QList<CellKey> &cells)
{
    if (!m_opened)
        return std::unexpected(m_opened.error());
    commit();
    return m_runs->loadCells(run, cells);
}

Result<Judgements> LedgerWorker::loadJudgements(const QUuid &run)
{
    if (!m_opened)
        return std::unexpected(m_opened.error());
    commit();
    return m_judgements->load(run);
}

Result<LedgerTotals> LedgerWorker::totalsSince(qint64 sinceMs)
{
    if (!m_opened)
        return std::unexpected(m_opened.error());
    commit();
    return m_runs->totalsSince(sinceMs);
}

Result<QList<SpendingRow>> LedgerWorker::spending(const SpendingQuery &query)
{
    if (!m_opened)
        return std::unexpected(m_opened.error());
    commit();
    return m_runs->spending(query);
}

Result<CachePage> LedgerWorker::listAnswers(const CacheQuery &query)
{
    if (!m_opened)
        return std::unexpected(m_opened.error());
    commit();
    return AnswerBrowser(*m_database).list(query);
}

Result<qint64> LedgerWorker::removeAnswers(const QList<QByteArray> &keys)
{
    if (!m_opened)
        return std::unexpected(m_opened.error());
    commit();
    return AnswerBrowser(*m_database).remove(keys);
}

Result<qint64> LedgerWorker::clearAnswers(const QDateTime &before)
{
    if (!m_opened)
        return std::unexpected(m_opened.error());
    commit();
    return AnswerBrowser(*m_database).clear(before);
}

Result<QList<BatchRecord>> LedgerWorker::listBatches()
{
    if (!m_opened)
        return std::unexpected(m_opened.error());
    commit();
    return m_batches->list();
}

std::optional<CachedAnswer> LedgerWorker::findAnswer(const QByteArray &key, qint64 nowMs)
{
    if (!m_opened)
        return std::nullopt;
    for (auto job = m_jobs.rbegin(); job != m_jobs.rend(); ++job) {
        const auto *put = std::get_if<Write::Put>(&*job);
        if (!put || put->key != key)
            continue;
        CachedAnswer answer = put->answer; // no need to commit for it
        enqueue(Write::Hit{key, nowMs});
        return answer;
    }
    Result<std::optional<CachedAnswer>> found = m_answers->find(key);
    if (!found) {
        remember(found.error());
        return std::nullopt; // asked again and paid again; better than no answer
    }
    if (*found)
        enqueue(Write::Hit{key, nowMs});
    return *std::move(found);
}

} // namespace Tempera
