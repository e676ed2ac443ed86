// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/fakebackend.h"

namespace Tempera {
namespace {

class Handle final : public BackendJob
{
public:
    explicit Handle(std::shared_ptr<FakeJob> job) : m_job(std::move(job)) { }
    ~Handle() override { m_job->destroyed = true; }
    void goOn() override { ++m_job->wentOn; }

private:
    std::shared_ptr<FakeJob> m_job;
};

} // namespace

bool FakeBackend::handles(const Endpoint &endpoint) const
{
    return endpoint.kind == EndpointKind::Local || endpoint.kind == EndpointKind::Remote;
}

std::unique_ptr<BackendJob> FakeBackend::start(const GenerationRequest &request, std::stop_token stop, BackendSink sink)
{
    auto job = std::make_shared<FakeJob>();
    job->request = request;
    job->stop = std::move(stop);
    job->sink = std::move(sink);
    {
        const std::scoped_lock lock(m_mutex);
        m_jobs.push_back(job);
    }
    m_started.release();
    return std::make_unique<Handle>(std::move(job));
}

void FakeBackend::countTokens(const Endpoint &, const Messages &messages, PromptForm,
                              std::function<void(Result<TokenCount>)> callback)
{
    callback(TokenCount{messages.size(), Exactness::Exact});
}

void FakeBackend::setKeys(const KeyRing &keys)
{
    const std::scoped_lock lock(m_mutex);
    m_keys = keys;
}

int FakeBackend::count() const
{
    const std::scoped_lock lock(m_mutex);
    return static_cast<int>(m_jobs.size());
}

std::shared_ptr<FakeJob> FakeBackend::at(int i) const
{
    const std::scoped_lock lock(m_mutex);
    return m_jobs.at(static_cast<std::size_t>(i));
}

KeyRing FakeBackend::keys() const
{
    const std::scoped_lock lock(m_mutex);
    return m_keys;
}

bool FakeBackend::waitForJobs(int n)
{
    const int missing = n - m_awaited;
    if (missing > 0 && !m_started.tryAcquire(missing, 5000))
        return false;
    m_awaited = std::max(m_awaited, n);
    return true;
}

} // namespace Tempera
