// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/llama/llamabackend.h"

#include "app/engine/llama/modelrunner.h"

#include <QFileInfo>

#include <algorithm>
#include <map>
#include <span>

namespace Tempera {
namespace {

/// Holds the job for the engine; letting go of it stops it.
class JobHandle final : public BackendJob
{
public:
    explicit JobHandle(std::shared_ptr<LlamaJob> job) : m_job(std::move(job)) { }
    ~JobHandle() override
    {
        if (const auto job = m_job.lock())
            job->drop();
    }

private:
    std::weak_ptr<LlamaJob> m_job; // the model's thread alone keeps a job alive
};

class LlamaBackend final : public Backend
{
public:
    explicit LlamaBackend(LlamaSettings settings) : m_settings(std::move(settings)) { }

    [[nodiscard]] bool handles(const Endpoint &endpoint) const override
    {
        return endpoint.kind == EndpointKind::Local;
    }

    [[nodiscard]] std::unique_ptr<BackendJob> start(const GenerationRequest &request, std::stop_token stop,
                                                    BackendSink sink) override
    {
        ModelRunner &runner = runnerFor(request.endpoint);
        auto job = std::make_shared<LlamaJob>(request, std::move(stop), std::move(sink), runner.wakeSignal());
        auto handle = std::make_unique<JobHandle>(job);
        runner.submit(std::move(job));
        return handle;
    }

    void countTokens(const Endpoint &endpoint, const Messages &messages, PromptForm form,
                     std::function<void(Result<TokenCount>)> callback) override
    {
        runnerFor(endpoint).count({messages, form, std::move(callback)});
    }

private:
    ModelRunner &runnerFor(const Endpoint &endpoint)
    {
        // Two names of one file are one model; a missing file keeps its name for the error.
        const QString canonical = QFileInfo(endpoint.modelPath).canonicalFilePath();
        const QString path = canonical.isEmpty() ? endpoint.modelPath : canonical;
        Entry &entry = m_runners[path];
        entry.lastUsed = ++m_clock;
        if (!entry.runner) {
            unloadOldest();
            entry.runner = std::make_unique<ModelRunner>(path, m_settings);
        }
        return *entry.runner;
    }

    /// Makes place for one more model among those that nothing uses.
    void unloadOldest()
    {
        std::vector<std::map<QString, Entry>::iterator> idle;
        for (auto it = m_runners.begin(); it != m_runners.end(); ++it) {
            if (it->second.runner && it->second.runner->isIdle())
                idle.push_back(it);
        }
        std::ranges::sort(idle, {}, [](const auto &it) { return it->second.lastUsed; });
        const auto surplus = std::max<std::ptrdiff_t>(0, std::ssize(idle) + 1 - std::max(1, m_settings.keptModels));
        for (const auto &it : std::span(idle).first(static_cast<std::size_t>(surplus)))
            m_runners.erase(it);
    }

    struct Entry {
        std::unique_ptr<ModelRunner> runner;
        std::uint64_t lastUsed = 0;
    };

    LlamaSettings m_settings;
    std::map<QString, Entry> m_runners;
    std::uint64_t m_clock = 0;
};

} // namespace

std::unique_ptr<Backend> makeLlamaBackend(LlamaSettings settings)
{
    return std::make_unique<LlamaBackend>(std::move(settings));
}

} // namespace Tempera
