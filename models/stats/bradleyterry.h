// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/stats/intervals.h"
#include "models/stats/resampling.h"

#include <optional>
#include <span>
#include <vector>

namespace Tempera {

/// Scores of cases × variants, case by case; NaN: this case has none of this variant.
struct ScoreTable {
    int variants = 0;
    std::vector<double> scores;
    [[nodiscard]] std::size_t cases() const { return variants > 0 ? scores.size() / static_cast<std::size_t>(variants) : 0; }
};

/// How often each variant [i] beat each other [j]; a tie is half a win to both.
using WinTable = std::vector<std::vector<double>>;
[[nodiscard]] WinTable winTable(const ScoreTable &table);

/// Log-strengths with mean 0: P(i beats j) = 1 / (1 + exp(s_j − s_i)). Bradley, Terry, Biometrika 39 (1952); by the
/// minorisation of Hunter, Annals of Statistics 32 (2004). Each pair is given one tie more than there was, so that one that
/// always won stays finite.
[[nodiscard]] std::vector<double> bradleyTerry(const WinTable &wins);

/// A variant in a ranking.
struct RankedVariant {
    int variant = 0;
    double strength = 0;     ///< Log-strength.
    ConfidenceInterval band; ///< Of the strength.
    int bestRank = 1;        ///< 1 + those that are decidedly stronger.
    int worstRank = 1;       ///< Variants less those that are decidedly weaker.
};

struct Ranking {
    std::vector<RankedVariant> variants; ///< The strongest first.
    int pairs = 0;
    int decidedPairs = 0; ///< Pairs whose difference is decided, corrected for their number.
    /// False: no two variants could be told apart, and the order may be luck.
    [[nodiscard]] bool isDecisive() const { return decidedPairs > 0; }
    /// Whether the first is decidedly stronger than every other.
    [[nodiscard]] bool hasWinner() const { return !variants.empty() && variants.front().worstRank == 1; }
};

struct RankingSettings {
    int resamples = 500;
    double confidence = 0.95;
};

/// Ranks variants by the pairs of their scores in each case. The scatter of strengths is that over resampled cases (bootstrap);
/// a pair is decided where its difference, over its scatter, is refused as none (normal, Holm over all pairs). Nothing where
/// there are fewer than two variants or cases.
[[nodiscard]] std::optional<Ranking> rankVariants(const ScoreTable &table, StatsRandom &random,
                                                  const RankingSettings &settings = {});

} // namespace Tempera
