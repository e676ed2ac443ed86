// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/hashedengine.h"

#include <QFileInfo>
#include <QFutureWatcher>
#include <QLoggingCategory>
#include <QTimer>
#include <QtConcurrentRun>

#include <optional>

using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(hashLog, "tempera.hash", QtWarningMsg)

namespace Tempera {

/// Hands everything on at once but the end, which takes the hash along.
class HashedEngine::HashedGeneration final : public Generation
{
public:
    HashedGeneration(HashedEngine &engine, const GenerationRequest &request, EventSink sink)
        : m_sink(std::move(sink)),
          m_hash(engine.hash(request.endpoint.modelPath)),
          m_inner(engine.m_inner.start(request, [this](const GenerationBatch &batch) { take(batch); }))
    {
    }

    void cancel() override
    {
        if (m_held) // the answer is there; who wants to stop does not wait for a file to be read
            QTimer::singleShot(0, &m_watcher, [this] { finish({}); });
        else
            m_inner->cancel();
    }

private:
    void take(const GenerationBatch &batch)
    {
        const EventSink sink = m_sink; // it may destroy this generation
        const auto *finished = batch.empty() ? nullptr : std::get_if<Event::Finished>(&batch.back());
        if (!finished)
            return sink(batch);
        if (m_hash.isFinished()) {
            GenerationBatch last = batch;
            std::get<Event::Finished>(last.back()).modelHash = hash();
            return sink(last);
        }
        m_held = *finished;
        // Each has a watcher of its own: a future takes one continuation only, and a whole run may wait for this one.
        QObject::connect(&m_watcher, &QFutureWatcherBase::finished, &m_watcher, [this] { finish(hash()); });
        m_watcher.setFuture(m_hash);
        if (batch.size() > 1)
            sink({batch.begin(), batch.end() - 1});
    }

    /// Empty = the file could not be read.
    [[nodiscard]] QByteArray hash() const { return m_hash.result().value_or(QByteArray()); }

    void finish(const QByteArray &hash)
    {
        if (!m_held)
            return;
        Event::Finished finished = *std::exchange(m_held, std::nullopt);
        finished.modelHash = hash;
        const EventSink sink = m_sink;
        sink({finished});
    }

    EventSink m_sink;
    QFuture<Result<QByteArray>> m_hash;
    std::optional<Event::Finished> m_held;
    std::unique_ptr<Generation> m_inner;
    QFutureWatcher<Result<QByteArray>> m_watcher; ///< Last, so that it goes first; what waits for it is dropped with it.
};

HashedEngine::HashedEngine(Engine &inner, HashOf hashOf) : m_inner(inner), m_hashOf(std::move(hashOf))
{
    m_pool.setMaxThreadCount(1);
}

HashedEngine::~HashedEngine()
{
    m_stop.request_stop();
    m_pool.waitForDone();
}

QFuture<Result<QByteArray>> HashedEngine::hash(const QString &path)
{
    const QFileInfo file(path);
    const qint64 bytes = file.size();
    const QDateTime changed = file.lastModified(QTimeZone::UTC);
    const auto known = m_known.constFind(path);
    if (known != m_known.cend() && known->bytes == bytes && known->changed == changed
        && !(known->hash.isFinished() && !known->hash.result()))
        return known->hash;
    const auto read = [path, hashOf = m_hashOf, stop = m_stop.get_token()] {
        Result<QByteArray> hash = hashOf(path, [&stop](double) { return !stop.stop_requested(); });
        if (!hash && hash.error().kind != ErrorKind::Cancelled)
            qCWarning(hashLog, "%ls: %ls", qUtf16Printable(path), qUtf16Printable(hash.error().detail));
        return hash;
    };
    return m_known.insert(path, {bytes, changed, QtConcurrent::run(&m_pool, read)})->hash;
}

void HashedEngine::hashFile(const QString &path, QObject *guard, std::function<void(Result<QByteArray>)> callback)
{
    auto *watcher = new QFutureWatcher<Result<QByteArray>>(guard);
    QObject::connect(watcher, &QFutureWatcherBase::finished, guard, [watcher, callback = std::move(callback)] {
        watcher->deleteLater();
        callback(watcher->result());
    });
    watcher->setFuture(hash(path));
}

std::unique_ptr<Generation> HashedEngine::start(const GenerationRequest &request, EventSink sink)
{
    if (request.endpoint.kind != EndpointKind::Local || request.endpoint.modelPath.isEmpty())
        return m_inner.start(request, std::move(sink));
    return std::make_unique<HashedGeneration>(*this, request, std::move(sink));
}

void HashedEngine::countTokens(const Endpoint &endpoint, const Messages &messages, PromptForm form, QObject *guard,
                               std::function<void(Result<TokenCount>)> callback)
{
    m_inner.countTokens(endpoint, messages, form, guard, std::move(callback));
}

} // namespace Tempera
