// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/engine/llama/prompt/chatprompt.h"
#include "app/engine/llama/sampling/samplerchain.h"
#include "app/engine/llama/task/answertext.h"
#include "app/engine/llama/task/llamatask.h"
#include "models/sampling/counterrandom.h"
#include "models/sampling/tracebuilder.h"

#include <span>

namespace Tempera {

/// One running generation: from logits to tokens, text, trace and the numbers at the end.
class Sequence final : public LlamaTask
{
public:
    /// `prompt` and the request's prefix must leave room in the context. `chain` is fresh. Traces list at most that many
    /// candidates.
    Sequence(std::shared_ptr<LlamaJob> job, LlamaPrompt prompt, SamplerChain chain, const LlamaModel &model, int traceCandidates);

    [[nodiscard]] int mostTokens() const override { return m_inputTokens + std::max(0, m_maxTokens - m_prefixTokens); }
    /// Says what the prefix has written. False = with it the generation has ended already.
    [[nodiscard]] bool begin() override;
    void noteRead(int tokens) override { m_job->say(Event::PromptProgress{tokens, m_inputTokens}); }
    /// Chooses the next token and says what is to be said.
    [[nodiscard]] bool take(std::span<const float> logits) override;
    void end(FinishReason reason) override;

private:
    void sayText(const QString &text);
    [[nodiscard]] bool acceptPrefix();
    void recordTrace(std::shared_ptr<TokenTrace> trace, std::span<const float> logits, const Choice &choice, double u,
                     const QByteArray &piece);
    [[nodiscard]] std::chrono::microseconds elapsed() const;

    const LlamaModel &m_model;
    int m_prefixTokens = 0;
    int m_answerTokens = 0; ///< Those of the prefix included; the position of the next token.
    int m_maxTokens = 0;    ///< Of the answer, its prefix included.
    RandomStream m_stream;
    SamplerChain m_chain;
    AnswerText m_text;
    TraceBuilder m_traceBuilder;
    Trace m_traces;
    std::chrono::steady_clock::time_point m_started = std::chrono::steady_clock::now();
    std::chrono::microseconds m_queued{0};
    std::optional<std::chrono::microseconds> m_firstText;
    std::chrono::microseconds m_firstTokenAt{0};
    std::chrono::microseconds m_lastTokenAt{0};
};

} // namespace Tempera
