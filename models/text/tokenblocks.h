// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/text/difftokens.h"

namespace Tempera {

/// Tokens that two texts have in common, one after the other, with the same blanks between them.
struct TokenBlock {
    int before = 0; ///< The first token in the old text …
    int after = 0;  ///< … and in the new one.
    int length = 0; ///< Tokens.
    int words = 0;  ///< How many of them are words.
};

/// Long stretches that occur once in each of two texts.
struct TokenBlocks {
    std::vector<TokenBlock> inOrder; ///< Rising in both: of all such choices the one with the most words.
    std::vector<TokenBlock> moved;   ///< Of the others those that say something: see isTelling().
};

/// A stretch of tokens: from the first, to one after the last.
struct TokenRange {
    int from = 0;
    int to = 0;
};

/// Finds them among the tokens of two ranges. Where a stretch of four tokens occurs exactly once in each, the stretch is made
/// as long as it goes. Time: n log n.
[[nodiscard]] TokenBlocks uniqueBlocks(const DiffText &before, TokenRange inBefore, const DiffText &after, TokenRange inAfter);

/// Whether a block that is elsewhere in the other text was moved there, and not written again by chance: it has at least
/// eight words; or at least four, and begins and ends in both texts where a sentence or a line does.
[[nodiscard]] bool isTelling(const TokenBlock &block, const DiffText &before, const DiffText &after);

/// From here on a seam is the end of a sentence or a line.
inline constexpr int sentenceSeam = 3;

/// How well the place before token `i` separates: 4 at the ends of the text and of a line, 3 after a sentence, 2 after a
/// comma or semicolon, 0 elsewhere.
[[nodiscard]] int seamBefore(const DiffText &text, qsizetype i);

} // namespace Tempera
