// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/judgement.h"
#include "models/stats/agreement.h"
#include "models/stats/racing.h"

#include <optional>
#include <span>

namespace Tempera {

/// What the judged pairs of two columns come to. Pairs were judged in random order and may be looked at after each of them: the
/// figures hold at all times at once.
struct PreferenceFigures {
    PairedCounts counts; ///< Better: the second was preferred.
    int identical = 0;   ///< Of the ties: those that were the same text.
    int skipped = 0;
    int leftChosen = 0; ///< How often the left side was preferred, and the right one.
    int rightChosen = 0;
    double confidence = 0.95;
    double eValue = 1;
    bool decided = false;
    ConfidenceInterval secondShare{0, 1}; ///< Where the second's share of the pairs that differ lies.

    /// Preferences for the second less those for the first; the sign says who leads.
    [[nodiscard]] std::int64_t lead() const { return counts.better - counts.worse; }
};

/// Of pairs in the order in which they were judged. α in (0, 1).
[[nodiscard]] PreferenceFigures preferenceFigures(std::span<const JudgedPair> pairs, double alpha = 0.05);

/// A judged pair, and how far the second scored above the first by its checks.
struct ScoredPair {
    Preference preference = Preference::Tie; ///< Not skipped.
    double difference = 0;
};

/// Whether people and checks prefer the same: three labels, first, neither and second. Nothing as cohenKappa() says.
[[nodiscard]] std::optional<Agreement> agreementWithScores(std::span<const ScoredPair> pairs);

} // namespace Tempera
