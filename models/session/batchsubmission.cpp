// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/batchsubmission.h"

#include "models/session/resume.h"

#include <utility>

namespace Tempera {
namespace {

/// The provider has refused it, so that it is known that there is none.
bool isBatchRefusal(const Error &error)
{
    return error.kind == ErrorKind::Auth || error.kind == ErrorKind::Usage
           || (error.httpStatus >= 400 && error.httpStatus < 500 && error.httpStatus != 408);
}

} // namespace

BatchSubmission::BatchSubmission(const BatchContext &context, RunRecord run, BatchOffer offer, QObject *parent)
    : QObject(parent), m_context(context), m_run(std::move(run)), m_offer(std::move(offer))
{
    m_run.state = RunState::Running;
    m_run.finished = {};
    m_run.planOptions = withBatchMark(m_run.planOptions);
}

void BatchSubmission::start()
{
    m_context.runs->beginRun(m_run);
    m_context.runs->finishRun(m_run.id, RunState::Stopped, m_context.clock->now());
    sendNext();
}

void BatchSubmission::sendNext()
{
    if (m_isStopped || m_next == m_offer.orders.size())
        return end({});
    const BatchOrder &order = m_offer.orders[m_next];
    BatchRecord record;
    record.run = m_run.id;
    record.number = static_cast<int>(m_next);
    record.endpoint = order.requests.front().endpoint;
    record.endpoint.wire = providerOf(order.requests.front()).wire;
    record.experimentPath = m_run.experimentPath;
    for (const GenerationRequest &request : order.requests)
        record.items += batchItemName(request);
    record.submitted = m_context.clock->now();
    record.counts.total = record.items.size();
    record.costLow = m_offer.costs[m_next].low;
    record.costHigh = m_offer.costs[m_next].high;
    keep(record, [this, record] {
        m_context.service->submit(m_offer.orders[m_next], record, this,
                                  [this, record](const Result<BatchRecord> &told) { take(record, told); });
    });
}

void BatchSubmission::take(BatchRecord record, const Result<BatchRecord> &told)
{
    if (told) {
        record = *told;
        record.checked = m_context.clock->now();
    } else if (isBatchRefusal(told.error())) {
        record.state = BatchState::Failed;
        record.detail = errorSentence(told.error());
    }
    keep(record, [this, record, told] {
        if (!told) {
            m_isInDoubt = !isOver(record.state);
            return end(told.error());
        }
        m_sent += record;
        ++m_next;
        Q_EMIT progressed();
        sendNext();
    });
}

/// Before anything follows from it: what is paid for has to be found again.
void BatchSubmission::keep(const BatchRecord &record, const std::function<void()> &then)
{
    m_context.store->saveBatch(record, this, [this, then, id = record.id](const Result<void> &kept) {
        if (kept)
            return then();
        m_unkeptId = id;
        end(kept.error());
    });
}

void BatchSubmission::end(const std::optional<Error> &error)
{
    m_error = error;
    Q_EMIT finished();
}

} // namespace Tempera
