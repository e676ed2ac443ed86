// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Dimensions of the network and where each of its tensors lies in one flat array of parameters.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace trainer {

// The first bytes of a checkpoint file; the same in Python's checkpoint.py.
struct Shape
{
    std::int32_t vocabulary;
    std::int32_t width;
    std::int32_t layers;
    std::int32_t heads;
    std::int32_t hidden;
    std::int32_t context;
    float theta;
    float epsilon;
    std::int64_t step;
    std::int64_t tokens;

    int headWidth() const { return width / heads; }
};

// A matrix inside the parameters that the optimiser handles as one; stored as [input][output] rows.
struct Matrix
{
    std::size_t offset;
    int rows;
    int columns;
    int distance;
};

struct Layout
{
    std::size_t embedding = 0;
    struct Layer
    {
        std::size_t attentionNorm, queryKeyValue, output, feedNorm, gateUp, down;
    };
    std::vector<Layer> layers;
    std::size_t norm = 0;
    std::size_t size = 0;
    std::vector<Matrix> matrices;

    explicit Layout(const Shape &shape)
    {
        const std::size_t d = shape.width, h = shape.hidden;
        const auto take = [this](std::size_t count) {
            const std::size_t at = size;
            size += count;
            return at;
        };
        embedding = take(shape.vocabulary * d);
        for (int i = 0; i < shape.layers; ++i) {
            Layer layer{};
            layer.attentionNorm = take(d);
            layer.queryKeyValue = take(d * 3 * d);
            layer.output = take(d * d);
            layer.feedNorm = take(d);
            layer.gateUp = take(d * 2 * h);
            layer.down = take(h * d);
            layers.push_back(layer);
            const int dim = shape.width, hidden = shape.hidden;
            for (int part = 0; part < 3; ++part)
                matrices.push_back({layer.queryKeyValue + part * d, dim, dim, 3 * dim});
            matrices.push_back({layer.output, dim, dim, dim});
            for (int part = 0; part < 2; ++part)
                matrices.push_back({layer.gateUp + part * h, dim, hidden, 2 * hidden});
            matrices.push_back({layer.down, hidden, dim, dim});
        }
        norm = take(d);
    }
};

} // namespace trainer
