// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/stats/agreement.h"
#include "models/stats/bradleyterry.h"
#include "models/stats/pairverdict.h"
#include "models/stats/ppi.h"

#include <QString>
#include <QStringList>

#include <cstdint>

namespace Tempera {

/// What statistics say, as sentences in the user's language and number format; names of variants are put in as they are. Plain
/// text without a full stop.

/// "B better in 14, worse in 6 of 120 cases; 95 % interval −1 … +14 points; not decided; about 520 cases would show 5 points".
/// `first` and `second` as in PairVerdict. The needed cases are told where nothing is decided.
[[nodiscard]] QString pairSentence(const PairVerdict &verdict, const QString &first, const QString &second);

/// "40 cases can show differences of 18 points and more"; empty where that cannot be told.
[[nodiscard]] QString visibleSentence(const PairVerdict &verdict);

/// Whether a ranking means anything, "the ranking is not decisive: no two variants are told apart". `names`: of the variants, by
/// their number.
[[nodiscard]] QString rankingSentence(const Ranking &ranking, const QStringList &names);

/// "B preferred in 14, A in 6 of 23 pairs, 3 ties; B's share of those that differ lies within 45 … 88 % (95 %, valid at any time);
/// not decided". Better in the counts: the second was preferred.
[[nodiscard]] QString preferenceSentence(const PairedCounts &counts, const ConfidenceInterval &secondShare, double confidence,
                                         bool decided, const QString &first, const QString &second);

/// "is-json agrees with people in 85 % of 40 answers; κ 0.62, 95 % interval 0.40 … 0.84". `voice` says who agrees.
[[nodiscard]] QString agreementSentence(const Agreement &agreement, const QString &voice);

/// "A: checks alone 84 %; people 71 % of 40 cases; checks put right by people (PPI++) 74 %, 95 % interval 66 … 82 %".
[[nodiscard]] QString correctedSentence(const CorrectedMean &mean, std::int64_t cases, const QString &name);

/// A difference with its sign, "+6.5", "−0.2", "0", with so many digits after the point.
[[nodiscard]] QString signedFigure(double value, int digits);

} // namespace Tempera
