// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/engine/llama/llamahandles.h"
#include "models/core/sampling.h"
#include "models/sampling/choice.h"

#include <span>
#include <vector>

namespace Tempera {

/// The samplers of one sequence: llama.cpp's own for what is set, in llama.cpp's order (penalties, top-k, top-p,
/// min-p, temperature), then our choice by a given random number. What is unset has no sampler; an unset
/// temperature is 1 and temperature 0 takes the likeliest token.
class SamplerChain
{
public:
    SamplerChain(const SamplingSettings &settings, int vocabularySize);

    /// Chooses from the raw logits of the whole vocabulary. `u` in [0, 1).
    [[nodiscard]] Choice sample(std::span<const float> logits, double u);
    /// Tells the samplers with memory (penalties) of a token that now belongs to the text.
    void accept(std::int32_t token);

private:
    [[nodiscard]] Choice chooseAmong(const llama_token_data_array &left, double u);

    LlamaSamplerPtr m_chain;
    bool m_greedy = false;
    Chooser m_chooser;
    std::vector<llama_token_data> m_tokens;
    std::vector<Candidate> m_candidates;
};

} // namespace Tempera
