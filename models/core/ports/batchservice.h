// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/batchanswers.h"
#include "models/core/ports/engine.h"

#include <QObject>

#include <functional>
#include <memory>
#include <vector>

namespace Tempera {

/// Requests that can go into one batch.
struct BatchOrder {
    std::vector<GenerationRequest> requests; ///< At least one.
};

/// The batch APIs of providers: many requests at once, answered within a day at a lower price. Callbacks come on the caller's
/// thread, later, and are dropped when the guard is gone. Errors are those of a request, without any trace of the key.
class BatchService
{
public:
    virtual ~BatchService() = default;

    /// Whether what answers a request has a batch API that is spoken here. Pure; any thread.
    [[nodiscard]] virtual bool takes(const GenerationRequest &request) const = 0;
    /// Requests in groups that can each be one batch, in their order: one endpoint, one API, one model where that counts, no more
    /// than the provider takes. An Error (Usage) for the first that no batch can carry. Pure; any thread. Takes time
    /// with their length.
    [[nodiscard]] virtual Result<std::vector<BatchOrder>> orders(std::vector<GenerationRequest> requests) const = 0;
    /// A request as a line of OpenAI's batch files, with its line feed and without a key. An Error (Usage) where it is for another
    /// API.
    [[nodiscard]] virtual Result<QByteArray> line(const GenerationRequest &request) const = 0;
    /// Reads the lines of OpenAI's output and error files; `source` names the file in what is said of it.
    [[nodiscard]] virtual BatchResults read(const QByteArray &lines, const QString &source) const = 0;
    /// Answers requests from results, at the price of a batch; those that are not there fail. One thread.
    [[nodiscard]] virtual std::unique_ptr<Engine> answering(std::shared_ptr<BatchAnswers> answers) const = 0;

    using Told = std::function<void(const Result<BatchRecord> &)>;
    /// Sends a batch; the key goes only where it may, as with each request. `record` comes back with what the provider told.
    virtual void submit(const BatchOrder &order, const BatchRecord &record, QObject *guard, Told told) = 0;
    /// Whether refresh() would ask the user nothing first: who asks unbidden asks only then.
    [[nodiscard]] virtual bool mayAskUnbidden(const BatchRecord &record) const = 0;
    /// Asks how far it is.
    virtual void refresh(const BatchRecord &record, QObject *guard, Told told) = 0;
    virtual void cancel(const BatchRecord &record, QObject *guard, Told told) = 0;
    /// The results of a batch that is over.
    virtual void fetch(const BatchRecord &record, QObject *guard, std::function<void(const Result<BatchResults> &)> fetched) = 0;
};

/// Where batches are kept. Callbacks come on the caller's thread and are dropped when the guard is gone.
class BatchStore
{
public:
    virtual ~BatchStore() = default;
    /// Replaces what is known of the run's batch of that number. Calls back when it is durable, or could not be kept.
    virtual void saveBatch(const BatchRecord &batch, QObject *guard, std::function<void(Result<void>)> callback) = 0;
    /// Newest first.
    virtual void listBatches(QObject *guard, std::function<void(Result<QList<BatchRecord>>)> callback) = 0;
};

} // namespace Tempera
