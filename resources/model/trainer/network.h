// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Loss and gradient of the network (RMSNorm, interleaved RoPE, SwiGLU, tied embedding) on documents laid end to end.
#pragma once

#include "attention.h"
#include "matrix.h"
#include "shape.h"

#include <cmath>
#include <vector>

namespace trainer {

// Documents laid end to end. Each token that is to be learnt has a weight and says which token shall follow it.
struct Batch
{
    std::vector<int> ids;
    std::vector<int> starts; // of each document, and the end
    std::vector<int> targets;
    std::vector<float> weights; // 0 where nothing is to be learnt
};

class Network
{
public:
    explicit Network(const Shape &shape)
        : m_shape(shape)
        , m_layout(shape)
        , m_attention(shape.width, shape.heads, shape.theta)
        , m_layers(shape.layers)
    {
    }

    // Adds the gradient of the weighted sum of losses times `scale` to `gradient` and gives that sum.
    double learn(const Batch &batch, const float *parameters, float scale, float *gradient)
    {
        m_batch = &batch;
        m_p = parameters;
        m_g = gradient;
        m_count = int(batch.ids.size());
        m_chosen.clear();
        for (int t = 0; t < m_count; ++t) {
            if (batch.weights[t] > 0)
                m_chosen.push_back(t);
        }
        forward();
        const double loss = head(scale);
        backward();
        return loss;
    }

private:
    struct Layer
    {
        std::vector<float> input, scale1, normed1, qkv, shares, mixed, middle, scale2, normed2, gateUp, active;
    };

    static void fit(std::vector<float> &values, std::size_t count)
    {
        if (values.size() < count)
            values.resize(count);
    }

    // The rows of the tokens that are to be learnt, moved to the front.
    void gather(float *rows) const
    {
        const int d = m_shape.width;
        for (std::size_t i = 0; i < m_chosen.size(); ++i)
            std::copy_n(rows + std::size_t(m_chosen[i]) * d, d, rows + i * d);
    }

    // The opposite: rows go back to where their tokens are, all others are 0.
    void scatter(std::vector<float> &rows) const
    {
        const int d = m_shape.width;
        std::vector<float> all(std::size_t(m_count) * d, 0.0F);
        for (std::size_t i = 0; i < m_chosen.size(); ++i)
            std::copy_n(rows.data() + i * d, d, all.data() + std::size_t(m_chosen[i]) * d);
        rows.swap(all);
    }

    void norm(const float *x, const float *weight, float *scale, float *out, int rows) const
    {
        const int d = m_shape.width;
        for (int t = 0; t < rows; ++t) {
            float sum = 0;
            for (int i = 0; i < d; ++i)
                sum += x[t * d + i] * x[t * d + i];
            const float r = 1.0F / std::sqrt(sum / float(d) + m_shape.epsilon);
            scale[t] = r;
            for (int i = 0; i < d; ++i)
                out[t * d + i] = x[t * d + i] * r * weight[i];
        }
    }

    // Adds the gradient through a norm to dx, and that of its weight.
    void normBack(const float *x, const float *weight, const float *scale, const float *dy, float *dx, float *dWeight, int rows) const
    {
        const int d = m_shape.width;
        for (int t = 0; t < rows; ++t) {
            const float r = scale[t];
            float dot = 0;
            for (int i = 0; i < d; ++i) {
                const float along = dy[t * d + i] * x[t * d + i] * r;
                dWeight[i] += along;
                dot += along * weight[i];
            }
            dot *= r / float(d);
            for (int i = 0; i < d; ++i)
                dx[t * d + i] += r * (dy[t * d + i] * weight[i] - x[t * d + i] * dot);
        }
    }

    void forward()
    {
        const int d = m_shape.width, h = m_shape.hidden;
        int n = m_count;
        fit(m_stream, std::size_t(n) * d);
        for (int t = 0; t < n; ++t)
            std::copy_n(m_p + m_layout.embedding + std::size_t(m_batch->ids[t]) * d, d, m_stream.data() + std::size_t(t) * d);
        for (int i = 0; i < m_shape.layers; ++i) {
            Layer &layer = m_layers[i];
            const Layout::Layer &at = m_layout.layers[i];
            for (auto *values : {&layer.input, &layer.normed1, &layer.mixed, &layer.middle, &layer.normed2})
                fit(*values, std::size_t(n) * d);
            fit(layer.scale1, n);
            fit(layer.scale2, n);
            fit(layer.qkv, std::size_t(n) * 3 * d);
            fit(layer.gateUp, std::size_t(n) * 2 * h);
            fit(layer.active, std::size_t(n) * h);
            std::copy_n(m_stream.data(), std::size_t(n) * d, layer.input.data());
            norm(layer.input.data(), m_p + at.attentionNorm, layer.scale1.data(), layer.normed1.data(), n);
            multiply(n, 3 * d, d, {layer.normed1.data(), d, 1}, {m_p + at.queryKeyValue, 3 * d, 1}, layer.qkv.data(), 3 * d, false);
            m_attention.forward(m_batch->starts, layer.qkv.data(), layer.shares, layer.mixed.data());
            if (i == m_shape.layers - 1) { // nothing more is read from the other tokens
                gather(layer.mixed.data());
                gather(m_stream.data());
                n = int(m_chosen.size());
            }
            std::copy_n(m_stream.data(), std::size_t(n) * d, layer.middle.data());
            multiply(n, d, d, {layer.mixed.data(), d, 1}, {m_p + at.output, d, 1}, layer.middle.data(), d, true);
            norm(layer.middle.data(), m_p + at.feedNorm, layer.scale2.data(), layer.normed2.data(), n);
            multiply(n, 2 * h, d, {layer.normed2.data(), d, 1}, {m_p + at.gateUp, 2 * h, 1}, layer.gateUp.data(), 2 * h, false);
            for (int t = 0; t < n; ++t) {
                const float *gate = layer.gateUp.data() + std::size_t(t) * 2 * h;
                float *active = layer.active.data() + std::size_t(t) * h;
                for (int j = 0; j < h; ++j)
                    active[j] = gate[j] / (1.0F + std::exp(-gate[j])) * gate[h + j];
            }
            std::copy_n(layer.middle.data(), std::size_t(n) * d, m_stream.data());
            multiply(n, d, h, {layer.active.data(), h, 1}, {m_p + at.down, d, 1}, m_stream.data(), d, true);
        }
    }

    // Loss over the learnt tokens, whose rows are all that is left of the stream; leaves their gradient in m_back.
    double head(float scale)
    {
        const int d = m_shape.width, v = m_shape.vocabulary;
        const int n = int(m_chosen.size());
        for (auto *values : {&m_headOut, &m_headBack})
            fit(*values, std::size_t(n) * d);
        fit(m_headScale, n);
        fit(m_logits, std::size_t(n) * v);
        norm(m_stream.data(), m_p + m_layout.norm, m_headScale.data(), m_headOut.data(), n);
        const float *embedding = m_p + m_layout.embedding;
        multiply(n, v, d, {m_headOut.data(), d, 1}, {embedding, 1, d}, m_logits.data(), v, false);
        double loss = 0;
        for (int i = 0; i < n; ++i) {
            float *row = m_logits.data() + std::size_t(i) * v;
            const float weight = m_batch->weights[m_chosen[i]];
            const int target = m_batch->targets[m_chosen[i]];
            float most = row[0], sum = 0;
            for (int j = 1; j < v; ++j)
                most = std::max(most, row[j]);
            const float wanted = row[target] - most;
            for (int j = 0; j < v; ++j) {
                row[j] = std::exp(row[j] - most);
                sum += row[j];
            }
            loss += weight * (std::log(sum) - wanted);
            const float factor = weight * scale / sum;
            for (int j = 0; j < v; ++j)
                row[j] *= factor;
            row[target] -= weight * scale;
        }
        multiply(n, d, v, {m_logits.data(), v, 1}, {embedding, d, 1}, m_headBack.data(), d, false);
        multiply(v, d, n, {m_logits.data(), 1, v}, {m_headOut.data(), d, 1}, m_g + m_layout.embedding, d, true);
        m_back.assign(std::size_t(n) * d, 0.0F);
        normBack(m_stream.data(), m_p + m_layout.norm, m_headScale.data(), m_headBack.data(), m_back.data(), m_g + m_layout.norm, n);
        return loss;
    }

    void backward()
    {
        const int d = m_shape.width, h = m_shape.hidden;
        int n = int(m_chosen.size());
        fit(m_wide, std::size_t(m_count) * std::max(2 * h, 3 * d));
        fit(m_narrow, std::size_t(m_count) * std::max(h, d));
        for (int i = m_shape.layers - 1; i >= 0; --i) {
            Layer &layer = m_layers[i];
            const Layout::Layer &at = m_layout.layers[i];
            multiply(h, d, n, {layer.active.data(), 1, h}, {m_back.data(), d, 1}, m_g + at.down, d, true);
            multiply(n, h, d, {m_back.data(), d, 1}, {m_p + at.down, 1, d}, m_narrow.data(), h, false);
            for (int t = 0; t < n; ++t) {
                const float *gate = layer.gateUp.data() + std::size_t(t) * 2 * h;
                const float *back = m_narrow.data() + std::size_t(t) * h;
                float *out = m_wide.data() + std::size_t(t) * 2 * h;
                for (int j = 0; j < h; ++j) {
                    const float s = 1.0F / (1.0F + std::exp(-gate[j]));
                    out[j] = back[j] * gate[h + j] * s * (1.0F + gate[j] * (1.0F - s));
                    out[h + j] = back[j] * gate[j] * s;
                }
            }
            multiply(d, 2 * h, n, {layer.normed2.data(), 1, d}, {m_wide.data(), 2 * h, 1}, m_g + at.gateUp, 2 * h, true);
            multiply(n, d, 2 * h, {m_wide.data(), 2 * h, 1}, {m_p + at.gateUp, 1, 2 * h}, m_narrow.data(), d, false);
            normBack(layer.middle.data(), m_p + at.feedNorm, layer.scale2.data(), m_narrow.data(), m_back.data(), m_g + at.feedNorm, n);
            multiply(d, d, n, {layer.mixed.data(), 1, d}, {m_back.data(), d, 1}, m_g + at.output, d, true);
            multiply(n, d, d, {m_back.data(), d, 1}, {m_p + at.output, 1, d}, m_narrow.data(), d, false);
            if (i == m_shape.layers - 1) {
                scatter(m_narrow);
                scatter(m_back);
                n = m_count;
                fit(m_narrow, std::size_t(n) * std::max(h, d));
            }
            m_attention.backward(m_batch->starts, layer.qkv.data(), layer.shares.data(), m_narrow.data(), m_wide.data());
            multiply(d, 3 * d, n, {layer.normed1.data(), 1, d}, {m_wide.data(), 3 * d, 1}, m_g + at.queryKeyValue, 3 * d, true);
            multiply(n, d, 3 * d, {m_wide.data(), 3 * d, 1}, {m_p + at.queryKeyValue, 1, 3 * d}, m_narrow.data(), d, false);
            normBack(layer.input.data(), m_p + at.attentionNorm, layer.scale1.data(), m_narrow.data(), m_back.data(), m_g + at.attentionNorm, n);
        }
        for (int t = 0; t < m_count; ++t) {
            float *to = m_g + m_layout.embedding + std::size_t(m_batch->ids[t]) * d;
            for (int i = 0; i < d; ++i)
                to[i] += m_back[std::size_t(t) * d + i];
        }
    }

    Shape m_shape;
    Layout m_layout;
    Attention m_attention;
    std::vector<Layer> m_layers;
    const Batch *m_batch = nullptr;
    const float *m_p = nullptr;
    float *m_g = nullptr;
    int m_count = 0;
    std::vector<int> m_chosen;
    std::vector<float> m_stream, m_back, m_wide, m_narrow, m_headOut, m_headBack, m_headScale, m_logits;
};

} // namespace trainer
