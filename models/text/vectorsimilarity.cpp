// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/text/vectorsimilarity.h"

#include <algorithm>
#include <cmath>

namespace Tempera {

double dotProduct(std::span<const float> a, std::span<const float> b)
{
    double sum = 0;
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i)
        sum += static_cast<double>(a[i]) * static_cast<double>(b[i]);
    return sum;
}

double cosineSimilarity(std::span<const float> a, std::span<const float> b)
{
    const double lengths = std::sqrt(dotProduct(a, a)) * std::sqrt(dotProduct(b, b));
    return lengths == 0 ? 0 : dotProduct(a, b) / lengths;
}

double euclideanDistance(std::span<const float> a, std::span<const float> b)
{
    double sum = 0;
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
        const double difference = static_cast<double>(a[i]) - static_cast<double>(b[i]);
        sum += difference * difference;
    }
    return std::sqrt(sum);
}

} // namespace Tempera
