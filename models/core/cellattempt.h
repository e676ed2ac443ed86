// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/core/money.h"
#include "models/core/usage.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <chrono>
#include <cstdint>
#include <optional>

namespace Tempera {

/// How one attempt of a cell ended.
enum class AttemptEnd : std::uint8_t {
    Answered,     ///< With an answer that was accepted.
    ChecksFailed, ///< With an answer that failed its checks; `reason` says which one.
    Failed,       ///< With `error`.
    Cancelled,    ///< It was stopped.
    NotAsked,     ///< Nothing was sent; `error` says why.
};

/// "answered", "checks-failed", "failed", "cancelled", "not-asked": for ledger and exports.
[[nodiscard]] QString attemptEndName(AttemptEnd end);
/// Inverse; Failed for any other word.
[[nodiscard]] AttemptEnd attemptEndFromName(const QString &name);

/// One request of a cell that several were made for: who was asked, what became of it and what it cost.
struct CellAttempt {
    QString endpoint; ///< Endpoint::shownId() of who was asked.
    QString model;    ///< Who answered, once known.
    AttemptEnd end = AttemptEnd::Answered;
    std::optional<Error> error = {};
    QString reason = {}; ///< The first check that failed and why.
    QString text = {};   ///< What it had said; empty where that is the answer of the cell.
    Usage usage = {};
    std::optional<std::chrono::microseconds> total = {}; ///< From its start to its end.
    int retries = 0;                                     ///< Of the same request, before its first token.
    std::optional<Money> cost = {};                      ///< With what its judges cost; nothing = unknown.
    Usage judges = {};     ///< What its judges used, where its answer was dropped, and their verdicts with it.
    bool isResult = false; ///< Its answer or error is that of the cell.

    bool operator==(const CellAttempt &) const = default;
};
/// In the order in which they were made; empty where one was enough.
using CellAttempts = QList<CellAttempt>;

/// What they cost together; nothing where it is not known of one of them.
[[nodiscard]] std::optional<Money> costOfAttempts(const CellAttempts &attempts);

/// "Answered by X after Y failed: 503": one translated line. Empty where there are none.
[[nodiscard]] QString attemptsSentence(const CellAttempts &attempts);

/// All that is to be told of them: attemptsSentence(), then one line each. Empty where there are none.
[[nodiscard]] QStringList attemptLines(const CellAttempts &attempts);

/// Who was asked, how it ended and what it cost: one translated line.
[[nodiscard]] QString attemptSentence(const CellAttempt &attempt);

} // namespace Tempera
