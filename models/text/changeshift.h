// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/text/tokenalignment.h"

namespace Tempera {

/// Where the same words come again, what was inserted (or deleted) can be said to be here or a few words further: moves it
/// to where it begins and ends at the best seams (see seamBefore()), and to the last of equally good places.
void shiftChanges(TokenAlignment &alignment);

/// Counts small equal stretches between two changes as changed; the rule is proseDiff()'s.
void mergeIslands(TokenAlignment &alignment);

} // namespace Tempera
