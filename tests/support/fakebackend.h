// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/engine/backend.h"

#include <QSemaphore>

#include <atomic>
#include <mutex>
#include <vector>

namespace Tempera {

/// What a test sees of one job; it outlives the job itself.
struct FakeJob {
    GenerationRequest request;
    std::stop_token stop;
    BackendSink sink;
    std::atomic<bool> destroyed = false;
    std::atomic<int> wentOn = 0; ///< How often it was told to begin another attempt.
};

/// A backend that is driven by hand; handles every endpoint of kind Local and OpenAiChat. Jobs may be read and driven
/// from the test's thread while the backend lives on another one.
class FakeBackend final : public Backend
{
public:
    [[nodiscard]] bool handles(const Endpoint &endpoint) const override;
    [[nodiscard]] std::unique_ptr<BackendJob> start(const GenerationRequest &request, std::stop_token stop,
                                                    BackendSink sink) override;
    void countTokens(const Endpoint &endpoint, const Messages &messages, PromptForm form,
                     std::function<void(Result<TokenCount>)> callback) override;
    void setKeys(const KeyRing &keys) override;

    [[nodiscard]] int count() const;
    [[nodiscard]] std::shared_ptr<FakeJob> at(int i) const;
    [[nodiscard]] KeyRing keys() const;
    /// Waits for `n` jobs in all; false after five seconds.
    [[nodiscard]] bool waitForJobs(int n);

private:
    mutable std::mutex m_mutex;
    std::vector<std::shared_ptr<FakeJob>> m_jobs;
    KeyRing m_keys;
    QSemaphore m_started;
    int m_awaited = 0;
};

} // namespace Tempera
