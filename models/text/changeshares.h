// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringView>

#include <optional>
#include <stop_token>

namespace Tempera {

/// What became of the words of a text that was rewritten, each in [0, 1].
struct ChangeShares {
    double kept = 1;    ///< Of the old words: still there, in their place or moved.
    double changed = 0; ///< Of the old words: another one stands in the place. With `kept` and `removed` it is 1.
    double removed = 0; ///< Of the old words: nothing stands in the place.
    double added = 0;   ///< Of the new words: nothing stood in the place.

    bool operator==(const ChangeShares &) const = default;
};

/// Counted in the differences that proseDiff() finds, as word error rates count them: in each place as many words were changed as
/// both texts have there, the rest was removed or added. Signs and line ends do not count; where words are written without spaces
/// a word is a character. Nothing where the old text has no words, or a stop was requested. Pure, any thread; takes as long as
/// proseDiff().
[[nodiscard]] std::optional<ChangeShares> changeShares(QStringView oldText, QStringView newText,
                                                       const std::stop_token &stop = {});

} // namespace Tempera
