// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/ledgerworker.h"

#include "app/storage/migrations.h"
#include "app/storage/tracecodec.h"

#include <QLoggingCategory>

#include <utility>

Q_DECLARE_LOGGING_CATEGORY(storageLog)

namespace Tempera {
namespace {

constexpr std::chrono::milliseconds longestWait{50};
constexpr std::size_t largestBatch = 64;
/// What is kept while the file cannot be written; beyond that the oldest go.
constexpr std::size_t mostWaiting = 20'000;

/// Writes one job.
struct Writer {
    RunRepository &runs;
    AnswerRepository &answers;

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
};

} // namespace

void LedgerWorker::open(const QString &path)
{
    m_opened = tryOpen(path);
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
    m_timer.setInterval(longestWait);
    connect(&m_timer, &QTimer::timeout, this, &LedgerWorker::commit);
    m_runs.emplace(*m_database);
    m_answers.emplace(*m_database);
    return m_runs->prepare().and_then([this] { return m_answers->prepare(); });
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
    m_jobs.push_back(std::move(job));
    if (m_jobs.size() % largestBatch == 0)
        commit();
    else if (!m_timer.isActive())
        m_timer.start();
}

Result<void> LedgerWorker::flush()
{
    if (!m_opened)
        return m_opened;
    commit();
    if (std::optional<Error> error = std::exchange(m_firstError, std::nullopt))
        return std::unexpected(*std::move(error));
    return {};
}

void LedgerWorker::commit()
{
    m_timer.stop();
    if (m_jobs.empty())
        return;
    if (const Result<void> written = writeAll()) {
        m_jobs.clear();
        return;
    } else {
        remember(written.error());
        m_runs->forget();
    }
    if (m_jobs.size() > mostWaiting)
        m_jobs.erase(m_jobs.begin(), m_jobs.end() - mostWaiting);
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
    return transaction.commit();
}

WriteResult LedgerWorker::write(const WriteJob &job)
{
    return std::visit(Writer{*m_runs, *m_answers}, job);
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
    return m_runs->list(limit);
}

Result<StoredRun> LedgerWorker::loadRun(const QUuid &run)
{
    if (!m_opened)
        return std::unexpected(m_opened.error());
    commit();
    return m_runs->load(run);
}

Result<Trace> LedgerWorker::loadTrace(const QUuid &run, const CellKey &cell)
{
    if (!m_opened)
        return std::unexpected(m_opened.error());
    commit();
    return m_runs->loadTrace(run, cell);
}

Result<LedgerTotals> LedgerWorker::totalsSince(qint64 sinceMs)
{
    if (!m_opened)
        return std::unexpected(m_opened.error());
    commit();
    return m_runs->totalsSince(sinceMs);
}

std::optional<CachedAnswer> LedgerWorker::findAnswer(const QByteArray &key)
{
    if (!m_opened)
        return std::nullopt;
    for (auto job = m_jobs.rbegin(); job != m_jobs.rend(); ++job) {
        const auto *put = std::get_if<Write::Put>(&*job);
        if (put && put->key == key)
            return put->answer; // no need to commit for it
    }
    Result<std::optional<CachedAnswer>> found = m_answers->find(key);
    if (!found) {
        remember(found.error());
        return std::nullopt; // asked again and paid again; better than no answer
    }
    return *std::move(found);
}

} // namespace Tempera
