// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/batchround.h"

#include <utility>

namespace Tempera {

BatchRound::BatchRound(const BatchContext &context, Errand errand, QList<BatchRecord> batches, QObject *parent)
    : QObject(parent), m_context(context), m_errand(errand), m_batches(std::move(batches))
{
}

void BatchRound::next()
{
    while (m_at < m_batches.size() && !isUnderWay(m_batches.at(m_at)))
        ++m_at;
    if (m_at == m_batches.size()) {
        Q_EMIT finished();
        return;
    }
    const auto done = [this](const Result<BatchRecord> &batch) { take(batch); };
    if (m_errand == Errand::Cancel)
        m_context.service->cancel(m_batches.at(m_at), this, done);
    else
        m_context.service->refresh(m_batches.at(m_at), this, done);
}

void BatchRound::take(const Result<BatchRecord> &told)
{
    if (!told) {
        m_isAllTold = false;
        Q_EMIT failed(m_batches.at(m_at), told.error());
        ++m_at;
        return next();
    }
    BatchRecord &known = m_batches[m_at++];
    known = *told;
    known.checked = m_context.clock->now();
    m_context.store->saveBatch(known, this, [this, batch = known](const Result<void> &kept) {
        m_isAllTold = m_isAllTold && kept;
        if (kept)
            Q_EMIT this->told(batch);
        else
            Q_EMIT unkept(kept.error());
        next();
    });
}

} // namespace Tempera
