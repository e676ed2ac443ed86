// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/money.h"

#include <QDateTime>
#include <QString>

#include <cstdint>

namespace Tempera {

/// By what spending is told apart.
enum class SpendingBy { Day, Model, Experiment };

/// Which part of the ledger is summed.
struct SpendingQuery {
    QDateTime since = {}; ///< Cells stored from then on; invalid = all.
    SpendingBy by = SpendingBy::Day;
};

/// What was spent under one key.
struct SpendingRow {
    QString key; ///< "2026-11-29" in local time; the model that answered; the experiment's title. May be empty.
    std::int64_t cells = 0;
    std::int64_t inputTokens = 0;
    std::int64_t cachedInputTokens = 0; ///< Part of inputTokens that providers had in their cache.
    std::int64_t outputTokens = 0;
    Money cost;                    ///< Sum of the known costs, judges included.
    std::int64_t unknownCosts = 0; ///< Cells of which nobody knows what they cost.
    std::int64_t retries = 0;
    std::int64_t failed = 0; ///< Cells that ended in an error.
    Money failedCost;        ///< What these cost all the same.

    bool operator==(const SpendingRow &) const = default;
};

} // namespace Tempera
