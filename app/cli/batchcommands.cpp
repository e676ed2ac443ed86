// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/batchcommands.h"

#include "app/cli/batchfetchcommand.h"
#include "app/cli/batchsubmitcommand.h"
#include "app/cli/terminaltext.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>
#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// What is written to a file is checked as results are: it must not take the place of what is read.
RunArguments writingArguments(const BatchArguments &arguments)
{
    RunArguments run = arguments.run;
    if (!arguments.target.isEmpty())
        run.outputs = {arguments.target};
    return run;
}

} // namespace

std::unique_ptr<Command> batchCommand(const CliContext &context, const BatchArguments &arguments)
{
    switch (arguments.verb) {
    case BatchVerb::Write: return std::make_unique<BatchWriteCommand>(context, arguments);
    case BatchVerb::Read: return std::make_unique<BatchReadCommand>(context, arguments);
    case BatchVerb::Submit: return std::make_unique<BatchSubmitCommand>(context, arguments);
    case BatchVerb::Status: return std::make_unique<BatchStatusCommand>(context, arguments);
    case BatchVerb::Fetch: return std::make_unique<BatchFetchCommand>(context, arguments);
    case BatchVerb::Cancel: return std::make_unique<BatchCancelCommand>(context, arguments);
    }
    Q_UNREACHABLE_RETURN(nullptr);
}

BatchWriteCommand::BatchWriteCommand(const CliContext &context, const BatchArguments &arguments)
    : Command(context), m_arguments(arguments), m_plan(context, m_engine, writingArguments(arguments))
{
    connect(&m_plan, &PlannedRequests::planned, this, &BatchWriteCommand::write);
    connect(&m_plan, &Command::finished, this, &Command::finished);
}

void BatchWriteCommand::start()
{
    m_plan.start();
}

void BatchWriteCommand::interrupt()
{
    m_interrupted = true;
    m_plan.interrupt();
}

void BatchWriteCommand::write()
{
    Q_EMIT finished(m_interrupted ? ExitCode::Interrupted : writeLines());
}

ExitCode BatchWriteCommand::writeLines()
{
    const std::vector<GenerationRequest> requests = m_engine.takeRequests();
    const bool toFile = !m_arguments.target.isEmpty();
    QByteArray lines;
    for (const GenerationRequest &request : requests) {
        const Result<QByteArray> line = context().batches->line(request);
        if (!line) {
            complain(line.error());
            return ExitCode::Usage;
        }
        lines += *line;
    }
    if (toFile) {
        const std::unique_ptr<OutputFile> file = context().outputs->open(m_arguments.target);
        file->write(lines);
        if (const Result<void> written = file->commit(); !written) {
            complain(written.error());
            return ExitCode::RunError;
        }
    } else {
        context().out->write(lines);
    }
    say(QCoreApplication::translate("Cli", "Requests written: %1.").arg(requests.size()));
    if (m_plan.failedCells() == 0)
        return ExitCode::Passed;
    say(QCoreApplication::translate("Cli", "Cells that cannot be asked, and are left out: %1.").arg(m_plan.failedCells()));
    return ExitCode::RunError;
}

BatchReadCommand::BatchReadCommand(const CliContext &context, const BatchArguments &arguments)
    : Command(context), m_arguments(arguments)
{
}

void BatchReadCommand::start()
{
    QMetaObject::invokeMethod(this, &BatchReadCommand::read, Qt::QueuedConnection);
}

void BatchReadCommand::read()
{
    BatchResults results;
    for (const QString &path : std::as_const(m_arguments.results)) {
        const Result<QByteArray> lines = context().files->read(path);
        if (!lines) {
            Q_EMIT finished(complainOfFile(lines.error()));
            return;
        }
        BatchResults more = context().batches->read(*lines, path);
        std::ranges::move(more.items, std::back_inserter(results.items));
        results.faults += more.faults;
    }
    m_run = std::make_unique<AnsweredRun>(context(), m_arguments.run, std::move(results));
    connect(m_run.get(), &Command::finished, this, &Command::finished);
    m_run->start();
}

void BatchReadCommand::interrupt()
{
    if (m_run)
        m_run->interrupt();
    else
        Command::interrupt();
}

} // namespace Tempera
