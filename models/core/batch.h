// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/core/money.h"
#include "models/core/request.h"

#include <QDateTime>
#include <QList>
#include <QStringList>
#include <QUuid>

#include <cstdint>
#include <optional>
#include <vector>

namespace Tempera {

/// How far a batch has come, in one set of words for all providers.
enum class BatchState {
    Submitting, ///< It was about to be sent; whether it was is not known where it stays so.
    Queued,     ///< Taken, and checked or waiting.
    Running,
    Cancelling,
    Completed, ///< Over: each of its requests was answered, or failed by itself.
    Failed,    ///< Over: refused as a whole.
    Expired,   ///< Over: the time ran out before all were answered. Those that were are there.
    Cancelled, ///< Over: the same, since it was cancelled.
};

/// "queued", "running", …: for the ledger, JSON and lists.
[[nodiscard]] QString batchStateName(BatchState state);
/// Inverse; Submitting for an unknown word.
[[nodiscard]] BatchState batchStateFromName(const QString &name);
/// Whether nothing more will come of it.
[[nodiscard]] bool isOver(BatchState state);

/// Requests of a batch, as far as its provider tells.
struct BatchCounts {
    std::int64_t total = 0;
    std::int64_t answered = 0;
    std::int64_t failed = 0;  ///< Expired and cancelled ones included.
    std::int64_t expired = 0; ///< Of these: for which the time ran out.

    bool operator==(const BatchCounts &) const = default;
};

/// A batch that was sent, as the ledger keeps it, so that it can be followed after a restart. No secrets.
struct BatchRecord {
    QUuid run;      ///< Whose cells it asks.
    int number = 0; ///< Which of the run's batches: one for each place that is asked.
    QString id;     ///< The provider's name for it; empty while it is being sent.
    Endpoint endpoint;
    QString experimentPath; ///< Who may send the key is said for it.
    QStringList items;      ///< Names of its requests, see batchItemName().
    QDateTime submitted;
    QDateTime checked; ///< When the provider was asked last; invalid = never.
    BatchState state = BatchState::Submitting;
    BatchCounts counts;
    QString input;   ///< OpenAI: the file with the requests.
    QString results; ///< Where the answers are: a file, an address; empty = with the state, or not known yet.
    QString errors;  ///< OpenAI: the file with the requests that failed.
    QString detail;  ///< Why it failed as a whole, in the provider's words.
    /// What it will cost by the estimate before it was sent, see CostEstimate. Nothing = a price or a limit is not known.
    std::optional<Money> costLow = {};
    std::optional<Money> costHigh = {};

    bool operator==(const BatchRecord &) const = default;
};

/// Counts what was neither answered nor failed as expired or cancelled, once the batch is over so: not all providers do.
void countTheRest(BatchRecord &record);
/// Whether it is with its provider, and something may still come of it.
[[nodiscard]] bool isUnderWay(const BatchRecord &record);

/// The name of a cell's request in a batch ("c12-p0-v1-r0-5f0c2a91"): the numbers of case, prompt, variant and repeat from 0 on,
/// and the beginning of requestKey(), so that an answer is never taken for that to another question. At most 64 characters of
/// letters, digits and hyphens, which all providers take.
[[nodiscard]] QString batchItemName(const GenerationRequest &request);
/// The part of such a name that says which cell it is; empty for a name that is none of ours.
[[nodiscard]] QString cellPartOf(const QString &itemName);

/// What became of one request of a batch.
enum class BatchOutcome { Answered, Failed, Expired, Cancelled };

/// One line of the results.
struct BatchItem {
    QString name;
    BatchOutcome outcome = BatchOutcome::Answered;
    QByteArray body;            ///< Answered: the answer as the API gives it when it is not streamed, as JSON.
    std::optional<Error> error; ///< Otherwise: why.
    QString source;             ///< The file or batch that says so.
    int line = 0;               ///< 1-based; of results in one JSON: which of them.
};

/// What was read of the results of batches.
struct BatchResults {
    std::vector<BatchItem> items;
    QList<Error> faults; ///< Lines that could not be read: Syntax, with their file and line.
};

/// What became of `total` requests, by their results.
[[nodiscard]] BatchCounts countsOf(const BatchResults &results, std::int64_t total);

} // namespace Tempera
