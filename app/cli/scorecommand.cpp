// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/scorecommand.h"

#include "app/cli/plaintable.h"
#include "app/cli/textinput.h"
#include "models/experiment/labelset.h"
#include "models/stats/labelprobabilities.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

QString words(const char *source)
{
    return QCoreApplication::translate("Cli", source);
}

QString percent(double share)
{
    return u"%1 %"_s.arg(share * 100, 0, share < 0.001 ? 'g' : 'f', 2);
}

/// JSON has no infinity: a probability of 0 has no logarithm there.
QJsonValue logOrNull(double value)
{
    return std::isfinite(value) ? QJsonValue(value) : QJsonValue::Null;
}

/// A token's bytes as text; what is only a part of a character becomes signs that can be read.
QString pieceOf(const ScoredToken &token)
{
    const QString text = QString::fromUtf8(token.piece);
    return text.contains(QChar::ReplacementCharacter) ? u"0x"_s + QString::fromLatin1(token.piece.toHex()) : text;
}

double perplexity(const ScoredText &text)
{
    return text.tokens.empty() ? 1 : std::exp(-text.logProbability / static_cast<double>(text.tokens.size()));
}

} // namespace

ScoreCommand::ScoreCommand(const CliContext &context, const GenerateArguments &arguments)
    : Command(context), m_arguments(arguments)
{
    if (arguments.labels)
        m_labels = labelsFromList(*arguments.labels);
}

ScoreCommand::~ScoreCommand() = default;

Result<GenerationRequest> ScoreCommand::request() const
{
    const Result<Endpoint> endpoint = endpointOnCommandLine(context(), m_arguments.model);
    if (!endpoint)
        return std::unexpected(endpoint.error());
    if (endpoint->kind != EndpointKind::Local)
        return failure(ErrorKind::Usage, words(QT_TRANSLATE_NOOP("Cli", "Only local models can score a given text.")),
                       endpoint->id);
    if (m_arguments.labels && m_arguments.scoreText)
        return failure(ErrorKind::Usage, words(QT_TRANSLATE_NOOP("Cli", "Use --labels or --score-text, not both.")));
    if (m_arguments.labels && m_labels.size() < 2)
        return failure(ErrorKind::Usage,
                       words(QT_TRANSLATE_NOOP("Cli", "--labels needs at least two labels, separated by commas.")));
    if (m_arguments.scoreText && m_arguments.scoreText->isEmpty())
        return failure(ErrorKind::Usage, words(QT_TRANSLATE_NOOP("Cli", "--score-text needs a text.")));
    GenerationRequest request;
    request.endpoint = *endpoint;
    request.form = m_arguments.form;
    if (m_arguments.labels)
        request.score = labelTexts(m_labels, LabelSpelling::AnyCapital);
    else
        request.score = {{.text = *m_arguments.scoreText, .tokens = {}, .everySpelling = false}};
    return request;
}

void ScoreCommand::start()
{
    Result<GenerationRequest> wanted = request();
    if (!wanted) {
        complain(wanted.error());
        Q_EMIT finished(wanted.error().kind == ErrorKind::Usage ? ExitCode::Usage : ExitCode::RunError);
        return;
    }
    const Result<QString> prompt = promptOrInput(context(), m_arguments.prompt);
    if (!prompt) {
        Q_EMIT finished(complainOfFile(prompt.error()));
        return;
    }
    if (m_arguments.system)
        wanted->messages << Message{Role::System, *m_arguments.system};
    wanted->messages << Message{Role::User, *prompt};
    m_cell.request = *wanted;
    m_generation = context().session.engine->start(m_cell.request, [this](const GenerationBatch &batch) { receive(batch); });
}

void ScoreCommand::interrupt()
{
    m_generation.reset(); // cancels; there is nothing to save
    Q_EMIT finished(ExitCode::Interrupted);
}

void ScoreCommand::receive(const GenerationBatch &batch)
{
    for (const GenerationEvent &event : batch)
        m_cell.apply(event);
    if (isFinal(m_cell.state))
        end();
}

void ScoreCommand::end()
{
    if (!m_cell.error && m_cell.scores.size() != m_cell.request.score.size())
        m_cell.error = failure(ErrorKind::Internal, u"the engine gave no probabilities"_s).error();
    if (m_cell.error) {
        complain(*m_cell.error);
        Q_EMIT finished(ExitCode::RunError);
        return;
    }
    if (m_labels.isEmpty())
        writeText();
    else
        writeLabels();
    Q_EMIT finished(ExitCode::Passed);
}

void ScoreCommand::writeLabels()
{
    const std::optional<LabelProbabilities> result = labelProbabilities(m_labels, LabelSpelling::AnyCapital, m_cell.scores);
    QJsonArray list;
    QList<QStringList> rows;
    for (qsizetype i = 0; i < m_labels.size(); ++i) {
        const double probability = result->probabilities[static_cast<std::size_t>(i)];
        const double share = result->shares[static_cast<std::size_t>(i)];
        list.append(QJsonObject{{u"label"_s, m_labels[i]},
                                {u"probability"_s, probability},
                                {u"log_probability"_s, logOrNull(std::log(probability))},
                                {u"share"_s, share}});
        rows.append({m_labels[i], percent(probability), percent(share)});
    }
    if (m_arguments.shape == OutputShape::Json) {
        writeJson({{u"labels"_s, list},
                   {u"rest"_s, result->rest},
                   {u"exact"_s, result->exact},
                   {u"model"_s, m_cell.model.isEmpty() ? m_cell.request.endpoint.shownModel() : m_cell.model}});
        return;
    }
    rows.append({words(QT_TRANSLATE_NOOP("Cli", "(none of them)")), percent(result->rest), {}});
    writeOut(plainTable({{words(QT_TRANSLATE_NOOP("Cli", "label"))},
                         {words(QT_TRANSLATE_NOOP("Cli", "probability")), Alignment::Right},
                         {words(QT_TRANSLATE_NOOP("Cli", "share")), Alignment::Right}},
                        rows, *context().out));
    if (!result->exact)
        say(words(QT_TRANSLATE_NOOP("Cli", "More spellings exist than were summed: the probabilities are lower bounds.")));
}

void ScoreCommand::writeText()
{
    const ScoredText &scored = m_cell.scores.front();
    QJsonArray list;
    QList<QStringList> rows;
    for (const ScoredToken &token : scored.tokens) {
        list.append(QJsonObject{{u"id"_s, token.id},
                                {u"text"_s, pieceOf(token)},
                                {u"log_probability"_s, logOrNull(token.logProbability)},
                                {u"rank"_s, token.rank}});
        rows.append({pieceOf(token), percent(std::exp(token.logProbability)), QString::number(token.rank + 1)});
    }
    if (m_arguments.shape == OutputShape::Json) {
        writeJson({{u"text"_s, m_cell.request.score.front().text},
                   {u"tokens"_s, list},
                   {u"log_probability"_s, logOrNull(scored.logProbability)},
                   {u"end_log_probability"_s, logOrNull(scored.endLogProbability)},
                   {u"perplexity"_s, logOrNull(perplexity(scored))},
                   {u"model"_s, m_cell.model.isEmpty() ? m_cell.request.endpoint.shownModel() : m_cell.model}});
        return;
    }
    writeOut(plainTable({{words(QT_TRANSLATE_NOOP("Cli", "token"))},
                         {words(QT_TRANSLATE_NOOP("Cli", "probability")), Alignment::Right},
                         {words(QT_TRANSLATE_NOOP("Cli", "rank")), Alignment::Right}},
                        rows, *context().out));
    writeOut(QCoreApplication::translate("Cli", "log-probability %1, perplexity %2\n")
                 .arg(scored.logProbability, 0, 'f', 4)
                 .arg(perplexity(scored), 0, 'f', 3));
}

} // namespace Tempera
