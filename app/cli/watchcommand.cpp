// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/watchcommand.h"

#include "models/core/counted.h"

#include <QCoreApplication>

namespace Tempera {

WatchCommand::WatchCommand(const CliContext &context, const RunArguments &arguments)
    : Command(context), m_arguments(arguments), m_files(*context.session.clock)
{
    connect(&m_files, &FileWatch::changed, this, &WatchCommand::takeChange);
}

WatchCommand::~WatchCommand() = default;

void WatchCommand::start()
{
    begin();
}

void WatchCommand::begin()
{
    m_isUnderWay = true;
    if (m_interrupted) {
        Q_EMIT finished(ExitCode::Interrupted);
        return;
    }
    m_files.watch({m_arguments.file});
    m_run = std::make_unique<RunCommand>(context(), m_arguments);
    connect(m_run.get(), &RunCommand::inputsRead, &m_files, &FileWatch::add);
    connect(m_run.get(), &Command::finished, this, &WatchCommand::takeEnd);
    m_run->start();
}

void WatchCommand::takeEnd(ExitCode code)
{
    m_isUnderWay = false;
    // What is wrong on the command line stays wrong, whatever becomes of the files.
    if (m_interrupted || code == ExitCode::Interrupted || (code == ExitCode::Usage && !m_wasStarted)) {
        Q_EMIT finished(m_interrupted ? ExitCode::Interrupted : code);
        return;
    }
    m_wasStarted = true;
    const qsizetype files = m_files.size();
    say(counted(
        QCoreApplication::translate("Cli", "Waiting for a change of %n file(s); Ctrl+C ends this.", nullptr, countForm(files)),
        files));
    if (m_files.isChanged())
        takeChange();
}

void WatchCommand::takeChange()
{
    if (m_isUnderWay)
        return; // it is looked for at the end
    m_isUnderWay = true;
    say(QCoreApplication::translate("Cli", "A file has changed."));
    QMetaObject::invokeMethod(this, &WatchCommand::begin, Qt::QueuedConnection); // the run that ends is still in the middle of it
}

void WatchCommand::interrupt()
{
    m_interrupted = true;
    if (m_isUnderWay)
        m_run->interrupt(); // where it is over, the next one does not begin
    else
        Q_EMIT finished(ExitCode::Interrupted);
}

} // namespace Tempera
