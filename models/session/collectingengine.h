// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/ports/engine.h"

#include <utility>
#include <vector>

namespace Tempera {

/// An engine that keeps what it is asked, and answers nothing: each generation is cancelled with the next turn of the event loop.
/// So a run is planned exactly as it would be asked. Lives on one thread.
class CollectingEngine final : public Engine
{
public:
    [[nodiscard]] std::unique_ptr<Generation> start(const GenerationRequest &request, EventSink sink) override;
    /// Always an error.
    void countTokens(const Endpoint &endpoint, const Messages &messages, PromptForm form, QObject *guard,
                     std::function<void(Result<TokenCount>)> callback) override;

    /// In the order in which they were asked; they are handed out.
    [[nodiscard]] std::vector<GenerationRequest> takeRequests() { return std::exchange(m_requests, {}); }

private:
    class Unasked;
    std::vector<GenerationRequest> m_requests;
};

} // namespace Tempera
