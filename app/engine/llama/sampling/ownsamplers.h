// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/engine/llama/model/llamahandles.h"

namespace Tempera {

/// Links for llama.cpp's sampler chains that llama.cpp does not have itself.

/// llama.cpp's XTC without its own random numbers: it acts where `*chance` < probability. `chance` must outlive it.
[[nodiscard]] LlamaSamplerPtr makeXtc(float probability, float threshold, const double *chance);

/// Drops candidates that an earlier link has set to −∞. llama.cpp's typical-p makes NaN of them.
[[nodiscard]] LlamaSamplerPtr makeFiniteOnly();

/// Mirostat without its own random numbers: llama.cpp's truncation and update rule
/// (llama_sampler_mirostat_apply, llama_sampler_mirostat_v2_apply, v0.5.0), the choice is the caller's.
/// Basu, Ramachandran, Keskar, Varshney, "Mirostat: a neural text decoding algorithm that directly controls
/// perplexity", 2020.
class Mirostat
{
public:
    /// `version` 1 or 2. `tau` in bits.
    Mirostat(int version, float tau, float eta, int vocabularySize);

    /// Cuts candidates whose surprise is above the present bound; sorts them, keeps at least one.
    void truncate(llama_token_data_array &candidates) const;
    /// Moves the bound by the surprise of what was chosen: its probability among the candidates that were left.
    void update(double probability);

private:
    [[nodiscard]] std::size_t countFor(const llama_token_data_array &candidates) const;

    int m_version;
    float m_tau;
    float m_eta;
    float m_vocabularySize;
    float m_mu; ///< The bound, in bits; begins at 2τ.
};

} // namespace Tempera
