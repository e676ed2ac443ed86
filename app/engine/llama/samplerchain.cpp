// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/llama/samplerchain.h"

#include <algorithm>

namespace Tempera {
namespace {

/// How far back repetition counts: llama.cpp's default.
constexpr int PenaltyTokens = 64;
constexpr std::size_t KeepAtLeast = 1;

} // namespace

SamplerChain::SamplerChain(const SamplingSettings &settings, int vocabularySize)
    : m_chain(llama_sampler_chain_init({.no_perf = true})), m_greedy(settings.temperature && *settings.temperature <= 0)
{
    const auto add = [this](llama_sampler *sampler) { llama_sampler_chain_add(m_chain.get(), sampler); };
    const auto number = [](const std::optional<double> &value, double off) {
        return static_cast<float>(value.value_or(off));
    };
    if (settings.repeatPenalty || settings.frequencyPenalty || settings.presencePenalty) {
        add(llama_sampler_init_penalties(vocabularySize, PenaltyTokens, number(settings.repeatPenalty, 1.0),
                                         number(settings.frequencyPenalty, 0.0),
                                         number(settings.presencePenalty, 0.0)));
    }
    if (m_greedy)
        return; // none of the others changes which token is the likeliest
    if (settings.topK && *settings.topK > 0)
        add(llama_sampler_init_top_k(*settings.topK));
    if (settings.topP && *settings.topP < 1)
        add(llama_sampler_init_top_p(number(settings.topP, 1.0), KeepAtLeast));
    if (settings.minP && *settings.minP > 0)
        add(llama_sampler_init_min_p(number(settings.minP, 0.0), KeepAtLeast));
    if (settings.temperature && *settings.temperature != 1)
        add(llama_sampler_init_temp(number(settings.temperature, 1.0)));
}

Choice SamplerChain::sample(std::span<const float> logits, double u)
{
    if (m_greedy && llama_sampler_chain_n(m_chain.get()) == 0)
        return greedyChoice(logits);
    if (llama_sampler_chain_n(m_chain.get()) == 0) {
        m_candidates.resize(logits.size());
        for (std::size_t i = 0; i < logits.size(); ++i)
            m_candidates[i] = {static_cast<std::int32_t>(i), logits[i]};
        return m_chooser.choose(m_candidates, u);
    }
    m_tokens.resize(logits.size());
    for (std::size_t i = 0; i < logits.size(); ++i)
        m_tokens[i] = {static_cast<llama_token>(i), logits[i], 0.0F};
    llama_token_data_array left{m_tokens.data(), m_tokens.size(), -1, false};
    llama_sampler_apply(m_chain.get(), &left);
    return chooseAmong(left, u);
}

Choice SamplerChain::chooseAmong(const llama_token_data_array &left, double u)
{
    m_candidates.resize(left.size);
    for (std::size_t i = 0; i < left.size; ++i)
        m_candidates[i] = {left.data[i].id, left.data[i].logit};
    if (!m_greedy)
        return m_chooser.choose(m_candidates, u);
    const auto best = std::ranges::max_element(m_candidates, [](const Candidate &a, const Candidate &b) {
        return a.logit != b.logit ? a.logit < b.logit : a.id > b.id;
    });
    return best == m_candidates.end() ? Choice{} : Choice{best->id, 1.0};
}

void SamplerChain::accept(std::int32_t token)
{
    llama_sampler_accept(m_chain.get(), token);
}

} // namespace Tempera
