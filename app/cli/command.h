// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/clicontext.h"
#include "app/cli/exitcode.h"

#include <QJsonObject>
#include <QObject>

namespace Tempera {

/// One command under way. Lives on the thread of the event loop; destroying it stops what it does.
class Command : public QObject
{
    Q_OBJECT
public:
    explicit Command(const CliContext &context) : m_context(context) { }

    virtual void start() = 0;
    /// SIGINT and the others that ask for the end: saves what is done and ends with ExitCode::Interrupted.
    virtual void interrupt() { Q_EMIT finished(ExitCode::Interrupted); }

Q_SIGNALS:
    void finished(Tempera::ExitCode code);

protected:
    [[nodiscard]] const CliContext &context() const { return m_context; }
    void writeOut(const QString &text) const { m_context.out->write(text.toUtf8()); }
    void writeJson(const QJsonObject &json) const;
    /// One line on standard error, without control characters.
    void say(const QString &line) const;
    /// "file:line:column: cause" for a place in a file, else a sentence.
    void complain(const Error &error) const;
    /// Of something that the ledger answered, with what can be done about it.
    void complainOfLedger(const Error &error) const;
    /// Whether there was anything to complain of.
    bool complainOfAll(const QList<Error> &errors) const;
    /// Why a file that the user named could not be read: wrong usage where it is not there.
    [[nodiscard]] ExitCode complainOfFile(const Error &error) const;

private:
    CliContext m_context;
};

/// What can be done about a ledger that cannot be used.
[[nodiscard]] QString ledgerAdvice();

/// One line, without control characters.
void writeLine(OutStream &stream, const QString &line);

/// The endpoint of a model named on the command line; a name without a prefix is a local model where there is one.
/// Local ones come with the path of their file. Usage for an id that no provider has, ModelMissing for a file that is not there.
[[nodiscard]] Result<Endpoint> endpointOnCommandLine(const CliContext &context, const QString &model);

} // namespace Tempera
