// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Muon for the matrices (momentum whose update is made orthogonal; Jordan et al. 2024,
// https://kellerjordan.github.io/posts/muon/), Adam for the embedding and the norms, and a running mean of all.
#pragma once

#include "matrix.h"
#include "shape.h"

#include <cmath>
#include <vector>

namespace trainer {

// The arrays of a checkpoint: all have the size of the parameters.
struct State
{
    std::vector<float> parameters, mean, first, second;
};

class Optimiser
{
public:
    explicit Optimiser(const Shape &shape)
        : m_layout(shape)
        , m_dense(m_layout.size, 0)
    {
        for (const Matrix &matrix : m_layout.matrices) {
            for (int r = 0; r < matrix.rows; ++r)
                std::fill_n(m_dense.begin() + std::ptrdiff_t(matrix.offset + std::size_t(r) * matrix.distance), matrix.columns, 1);
        }
    }

    void step(State &state, const std::vector<float> &gradient, float rate, float decay, std::int64_t number)
    {
        for (const Matrix &matrix : m_layout.matrices)
            muon(matrix, state, gradient, rate, decay);
        adam(state, gradient, rate * 0.5F, number);
        const float share = 1.0F - std::min(0.995F, float(number) / float(number + 10));
        for (std::size_t i = 0; i < m_layout.size; ++i)
            state.mean[i] += share * (state.parameters[i] - state.mean[i]);
    }

private:
    void muon(const Matrix &matrix, State &state, const std::vector<float> &gradient, float rate, float decay)
    {
        constexpr float momentum = 0.95F;
        // The shorter side comes first, so that the products below are small.
        const bool turned = matrix.rows > matrix.columns;
        const int m = std::min(matrix.rows, matrix.columns), n = std::max(matrix.rows, matrix.columns);
        m_x.resize(std::size_t(m) * n);
        m_y.resize(m_x.size());
        m_gram.resize(std::size_t(m) * m);
        m_poly.resize(m_gram.size());
        double sum = 0;
        for (int r = 0; r < matrix.rows; ++r) {
            for (int c = 0; c < matrix.columns; ++c) {
                const std::size_t at = matrix.offset + std::size_t(r) * matrix.distance + c;
                float &buffer = state.first[at];
                buffer = momentum * buffer + gradient[at];
                const float value = gradient[at] + momentum * buffer;
                m_x[turned ? std::size_t(c) * n + r : std::size_t(r) * n + c] = value;
                sum += double(value) * value;
            }
        }
        const float shrink = float(1.0 / (std::sqrt(sum) + 1e-12));
        for (float &value : m_x)
            value *= shrink;
        for (int round = 0; round < 5; ++round) {
            multiply(m, m, n, {m_x.data(), n, 1}, {m_x.data(), 1, n}, m_gram.data(), m, false);
            multiply(m, m, m, {m_gram.data(), m, 1}, {m_gram.data(), m, 1}, m_poly.data(), m, false);
            for (std::size_t i = 0; i < m_gram.size(); ++i)
                m_poly[i] = 2.0315F * m_poly[i] - 4.7750F * m_gram[i];
            for (int i = 0; i < m; ++i)
                m_poly[std::size_t(i) * m + i] += 3.4445F;
            multiply(m, n, m, {m_poly.data(), m, 1}, {m_x.data(), n, 1}, m_y.data(), n, false);
            m_x.swap(m_y);
        }
        const float move = rate * std::sqrt(std::max(1.0F, float(matrix.columns) / float(matrix.rows)));
        for (int r = 0; r < matrix.rows; ++r) {
            for (int c = 0; c < matrix.columns; ++c) {
                float &value = state.parameters[matrix.offset + std::size_t(r) * matrix.distance + c];
                value -= rate * decay * value + move * m_x[turned ? std::size_t(c) * n + r : std::size_t(r) * n + c];
            }
        }
    }

    void adam(State &state, const std::vector<float> &gradient, float rate, std::int64_t number)
    {
        constexpr float keep = 0.9F, keepSquare = 0.98F;
        double square = 0;
        for (std::size_t i = 0; i < m_layout.size; ++i)
            square += m_dense[i] ? 0 : double(gradient[i]) * gradient[i];
        const float clip = float(std::min(1.0, 1.0 / (std::sqrt(square) + 1e-12)));
        const float first = float(1.0 - std::pow(keep, double(number))), second = float(1.0 - std::pow(keepSquare, double(number)));
        for (std::size_t i = 0; i < m_layout.size; ++i) {
            if (m_dense[i])
                continue;
            const float g = gradient[i] * clip;
            state.first[i] += (1 - keep) * (g - state.first[i]);
            state.second[i] += (1 - keepSquare) * (g * g - state.second[i]);
            const float norm = i >= m_layout.layers[0].attentionNorm ? 0.3F : 1.0F;
            state.parameters[i] -= norm * rate * state.first[i] / first / (std::sqrt(state.second[i] / second) + 1e-8F);
        }
    }

    Layout m_layout;
    std::vector<std::uint8_t> m_dense;
    std::vector<float> m_x, m_y, m_gram, m_poly;
};

} // namespace trainer
