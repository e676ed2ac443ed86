// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/engineworker.h"

#include "app/engine/scheduler/scheduler.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr std::chrono::seconds TidyInterval{30};

} // namespace

EngineWorker::EngineWorker(const Clock &clock, const EngineSettings &settings, CacheStore *answers)
    : m_clock(clock), m_settings(settings), m_answers(answers)
{
}

EngineWorker::~EngineWorker()
{
    // Jobs end first; then the backends join their threads, which may still call sinks; then the scheduler goes.
    if (m_scheduler)
        m_scheduler->dropAll();
    m_backends.clear();
}

void EngineWorker::open(std::vector<std::unique_ptr<Backend>> backends)
{
    m_backends = std::move(backends);
    std::vector<Backend *> known;
    for (const std::unique_ptr<Backend> &backend : m_backends) {
        backend->setEngineSettings(m_settings);
        known.push_back(backend.get());
    }
    m_scheduler = std::make_unique<Scheduler>(
        known, m_clock, m_settings, [] { return QRandomGenerator::global()->generateDouble(); }, m_answers);
    m_tidying = m_clock.timer([this] {
        for (const std::unique_ptr<Backend> &backend : m_backends)
            backend->tidy();
        m_tidying->start(TidyInterval);
    });
    m_tidying->start(TidyInterval);
}

void EngineWorker::start(const GenerationRequest &request, std::stop_token stop, BackendSink sink)
{
    m_scheduler->submit(request, std::move(stop), std::move(sink));
}

void EngineWorker::countTokens(const Endpoint &endpoint, const Messages &messages, PromptForm form,
                               const std::function<void(Result<TokenCount>)> &callback)
{
    if (Backend *backend = m_scheduler->backendFor(endpoint))
        backend->countTokens(endpoint, messages, form, callback);
    else
        callback(std::unexpected(noBackendError(endpoint)));
}

void EngineWorker::setKeys(const KeyRing &keys)
{
    for (const std::unique_ptr<Backend> &backend : m_backends)
        backend->setKeys(keys);
}

void EngineWorker::setLocalSettings(const LocalSettings &settings)
{
    for (const std::unique_ptr<Backend> &backend : m_backends)
        backend->setLocalSettings(settings);
}

void EngineWorker::setSettings(const EngineSettings &settings)
{
    m_settings = settings;
    for (const std::unique_ptr<Backend> &backend : m_backends)
        backend->setEngineSettings(settings);
    m_scheduler->setSettings(settings);
}

} // namespace Tempera
