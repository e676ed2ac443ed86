// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/session/batchcontext.h"

#include <QObject>

namespace Tempera {

/// Asks the providers of batches something, one batch after the other, and keeps what they tell. Batches that are not under way (see
/// isUnderWay()) are left as they are. Destroyed it is silent.
class BatchRound final : public QObject
{
    Q_OBJECT
public:
    enum class Errand {
        Refresh, ///< How far they are.
        Cancel,
    };
    /// The context outlives it.
    BatchRound(const BatchContext &context, Errand errand, QList<BatchRecord> batches, QObject *parent = nullptr);

    /// finished() follows, at once where nothing is to be asked.
    void start() { next(); }
    /// In their order, with what was told so far.
    [[nodiscard]] const QList<BatchRecord> &batches() const { return m_batches; }
    /// Each that is under way was told of, and that could be kept.
    [[nodiscard]] bool isAllTold() const { return m_isAllTold; }

Q_SIGNALS:
    void told(const Tempera::BatchRecord &batch);
    /// Its provider did not tell.
    void failed(const Tempera::BatchRecord &batch, const Tempera::Error &error);
    /// The ledger did not keep it.
    void unkept(const Tempera::Error &error);
    void finished();

private:
    void next();
    void take(const Result<BatchRecord> &told);

    BatchContext m_context;
    Errand m_errand;
    QList<BatchRecord> m_batches;
    qsizetype m_at = 0;
    bool m_isAllTold = true;
};

} // namespace Tempera
