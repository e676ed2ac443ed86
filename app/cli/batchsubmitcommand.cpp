// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/batchsubmitcommand.h"

#include "app/cli/batchreport.h"
#include "models/session/preflight.h"
#include "models/session/resume.h"
#include "models/session/spentbefore.h"
#include "models/session/worstcase.h"

#include <QCoreApplication>

#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// It is found from wherever the answers are fetched.
RunArguments submittedRun(const CliContext &context, const BatchArguments &arguments)
{
    RunArguments run = arguments.run;
    run.file = context.files->nameOf(run.file);
    return run;
}

/// The most that a request may cost in a batch.
Cost worstInBatch(GenerationRequest request)
{
    request.endpoint.body.insert(u"service_tier"_s, "\"" + QByteArray(BatchTier.latin1()) + "\"");
    return worstCase(request);
}

/// The provider has refused it, so that it is known that there is none.
bool isRefusal(const Error &error)
{
    return error.kind == ErrorKind::Auth || error.kind == ErrorKind::Usage
           || (error.httpStatus >= 400 && error.httpStatus < 500 && error.httpStatus != 408);
}

} // namespace

BatchSubmitCommand::BatchSubmitCommand(const CliContext &context, const BatchArguments &arguments)
    : Command(context), m_arguments(arguments), m_plan(context, m_engine, submittedRun(context, arguments))
{
    connect(&m_plan, &PlannedRequests::planned, this, &BatchSubmitCommand::takePlan);
    connect(&m_plan, &Command::finished, this, &Command::finished);
}

void BatchSubmitCommand::start()
{
    m_plan.start();
}

void BatchSubmitCommand::interrupt()
{
    m_interrupted = true; // what is being sent is waited for: it costs money, and is to be known
    if (m_orders.empty())
        m_plan.interrupt();
}

void BatchSubmitCommand::takePlan()
{
    if (m_interrupted) {
        Q_EMIT finished(ExitCode::Interrupted);
        return;
    }
    if (m_plan.failedCells() > 0)
        say(QCoreApplication::translate("Cli", "Cells that cannot be asked, and are left out: %1.").arg(m_plan.failedCells()));
    m_run = m_plan.record();
    if (isPartOfAnExperiment(m_run)) {
        return fail(failure(ErrorKind::Usage, QCoreApplication::translate("Cli", "--filter-failing does not go with `batch submit`; it "
                                                                                "does with `batch write` and `batch read`."))
                        .error());
    }
    Result<std::vector<BatchOrder>> orders = context().batches->orders(m_engine.takeRequests());
    if (!orders)
        return fail(orders.error());
    if (orders->empty())
        return fail(failure(ErrorKind::Usage, QCoreApplication::translate("Cli", "There is no request to send.")).error());
    m_orders = *std::move(orders);
    EstimateSum sum;
    for (const BatchOrder &order : m_orders) {
        for (const GenerationRequest &request : order.requests)
            sum.add(plannedRequest(request, {.serviceTier = BatchTier}));
    }
    m_estimate = sum.estimate();
    if (limits().isUnlimited())
        return begin({});
    loadSpentBefore(context().session, limits(), this, [this](const Result<SpentBefore> &before) {
        if (before)
            begin(*before);
        else
            fail(before.error());
    });
}

Budget BatchSubmitCommand::limits() const
{
    Budget limits = context().limits ? context().limits() : Budget();
    if (m_arguments.run.maxCost)
        limits.perRun = m_arguments.run.maxCost;
    return limits;
}

/// A batch cannot be ended at a limit, so all of it has to fit.
std::optional<Error> BatchSubmitCommand::overBudget(const SpentBefore &before) const
{
    if (limits().isUnlimited())
        return std::nullopt;
    BudgetMeter meter(limits(), before, m_arguments.run.acceptsUnknownCost);
    for (const BatchOrder &order : m_orders) {
        for (const GenerationRequest &request : order.requests) {
            const Cost worst = worstInBatch(request);
            BudgetDecision decision = meter.decide(budgetEndpoint(request), worst);
            if (decision.verdict == BudgetVerdict::Go) {
                meter.settle(meter.claim(budgetEndpoint(request), worst), std::nullopt); // counts as spent, whole
                continue;
            }
            if (decision.verdict == BudgetVerdict::Wait)
                decision.verdict = BudgetVerdict::Stop;
            return failure(ErrorKind::Budget, budgetDecisionText(decision)).error();
        }
    }
    return std::nullopt;
}

void BatchSubmitCommand::begin(const SpentBefore &before)
{
    if (m_interrupted) {
        Q_EMIT finished(ExitCode::Interrupted);
        return;
    }
    say(QCoreApplication::translate("Cli", "Requests: %1, batches: %2; at batch price %3.")
            .arg(m_estimate.requests)
            .arg(m_orders.size())
            .arg(costEstimateText(m_estimate)));
    if (const std::optional<Error> over = overBudget(before))
        return fail(*over);
    m_run.state = RunState::Running;
    m_run.finished = {};
    m_run.planOptions = withBatchMark(m_run.planOptions);
    context().session.store->beginRun(m_run);
    context().session.store->finishRun(m_run.id, RunState::Stopped, context().session.clock->now());
    sendNext();
}

void BatchSubmitCommand::sendNext()
{
    const auto number = m_batches.size();
    if (m_interrupted || number == std::ssize(m_orders))
        return tellEnd();
    const BatchOrder &order = m_orders[static_cast<std::size_t>(number)];
    BatchRecord record;
    record.run = m_run.id;
    record.number = static_cast<int>(number);
    record.endpoint = order.requests.front().endpoint;
    record.endpoint.wire = providerOf(order.requests.front()).wire;
    record.experimentPath = m_run.experimentPath;
    for (const GenerationRequest &request : order.requests)
        record.items += batchItemName(request);
    record.submitted = context().session.clock->now();
    record.counts.total = record.items.size();
    keep(record, [this, record] {
        const BatchOrder &kept = m_orders[static_cast<std::size_t>(record.number)];
        context().batches->submit(kept, record, this, [this, record](const Result<BatchRecord> &told) { sent(record, told); });
    });
}

void BatchSubmitCommand::sent(BatchRecord record, const Result<BatchRecord> &told)
{
    if (told) {
        record = *told;
        record.checked = context().session.clock->now();
    } else if (isRefusal(told.error())) {
        record.state = BatchState::Failed;
        record.detail = errorSentence(told.error());
    }
    keep(record, [this, record, told] {
        if (!told) {
            if (!isOver(record.state))
                say(QCoreApplication::translate("Cli", "Whether the provider has this batch is not known; its run there is named %1.")
                        .arg(m_run.id.toString(QUuid::WithoutBraces)));
            return fail(told.error());
        }
        m_batches += record;
        sendNext();
    });
}

/// Before anything follows from it: what is paid for has to be found again.
void BatchSubmitCommand::keep(const BatchRecord &record, const std::function<void()> &then)
{
    context().batchStore->saveBatch(record, this, [this, then, id = record.id](const Result<void> &kept) {
        if (kept)
            return then();
        if (!id.isEmpty()) // the one thing that must not be lost
            writeOut(id + u'\n');
        complainOfLedger(kept.error());
        Q_EMIT finished(ExitCode::RunError);
    });
}

void BatchSubmitCommand::fail(const Error &error)
{
    complainOfLedger(error);
    Q_EMIT finished(error.kind == ErrorKind::Usage ? ExitCode::Usage : ExitCode::RunError);
}

void BatchSubmitCommand::tellEnd()
{
    if (m_arguments.run.shape == OutputShape::Json) {
        QJsonObject json = batchesJson(m_batches);
        json.insert("cost_low"_L1, m_estimate.low ? QJsonValue(m_estimate.low->dollars()) : QJsonValue::Null);
        json.insert("cost_high"_L1, m_estimate.high ? QJsonValue(m_estimate.high->dollars()) : QJsonValue::Null);
        writeJson(json);
    } else {
        for (const BatchRecord &batch : std::as_const(m_batches))
            writeOut(batch.id + u'\n');
    }
    if (!m_batches.isEmpty())
        say(QCoreApplication::translate("Cli", "`tempera batch status %1` asks how far it is; `tempera batch fetch %1` fetches the answers.")
                .arg(shortRunId(m_run.id)));
    Q_EMIT finished(m_interrupted ? ExitCode::Interrupted : ExitCode::Passed);
}

} // namespace Tempera
