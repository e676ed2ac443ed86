// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/generatecommand.h"

#include "app/cli/jsonvalues.h"
#include "app/cli/terminaltext.h"
#include "app/cli/textinput.h"
#include "models/checks/jsonschema.h"
#include "models/pricing/catalog.h"
#include "models/pricing/estimate.h"
#include "models/snippets/localrequest.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

QJsonValue millisecondsJson(const std::optional<std::chrono::microseconds> &time)
{
    return time ? QJsonValue(static_cast<double>(time->count()) / 1000.0) : QJsonValue::Null;
}

/// A seed beyond what JSON's readers hold as a whole number is given as its digits.
QJsonValue seedJson(const std::optional<std::uint64_t> &seed)
{
    if (seed && *seed > static_cast<std::uint64_t>(std::numeric_limits<qint64>::max()))
        return QString::number(*seed);
    return orNull(seed);
}

QJsonValue gapsJson(const std::optional<TextGaps> &gaps)
{
    if (!gaps)
        return QJsonValue::Null;
    return QJsonObject{{u"median"_s, millisecondsJson(gaps->median)},
                       {u"95_percent"_s, millisecondsJson(gaps->most)},
                       {u"longest"_s, millisecondsJson(gaps->longest)}};
}

/// Nothing where the answer does not say who served it.
QJsonValue tierJson(const Usage &usage)
{
    if (!usage.serviceTier)
        return QJsonValue::Null;
    return usage.serviceTier->isEmpty() ? u"standard"_s : *usage.serviceTier;
}

} // namespace

GenerateCommand::GenerateCommand(const CliContext &context, const GenerateArguments &arguments)
    : Command(context), m_arguments(arguments)
{
}

GenerateCommand::~GenerateCommand() = default;

void GenerateCommand::start()
{
    const Result<Endpoint> endpoint = endpointOnCommandLine(context(), m_arguments.model);
    if (!endpoint) {
        complain(endpoint.error());
        Q_EMIT finished(endpoint.error().kind == ErrorKind::Usage ? ExitCode::Usage : ExitCode::RunError);
        return;
    }
    if (const std::optional<Error> error = readFiles()) {
        complain(*error);
        Q_EMIT finished(ExitCode::Usage);
        return;
    }
    const SharedProvider provider(context().session.catalog->providerFor(*endpoint));
    if (const std::optional<Error> refused = refusedParameter(*endpoint, provider->capabilities)) {
        complain(*refused);
        Q_EMIT finished(ExitCode::Usage);
        return;
    }
    GenerationRequest request;
    request.endpoint = *endpoint;
    setProvider(request, provider);
    request.form = m_arguments.form;
    request.strict = m_arguments.strict && endpoint->kind == EndpointKind::Local;
    request.sampling = m_arguments.sampling;
    request.timeouts.total = m_arguments.deadline;
    const Result<QString> prompt = promptOrInput(context(), m_arguments.prompt);
    if (!prompt) {
        Q_EMIT finished(complainOfFile(prompt.error()));
        return;
    }
    if (m_arguments.system)
        request.messages << Message{Role::System, *m_arguments.system};
    request.messages << Message{Role::User, *prompt};
    if (m_arguments.shownAs)
        return show(request);
    m_cell.request = request;
    m_generation = context().session.engine->start(request, [this](const GenerationBatch &batch) { receive(batch); });
}

/// Nothing is sent, and the key is not needed.
void GenerateCommand::show(const GenerationRequest &request)
{
    if (request.endpoint.kind != EndpointKind::Remote)
        return writeRequest(localRequest(request));
    context().showRequest(request, this, [this](const Result<ShownRequest> &shown) {
        if (shown)
            return writeRequest(*shown);
        complain(shown.error());
        Q_EMIT finished(ExitCode::RunError);
    });
}

void GenerateCommand::writeRequest(const ShownRequest &request)
{
    const QString text = requestText(request, *m_arguments.shownAs);
    writeOut(text);
    if (text.isEmpty())
        say(QCoreApplication::translate("Cli", "%1 is answered in this process: there is no program that sends it.")
                .arg(m_arguments.model));
    Q_EMIT finished(text.isEmpty() ? ExitCode::Usage : ExitCode::Passed);
}

std::optional<Error> GenerateCommand::readFiles()
{
    SamplingSettings &sampling = m_arguments.sampling;
    for (auto &[file, target] :
         {std::pair{&m_arguments.grammarFile, &sampling.grammar}, std::pair{&m_arguments.schemaFile, &sampling.jsonSchema}}) {
        if (file->isEmpty())
            continue;
        const Result<QByteArray> bytes = context().files->read(*file);
        if (!bytes)
            return bytes.error();
        *target = QString::fromUtf8(*bytes);
        if (target->trimmed().isEmpty())
            return failure(ErrorKind::Syntax, QCoreApplication::translate("Cli", "The file is empty."), *file).error();
    }
    return std::nullopt;
}

/// An option that the model is known not to take: it is neither sent nor dropped in silence.
std::optional<Error> GenerateCommand::refusedParameter(const Endpoint &endpoint, const Capabilities &capabilities) const
{
    const QList<Parameter> refused = capabilities.refusedOf(m_arguments.sampling);
    if (refused.isEmpty())
        return std::nullopt;
    Error error =
        failure(ErrorKind::UnsupportedParameter, capabilities.refused.value(refused.constFirst()), endpoint.shownId()).error();
    error.parameter = parameterName(refused.constFirst());
    return error;
}

void GenerateCommand::interrupt()
{
    m_interrupted = true;
    if (m_generation)
        m_generation->cancel(); // the last batch ends the command
    else
        Q_EMIT finished(ExitCode::Interrupted);
}

void GenerateCommand::receive(const GenerationBatch &batch)
{
    for (const GenerationEvent &event : batch) {
        m_cell.apply(event);
        showProgress(event);
        if (const auto *delta = std::get_if<Event::TextDelta>(&event))
            writeText(delta->text);
    }
    if (isFinal(m_cell.state))
        end();
}

void GenerateCommand::writeText(const QString &text)
{
    if (m_arguments.shape == OutputShape::Json || text.isEmpty())
        return;
    clearProgress();
    // A pipe gets the text as it is; a terminal must not obey it.
    const QByteArray utf8 = m_encoder.encode(context().out->isTerminal() ? terminalSafe(text) : text);
    context().out->write(utf8);
    m_lastWritten = text.back();
}

void GenerateCommand::showProgress(const GenerationEvent &event)
{
    if (const auto *retrying = std::get_if<Event::Retrying>(&event)) {
        clearProgress();
        say(QCoreApplication::translate("Cli", "%1 Trying again in %2 s (%3).")
                .arg(errorSentence(retrying->cause))
                .arg(static_cast<double>(retrying->wait.count()) / 1000.0, 0, 'f', 1)
                .arg(retrying->attempt));
    }
    if (const auto *queued = std::get_if<Event::Queued>(&event); queued && queued->wait > queued->wait.zero()) {
        clearProgress();
        const QString seconds = QString::number(static_cast<double>(queued->wait.count()) / 1000.0, 'f', 1);
        say(queued->cause == WaitCause::Outage
                ? QCoreApplication::translate("Cli", "The endpoint is down. It is tried again in %1 s.").arg(seconds)
                : QCoreApplication::translate("Cli", "The endpoint's limit per minute is reached. It is asked in %1 s.")
                      .arg(seconds));
    }
    if (!context().err->isTerminal())
        return;
    if (const auto *loading = std::get_if<Event::Loading>(&event)) {
        const QString line = QCoreApplication::translate("Cli", "loading %1 … %2 %")
                                 .arg(terminalSafe(m_arguments.model))
                                 .arg(std::lround(loading->fraction * 100));
        context().err->write("\r\x1b[2K" + clipped(line, context().err->columns() - 1).toUtf8());
        m_progressShown = true;
    } else if (std::holds_alternative<Event::Started>(event)) {
        clearProgress();
    }
}

void GenerateCommand::clearProgress()
{
    if (m_progressShown)
        context().err->write("\r\x1b[2K");
    m_progressShown = false;
}

void GenerateCommand::end()
{
    clearProgress();
    if (m_arguments.shape == OutputShape::People && m_lastWritten != u'\n')
        context().out->write("\n");
    if (m_cell.error) {
        complain(*m_cell.error);
        Q_EMIT finished(m_interrupted ? ExitCode::Interrupted : ExitCode::RunError);
        return;
    }
    m_cell.cost = actualCost(context().session.catalog->priceOf(*m_cell.request.provider, m_cell.model), m_cell.usage,
                             {.serviceTier = askedServiceTier(m_cell.request.endpoint), .when = context().session.clock->now()});
    const SamplingSettings &sampling = m_cell.request.sampling;
    if (m_cell.state == CellState::Done && !sampling.jsonSchema.isEmpty() && sampling.grammar.isEmpty())
        m_cell.notes += schemaNotes(m_cell.text, sampling.jsonSchema);
    for (const Note &note : m_cell.notes)
        say(noteSentence(note));
    if (m_arguments.shape == OutputShape::Json)
        writeJson(resultJson());
    Q_EMIT finished(m_interrupted ? ExitCode::Interrupted : ExitCode::Passed);
}

QJsonObject GenerateCommand::resultJson() const
{
    const Usage &usage = m_cell.usage;
    const Timings &timings = m_cell.timings;
    QJsonObject json{
        {u"text"_s, m_cell.text},
        {u"finish_reason"_s, finishReasonName(m_cell.finishReason)},
        {u"usage"_s, QJsonObject{{u"input_tokens"_s, orNull(usage.inputTokens)},
                                 {u"output_tokens"_s, orNull(usage.outputTokens)},
                                 {u"cached_input_tokens"_s, orNull(usage.cachedInputTokens)},
                                 {u"cache_write_5m_input_tokens"_s, orNull(usage.cacheWrite5mTokens)},
                                 {u"cache_write_1h_input_tokens"_s, orNull(usage.cacheWrite1hTokens)},
                                 {u"service_tier"_s, tierJson(usage)},
                                 {u"reasoning_tokens"_s, orNull(usage.reasoningTokens)}}},
        {u"timings"_s, QJsonObject{{u"first_token_ms"_s, millisecondsJson(timings.firstToken)},
                                   {u"total_ms"_s, millisecondsJson(timings.total)},
                                   {u"tokens_per_second"_s, orNull(timings.tokensPerSecond)},
                                   {u"gaps_ms"_s, gapsJson(timings.gaps)},
                                   {u"received_bytes"_s, orNull(timings.bytes)}}},
        {u"cost"_s, m_cell.cost ? QJsonValue(m_cell.cost->dollars()) : QJsonValue::Null},
        {u"seed"_s, seedJson(m_cell.seed)},
        {u"strict"_s, m_cell.reproducibility == Reproducibility::Strict},
        {u"model"_s, m_cell.model.isEmpty() ? m_cell.request.endpoint.shownModel() : m_cell.model},
    };
    if (!m_cell.modelHash.isEmpty())
        json.insert(u"model_sha256"_s, QString::fromLatin1(m_cell.modelHash));
    if (!m_cell.notes.isEmpty())
        json.insert(u"notes"_s, notesToJson(m_cell.notes));
    if (!m_cell.reasoning.isEmpty())
        json.insert(u"reasoning"_s, m_cell.reasoning);
    return json;
}

} // namespace Tempera
