// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/engine/backend.h"

namespace Tempera {

/// The prompt of a request as one text: GenerationRequest::given where there is one, else its one message, a chat as promptfoo's
/// JSON. Empty where there is nothing.
[[nodiscard]] QString promptAsText(const GenerationRequest &request);

/// Answers with the prompt as one text (a chat as promptfoo's JSON), at once, with no tokens: shows what a template renders to, and tests
/// a whole pipeline without a model.
class EchoBackend final : public Backend
{
public:
    [[nodiscard]] bool handles(const Endpoint &endpoint) const override;
    [[nodiscard]] std::unique_ptr<BackendJob> start(const GenerationRequest &request, std::stop_token stop,
                                                    BackendSink sink) override;
    /// Always 0, exactly: no model reads the prompt.
    void countTokens(const Endpoint &endpoint, const Messages &messages, PromptForm form,
                     std::function<void(Result<TokenCount>)> callback) override;
};

} // namespace Tempera
