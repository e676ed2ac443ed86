// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/sampling/counterrandom.h"

#include <bit>

namespace Tempera {
namespace {

constexpr int Rounds = 10;
constexpr std::uint32_t Multiplier0 = 0xD2511F53;
constexpr std::uint32_t Multiplier1 = 0xCD9E8D57;
constexpr std::uint32_t Weyl0 = 0x9E3779B9; // golden ratio
constexpr std::uint32_t Weyl1 = 0xBB67AE85; // sqrt(3) − 1

std::uint32_t high(std::uint64_t product)
{
    return static_cast<std::uint32_t>(product >> 32);
}

std::uint32_t low(std::uint64_t product)
{
    return static_cast<std::uint32_t>(product);
}

} // namespace

std::array<std::uint32_t, 4> philox4x32(std::array<std::uint32_t, 4> counter, std::array<std::uint32_t, 2> key)
{
    for (int round = 0; round < Rounds; ++round) {
        const std::uint64_t product0 = std::uint64_t{Multiplier0} * counter[0];
        const std::uint64_t product1 = std::uint64_t{Multiplier1} * counter[2];
        counter = {high(product1) ^ counter[1] ^ key[0], low(product1), high(product0) ^ counter[3] ^ key[1], low(product0)};
        key[0] += Weyl0;
        key[1] += Weyl1;
    }
    return counter;
}

double uniformAt(const RandomStream &stream, std::uint32_t position)
{
    const auto bits = philox4x32({position, stream.caseIndex, stream.repeat, 0}, {low(stream.seed), high(stream.seed)});
    const std::uint64_t word = (std::uint64_t{bits[0]} << 32) | bits[1];
    return static_cast<double>(word >> 11) * 0x1p-53;
}

double companionOf(double u)
{
    constexpr std::array<std::uint32_t, 2> key{0x74656d70, 0x65726121}; // another stream than any seed's by its counter
    const auto word = std::bit_cast<std::uint64_t>(u);
    const auto bits = philox4x32({low(word), high(word), 0, 1}, key);
    return static_cast<double>(((std::uint64_t{bits[0]} << 32) | bits[1]) >> 11) * 0x1p-53;
}

} // namespace Tempera
