// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <span>
#include <vector>

namespace Tempera {

/// How p-values of several comparisons that are read together are corrected.
enum class Correction {
    None,
    Holm,             ///< At most α to call any difference that is none. Holm, Scandinavian Journal of Statistics 6 (1979).
    BenjaminiHochberg ///< At most α of the differences called are none. Benjamini, Hochberg, JRSS B 57 (1995).
};

/// Holm up to ten comparisons, Benjamini-Hochberg above, none for one.
[[nodiscard]] Correction usualCorrection(std::size_t comparisons);

/// The p-values corrected, in their order: each is compared with α as it is. In [0, 1], never below what it was.
[[nodiscard]] std::vector<double> adjustedPValues(std::span<const double> pValues, Correction correction);

} // namespace Tempera
