// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/engine/llama/fairlock.h"
#include "app/engine/llama/lane/decoder.h"
#include "app/engine/llama/model/speller.h"
#include "app/engine/llama/prompt/chatprompt.h"
#include "models/core/ports/clock.h"

#include <array>
#include <deque>
#include <mutex>
#include <thread>

namespace Tempera {

/// A request for the number of tokens of a prompt.
struct CountTask {
    Messages messages;
    PromptForm form = PromptForm::Chat;
    std::function<void(Result<TokenCount>)> callback;
};

/// One model file and the thread that owns all of llama.cpp for it. Loads when there is work, and again after a
/// failure. Its functions may be called on any thread.
class ModelRunner
{
public:
    /// `stepLock`, `workers` and `clock` outlive it.
    ModelRunner(QString path, LlamaSettings settings, FairLock &stepLock, RpcWorkers &workers, const Clock &clock);
    /// Cancels what is left, ends within one decode step, and waits for it.
    ~ModelRunner();
    ModelRunner(const ModelRunner &) = delete;
    ModelRunner &operator=(const ModelRunner &) = delete;

    [[nodiscard]] const std::shared_ptr<WakeSignal> &wakeSignal() const { return m_wake; }
    void submit(std::shared_ptr<LlamaJob> job);
    void count(CountTask task);
    /// Nothing runs or waits.
    [[nodiscard]] bool isIdle() const { return idleSince().has_value(); }
    /// When it became so, on the clock that never goes back.
    [[nodiscard]] std::optional<std::chrono::microseconds> idleSince() const;

private:
    void run(const std::stop_token &stop);
    void collectNew();
    void endCancelled();
    [[nodiscard]] bool load(const std::stop_token &stop);
    [[nodiscard]] bool onLoadProgress(double fraction, const std::stop_token &stop);
    void unload();
    void failAll(const Error &error);
    void answerCounts();
    void admit();
    void admit(const std::shared_ptr<LlamaJob> &job);
    [[nodiscard]] Result<std::unique_ptr<LlamaTask>> taskFor(const std::shared_ptr<LlamaJob> &job);
    void enter(Lane &lane, std::unique_ptr<LlamaTask> task);
    void noteIdle();

    QString m_path;
    LlamaSettings m_settings;
    FairLock &m_stepLock;
    RpcWorkers &m_workers;
    const Clock &m_clock;
    std::shared_ptr<WakeSignal> m_wake = std::make_shared<WakeSignal>();
    mutable std::mutex m_mutex; ///< Guards the next three.
    std::vector<std::shared_ptr<LlamaJob>> m_newJobs;
    std::vector<CountTask> m_newCounts;
    std::optional<std::chrono::microseconds> m_idleSince; ///< Nothing before its first work.

    // From here on: the model's thread only.
    bool m_worked = false;
    std::deque<std::shared_ptr<LlamaJob>> m_waiting;
    /// The head of the queue for the fast and for the strict lane, prepared, while there is no room for it.
    std::array<std::unique_ptr<LlamaTask>, 2> m_next;
    std::vector<CountTask> m_counts;
    std::unique_ptr<LlamaModel> m_model;
    std::unique_ptr<ChatPrompt> m_prompts;
    std::unique_ptr<Speller> m_speller; ///< Made when it is first needed.
    std::unique_ptr<Decoder> m_decoder;
    std::chrono::steady_clock::time_point m_lastProgress;
    std::jthread m_thread; ///< Last: it starts when all the rest is there.
};

} // namespace Tempera
