// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <span>
#include <vector>

namespace Tempera {

/// What one case scored under one variant, over its repeats. A check that only passes or fails scores 1 or 0.
struct CaseScores {
    double sum = 0;
    double squares = 0;   ///< Sum of the squares of the scores.
    int repeats = 0;      ///< 0: the case has no result here.
    bool passFail = true; ///< Every score was 0 or 1.

    void add(double score);
    [[nodiscard]] double mean() const; ///< 0 without repeats.
    /// Variance between the repeats (divided by repeats − 1); 0 for fewer than two.
    [[nodiscard]] double variance() const;
    bool operator==(const CaseScores &) const = default;
};

/// The scores of repeats, in any order.
[[nodiscard]] CaseScores caseScores(std::span<const double> repeats);

/// One case under two variants. A difference is second − first: positive where the second is better.
struct PairedCase {
    CaseScores first;
    CaseScores second;
    [[nodiscard]] bool isComplete() const { return first.repeats > 0 && second.repeats > 0; }
    [[nodiscard]] double difference() const { return second.mean() - first.mean(); }
};

/// The differences of the complete cases, in their order.
[[nodiscard]] std::vector<double> pairedDifferences(std::span<const PairedCase> cases);

} // namespace Tempera
