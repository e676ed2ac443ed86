// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/compare/verdictreport.h"

#include <QString>
#include <QStringList>

namespace Tempera {

/// What a report says, in the user's language and number format. Plain text: names are put in as they are.

/// "B · mini warm"
[[nodiscard]] QString contenderTitle(const ReportedContender &contender);

/// All in one line: the sentence of the only pair, or how many of several are decided and which; why there is none.
[[nodiscard]] QString verdictHeadline(const VerdictReport &report);

/// One sentence a pair, in the order of the columns (see pairSentence()).
[[nodiscard]] QStringList pairSentences(const VerdictReport &report);

/// "Ranking: B 1–2, A 1–2, C 3; the ranking is not decisive …"; empty without one.
[[nodiscard]] QString rankingLine(const VerdictReport &report);

/// "B · mini warm: of 3 answers at least one passes in 92 % (85 … 97 %), all pass in 41 % (30 … 52 %)", one a contender and k;
/// empty without repeats.
[[nodiscard]] QStringList repeatLines(const VerdictReport &report);

/// The page "How this was computed": for each figure the test, its formula and source, the correction, the number of resamples and
/// the seed, and the numbers that went in.
[[nodiscard]] QString howComputed(const VerdictReport &report);

} // namespace Tempera
