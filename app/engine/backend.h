// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/engine/enginesettings.h"
#include "app/engine/keyring.h"
#include "app/engine/stage.h"
#include "models/core/localsettings.h"
#include "models/core/ports/engine.h"

#include <functional>

namespace Tempera {

/// What can answer requests of some kinds of endpoint: the last stage on the way of a request. Lives on the engine thread; the
/// events of its jobs, the last one too, come on any thread, and nobody destroys a job from inside one of them.
class Backend : public Stage
{
public:
    [[nodiscard]] virtual bool handles(const Endpoint &endpoint) const = 0;
    /// Exact prompt tokens; backends that cannot count answer with an Error. Callback on any thread.
    virtual void countTokens(const Endpoint &endpoint, const Messages &messages, PromptForm form,
                             std::function<void(Result<TokenCount>)> callback) = 0;
    /// Says all that would be sent for a request, without secrets, and which of its repeats it is, in 32 bytes; equal keys have
    /// equal answers. Empty = its answer is not kept.
    [[nodiscard]] virtual QByteArray answerKey(const GenerationRequest &request) const
    {
        Q_UNUSED(request)
        return {};
    }
    /// Keys for the jobs that are started from now on; only remote backends care.
    virtual void setKeys(const KeyRing &keys) { Q_UNUSED(keys) }
    /// For the jobs that are started from now on; only remote backends care.
    virtual void setEngineSettings(const EngineSettings &settings) { Q_UNUSED(settings) }
    /// For models that are loaded from now on; only the local backend cares.
    virtual void setLocalSettings(const LocalSettings &settings) { Q_UNUSED(settings) }
    /// Called now and then on the engine thread: the moment to let go of what nothing has used for long.
    virtual void tidy() { }
};

} // namespace Tempera
