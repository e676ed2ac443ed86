// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/tokenscommand.h"

#include "app/cli/textinput.h"
#include "models/text/tokencounter.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Tempera {

TokensCommand::TokensCommand(const CliContext &context, const TokensArguments &arguments)
    : Command(context), m_arguments(arguments)
{
}

void TokensCommand::start()
{
    const QString target = m_arguments.target;
    const std::optional<QString> published = encodingForModel(target);
    Result<Endpoint> endpoint;
    if (!BpeEncoding::names().contains(target) && !published) {
        endpoint = endpointOnCommandLine(context(), target);
        if (!endpoint) {
            fail(endpoint.error());
            return;
        }
    }
    const Result<QByteArray> text = readInput(context(), m_arguments.file);
    if (!text) {
        Q_EMIT finished(complainOfFile(text.error()));
        return;
    }
    if (BpeEncoding::names().contains(target))
        countByEncoding(target, Exactness::Exact, *text);
    else if (published)
        countByEncoding(*published, Exactness::Exact, *text);
    else if (endpoint->kind == EndpointKind::Local)
        countByModel(*endpoint, *text);
    else
        countByEncoding(u"o200k_base"_s, Exactness::Estimate, *text);
}

void TokensCommand::countByEncoding(const QString &encoding, Exactness exactness, const QByteArray &text)
{
    const Result<std::shared_ptr<const BpeEncoding>> loaded = BpeEncoding::load(encoding);
    if (!loaded) {
        fail(loaded.error());
        return;
    }
    if (m_arguments.output == TokenOutput::Count) {
        writeCount((*loaded)->count(text), exactness, encoding);
        return;
    }
    if (exactness == Exactness::Estimate) {
        fail(failure(ErrorKind::Usage,
                     QCoreApplication::translate("Cli", "The tokenizer of this model is not published, so there are no ids."),
                     m_arguments.target)
                 .error());
        return;
    }
    QStringList ids;
    for (const int id : (*loaded)->encode(text))
        ids << QString::number(id);
    writeOut(ids.join(u' ') + u'\n');
    Q_EMIT finished(ExitCode::Passed);
}

void TokensCommand::countByModel(const Endpoint &endpoint, const QByteArray &text)
{
    if (m_arguments.output == TokenOutput::Ids) {
        fail(failure(ErrorKind::Usage,
                     QCoreApplication::translate("Cli", "--ids works with o200k_base, cl100k_base and the models that use them."),
                     m_arguments.target)
                 .error());
        return;
    }
    const Messages messages{{Role::User, QString::fromUtf8(text)}};
    context().session.engine->countTokens(endpoint, messages, PromptForm::Continuation, this,
                                          [this](const Result<TokenCount> &count) {
                                              if (count)
                                                  writeCount(count->tokens, count->exactness, m_arguments.target);
                                              else
                                                  fail(count.error());
                                          });
}

void TokensCommand::writeCount(std::int64_t tokens, Exactness exactness, const QString &by)
{
    writeOut(QString::number(tokens) + u'\n');
    say(exactness == Exactness::Exact
            ? QCoreApplication::translate("Cli", "tokens by %1, exact").arg(by)
            : QCoreApplication::translate("Cli", "an estimate by %1; the tokenizer of %2 is not published")
                  .arg(by, m_arguments.target));
    Q_EMIT finished(ExitCode::Passed);
}

void TokensCommand::fail(const Error &error)
{
    complain(error);
    Q_EMIT finished(error.kind == ErrorKind::Usage ? ExitCode::Usage : ExitCode::RunError);
}

} // namespace Tempera
