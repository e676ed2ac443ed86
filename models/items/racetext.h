// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/experiment/experiment.h"
#include "models/stats/racereport.h"

#include <QString>

namespace Tempera::RaceText {

/// What a race says, in the user's language and number format; names of variants are put in as they are. Plain text.

/// "Decided after 34 of 120 cases: B better. 172 cells, about $0.31 ($0.28–$0.34) and about 4 min saved." Of several pairs each is
/// told. Without what is saved while nothing is decided.
[[nodiscard]] QString sentence(const RaceReport &race, const Experiment &ran);

/// "race: 12 of 120 cases, e-value 3.1 of 20", of the pair that is furthest of those that are open; "race: decided after 34 of 120
/// cases".
[[nodiscard]] QString progress(const RaceReport &race);

/// How it was decided, for the page "How this was computed": formulas and sources, and the numbers of each pair.
[[nodiscard]] QString method(const RaceReport &race, const Experiment &ran);

} // namespace Tempera::RaceText
