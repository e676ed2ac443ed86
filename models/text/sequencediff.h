// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <span>
#include <stop_token>
#include <vector>

namespace Tempera {

/// For each entry of `before` the index of the entry of `after` that it is kept as, −1 where it is not. The indices rise.
/// Entries are numbers from 0 on, best without large holes: names, numbered in the order in which they occur.
/// A longest common subsequence by the linear-space algorithm of Myers, "An O(ND) Difference Algorithm" (1986).
///
/// Texts that have little in common would take quadratic time. A search for the middle of a path therefore ends after
/// mostEdits(n) edits in either direction, n entries of both together; then the path that has come furthest is taken (as
/// other comparers of long files do), which keeps the result right, but not always the shortest. Up to 7,000 entries it is
/// always the shortest. The work is bounded by about 30,000,000 steps up to 100,000 entries, and by 256 · n from there on.
/// Once a stop is requested the rest counts as not kept.
[[nodiscard]] std::vector<int> keptEntries(std::span<const int> before, std::span<const int> after,
                                           const std::stop_token &stop = {});

/// See keptEntries(); at least 256.
[[nodiscard]] int mostEdits(std::size_t entries);

} // namespace Tempera
