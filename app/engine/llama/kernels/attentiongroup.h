// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

// Included by attentionloop.h alone, which says how.

#include "app/engine/llama/kernels/attention.h"
#include "app/engine/llama/kernels/attentioncells.h"

#include <immintrin.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace Tempera::Kernels {
namespace {

constexpr int SliceRegisters = 4;

/// What a head has added up so far.
struct Sum {
    float weights = 0;
    float greatest = -std::numeric_limits<float>::infinity();
};

/// A block's scores become weights, relative to the greatest score so far; `shrinks` are what the sums of the cells before
/// are to be multiplied by.
inline void updateSoftmax(int cells, const float *scores, float *weights, float *shrinks, Sum &sum)
{
    for (int i = 0; i < cells; ++i) {
        float weight = 1;
        float shrink = 1;
        if (scores[i] > sum.greatest) {
            shrink = std::exp(sum.greatest - scores[i]);
            sum.greatest = scores[i];
        } else {
            weight = std::exp(scores[i] - sum.greatest);
        }
        weights[i] = weight;
        shrinks[i] = shrink;
        sum.weights = std::fma(sum.weights, shrink, weight);
    }
}

/// Heads that look at the same keys and values, at most as many as the registers take.
template<typename Lanes, int Heads>
class Group
{
public:
    Group(const Attention &attention, std::int64_t row, int kvHead, int firstHead)
        : m_attention(attention), m_row(row), m_kvHead(kvHead), m_firstHead(firstHead)
    {
        for (int head = 0; head < Heads; ++head) {
            const auto *query = reinterpret_cast<const float *>(attention.queries.at(row, firstHead + head));
            for (int i = 0; i < attention.keyLength; i += Lanes::Count)
                Lanes::store(m_queries[head] + i, Lanes::rounded(Lanes::load(query + i)));
            std::fill_n(m_values[head], attention.valueLength, 0.0F);
        }
    }

    void attend(std::int64_t begin, std::int64_t end)
    {
        Cells cells(m_attention.mask + m_row * m_attention.maskStride, begin, end);
        std::int32_t blocks[2][BlockCells];
        int current = 0;
        int count = cells.next(blocks[current]);
        askFor(m_attention.keys, blocks[current], count, m_attention.keyLength);
        while (count > 0) {
            const int next = cells.next(blocks[1 - current]);
            askFor(m_attention.values, blocks[current], count, m_attention.valueLength);
            askFor(m_attention.keys, blocks[1 - current], next, m_attention.keyLength);
            score(blocks[current], count);
            for (int head = 0; head < Heads; ++head)
                updateSoftmax(count, m_scores[head], m_weights[head], m_shrinks[head], m_sums[head]);
            for (int i = 0; i < m_attention.valueLength; i += SliceLength)
                addValues(blocks[current], count, i);
            current = 1 - current;
            count = next;
        }
    }

    void giveResult() const
    {
        for (int head = 0; head < Heads; ++head) {
            const float weights = m_sums[head].weights;
            const Register share = Lanes::all(weights == 0 ? 0 : 1 / weights);
            float *result = m_attention.result + (m_row * m_attention.heads + m_firstHead + head) * m_attention.resultStride;
            for (int i = 0; i < m_attention.valueLength; i += Lanes::Count)
                Lanes::store(result + i, Lanes::multiply(Lanes::load(m_values[head] + i), share));
        }
    }

    void giveSums(const Runs &runs, int run) const
    {
        for (int head = 0; head < Heads; ++head) {
            float *sums = runs.at(m_attention, m_firstHead + head, run);
            sums[0] = m_sums[head].greatest;
            sums[1] = m_sums[head].weights;
            std::copy_n(m_values[head], m_attention.valueLength, sums + 2);
        }
    }

private:
    static constexpr int SliceLength = SliceRegisters * Lanes::Count;
    using Register = typename Lanes::Register;

    /// Asks memory for what will be needed soon: the cells of a sequence may lie far apart.
    void askFor(const HeadVectors &vectors, const std::int32_t *cells, int count, int length) const
    {
        constexpr int Line = 64;
        for (int i = 0; i < count; ++i) {
            const std::byte *vector = vectors.at(cells[i], m_kvHead);
            for (int byte = 0; byte < 2 * length; byte += Line)
                _mm_prefetch(reinterpret_cast<const char *>(vector + byte), _MM_HINT_T0);
        }
    }

    void score(const std::int32_t *cells, int count)
    {
        const auto *mask = reinterpret_cast<const std::uint16_t *>(m_attention.mask + m_row * m_attention.maskStride);
        for (int cell = 0; cell < count; ++cell) {
            const auto *key = reinterpret_cast<const std::uint16_t *>(m_attention.keys.at(cells[cell], m_kvHead));
            Register sums[Heads][SliceRegisters];
            for (auto &ofHead : sums) {
                for (Register &lanes : ofHead)
                    lanes = Lanes::zero();
            }
            for (int i = 0; i < m_attention.keyLength; i += SliceLength) {
                for (int r = 0; r < SliceRegisters; ++r) {
                    const Register keys = Lanes::halves(key + i + r * Lanes::Count);
                    for (int head = 0; head < Heads; ++head) {
                        const Register queries = Lanes::load(m_queries[head] + i + r * Lanes::Count);
                        sums[head][r] = Lanes::multiplyAdd(keys, queries, sums[head][r]);
                    }
                }
            }
            const float masked = _cvtsh_ss(mask[cells[cell]]);
            for (int head = 0; head < Heads; ++head) {
                const Register even = Lanes::add(sums[head][0], sums[head][2]);
                const Register odd = Lanes::add(sums[head][1], sums[head][3]);
                m_scores[head][cell] = Lanes::sum(Lanes::add(even, odd)) * m_attention.scale + masked;
            }
        }
    }

    /// A slice of the values, each rounded to half precision after every cell, as llama.cpp's sums are.
    void addValues(const std::int32_t *cells, int count, int from)
    {
        Register sums[Heads][SliceRegisters];
        for (int head = 0; head < Heads; ++head) {
            for (int r = 0; r < SliceRegisters; ++r)
                sums[head][r] = Lanes::load(m_values[head] + from + r * Lanes::Count);
        }
        for (int cell = 0; cell < count; ++cell) {
            const auto *value = reinterpret_cast<const std::uint16_t *>(m_attention.values.at(cells[cell], m_kvHead)) + from;
            Register values[SliceRegisters];
            for (int r = 0; r < SliceRegisters; ++r)
                values[r] = Lanes::halves(value + r * Lanes::Count);
            for (int head = 0; head < Heads; ++head) {
                if (m_shrinks[head][cell] != 1) {
                    const Register shrink = Lanes::all(m_shrinks[head][cell]);
                    for (Register &sum : sums[head])
                        sum = Lanes::rounded(Lanes::multiply(sum, shrink));
                }
                const Register weight = Lanes::all(m_weights[head][cell]);
                for (int r = 0; r < SliceRegisters; ++r)
                    sums[head][r] = Lanes::rounded(Lanes::multiplyAdd(values[r], weight, sums[head][r]));
            }
        }
        for (int head = 0; head < Heads; ++head) {
            for (int r = 0; r < SliceRegisters; ++r)
                Lanes::store(m_values[head] + from + r * Lanes::Count, sums[head][r]);
        }
    }

    const Attention &m_attention;
    std::int64_t m_row;
    int m_kvHead;
    int m_firstHead;
    alignas(64) float m_queries[Heads][LongestVector];
    alignas(64) float m_values[Heads][LongestVector]; ///< Weighted sums.
    alignas(64) float m_scores[Heads][BlockCells];
    alignas(64) float m_weights[Heads][BlockCells];
    alignas(64) float m_shrinks[Heads][BlockCells];
    Sum m_sums[Heads];
};

} // namespace
} // namespace Tempera::Kernels
