// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Causal attention with interleaved RoPE, within each of several documents laid end to end.
#pragma once

#include "matrix.h"

#include <cmath>
#include <vector>

namespace trainer {

class Attention
{
public:
    Attention(int width, int heads, float theta)
        : m_width(width)
        , m_heads(heads)
        , m_size(width / heads)
        , m_theta(theta)
    {
    }

    // Rotates queries and keys in place; `shares` keeps the attention of each token to each earlier one.
    void forward(const std::vector<int> &starts, float *qkv, std::vector<float> &shares, float *mixed)
    {
        const int row = 3 * m_width;
        std::size_t need = 0;
        for (std::size_t i = 0; i + 1 < starts.size(); ++i) {
            const std::size_t n = starts[i + 1] - starts[i];
            need += n * n * m_heads;
        }
        if (shares.size() < need)
            shares.resize(need);
        float *share = shares.data();
        for (std::size_t i = 0; i + 1 < starts.size(); ++i) {
            const int n = starts[i + 1] - starts[i];
            float *base = qkv + std::size_t(starts[i]) * row;
            rotate(base, n, 1.0F);
            for (int head = 0; head < m_heads; ++head, share += std::size_t(n) * n) {
                const float *q = base + head * m_size, *k = q + m_width, *v = k + m_width;
                for (int r = 0; r < n; r += block) {
                    const int rows = std::min(block, n - r), seen = r + rows;
                    float *part = share + std::size_t(r) * n;
                    multiply(rows, seen, m_size, {q + std::size_t(r) * row, row, 1}, {k, 1, row}, part, n, false);
                    for (int j = 0; j < rows; ++j)
                        soften(part + std::size_t(j) * n, r + j + 1, n);
                    multiply(rows, m_size, seen, {part, n, 1}, {v, row, 1}, mixed + std::size_t(starts[i] + r) * m_width + head * m_size, m_width,
                             false);
                }
            }
        }
    }

    // From the gradient of `mixed` to that of the queries, keys and values before rotation.
    void backward(const std::vector<int> &starts, const float *qkv, const float *share, const float *dMixed, float *dQkv)
    {
        const int row = 3 * m_width;
        const float scale = 1.0F / std::sqrt(float(m_size));
        for (std::size_t i = 0; i + 1 < starts.size(); ++i) {
            const int n = starts[i + 1] - starts[i];
            const float *base = qkv + std::size_t(starts[i]) * row;
            float *dBase = dQkv + std::size_t(starts[i]) * row;
            if (m_scores.size() < std::size_t(n) * n)
                m_scores.resize(std::size_t(n) * n);
            for (int head = 0; head < m_heads; ++head, share += std::size_t(n) * n) {
                const float *q = base + head * m_size, *k = q + m_width, *v = k + m_width;
                const float *d = dMixed + std::size_t(starts[i]) * m_width + head * m_size;
                float *dq = dBase + head * m_size, *dk = dq + m_width, *dv = dk + m_width;
                multiply(n, m_size, n, {share, 1, n}, {d, m_width, 1}, dv, row, false);
                multiply(n, n, m_size, {d, m_width, 1}, {v, 1, row}, m_scores.data(), n, false);
                for (int t = 0; t < n; ++t) {
                    const float *p = share + std::size_t(t) * n;
                    float *s = m_scores.data() + std::size_t(t) * n, sum = 0;
                    for (int j = 0; j < n; ++j)
                        sum += p[j] * s[j];
                    for (int j = 0; j < n; ++j)
                        s[j] = p[j] * (s[j] - sum) * scale;
                }
                multiply(n, m_size, n, {m_scores.data(), n, 1}, {k, row, 1}, dq, row, false);
                multiply(n, m_size, n, {m_scores.data(), 1, n}, {q, row, 1}, dk, row, false);
            }
            rotate(dBase, n, -1.0F);
        }
    }

private:
    static constexpr int block = 66;

    // Softmax over the first `seen` scores of a row; the rest is 0.
    void soften(float *row, int seen, int count) const
    {
        const float scale = 1.0F / std::sqrt(float(m_size));
        float most = row[0], sum = 0;
        for (int j = 1; j < seen; ++j)
            most = std::max(most, row[j]);
        for (int j = 0; j < seen; ++j) {
            row[j] = std::exp((row[j] - most) * scale);
            sum += row[j];
        }
        const float factor = 1.0F / sum;
        for (int j = 0; j < seen; ++j)
            row[j] *= factor;
        std::fill(row + seen, row + count, 0.0F);
    }

    void rotate(float *qkv, int count, float direction)
    {
        const int half = m_size / 2;
        for (int t = int(m_cos.size()) / half; t < count; ++t) {
            for (int i = 0; i < half; ++i) {
                const double angle = t * std::pow(double(m_theta), -2.0 * i / m_size);
                m_cos.push_back(float(std::cos(angle)));
                m_sin.push_back(float(std::sin(angle)));
            }
        }
        for (int t = 0; t < count; ++t) {
            const float *c = m_cos.data() + std::size_t(t) * half, *s = m_sin.data() + std::size_t(t) * half;
            for (int head = 0; head < 2 * m_heads; ++head) {
                float *x = qkv + std::size_t(t) * 3 * m_width + head * m_size;
                for (int i = 0; i < half; ++i) {
                    const float even = x[2 * i], odd = x[2 * i + 1], sine = direction * s[i];
                    x[2 * i] = even * c[i] - odd * sine;
                    x[2 * i + 1] = even * sine + odd * c[i];
                }
            }
        }
    }

    int m_width, m_heads, m_size;
    float m_theta;
    std::vector<float> m_cos, m_sin, m_scores;
};

} // namespace trainer
