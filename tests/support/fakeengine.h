// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/ports/engine.h"

#include <functional>
#include <memory>
#include <vector>

namespace Tempera {

/// What a test sees of one generation; it outlives the handle that the code under test holds.
struct FakeGeneration {
    GenerationRequest request;
    EventSink sink;
    int cancels = 0;        ///< How often cancel() was called.
    bool destroyed = false; ///< The handle is gone: nothing is delivered any more.
    bool ended = false;     ///< A Finished or Failed was delivered.
};

/// An engine that is driven by hand: it records what is asked and says only what the test tells it to say,
/// at once and on the test's thread. Like the real one it is silent after a handle was destroyed.
class FakeEngine final : public Engine
{
public:
    [[nodiscard]] std::unique_ptr<Generation> start(const GenerationRequest &request, EventSink sink) override;
    /// Calls back from the event loop with what `tokenCounter` says.
    void countTokens(const Endpoint &endpoint, const Messages &messages, PromptForm form, QObject *guard,
                     std::function<void(Result<TokenCount>)> callback) override;

    /// All generations that were ever started, in order.
    [[nodiscard]] int count() const { return static_cast<int>(m_generations.size()); }
    [[nodiscard]] FakeGeneration &at(int i) { return *m_generations.at(static_cast<std::size_t>(i)); }
    [[nodiscard]] int cancels() const;                              ///< Calls of cancel() over all generations.
    [[nodiscard]] int destructions() const;                         ///< Handles that are gone.
    [[nodiscard]] int running() const;                              ///< Neither ended nor destroyed.
    [[nodiscard]] int tokenCounts() const { return m_tokenCounts; } ///< Calls of countTokens().

    /// Hands a batch to the sink of generation `i`; does nothing when its handle is gone or it has ended.
    void deliver(int i, const GenerationBatch &batch);
    void started(int i, const QString &model = {});
    void text(int i, const QString &text);
    void finish(int i, const Usage &usage = {}, FinishReason reason = FinishReason::Stop);
    void fail(int i, const Error &error);
    /// Started, the text, and the end in one batch.
    void answer(int i, const QString &text, const Usage &usage = {});
    /// The last batch that the real engine sends after cancel().
    void finishCancelled(int i) { finish(i, {}, FinishReason::Cancelled); }

    /// What countTokens() answers; one token a word unless a test sets another one.
    std::function<Result<TokenCount>(const Endpoint &, const Messages &)> tokenCounter;

private:
    std::vector<std::shared_ptr<FakeGeneration>> m_generations;
    int m_tokenCounts = 0;
};

} // namespace Tempera
