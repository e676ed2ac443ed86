// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/cellattempt.h"
#include "models/core/event.h"
#include "models/core/money.h"
#include "models/core/request.h"
#include "models/core/verdict.h"

#include <memory>
#include <optional>

namespace Tempera {

/// Life of a cell. Done, Failed, Cancelled and NotNeeded are final; nothing changes them. NotNeeded was never asked, because what
/// its run was to find out was known before its turn came; its notes say why.
enum class CellState : std::uint8_t { Planned, Queued, Loading, Streaming, Retrying, Done, Failed, Cancelled, NotNeeded };

[[nodiscard]] bool isFinal(CellState state);
/// "planned", "queued", … for ledger and exports.
[[nodiscard]] QString cellStateName(CellState state);
[[nodiscard]] CellState cellStateFromName(const QString &name);

/// What was not paid for an answer because a cache had it. Only where that is known to the nano-dollar.
struct CacheSavings {
    /// By the provider's cache of prompts: what the input would have cost without it, less what it cost. Negative where writing into
    /// it was dearer, as it is for the first of many requests.
    Money prefix;
    Money answer; ///< By the cache of answers: what asking again would have cost.

    bool operator==(const CacheSavings &) const = default;
};

/// One unit of work and its result.
struct Cell {
    GenerationRequest request; ///< Of who answers: see plannedRequest().
    CellState state = CellState::Planned;
    QString model;             ///< Who answered, once known.
    QByteArray modelHash = {}; ///< Local: SHA-256 of the file that answered, in hexadecimal; empty = unknown.
    QString text;              ///< The answer so far.
    QString reasoning;         ///< Thinking text so far.
    double loadingFraction = 0;
    int retries = 0;
    Usage usage;
    Timings timings;
    FinishReason finishReason = FinishReason::Other;
    std::optional<std::uint64_t> seed;
    Reproducibility reproducibility = Reproducibility::Unknown;
    Notes notes = {}; ///< Notes on how the answer was produced.
    std::optional<Error> error;
    std::optional<Money> cost;                         ///< Of all attempts. Nothing = unknown. Local models cost Money() = 0.
    CacheSavings saved = {};                           ///< Known while it runs; the ledger has the sums.
    std::optional<Grade> grade;                        ///< Nothing until checked.
    Trace trace;                                       ///< Of the whole answer, a prefix included.
    std::shared_ptr<const Vocabulary> vocabulary = {}; ///< Of the ids in the trace; null where traces carry their pieces.
    std::vector<ScoredText> scores = {};               ///< Where the request asked for probabilities.
    EmbeddingList embeddings = {};                     ///< Where the endpoint gives vectors instead of a text.
    CellAttempts attempts = {};                        ///< Where it took several; those that are over, while it runs.
    /// What the plan asks, without its messages, where `request` went to somebody else in its stead; null = nobody else.
    std::shared_ptr<const GenerationRequest> planned = {};

    /// The only state machine of a generation. Events after a final state are ignored.
    void apply(const GenerationEvent &event);
};

/// What the plan of the run asks in this cell, whoever answered.
[[nodiscard]] GenerationRequest plannedRequest(const Cell &cell);

/// What a cell cost with all that its judges used; nothing where the cost of its answer is not known.
[[nodiscard]] std::optional<Money> costWithJudges(const Cell &cell);

} // namespace Tempera
