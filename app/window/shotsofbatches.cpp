// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/shots.h"

#include "app/storage/ledgerormemory.h"
#include "models/session/resume.h"
#include "widgets/batches/batchesdialog.h"
#include "widgets/mainwindow/mainwindow.h"

#include <QTableView>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr int posedRequests = 240;
constexpr int posedBatches = 3;

/// A batch as it stands in the ledger; nothing is ever sent for it.
BatchRecord posedBatch(const RunRecord &run, int number, const QString &model, BatchState state, const BatchCounts &counts)
{
    BatchRecord batch;
    batch.run = run.id;
    batch.number = number;
    batch.id = u"batch_68f1c0%1"_s.arg(number);
    batch.endpoint = endpointFromId(model, [](const QString &) { return QString(); });
    batch.experimentPath = run.experimentPath;
    for (int i = 0; i < posedRequests; ++i)
        batch.items += u"c%1-p0-v%2-r0-00000000"_s.arg(i).arg(number);
    batch.submitted = run.started;
    batch.checked = run.started.addSecs(47 * 60);
    batch.state = state;
    batch.counts = counts;
    batch.costLow = Money::fromNano(std::int64_t{61'000'000} * (number + 1));
    batch.costHigh = Money::fromNano(std::int64_t{148'000'000} * (number + 1));
    return batch;
}

} // namespace

/// A run at three providers: one is still at it, one is done, and for one the time ran out.
void Shots::lookAtBatches()
{
    RunRecord run;
    run.id = QUuid::createUuid();
    run.title = u"Questions of customers"_s;
    run.started = QDateTime::currentDateTimeUtc().addSecs(-49 * 60);
    run.plannedCells = posedBatches * posedRequests;
    run.planOptions = withBatchMark({});
    m_ledger.beginRun(run);
    m_ledger.finishRun(run.id, RunState::Stopped, run.started);
    const QList<BatchRecord> batches{
        posedBatch(run, 0, u"openai:chat:gpt-4.1-mini"_s, BatchState::Running, {posedRequests, 151, 2, 0}),
        posedBatch(run, 1, u"anthropic:messages:claude-sonnet-4-5"_s, BatchState::Completed, {posedRequests, 239, 1, 0}),
        posedBatch(run, 2, u"google:gemini-2.5-flash"_s, BatchState::Expired, {posedRequests, 228, 12, 9})};
    for (const BatchRecord &batch : batches)
        m_ledger.saveBatch(batch, this, [](const Result<void> &) { }); // what was not kept is not listed
    trigger(Qt::CTRL | Qt::ALT | Qt::Key_A);
}

bool Shots::areBatchesListed() const
{
    const auto *list = m_window.findChild<BatchesDialog *>();
    return list && list->table()->model()->rowCount() >= posedBatches;
}

} // namespace Tempera
