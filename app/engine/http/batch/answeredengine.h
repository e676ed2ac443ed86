// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/engine/http/wires.h"
#include "models/core/batchanswers.h"
#include "models/core/ports/engine.h"

namespace Tempera {

/// Answers requests from the results of batches, through the decoder of their API, at the service tier of a batch. Nothing is sent.
/// What a batch did not come to is told as that error; what the results do not name fails. Lives on one thread.
class AnsweredEngine final : public Engine
{
public:
    AnsweredEngine(std::shared_ptr<BatchAnswers> answers, Wires wires);

    [[nodiscard]] std::unique_ptr<Generation> start(const GenerationRequest &request, EventSink sink) override;
    /// Always an error.
    void countTokens(const Endpoint &endpoint, const Messages &messages, PromptForm form, QObject *guard,
                     std::function<void(Result<TokenCount>)> callback) override;

private:
    class Given;
    [[nodiscard]] GenerationBatch answerTo(const GenerationRequest &request) const;

    std::shared_ptr<BatchAnswers> m_answers;
    Wires m_wires;
};

} // namespace Tempera
