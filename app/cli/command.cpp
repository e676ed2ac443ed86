// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/command.h"

#include "app/cli/terminaltext.h"
#include "models/core/secrettext.h"

#include <QCoreApplication>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Tempera {

void Command::writeJson(const QJsonObject &json) const
{
    m_context.out->write(QJsonDocument(json).toJson(QJsonDocument::Indented));
}

void Command::say(const QString &line) const
{
    writeLine(*m_context.err, line);
}

void Command::complain(const Error &error) const
{
    say(errorSentence(error));
}

void Command::complainOfLedger(const Error &error) const
{
    complain(error);
    if (error.kind == ErrorKind::Storage)
        say(ledgerAdvice());
}

bool Command::complainOfAll(const QList<Error> &errors) const
{
    for (const Error &error : errors)
        complain(error);
    return !errors.isEmpty();
}

ExitCode Command::complainOfFile(const Error &error) const
{
    complain(error);
    return error.kind == ErrorKind::File ? ExitCode::Usage : ExitCode::RunError;
}

QString ledgerAdvice()
{
    return QCoreApplication::translate(
        "Cli", "`tempera history set-aside` renames the ledger and starts a new one; `tempera run --no-ledger` stores nothing.");
}

void writeLine(OutStream &stream, const QString &line)
{
    // A path or a name that an error tells of may hold a key.
    stream.write(terminalSafe(withoutKnownKeys(line)).replace(u'\n', u' ').toUtf8() + '\n');
}

Result<Endpoint> endpointOnCommandLine(const CliContext &context, const QString &model)
{
    Endpoint endpoint = endpointFromId(model);
    if (endpoint.kind == EndpointKind::Unknown && !model.contains(u':') && context.resolveLocalModel(model))
        endpoint = endpointFromId(u"local:"_s + model);
    if (endpoint.kind == EndpointKind::Unknown) {
        return failure(ErrorKind::Usage,
                       QCoreApplication::translate(
                           "Cli",
                           "No provider has this id. Use local:NAME, local:FILE.gguf, openai:chat:NAME, openai:responses:NAME, "
                           "anthropic:messages:NAME, google:NAME, openrouter:NAME, ollama:NAME or llama:NAME."),
                       model);
    }
    if (endpoint.kind == EndpointKind::Local) {
        Result<QString> path = context.resolveLocalModel(endpoint.model);
        if (!path)
            return std::unexpected(path.error());
        endpoint.modelPath = *path;
    }
    return endpoint;
}

} // namespace Tempera
