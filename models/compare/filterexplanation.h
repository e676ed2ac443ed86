// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/compare/filtercompletion.h"
#include "models/compare/filterexpression.h"

#include <optional>

namespace Tempera {

/// Why a filter leaves nothing, a sentence a line, translated: what each of its parts leaves alone, and names that occur nowhere
/// with what was probably meant. `alone` has the rows that each of the parts leaves, as far as they were counted. Pure.
[[nodiscard]] QString whyNothingMatches(const FilterExpression &filter, const QList<std::optional<int>> &alone,
                                        const FilterNames &names);

} // namespace Tempera
