// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/trace.h"

#include <span>
#include <vector>

namespace Tempera {

/// Finds the likeliest tokens of a whole vocabulary without sorting it. Keeps scratch memory between calls; one object
/// a thread.
class Likeliest
{
public:
    /// A cut with at least `count` logits from it on, and mostly not many more; `floor` where there is no such cut
    /// above it.
    [[nodiscard]] float cutFor(std::span<const float> logits, float floor, std::size_t count);

private:
    [[nodiscard]] float cutByParts(std::span<const float> logits, float floor, std::size_t count);

    std::vector<float> m_sample; ///< Every few logits, or the highest ones of every part.
};

/// How many logits are at or above the cut.
[[nodiscard]] std::size_t countFrom(std::span<const float> logits, float cut);

/// What is at or above the cut, by rising id, at the beginning of `found`; returns how many there are. `found` grows to
/// the size of the vocabulary and does not shrink.
[[nodiscard]] std::size_t collectFrom(std::span<const float> logits, float cut, std::vector<Candidate> &found);

} // namespace Tempera
