// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <span>

namespace Tempera {

// How near two vectors are; they are equally long. All sums in double precision. As promptfoo 0.123.1 has them.

/// The cosine of the angle between them, in [−1, 1]; 0 where one of them has no length.
[[nodiscard]] double cosineSimilarity(std::span<const float> a, std::span<const float> b);
/// Σ aᵢbᵢ: the cosine where both have the length 1.
[[nodiscard]] double dotProduct(std::span<const float> a, std::span<const float> b);
/// √Σ(aᵢ − bᵢ)²: 0 and more, smaller is nearer.
[[nodiscard]] double euclideanDistance(std::span<const float> a, std::span<const float> b);

} // namespace Tempera
