// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/stats/bradleyterry.h"
#include "models/stats/pairverdict.h"

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

/// "decided after 48 of 120 cases: B is better", or that it is not; `winner` is empty then. 0 ≤ run ≤ planned.
[[nodiscard]] QString raceSentence(std::int64_t run, std::int64_t planned, const QString &winner);

/// A difference with its sign, "+6.5", "−0.2", "0", with so many digits after the point.
[[nodiscard]] QString signedFigure(double value, int digits);

} // namespace Tempera
