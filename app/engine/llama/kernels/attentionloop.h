// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

// How the ways to attend go through the cells. To be included after everything else, where a pragma has named the
// instructions that the functions here may use: the rest of the program must not get any that the processor may lack.
//
// Lanes says how many numbers a register holds and what can be done with them. llama.cpp adds up in four registers, so
// four of them are a slice here.
//
// Cells are taken in blocks: first all scores of a block, then its weights, then its values, so that the steps of one
// cell need not wait for those of the cell before. What is done with a number, and in which order, stays llama.cpp's.

#include "app/engine/llama/kernels/attentiongroup.h"

namespace Tempera::Kernels {
namespace {

/// Calls `function` with a group of one head after the other, or of as many as the registers take.
template<typename Lanes, typename Function>
void forEachGroup(const Attention &attention, std::int64_t row, int kvHead, Function function)
{
    const int shared = attention.heads / attention.kvHeads;
    int head = kvHead * shared;
    const int end = head + shared;
    while (head < end) {
        const int heads = std::min(end - head, Lanes::Heads);
        if (heads >= 4)
            function(Group<Lanes, 4>(attention, row, kvHead, head));
        else if (heads == 3)
            function(Group<Lanes, 3>(attention, row, kvHead, head));
        else if (heads == 2)
            function(Group<Lanes, 2>(attention, row, kvHead, head));
        else
            function(Group<Lanes, 1>(attention, row, kvHead, head));
        head += heads;
    }
}

template<typename Lanes>
void attendWith(const Attention &attention, std::int64_t row, int kvHead)
{
    forEachGroup<Lanes>(attention, row, kvHead, [&](auto &&group) {
        group.attend(0, attention.cells);
        group.giveResult();
    });
}

template<typename Lanes>
void attendRunWith(const Attention &attention, const Runs &runs, int kvHead, int run)
{
    const std::int64_t begin = std::min(attention.cells, run * runs.cells);
    forEachGroup<Lanes>(attention, 0, kvHead, [&](auto &&group) {
        group.attend(begin, std::min(attention.cells, begin + runs.cells));
        group.giveSums(runs, run);
    });
}

template<typename Lanes>
void joinRunsWith(const Attention &attention, const Runs &runs, int head)
{
    float *result = attention.result + head * attention.resultStride;
    std::fill_n(result, attention.valueLength, 0.0F);
    Sum joined;
    for (int run = 0; run < runs.count; ++run) {
        const float *sums = runs.at(attention, head, run);
        if (sums[1] == 0)
            continue;
        const float greatest = std::max(joined.greatest, sums[0]);
        const float oldShrink = std::exp(joined.greatest - greatest);
        const float newShrink = std::exp(sums[0] - greatest);
        for (int i = 0; i < attention.valueLength; i += Lanes::Count) {
            const auto added = Lanes::multiply(Lanes::load(sums + 2 + i), Lanes::all(newShrink));
            Lanes::store(result + i, Lanes::multiplyAdd(Lanes::load(result + i), Lanes::all(oldShrink), added));
        }
        joined = {std::fma(joined.weights, oldShrink, sums[1] * newShrink), greatest};
    }
    const auto share = Lanes::all(joined.weights == 0 ? 1 : 1 / joined.weights);
    for (int i = 0; i < attention.valueLength; i += Lanes::Count)
        Lanes::store(result + i, Lanes::multiply(Lanes::load(result + i), share));
}

} // namespace
} // namespace Tempera::Kernels
