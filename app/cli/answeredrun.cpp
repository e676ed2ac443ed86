// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/answeredrun.h"

#include "app/cli/batchreport.h"

#include <QCoreApplication>

#include <utility>

namespace Tempera {

AnsweredRun::AnsweredRun(const CliContext &context, const RunArguments &arguments, BatchResults results)
    : Command(context),
      m_answers(std::make_shared<BatchAnswers>(std::move(results))),
      m_engine(context.batches->answering(m_answers))
{
    CliContext answered = context;
    answered.session.answers = m_engine.get();
    m_run = std::make_unique<RunCommand>(answered, arguments);
    connect(m_run.get(), &Command::finished, this, [this](ExitCode code) {
        if (code != ExitCode::Interrupted && m_answers->wasAsked())
            tellOfResults();
        Q_EMIT finished(code);
    });
}

AnsweredRun::~AnsweredRun() = default;

void AnsweredRun::start()
{
    m_run->start();
}

void AnsweredRun::interrupt()
{
    m_run->interrupt();
}

void AnsweredRun::tellOfResults() const
{
    QList<Error> missing;
    for (const QString &name : m_answers->missing())
        missing +=
            failure(ErrorKind::Syntax, QCoreApplication::translate("Cli", "%1 has no line in the results.").arg(name)).error();
    for (const QList<Error> &kind : {m_answers->faults(), m_answers->unanswered(), m_answers->unasked(), missing}) {
        for (const QString &line : faultLines(kind))
            say(line);
    }
}

} // namespace Tempera
