// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/endpoint.h"
#include "models/core/money.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <cstdint>

namespace Tempera {

/// By what spending is told apart.
enum class SpendingBy { Day, Model, Endpoint, Experiment };

/// Which part of the ledger is summed.
struct SpendingQuery {
    QDateTime since = {}; ///< Cells stored from then on; invalid = all.
    SpendingBy by = SpendingBy::Day;
};

/// What was spent under one key.
struct SpendingRow {
    /// "2026-11-29" in local time; the model that answered; where, as spendingEndpoint() has it; the experiment's title. May be
    /// empty.
    QString key;
    std::int64_t cells = 0;
    std::int64_t inputTokens = 0;       ///< As all tokens here: of all attempts and judges, as `cost` is.
    std::int64_t cachedInputTokens = 0; ///< Part of inputTokens that providers had in their cache.
    std::int64_t outputTokens = 0;
    Money cost;                    ///< Sum of the known costs, judges included.
    std::int64_t unknownCosts = 0; ///< Cells of which nobody knows what they cost.
    std::int64_t retries = 0;
    std::int64_t failed = 0;   ///< Cells that ended in an error.
    Money failedCost;          ///< What these cost all the same.
    Money savedByPrefix = {};  ///< What providers' caches of prompts saved; see CacheSavings.
    Money savedByAnswers = {}; ///< What the cache of answers saved.

    /// By both caches.
    [[nodiscard]] Money saved() const { return savedByPrefix + savedByAnswers; }

    /// Nothing is known of what it cost.
    [[nodiscard]] bool isUnknown() const { return unknownCosts > 0 && unknownCosts == cells; }
    /// Adds what was spent there; the key stays.
    void add(const SpendingRow &other);
    bool operator==(const SpendingRow &) const = default;
};

/// The sum of all rows, without a key.
[[nodiscard]] SpendingRow spendingTotal(const QList<SpendingRow> &rows);
/// What a ledger calls an endpoint: its host, with the port where that is not the usual one; "local", "echo" and "script" for what runs
/// here.
[[nodiscard]] QString spendingEndpoint(const Endpoint &endpoint);

} // namespace Tempera
