// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/threadedengine.h"

#include "app/engine/batcher.h"
#include "app/engine/batchreceiver.h"
#include "app/engine/engineworker.h"

#include <stop_token>
#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

class ThreadedGeneration final : public Generation
{
public:
    ThreadedGeneration(std::shared_ptr<Batcher> batcher, EventSink sink, std::chrono::milliseconds interval)
        : m_receiver(std::make_unique<BatchReceiver>(std::move(batcher), std::move(sink), interval))
    {
    }

    ~ThreadedGeneration() override
    {
        BatchReceiver *receiver = m_receiver.release();
        receiver->silence();
        m_stop.request_stop();
        if (receiver->isDelivering())
            receiver->deleteLater(); // destroyed from inside its own sink
        else
            delete receiver;
    }

    void cancel() override { m_stop.request_stop(); }

    [[nodiscard]] std::stop_token token() const { return m_stop.get_token(); }

private:
    std::stop_source m_stop;
    std::unique_ptr<BatchReceiver> m_receiver;
};

} // namespace

ThreadedEngine::ThreadedEngine(BackendFactory backends, const Clock &clock, const EngineSettings &settings, CacheStore *answers)
    : m_settings(settings), m_worker(new EngineWorker(clock, settings, answers))
{
    m_thread.setObjectName(u"engine"_s);
    m_worker->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.start();
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, make = std::move(backends)] { worker->open(make()); }, Qt::QueuedConnection);
}

ThreadedEngine::~ThreadedEngine()
{
    m_thread.quit();
    m_thread.wait();
}

std::unique_ptr<Generation> ThreadedEngine::start(const GenerationRequest &request, EventSink sink)
{
    Q_ASSERT(QThread::currentThread() == m_owner.thread());
    auto batcher = std::make_shared<Batcher>();
    auto generation = std::make_unique<ThreadedGeneration>(batcher, std::move(sink), m_settings.flushInterval);
    QMetaObject::invokeMethod(
        m_worker,
        [worker = m_worker, request, stop = generation->token(), batcher = std::move(batcher)] {
            worker->start(request, stop, [batcher](GenerationEvent event) { batcher->add(std::move(event)); });
        },
        Qt::QueuedConnection);
    return generation;
}

void ThreadedEngine::countTokens(const Endpoint &endpoint, const Messages &messages, PromptForm form, QObject *guard,
                                 std::function<void(Result<TokenCount>)> callback)
{
    Q_ASSERT(QThread::currentThread() == m_owner.thread());
    const quint64 id = ++m_lastCount;
    m_counts.emplace(id, PendingCount{guard, std::move(callback)});
    const auto answer = [this, id](Result<TokenCount> count) {
        QMetaObject::invokeMethod(
            &m_owner, [this, id, count = std::move(count)] { answerCount(id, count); }, Qt::QueuedConnection);
    };
    QMetaObject::invokeMethod(
        m_worker,
        [worker = m_worker, endpoint, messages, form, answer] { worker->countTokens(endpoint, messages, form, answer); },
        Qt::QueuedConnection);
}

void ThreadedEngine::setKeys(const KeyRing &keys)
{
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, keys] { worker->setKeys(keys); }, Qt::QueuedConnection);
}

void ThreadedEngine::setSettings(const EngineSettings &settings)
{
    m_settings = settings;
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, settings] { worker->setSettings(settings); }, Qt::QueuedConnection);
}

void ThreadedEngine::setLocalSettings(const LocalSettings &settings)
{
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, settings] { worker->setLocalSettings(settings); }, Qt::QueuedConnection);
}

void ThreadedEngine::answerCount(quint64 id, const Result<TokenCount> &count)
{
    auto node = m_counts.extract(id);
    if (!node.empty() && node.mapped().guard)
        node.mapped().callback(count);
}

} // namespace Tempera
