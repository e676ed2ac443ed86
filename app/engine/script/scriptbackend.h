// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/engine/backend.h"
#include "models/core/limits.h"

#include <QThreadPool>

namespace Tempera {

/// Answers by JavaScript of the experiment (Endpoint::script), in QuickJS, which has no files and no network. Each request runs on
/// a thread of a pool, in a context of its own, and ends by itself, at a limit, or when it is stopped.
class ScriptBackend final : public Backend
{
public:
    /// `limits` are those of one request; their `stop` is not used.
    explicit ScriptBackend(const Limits &limits = {});
    /// Waits for what runs, which has been asked to stop.
    ~ScriptBackend() override;

    [[nodiscard]] bool handles(const Endpoint &endpoint) const override;
    [[nodiscard]] std::unique_ptr<BackendJob> start(const GenerationRequest &request, std::stop_token stop,
                                                    BackendSink sink) override;
    /// An error: nobody knows what a script reads.
    void countTokens(const Endpoint &endpoint, const Messages &messages, PromptForm form,
                     std::function<void(Result<TokenCount>)> callback) override;

private:
    Limits m_limits;
    std::stop_source m_end;
    QThreadPool m_pool;
};

} // namespace Tempera
