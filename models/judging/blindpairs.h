// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/celltable.h"
#include "models/core/judgement.h"
#include "models/stats/resampling.h"

#include <span>
#include <vector>

namespace Tempera {

/// What is compared with another: one variant with one prompt.
struct JudgedColumn {
    int promptIndex = 0;
    int variantIndex = 0;

    [[nodiscard]] bool holds(const CellKey &key) const
    {
        return key.promptIndex == promptIndex && key.variantIndex == variantIndex;
    }
    auto operator<=>(const JudgedColumn &) const = default;
};

/// The columns of a run, by their indices.
[[nodiscard]] std::vector<JudgedColumn> judgedColumns(const CellTable &cells);

/// Two answers that nobody has judged yet.
struct BlindPair {
    CellKey first;
    CellKey second;
    bool secondIsLeft = false;

    bool operator==(const BlindPair &) const = default;
};

/// One pair for each case that both columns have a whole answer to, in random order, each side as likely as the other. Of
/// several repeats one is drawn, where it can be the same of both: a case counts once, whatever its repeats. A seed gives the same
/// pairs again.
[[nodiscard]] std::vector<BlindPair> blindPairs(const CellTable &cells, const JudgedColumn &first, const JudgedColumn &second,
                                                StatsRandom &random);

/// Those of the pairs that are of these two columns, in the order in which they were judged.
[[nodiscard]] std::vector<JudgedPair> pairsOf(std::span<const JudgedPair> pairs, const JudgedColumn &first,
                                              const JudgedColumn &second);

} // namespace Tempera
