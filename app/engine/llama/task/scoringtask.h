// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/engine/llama/model/speller.h"
#include "app/engine/llama/prompt/chatprompt.h"
#include "app/engine/llama/task/llamatask.h"
#include "models/sampling/tracebuilder.h"

namespace Tempera {

/// Teacher forcing: the probabilities of given texts as the answer to a prompt. The prompt is evaluated once; the texts
/// and all their spellings are branches after it that share what they have in common. Or those of the prompt's own tokens:
/// then its first token alone is the prompt, and the rest is the text.
class ScoringTask final : public LlamaTask
{
public:
    /// So many candidates a token are kept of a prompt: as many as are shown. A prompt is long, and nothing is drawn from it.
    static constexpr std::size_t PromptCandidates = 64;

    /// `mostBranches` may be evaluated at the same time. Errors: BadRequest (a prompt beside other texts, a text that the vocabulary cannot write,
    /// tokens that it does not have, a kind of model that cannot branch), ContextTooLong.
    [[nodiscard]] static Result<std::unique_ptr<LlamaTask>>
    create(std::shared_ptr<LlamaJob> job, LlamaPrompt prompt, const LlamaModel &model, const Speller &speller, int mostBranches);

    [[nodiscard]] int mostTokens() const override;
    [[nodiscard]] bool begin() override { return true; }
    void noteRead(int tokens) override;
    [[nodiscard]] bool take(std::span<const float> logits) override;
    void end(FinishReason reason) override;
    [[nodiscard]] int branches() const override;
    [[nodiscard]] std::span<const BranchRow> rows() const override;
    void takeRow(std::span<const float> logits) override;
    [[nodiscard]] bool nextBranches() override;

private:
    /// One spelling of a text.
    struct Path {
        std::vector<llama_token> tokens;
        std::size_t text = 0;
        bool isOwn = false;           ///< The one whose tokens are reported.
        double logProbability = 0;    ///< Of the tokens so far.
        double endLogProbability = 0; ///< Of the end after the last one.
    };
    /// Paths that are evaluated together.
    struct Group {
        std::size_t first = 0;
        std::size_t count = 0;
        int rows = 0;
    };

    ScoringTask(std::shared_ptr<LlamaJob> job, LlamaPrompt prompt, const LlamaModel &model, const Speller &speller);
    [[nodiscard]] Result<void> addText(std::size_t index);
    void addPath(std::size_t text, std::vector<llama_token> tokens, bool isOwn);
    void makeGroups(int mostBranches);
    void makeRows();
    void note(Path &path, std::size_t next, std::span<const float> logits);
    void measure(std::span<const float> logits);
    [[nodiscard]] ScoredToken scored(llama_token token, std::span<const float> logits);
    void sum();
    [[nodiscard]] bool finish();
    void sayProgress(int done);

    const LlamaModel &m_model;
    const Speller &m_speller;
    std::vector<Path> m_paths; ///< Sorted by their tokens, so that what begins alike is together.
    std::vector<Group> m_groups;
    std::vector<llama_token> m_restOfPrompt; ///< Where the prompt is scored itself, until it is taken.
    std::vector<ScoredText> m_texts;
    std::vector<BranchRow> m_rows; ///< Of the current group.
    std::size_t m_group = 0;
    std::size_t m_row = 0;
    int m_rowsDone = 0; ///< Of all groups.
    int m_rowsTotal = 0;
    bool m_promptTaken = false;
    bool m_broken = false;
    double m_logSum = 0; ///< ln Σ e^logit of the row that is being looked at.
    double m_endLog = 0; ///< ln of the probability that the answer ends there.
    TraceBuilder m_traceBuilder;
    std::chrono::microseconds m_queued{0};
    std::chrono::steady_clock::time_point m_started = std::chrono::steady_clock::now();
};

} // namespace Tempera
