// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/trace.h"
#include "models/core/vocabulary.h"
#include "models/text/diffview.h"

#include <QString>

namespace Tempera {

/// An answer with what the model said at each of its tokens.
struct TracedAnswer {
    QString text;                                 ///< As it came.
    Trace trace;                                  ///< Empty: nothing is known.
    std::shared_ptr<const Vocabulary> vocabulary; ///< Of the ids in the trace; null where traces carry their pieces.

    bool operator==(const TracedAnswer &) const = default;
};

/// Why two answers part at a place, as far as their traces tell.
enum class DivergenceCause : quint8 {
    Unknown,
    CoinFlip,     ///< Either answer could have gone on as the other one did: luck, not the setting.
    ChangeOfMind, ///< What was likely in one was not in the other: the prompt, the model or what came before moved the mass.
};

/// A continuation is likely from this share on. Then of five draws one is expected to take it: a difference like that is
/// seen between two repeats of the same variant, too.
inline constexpr double likelyShare = 0.2;
/// So much has to go from the one continuation to the other for a change of mind: then at least every third draw ends
/// differently with the very same random number.
inline constexpr double movedShare = 1.0 / 3;

/// Of each difference the cause. It is looked for at the first token in which the two part; shares are those of the model
/// itself at temperature 1, before any sampler. With a the token of the old answer and b that of the new one: CoinFlip where
/// both a and b have at least likelyShare in both answers; ChangeOfMind where a has lost movedShare and b has gained it, and it is
/// no CoinFlip. Unknown where a trace is missing, does not belong to the text, or does not hold one of the shares.
/// The differences are those of the texts as DisplayText shows them.
[[nodiscard]] QList<DivergenceCause> divergenceCauses(const QList<Difference> &differences, const TracedAnswer &before,
                                                      const TracedAnswer &now);

} // namespace Tempera
