// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/pricing/estimate.h"

#include <QString>

namespace Tempera {

/// How much of its budget a run takes.
struct BudgetUse {
    double share = 0;         ///< 1 = all of it; may be more.
    bool isForbidden = false; ///< It costs more in any case, and will not be started.
    QString sign;             ///< "8 %", "⚠ 140 %": in a few letters, told without colour.
    QString text;             ///< A sentence, translated.
};

/// Of a run that is to be started, by what it likely costs or else at most; of one that is under way by what it `spent`.
[[nodiscard]] BudgetUse budgetUse(Money budget, const CostEstimate &estimate, const std::optional<Money> &likely,
                                  const std::optional<Money> &spent);

} // namespace Tempera
