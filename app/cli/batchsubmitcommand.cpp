// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/batchsubmitcommand.h"

#include "app/cli/batchreport.h"
#include "app/cli/jsonvalues.h"
#include "app/cli/runchoice.h"
#include "app/cli/storedbatches.h"
#include "models/session/resume.h"
#include "models/session/spentbefore.h"

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
    m_interrupted = true;
    if (m_submission)
        m_submission->stop(); // what is being sent is waited for: it costs money, and is to be known
    else
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
    if (isPartOfAnExperiment(m_plan.record())) {
        return fail(
            failure(ErrorKind::Usage, QCoreApplication::translate("Cli", "--filter-failing does not go with `batch submit`; it "
                                                                         "does with `batch write` and `batch read`."))
                .error());
    }
    Result<BatchOffer> offer = batchOffer(m_engine.takeRequests(), *context().batches);
    if (!offer)
        return fail(offer.error());
    if (limits().isUnlimited())
        return begin(*std::move(offer), {});
    loadSpentBefore(context().session, limits(), this, [this, offer = *std::move(offer)](const Result<SpentBefore> &before) {
        if (before)
            begin(offer, *before);
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

void BatchSubmitCommand::begin(BatchOffer offer, const SpentBefore &before)
{
    if (m_interrupted) {
        Q_EMIT finished(ExitCode::Interrupted);
        return;
    }
    say(QCoreApplication::translate("Cli", "Requests: %1, batches: %2; at batch price %3.")
            .arg(offer.atBatchPrice.requests)
            .arg(offer.orders.size())
            .arg(costEstimateText(offer.atBatchPrice)));
    if (const std::optional<Error> over = overBudget(offer, limits(), before, m_arguments.run.acceptsUnknownCost))
        return fail(*over);
    m_submission = std::make_unique<BatchSubmission>(batchContext(context()), m_plan.record(), std::move(offer));
    connect(m_submission.get(), &BatchSubmission::finished, this, &BatchSubmitCommand::takeEnd);
    m_submission->start();
}

void BatchSubmitCommand::takeEnd()
{
    if (!m_submission->error())
        return tellEnd();
    if (!m_submission->unkeptId().isEmpty()) // the one thing that must not be lost
        writeOut(m_submission->unkeptId() + u'\n');
    if (m_submission->isInDoubt()) {
        say(QCoreApplication::translate("Cli", "Whether the provider has this batch is not known; its run there is named %1.")
                .arg(m_submission->run().id.toString(QUuid::WithoutBraces)));
    }
    fail(*m_submission->error());
}

void BatchSubmitCommand::fail(const Error &error)
{
    complainOfLedger(error);
    Q_EMIT finished(error.kind == ErrorKind::Usage ? ExitCode::Usage : ExitCode::RunError);
}

void BatchSubmitCommand::tellEnd()
{
    const CostEstimate &cost = m_submission->offer().atBatchPrice;
    const QList<BatchRecord> &sent = m_submission->sent();
    if (m_arguments.run.shape == OutputShape::Json) {
        QJsonObject json = batchesJson(sent);
        json.insert("cost_low"_L1, moneyJson(cost.low));
        json.insert("cost_high"_L1, moneyJson(cost.high));
        writeJson(json);
    } else {
        for (const BatchRecord &batch : sent)
            writeOut(batch.id + u'\n');
    }
    if (!sent.isEmpty())
        say(QCoreApplication::translate(
                "Cli", "`tempera batch status %1` asks how far it is; `tempera batch fetch %1` fetches the answers.")
                .arg(shortRunId(m_submission->run().id)));
    Q_EMIT finished(m_interrupted ? ExitCode::Interrupted : ExitCode::Passed);
}

} // namespace Tempera
