// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/engine/llama/model/llamahandles.h"
#include "app/engine/llama/sampling/ownsamplers.h"
#include "models/core/error.h"
#include "models/core/limits.h"
#include "models/core/sampling.h"
#include "models/sampling/choice.h"
#include "models/sampling/likeliest.h"

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace Tempera {

/// What a chain needs to know of the model.
struct SamplerModel {
    const llama_vocab *vocab = nullptr; ///< Null = none: then no DRY, no grammar, no bias by text.
    int vocabularySize = 0;
    int contextTokens = 0; ///< What −1 means for repeat_last_n and dry_penalty_last_n, and their maximum.
};

/// The samplers of one sequence: llama.cpp's own for what is set, then our choice by a given random number.
///
/// Order: logit bias, grammar, then the settings' order (else llama.cpp's). What is unset has no sampler. An unset
/// temperature is 1. Temperature 0 takes the likeliest token; of the chain only biases, grammar, penalties and DRY
/// act then. Mirostat takes the place of all but biases, grammar and temperature. The choice is always made from the
/// distribution *after* the grammar; llama-server draws without it first and again with it only when what it drew
/// does not fit, which is another distribution. A greedy choice is made its way, where both
/// agree.
///
/// Nothing here draws random numbers: equal logits, history and u give the equal choice. XTC decides by companionOf(u).
class SamplerChain
{
public:
    /// Errors: BadRequest for a grammar, a schema or a bias that cannot be used, or takes too much. `stop` ends the work on a
    /// grammar, here and between two tokens; it is asked on the calling thread.
    [[nodiscard]] static Result<SamplerChain> create(const SamplingSettings &settings, const SamplerModel &model,
                                                     const std::function<bool()> &stop = {});

    /// Shows the prompt to the samplers that look back at it. Before the first sample().
    void begin(std::span<const llama_token> prompt);
    /// Chooses from the raw logits of the whole vocabulary. `u` in [0, 1). Id −1: no logit is a number, or no token
    /// fits the grammar. `likeliest` are the likeliest tokens, falling, of equals the lowest id first, where they are known
    /// already: it may save a look at the whole vocabulary, and changes nothing else.
    [[nodiscard]] Choice sample(std::span<const float> logits, double u, std::span<const Candidate> likeliest = {});
    /// Why sample() found no token: ModelBroken, or BadRequest where the grammar is the cause.
    [[nodiscard]] Error choiceError(const QString &modelPath) const;
    /// Tells the stateful samplers of a token that now belongs to the answer. One that sample() did not just choose
    /// (of a prefix) comes with the probability that it was chosen with, which mirostat needs; 0 = not known.
    /// One that does not fit the grammar ends the grammar: sample() finds nothing after it.
    void accept(std::int32_t token, double probability = 0);

private:
    enum class UseGrammar { No, Yes };

    SamplerChain() = default;
    [[nodiscard]] Result<void> addBiases(const SamplingSettings &settings, const SamplerModel &model);
    void addOrder(const SamplingSettings &settings, const SamplerModel &model);
    void addMirostat(const SamplingSettings &settings, const SamplerModel &model);
    void addLink(const SamplingSettings &settings, const SamplerModel &model, SamplerKind kind);
    void addPenalties(const SamplingSettings &settings, const SamplerModel &model);
    void addDry(const SamplingSettings &settings, const SamplerModel &model);
    void add(LlamaSamplerPtr link);

    [[nodiscard]] Choice plainChoice(std::span<const float> logits, double u, std::span<const Candidate> likeliest);
    [[nodiscard]] Choice chainChoice(std::span<const float> logits, double u, std::span<const Candidate> likeliest,
                                     UseGrammar use);
    void listTokens(std::span<const float> logits, std::span<const Candidate> likeliest);
    [[nodiscard]] bool areTheFirst(std::span<const Candidate> likeliest) const;
    [[nodiscard]] Choice chooseAmong(const llama_token_data_array &left, double u);
    [[nodiscard]] bool fitsGrammar(std::int32_t token);
    void workOnGrammar(const std::function<void()> &work);

    LlamaSamplerPtr m_biases;  ///< Null = none.
    LlamaSamplerPtr m_grammar; ///< Null = none.
    LlamaSamplerPtr m_chain;   ///< The rest, in order.
    std::optional<Mirostat> m_mirostat;
    bool m_greedy = false;
    float m_temperature = 1;     ///< What the chain divides by, where it does nothing else.
    bool m_plain = false;        ///< The chain does nothing but divide by the temperature.
    std::size_t m_firstTopK = 0; ///< The k of a top-k that comes before all else; 0 = there is none.
    bool m_offGrammar = false;   ///< A token came that the grammar does not allow, or it took too much.
    Limits m_grammarLimits;
    LimitHit m_grammarHit = LimitHit::None;
    int m_lookBack = 0;                                                ///< Most tokens that a link remembers.
    std::unique_ptr<double> m_companion = std::make_unique<double>(0); ///< Stays in its place when the chain moves.
    Choice m_last;
    Chooser m_chooser;
    Likeliest m_likeliest;
    std::vector<llama_token_data> m_tokens;
    std::vector<Candidate> m_candidates;
};

} // namespace Tempera
