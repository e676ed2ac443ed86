// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/capability.h"
#include "models/core/event.h"
#include "models/core/request.h"

#include <QObject>

#include <functional>
#include <memory>

namespace Tempera {

/// A running generation. Destroying it cancels it and guarantees silence: its sink is never called again.
class Generation
{
public:
    virtual ~Generation() = default;
    /// Asks it to stop. One last batch with Finished{Cancelled} follows, with the text so far delivered.
    virtual void cancel() = 0;
};

/// Receives the events of one generation, in order, on the thread that called Engine::start().
using EventSink = std::function<void(const GenerationBatch &)>;

/// What a count of tokens rests on.
struct TokenCount {
    std::int64_t tokens = 0;
    Exactness exactness = Exactness::Estimate;
};

/// Where text comes from. Every function is called, and calls back, on the owner's thread; none blocks.
/// A callback is dropped when its guard is gone.
class Engine
{
public:
    virtual ~Engine() = default;
    /// Starts at once or when a slot is free. Every sink gets exactly one Finished or Failed as last event.
    [[nodiscard]] virtual std::unique_ptr<Generation> start(const GenerationRequest &request, EventSink sink) = 0;
    /// Exact tokens of a local model's prompt, chat template included. Loads the model when needed.
    virtual void countTokens(const Endpoint &endpoint, const Messages &messages, PromptForm form, QObject *guard,
                             std::function<void(Result<TokenCount>)> callback) = 0;
};

} // namespace Tempera
