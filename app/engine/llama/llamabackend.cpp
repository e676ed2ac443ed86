// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/llama/llamabackend.h"

#include "app/engine/gguffile.h"
#include "app/engine/llama/model/memorycheck.h"
#include "app/engine/llama/modelrunner.h"

#include <QFileInfo>

#include <algorithm>
#include <map>
#include <vector>

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
    LlamaBackend(LlamaSettings settings, const Clock *clock)
        : m_settings(std::move(settings)), m_clock(clock ? *clock : m_machineClock)
    {
    }

    ~LlamaBackend() override
    {
        m_workers.giveUp(); // the end of the program waits for no other machine
    }

    [[nodiscard]] bool handles(const Endpoint &endpoint) const override { return endpoint.kind == EndpointKind::Local; }

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

    void setLocalSettings(const LocalSettings &settings) override
    {
        m_settings = withLocal(m_settings, settings);
        // What is at work ends as it began.
        for (auto &[path, entry] : m_runners)
            entry.outdated = true;
        tidy();
    }

    void tidy() override
    {
        const auto tooLong = [this](const ModelRunner &runner) {
            const auto since = runner.idleSince();
            return since && m_settings.idleTimeout.count() > 0 && m_clock.monotonic() - *since >= m_settings.idleTimeout;
        };
        std::erase_if(m_runners, [&](const auto &each) {
            return tooLong(*each.second.runner) || (each.second.outdated && each.second.runner->isIdle());
        });
    }

private:
    ModelRunner &runnerFor(const Endpoint &endpoint)
    {
        // Two names of one file are one model; a missing file keeps its name for the error.
        const QString canonical = QFileInfo(endpoint.modelPath).canonicalFilePath();
        const QString path = canonical.isEmpty() ? endpoint.modelPath : canonical;
        tidy();
        if (!m_runners.contains(path)) {
            makeRoomFor(path);
            m_runners[path].runner = std::make_unique<ModelRunner>(path, m_settings, m_stepLock, m_workers, m_clock);
        }
        Entry &entry = m_runners[path];
        entry.lastUsed = ++m_uses;
        return *entry.runner;
    }

    /// Unloads what nothing uses, the longest unused first: beyond the number that is kept, and as long as the memory
    /// is too small for the new one.
    void makeRoomFor(const QString &path)
    {
        using It = std::map<QString, Entry>::iterator;
        std::vector<It> idle;
        for (auto it = m_runners.begin(); it != m_runners.end(); ++it) {
            if (it->second.runner->isIdle())
                idle.push_back(it);
        }
        std::ranges::sort(idle, {}, [](const It &it) { return it->second.lastUsed; });
        auto kept = std::ssize(idle);
        for (const It &it : idle) {
            if (kept < std::max(1, m_settings.keptModels) && fits(path))
                return;
            m_runners.erase(it);
            --kept;
        }
    }

    [[nodiscard]] bool fits(const QString &path) const
    {
        const Result<GgufFacts> facts = checkGgufFile(path);
        return !facts || checkMemoryFor(memoryNeed(*facts, m_settings), availableMemory(m_settings), path);
    }

    struct Entry {
        std::unique_ptr<ModelRunner> runner;
        std::uint64_t lastUsed = 0;
        bool outdated = false; ///< Loaded with other settings than those of now.
    };

    LlamaSettings m_settings;
    SystemClock m_machineClock;
    const Clock &m_clock;
    FairLock m_stepLock;
    RpcWorkers m_workers;
    std::map<QString, Entry> m_runners; ///< After what its runners use.
    std::uint64_t m_uses = 0;
};

} // namespace

std::unique_ptr<Backend> makeLlamaBackend(LlamaSettings settings, const Clock *clock)
{
    return std::make_unique<LlamaBackend>(std::move(settings), clock);
}

} // namespace Tempera
