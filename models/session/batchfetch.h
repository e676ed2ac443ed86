// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/session/batchround.h"

#include <utility>

namespace Tempera {

/// Fetches the results of all batches of a run: its cells are merged together. First asks how far they are; where one is not over,
/// nothing is fetched. What became of the requests is then counted from the results, and kept. Destroyed it is silent.
class BatchFetch final : public QObject
{
    Q_OBJECT
public:
    enum class Outcome {
        Fetched,
        StillOpen, ///< Not all are over: later.
        Failed,    ///< failed() said why.
    };
    /// `batches` are those of one run, at least one. The context outlives it.
    BatchFetch(const BatchContext &context, const QList<BatchRecord> &batches, QObject *parent = nullptr);

    /// finished() follows.
    void start() { m_round.start(); }
    [[nodiscard]] Outcome outcome() const { return m_outcome; }
    /// As they were told.
    [[nodiscard]] const QList<BatchRecord> &batches() const { return m_batches; }
    /// Once they are fetched; they are handed out.
    [[nodiscard]] BatchResults takeResults() { return std::exchange(m_results, {}); }

Q_SIGNALS:
    /// What is known of a batch has changed.
    void told(const Tempera::BatchRecord &batch);
    void failed(const Tempera::Error &error);
    /// The ledger did not keep what was told.
    void unkept(const Tempera::Error &error);
    void finished();

private:
    void beginFetching();
    void fetchNext();
    void take(const BatchRecord &batch, const Result<BatchResults> &results);
    void end(Outcome outcome);

    BatchContext m_context;
    BatchRound m_round;
    QList<BatchRecord> m_batches;
    qsizetype m_next = 0;
    BatchResults m_results;
    Outcome m_outcome = Outcome::Failed;
};

} // namespace Tempera
