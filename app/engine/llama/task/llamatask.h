// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/engine/llama/model/llamamodel.h"
#include "app/engine/llama/task/llamajob.h"

#include <span>

namespace Tempera {

/// One token of a branch: a text that is tried after the prompt.
struct BranchRow {
    llama_token token = 0;
    llama_pos position = 0;
    std::vector<int> branches; ///< Those that this token is part of.
};

/// What runs on a sequence of a context. Says what is to be evaluated, gets the logits, and reports to its job;
/// knows nothing of batches. First all of tokens() is evaluated, and take() gets the logits of the last; after that
/// either tokens() has grown, or there are branches(), or it has ended.
class LlamaTask
{
public:
    explicit LlamaTask(std::shared_ptr<LlamaJob> job) : m_job(std::move(job)) { }
    virtual ~LlamaTask() = default;
    LlamaTask(const LlamaTask &) = delete;
    LlamaTask &operator=(const LlamaTask &) = delete;

    [[nodiscard]] LlamaJob &job() const { return *m_job; }
    /// What belongs into the KV cache of the sequence, in order.
    [[nodiscard]] const std::vector<llama_token> &tokens() const { return m_tokens; }
    /// How many of the tokens were given (prompt and prefix); the rest was generated.
    [[nodiscard]] int inputTokens() const { return m_inputTokens; }
    /// How many of the given tokens are the prompt; the others are a prefix: the beginning of an answer.
    [[nodiscard]] int promptTokens() const { return m_promptTokens; }
    /// The most cells of the KV cache that this can need.
    [[nodiscard]] virtual int mostTokens() const = 0;
    /// How many tokens of the prompt were taken from the KV cache instead of being evaluated.
    void setCachedTokens(int tokens) { m_cachedTokens = tokens; }

    /// Before anything is evaluated. False = it has ended already.
    [[nodiscard]] virtual bool begin() = 0;
    /// That many of the given tokens have been evaluated.
    virtual void noteRead(int tokens) = 0;
    /// The logits after the last of tokens(). False = it has ended.
    [[nodiscard]] virtual bool take(std::span<const float> logits) = 0;
    /// Ends it with what there is so far; a cancelled job ends as cancelled.
    virtual void end(FinishReason reason) = 0;

    /// How many branches are to be evaluated together next; each begins after the prompt. 0 = none.
    [[nodiscard]] virtual int branches() const { return 0; }
    /// What is left to be evaluated of them: each token after the one that it follows.
    [[nodiscard]] virtual std::span<const BranchRow> rows() const { return {}; }
    /// The logits after the first of rows(), which is then removed.
    virtual void takeRow(std::span<const float> logits) { Q_UNUSED(logits) }
    /// All rows are evaluated. False = it has ended.
    [[nodiscard]] virtual bool nextBranches() { return false; }

protected:
    [[nodiscard]] Reproducibility reproducibility() const
    {
        return m_job->request().strict ? Reproducibility::Strict : Reproducibility::Fast;
    }

    std::shared_ptr<LlamaJob> m_job;
    std::vector<llama_token> m_tokens;
    int m_inputTokens = 0;
    int m_promptTokens = 0;
    int m_cachedTokens = 0;
};

} // namespace Tempera
