// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/ports/cachebrowser.h"
#include "models/session/runoptions.h"

namespace Tempera::CacheText {

/// "12 from the cache, $0.03 saved"; empty where no answer of a run came from there.
[[nodiscard]] QString ofRun(const RunTotals &totals);

/// "3 answers, 12 kB. Given again 12 times, $0.03 saved."
[[nodiscard]] QString totals(const CacheTotals &sums);

/// An amount that was saved: "≥ $0.03" where a part of it is unknown.
[[nodiscard]] QString savedText(Money saved, std::int64_t unknown);

/// "12.3 kB", in powers of 1000.
[[nodiscard]] QString sizeText(std::int64_t bytes);

} // namespace Tempera::CacheText
