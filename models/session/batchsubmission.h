// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/session/batchcontext.h"
#include "models/session/batchoffer.h"

#include <QObject>

namespace Tempera {

/// Sends the batches of a run, one after the other. The run is in the ledger from then on, stopped before its first cell, so that it
/// can go on with the answers; each batch stands beside it before it is sent, and again with what its provider told before the next
/// one is. Destroyed it is silent, and what is being sent stays in the ledger as a batch of which nobody knows whether there is one.
class BatchSubmission final : public QObject
{
    Q_OBJECT
public:
    /// `run` as its session planned it. The context outlives it.
    BatchSubmission(const BatchContext &context, RunRecord run, BatchOffer offer, QObject *parent = nullptr);

    /// finished() follows.
    void start();
    /// Sends no more batches; what is being sent is waited for: it costs money, and is to be known.
    void stop() { m_isStopped = true; }

    [[nodiscard]] const RunRecord &run() const { return m_run; }
    [[nodiscard]] const BatchOffer &offer() const { return m_offer; }
    /// Those that were taken by their providers.
    [[nodiscard]] const QList<BatchRecord> &sent() const { return m_sent; }
    [[nodiscard]] bool isStopped() const { return m_isStopped; }
    /// Why not all were sent; nothing where they were, or where it was stopped.
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }
    /// After an error: nobody knows whether the provider has the last batch.
    [[nodiscard]] bool isInDoubt() const { return m_isInDoubt; }
    /// After an error of the ledger: the provider's name for a batch that could not be kept, else empty.
    [[nodiscard]] const QString &unkeptId() const { return m_unkeptId; }

Q_SIGNALS:
    void progressed(); ///< sent() has become longer.
    void finished();

private:
    void sendNext();
    void take(BatchRecord record, const Result<BatchRecord> &told);
    void keep(const BatchRecord &record, const std::function<void()> &then);
    void end(const std::optional<Error> &error);

    BatchContext m_context;
    RunRecord m_run;
    BatchOffer m_offer;
    std::size_t m_next = 0; ///< The batch that is being sent, or is next.
    QList<BatchRecord> m_sent;
    std::optional<Error> m_error;
    QString m_unkeptId;
    bool m_isInDoubt = false;
    bool m_isStopped = false;
};

} // namespace Tempera
