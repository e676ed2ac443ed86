// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/cell.h"

namespace Tempera {

/// An answer that branches off another one at one of its tokens: the same up to there, then its own.
struct Branch {
    int number = 0;       ///< 1, 2, … within the run; the order in which they were made.
    int parent = 0;       ///< Number of the branch it branches off; 0 = the cell's own answer.
    int position = 0;     ///< Index of the first token that is its own.
    bool chosen = false;  ///< The token at `position` was chosen by hand, and is the last one of the request's prefix.
    bool removed = false; ///< Removed by the user; kept so that the removal can be undone.
    Cell cell;            ///< Its key is that of the cell it began with; the request's prefix is what it shares.
};

} // namespace Tempera
