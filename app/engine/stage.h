// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/event.h"
#include "models/core/request.h"

#include <functional>
#include <memory>
#include <stop_token>

namespace Tempera {

/// Where a stage or a backend puts events; may be called on any thread; returns at once.
using BackendSink = std::function<void(GenerationEvent)>;

/// One request that a stage or a backend has in hand. Destroying it asks it to stop and does not block; nothing reaches
/// the sink after the stop token is set except the last Finished{Cancelled}.
class BackendJob
{
public:
    virtual ~BackendJob() = default;
    /// Begins the attempt that it announced by Event::Retrying: whoever let it through says so, once, when the wait is over and
    /// it is its turn again. Engine thread.
    virtual void goOn() { }
};

/// A step on the way of a request: answers it, refuses it, or hands it to the next stage, at once or later. Made, used and
/// destroyed on the engine thread.
///
/// Of a stage before the backend: its last event comes on the engine thread, maybe from inside start(). A job may be
/// destroyed from inside its last event; destroyed before, it has no last event.
class Stage
{
public:
    virtual ~Stage() = default;
    /// Exactly one Finished or Failed ends each job, also when cancelled: Finished{Cancelled}. The job may be null where
    /// nothing is left to stop.
    [[nodiscard]] virtual std::unique_ptr<BackendJob> start(const GenerationRequest &request, std::stop_token stop,
                                                            BackendSink sink) = 0;
};

} // namespace Tempera
