// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/text/difftokens.h"

#include <stop_token>

namespace Tempera {

/// What became of each token of two texts.
struct TokenAlignment {
    DiffText before;
    DiffText after;
    std::vector<int> keptAs;   ///< Of each old token: the new one that it is, or one of the two below.
    std::vector<int> keptFrom; ///< Of each new token: the old one that it is, or one of the two below.
    std::vector<int> movedOut; ///< Of each old token: the number of the moved block that it is in, or −1.
    std::vector<int> movedIn;  ///< Of each new token: likewise.

    static constexpr int Changed = -1; ///< Deleted or inserted.
    static constexpr int Moved = -2;
};

/// Aligns the tokens of two texts: equal ends, moved blocks, unique blocks of large texts as anchors, keptEntries() between
/// them; then shifts what was only inserted or deleted to where it reads best, and merges islands. See proseDiff().
[[nodiscard]] TokenAlignment alignTokens(QStringView oldText, QStringView newText, const std::stop_token &stop);

} // namespace Tempera
