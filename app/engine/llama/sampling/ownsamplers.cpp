// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/llama/sampling/ownsamplers.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>

namespace Tempera {
namespace {

/// llama.cpp's m: how many of the best say how steep the distribution is.
constexpr std::size_t SteepnessTokens = 100;

struct Gate {
    LlamaSamplerPtr inner;
    float probability;
    const double *chance;
};

void applyGate(llama_sampler *sampler, llama_token_data_array *candidates)
{
    const auto *gate = static_cast<const Gate *>(sampler->ctx);
    if (*gate->chance < static_cast<double>(gate->probability))
        llama_sampler_apply(gate->inner.get(), candidates);
}

void freeGate(llama_sampler *sampler)
{
    delete static_cast<Gate *>(sampler->ctx);
}

const char *gateName(const llama_sampler *)
{
    return "xtc";
}

void applyFiniteOnly(llama_sampler *, llama_token_data_array *candidates)
{
    llama_token_data *end = candidates->data + candidates->size;
    llama_token_data *kept = std::remove_if(candidates->data, end, [](const llama_token_data &token) {
        return token.logit == -std::numeric_limits<float>::infinity();
    });
    candidates->size = static_cast<std::size_t>(kept - candidates->data);
}

const char *finiteOnlyName(const llama_sampler *)
{
    return "finite-only";
}

/// Shares of the mass, of candidates in falling order.
void setShares(llama_token_data_array &candidates)
{
    const float best = candidates.data[0].logit;
    float sum = 0;
    for (std::size_t i = 0; i < candidates.size; ++i) {
        candidates.data[i].p = std::exp(candidates.data[i].logit - best);
        sum += candidates.data[i].p;
    }
    for (std::size_t i = 0; i < candidates.size; ++i)
        candidates.data[i].p /= sum;
}

llama_sampler_i *interface(void (*apply)(llama_sampler *, llama_token_data_array *), const char *(*name)(const llama_sampler *),
                           void (*free)(llama_sampler *), llama_sampler_i &made)
{
    made.name = name;
    made.apply = apply;
    made.free = free;
    return &made;
}

} // namespace

LlamaSamplerPtr makeXtc(float probability, float threshold, const double *chance)
{
    static llama_sampler_i methods{};
    // With probability 1 llama.cpp's own always acts, whatever it draws.
    auto *gate = new Gate{LlamaSamplerPtr(llama_sampler_init_xtc(1.0F, threshold, 0, 0)), probability, chance};
    return LlamaSamplerPtr(llama_sampler_init(interface(applyGate, gateName, freeGate, methods), gate));
}

LlamaSamplerPtr makeFiniteOnly()
{
    static llama_sampler_i methods{};
    return LlamaSamplerPtr(llama_sampler_init(interface(applyFiniteOnly, finiteOnlyName, nullptr, methods), nullptr));
}

Mirostat::Mirostat(int version, float tau, float eta, int vocabularySize)
    : m_version(version), m_tau(tau), m_eta(eta), m_vocabularySize(static_cast<float>(vocabularySize)), m_mu(2 * tau)
{
}

void Mirostat::truncate(llama_token_data_array &candidates) const
{
    applyFiniteOnly(nullptr, &candidates);
    if (candidates.size == 0)
        return;
    std::sort(candidates.data, candidates.data + candidates.size, [](const llama_token_data &a, const llama_token_data &b) {
        return a.logit != b.logit ? a.logit > b.logit : a.id < b.id;
    });
    candidates.sorted = true;
    setShares(candidates);
    candidates.size = std::clamp<std::size_t>(countFor(candidates), 1, candidates.size);
}

std::size_t Mirostat::countFor(const llama_token_data_array &candidates) const
{
    if (m_version == 2) {
        const std::span left(candidates.data, candidates.size);
        const auto cut = std::ranges::find_if(left, [this](const llama_token_data &token) { return -std::log2(token.p) > m_mu; });
        return static_cast<std::size_t>(cut - left.begin());
    }
    float products = 0;
    float squares = 0;
    for (std::size_t i = 0; i + 1 < std::min(SteepnessTokens, candidates.size); ++i) {
        const float rank = std::log(static_cast<float>(i + 2) / static_cast<float>(i + 1));
        products += rank * std::log(candidates.data[i].p / candidates.data[i + 1].p);
        squares += rank * rank;
    }
    const float steepness = products / squares;
    const float epsilon = steepness - 1;
    const float k = std::pow((epsilon * std::pow(2.0F, m_mu)) / (1 - std::pow(m_vocabularySize, -epsilon)), 1 / steepness);
    // Flat or single candidates give no number: llama.cpp keeps whatever the conversion makes of it, we keep all.
    return k >= 0 && k < static_cast<float>(candidates.size) ? static_cast<std::size_t>(k) : candidates.size;
}

void Mirostat::update(double probability)
{
    if (probability > 0)
        m_mu -= m_eta * (-std::log2(static_cast<float>(probability)) - m_tau);
}

} // namespace Tempera
