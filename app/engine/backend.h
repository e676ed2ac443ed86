// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/engine/keyring.h"
#include "models/core/localsettings.h"
#include "models/core/ports/engine.h"

#include <functional>
#include <memory>
#include <stop_token>

namespace Tempera {

/// Where a backend puts events; may be called on any thread; returns at once.
using BackendSink = std::function<void(GenerationEvent)>;

/// One running job of a backend. Destroying it asks it to stop and does not block; nothing reaches the sink after
/// the stop token is set except the last Finished{Cancelled}.
class BackendJob
{
public:
    virtual ~BackendJob() = default;
};

/// What can answer requests of some kinds of endpoint. Lives on the engine thread.
class Backend
{
public:
    virtual ~Backend() = default;
    [[nodiscard]] virtual bool handles(const Endpoint &endpoint) const = 0;
    /// Called on the engine thread. Exactly one Finished or Failed ends each job (also when cancelled:
    /// Finished{Cancelled}).
    [[nodiscard]] virtual std::unique_ptr<BackendJob> start(const GenerationRequest &request, std::stop_token stop,
                                                            BackendSink sink) = 0;
    /// Exact prompt tokens; backends that cannot count answer with an Error. Callback on any thread.
    virtual void countTokens(const Endpoint &endpoint, const Messages &messages, PromptForm form,
                             std::function<void(Result<TokenCount>)> callback) = 0;
    /// Keys for the jobs that are started from now on; only remote backends care.
    virtual void setKeys(const KeyRing &keys) { Q_UNUSED(keys) }
    /// For models that are loaded from now on; only the local backend cares.
    virtual void setLocalSettings(const LocalSettings &settings) { Q_UNUSED(settings) }
    /// Called now and then on the engine thread: the moment to let go of what nothing has used for long.
    virtual void tidy() { }
};

} // namespace Tempera
