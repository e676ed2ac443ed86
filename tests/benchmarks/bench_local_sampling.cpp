// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// bench_local_sampling BUILD: what our part of a token costs, beside the model's: the chain, the choice, the trace.

#include "app/engine/llama/sampling/samplerchain.h"
#include "models/sampling/tracebuilder.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <random>
#include <vector>

using namespace Tempera;

namespace {

constexpr int Tokens = 8;
constexpr int Repetitions = 60;

using Rows = std::vector<std::vector<float>>;

/// `deviation` 3 is as flat as random weights make it; 12 has one answer, as trained weights mostly have.
Rows randomRows(std::size_t vocabulary, float deviation)
{
    std::mt19937 random(1); // NOLINT: the same every time
    std::normal_distribution<float> normal(0, deviation);
    Rows rows(Tokens, std::vector<float>(vocabulary));
    for (std::vector<float> &row : rows)
        std::ranges::generate(row, [&] { return normal(random); });
    return rows;
}

/// The quickest of the repetitions, in microseconds a row: what else runs can only slow it down.
template<typename Function>
double cost(const Rows &rows, Function function)
{
    double best = 1e9;
    for (int i = 0; i < Repetitions; ++i) {
        const auto start = std::chrono::steady_clock::now();
        for (const std::vector<float> &row : rows)
            function(row);
        best = std::min(best, std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - start).count());
    }
    return best / static_cast<double>(rows.size());
}

double chainCost(const Rows &rows, const SamplingSettings &settings)
{
    auto chain = SamplerChain::create(settings, {nullptr, static_cast<int>(rows.front().size()), 2048});
    if (!chain)
        return -1;
    return cost(rows, [&chain](const std::vector<float> &row) { (void)chain->sample(row, 0.4); });
}

double traceCost(const Rows &rows)
{
    TraceBuilder builder;
    return cost(rows, [&builder](const std::vector<float> &row) {
        TokenTrace trace;
        trace.chosen = 5;
        builder.build(row, trace);
    });
}

} // namespace

int main()
{
    SamplingSettings plain;
    plain.temperature = 0.8;
    SamplingSettings topK = plain;
    topK.topK = 40;
    SamplingSettings nucleus = plain;
    nucleus.topP = 0.95;
    SamplingSettings greedy;
    greedy.temperature = 0;
    std::printf("\nour part of one token, in microseconds (best of %d)\n", Repetitions);
    std::printf("  %24s %10s %10s %10s %10s %10s\n", "vocabulary", "T", "T, top-k", "T, top-p", "greedy", "trace");
    for (const std::size_t vocabulary : {2'048U, 49'152U, 151'936U}) {
        for (const float deviation : {3.0F, 12.0F}) {
            const Rows rows = randomRows(vocabulary, deviation);
            std::printf("  %17zu, %s %10.0f %10.0f %10.0f %10.0f %10.0f\n", vocabulary, deviation < 5 ? " flat" : "steep",
                        chainCost(rows, plain), chainCost(rows, topK), chainCost(rows, nucleus), chainCost(rows, greedy),
                        traceCost(rows));
        }
    }
    return 0;
}
