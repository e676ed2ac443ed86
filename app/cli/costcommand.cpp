// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/costcommand.h"

#include "app/cli/label.h"
#include "models/core/counted.h"
#include "models/items/hostedmodelid.h"
#include "models/pricing/catalog.h"
#include "models/pricing/promptanatomy.h"
#include "models/pricing/ratecard.h"
#include "models/report/writers.h"
#include "models/stats/resampling.h"
#include "models/text/countmany.h"
#include "models/text/likelyword.h"
#include "models/text/tokencounter.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>
#include <span>
#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {

CostCommand::CostCommand(const CliContext &context, const CostArguments &arguments) : Command(context), m_arguments(arguments) { }

Endpoint CostCommand::endpointOf(const QString &model) const
{
    Endpoint endpoint = endpointFromId(model);
    if (endpoint.kind != EndpointKind::Unknown)
        return endpoint;
    // "gpt-4o-mini" and "anthropic/claude…" are how people name models of the catalog.
    for (const Capabilities &known : context().session.catalog->all()) {
        if (known.model == model)
            return endpointFromId(hostedModelId(known));
    }
    return endpoint;
}

void CostCommand::start()
{
    if (m_arguments.inputFile) {
        Result<JobInput> input = readJobInput(context(), m_arguments);
        if (!input) {
            complain(input.error());
            const bool isUsage = input.error().kind == ErrorKind::File || input.error().kind == ErrorKind::Usage;
            Q_EMIT finished(isUsage ? ExitCode::Usage : ExitCode::RunError);
            return;
        }
        m_input = *std::move(input);
    }
    if (m_arguments.models.isEmpty()) {
        for (const JobInput::Part &part : m_input.parts)
            addRow(part.model, &part);
    }
    for (const QString &model : std::as_const(m_arguments.models))
        addRow(model, m_input.isExperiment() ? &m_input.parts.front() : nullptr);
    if (m_rows.empty()) {
        fail(failure(ErrorKind::Usage, QCoreApplication::translate("Cli", "-m has to name a model")).error());
        return;
    }
    countNext(0);
}

void CostCommand::addRow(const QString &model, const JobInput::Part *part)
{
    CostRow row{.model = model, .endpoint = endpointOf(model), .part = part};
    row.question.model = context().session.catalog->providerFor(row.endpoint).capabilities;
    row.question.terms.serviceTier = askedServiceTier(row.endpoint);
    JobOutput &output = row.question.output;
    output.cap = m_arguments.outputCap;
    if (!output.cap && part)
        output.cap = part->maxTokens;
    if (m_arguments.outputTokens)
        output.each = m_arguments.outputTokens;
    else if (!output.cap && !m_arguments.usesModelCap)
        output.each = 0; // only the input is counted
    m_rows.push_back(row);
}

std::size_t CostCommand::promptsOf(const CostRow &row) const
{
    return row.part ? row.part->prompts.size() : m_input.documents.size();
}

Messages CostCommand::promptOf(const CostRow &row, std::size_t number) const
{
    return row.part ? row.part->prompts[number] : Messages{{Role::User, QString::fromUtf8(m_input.documents[number])}};
}

void CostCommand::countNext(std::size_t index)
{
    while (index < m_rows.size()) {
        CostRow &row = m_rows[index];
        if (m_arguments.inputTokens) {
            row.counts = JobCounts::uniform(*m_arguments.inputTokens, m_arguments.requests.value_or(1));
            row.figures = jobFigures(row.counts, row.question);
        } else if (row.endpoint.kind == EndpointKind::Local) {
            countByModel(index);
            return;
        } else {
            if (const Result<void> begun = beginCounting(index); !begun)
                fail(begun.error());
            else
                countPiece(index);
            return;
        }
        ++index;
    }
    pilotNext(0);
}

/// By the tokenizer that is published for the model, else by a near one.
Result<void> CostCommand::beginCounting(std::size_t index)
{
    const CostRow &row = m_rows[index];
    const std::optional<QString> encoding = encodingForModel(row.endpoint.model.isEmpty() ? row.model : row.endpoint.model);
    auto loaded = BpeEncoding::load(encoding.value_or(u"o200k_base"_s));
    if (!loaded)
        return std::unexpected(loaded.error());
    m_encoding = *std::move(loaded);
    const bool isFramed = row.part != nullptr; // by a rule
    m_counting = {.tokens = {}, .exactness = encoding && !isFramed ? Exactness::Exact : Exactness::Estimate};
    if (const auto known = m_counted.find(m_encoding->name()); !row.part && known != m_counted.end())
        m_counting.tokens = known->second;
    m_begun = context().session.clock->monotonic();
    m_megabytes = 0;
    m_progress.emplace(*context().err, *context().session.clock);
    return {};
}

/// On all processors, and then others have their turn: a wish to stop among them.
void CostCommand::countPiece(std::size_t index)
{
    const CostRow &row = m_rows[index];
    const std::size_t done = m_counting.tokens.size();
    const std::size_t all = promptsOf(row);
    if (done == all) {
        finishCounting(index);
        return;
    }
    std::vector<std::int64_t> counts;
    if (row.part) {
        const std::span rest = std::span(row.part->prompts).subspan(done);
        const std::span now = rest.first(promptsAtOnce(rest, context().parallel));
        counts = countPrompts(*m_encoding, now, context().parallel);
        for (const Messages &each : now)
            m_megabytes += static_cast<double>(roughBytes(each)) / 1e6;
    } else {
        const std::span<const QByteArray> rest = std::span<const QByteArray>(m_input.documents).subspan(done);
        const std::span now = rest.first(textsAtOnce(rest, context().parallel));
        counts = countTexts(*m_encoding, now, context().parallel);
        for (const QByteArray &each : now)
            m_megabytes += static_cast<double>(each.size()) / 1e6;
    }
    m_counting.tokens.insert(m_counting.tokens.end(), counts.begin(), counts.end());
    const double seconds = std::chrono::duration<double>(context().session.clock->monotonic() - m_begun).count();
    m_progress->showCounting(m_counting.tokens.size(), all, seconds > 0 ? m_megabytes / seconds : 0);
    QMetaObject::invokeMethod(this, [this, index] { countPiece(index); }, Qt::QueuedConnection);
}

void CostCommand::finishCounting(std::size_t index)
{
    m_progress->clear();
    CostRow &row = m_rows[index];
    if (row.part) {
        SharedBeginning beginning;
        for (const Messages &prompt : row.part->prompts)
            beginning.add(prompt);
        row.question.sharedPrefix = beginning.tokens([this](const QString &text) { return m_encoding->count(text.toUtf8()); });
    } else {
        m_counted.insert_or_assign(m_encoding->name(), m_counting.tokens);
        row.question.sharedPrefix = m_encoding->count(m_input.beginning);
    }
    take(row, std::exchange(m_counting.tokens, {}), m_counting.exactness);
    countNext(index + 1);
}

void CostCommand::countByModel(std::size_t index)
{
    const Result<Endpoint> endpoint = endpointOnCommandLine(context(), m_rows[index].model);
    if (!endpoint) {
        fail(endpoint.error());
        return;
    }
    m_counting = {};
    askModel(index, *endpoint);
}

/// One prompt after the other: the model's own tokenizer is on the engine's thread.
void CostCommand::askModel(std::size_t index, const Endpoint &endpoint)
{
    const std::size_t number = m_counting.tokens.size();
    CostRow &row = m_rows[index];
    if (number == promptsOf(row)) {
        take(row, std::exchange(m_counting.tokens, {}), m_counting.exactness);
        countNext(index + 1);
        return;
    }
    const PromptForm form = row.part ? PromptForm::Chat : PromptForm::Continuation;
    context().session.engine->countTokens(endpoint, promptOf(row, number), form, this,
                                          [this, index, endpoint](const Result<TokenCount> &count) {
                                              if (!count) {
                                                  fail(count.error());
                                                  return;
                                              }
                                              m_counting.tokens.push_back(count->tokens);
                                              if (count->exactness == Exactness::Estimate)
                                                  m_counting.exactness = Exactness::Estimate;
                                              askModel(index, endpoint);
                                          });
}

void CostCommand::take(CostRow &row, std::vector<std::int64_t> tokens, Exactness exactness)
{
    row.tokens = tokens;
    const bool isRepeated = tokens.size() == 1 && m_arguments.requests && exactness == Exactness::Exact;
    if (isRepeated) {
        row.counts = JobCounts::uniform(tokens.front(), *m_arguments.requests);
    } else {
        row.counts = JobCounts(std::move(tokens), exactness);
        row.question.requests = m_arguments.requests;
    }
    row.figures = jobFigures(row.counts, row.question);
}

/// Drawn without repeats; the same ones each time, so that a figure can be looked at again.
std::vector<std::size_t> CostCommand::drawnPrompts(const CostRow &row) const
{
    StatsRandom random(row.tokens.size());
    std::vector<std::size_t> order = randomOrder(row.tokens.size(), random);
    order.resize(std::min(order.size(), static_cast<std::size_t>(m_arguments.pilot)));
    return order;
}

void CostCommand::pilotNext(std::size_t index)
{
    if (m_arguments.pilot == 0 || index == m_rows.size()) {
        write();
        return;
    }
    const CostRow &row = m_rows[index];
    const bool isReady = row.endpoint.kind == EndpointKind::Remote || row.endpoint.kind == EndpointKind::Echo;
    const Result<Endpoint> endpoint = isReady ? Result<Endpoint>(row.endpoint) : endpointOnCommandLine(context(), row.model);
    if (!endpoint) {
        fail(endpoint.error());
        return;
    }
    const std::vector<std::size_t> asked = drawnPrompts(row);
    if (asked.size() < 2) {
        fail(failure(ErrorKind::Usage, QCoreApplication::translate("Cli", "A pilot needs at least two documents.")).error());
        return;
    }
    std::vector<GenerationRequest> requests;
    for (const std::size_t number : asked) {
        GenerationRequest request;
        request.endpoint = *endpoint;
        request.messages = promptOf(row, number);
        if (row.question.output.cap)
            request.sampling.maxTokens = static_cast<int>(std::min<std::int64_t>(*row.question.output.cap, MostTokens));
        setProvider(request, SharedProvider(context().session.catalog->providerFor(*endpoint)));
        requests.push_back(request);
    }
    const qsizetype count = asked.size();
    say(counted(QCoreApplication::translate("Cli", "%2: asking %1 request(s) of the pilot …", nullptr, countForm(count)), count)
            .arg(QString::number(asked.size()), row.model));
    m_pilot = std::make_unique<PilotRun>(*context().session.engine, requests,
                                         [this, index, asked](const Result<std::vector<Cell>> &answers) {
                                             if (answers)
                                                 takePilot(index, asked, *answers);
                                             else
                                                 fail(answers.error());
                                         });
    m_pilot->start();
}

void CostCommand::takePilot(std::size_t index, const std::vector<std::size_t> &asked, const std::vector<Cell> &answers)
{
    CostRow &row = m_rows[index];
    JobOutput &output = row.question.output;
    output.each.reset();
    for (std::size_t i = 0; i < answers.size(); ++i) {
        std::optional<std::int64_t> tokens = answers[i].usage.outputTokens;
        if (!tokens) {
            const Result<TokenCount> count = estimateTokens({{Role::Assistant, answers[i].text + answers[i].reasoning}});
            tokens = count ? std::optional<std::int64_t>(count->tokens) : std::nullopt;
        }
        output.answers.push_back({row.tokens[asked[i]], tokens.value_or(0)});
    }
    row.figures = jobFigures(row.counts, row.question);
    QMetaObject::invokeMethod(this, [this, index] { pilotNext(index + 1); }, Qt::QueuedConnection); // not from within the pilot
}

void CostCommand::fail(const Error &error)
{
    complain(error);
    Q_EMIT finished(error.kind == ErrorKind::Usage ? ExitCode::Usage : ExitCode::RunError);
}

QJsonObject CostCommand::withEach(const CostRow &row) const
{
    QJsonObject json = costRowJson(row);
    if (!m_arguments.each)
        return json;
    QJsonArray each;
    for (const std::int64_t tokens : row.tokens)
        each.append(qint64{tokens});
    json.insert(u"input_tokens_each"_s, each);
    return json;
}

void CostCommand::write()
{
    sortCostRows(m_rows);
    if (m_arguments.shape == OutputShape::Json) {
        QJsonArray models;
        for (const CostRow &row : m_rows)
            models.append(withEach(row));
        writeJson(QJsonObject{{u"models"_s, models}});
        Q_EMIT finished(ExitCode::Passed);
        return;
    }
    QList<QStringList> rows;
    for (const CostRow &row : m_rows)
        rows << costFields(row);
    writeOut(plainTable(costColumns(), rows, *context().out));
    if (m_rows.front().question.output.each == 0 && !m_arguments.outputTokens)
        say(label(QT_TRANSLATE_NOOP("Cli", "Only the input is counted; --output-tokens adds the answers.")));
    for (const CostRow &row : m_rows)
        sayMore(row);
    Q_EMIT finished(ExitCode::Passed);
}

/// What the table has no room for.
void CostCommand::sayMore(const CostRow &row) const
{
    if (row.counts.groups().size() > 1) {
        say(QCoreApplication::translate("Cli", "%1: input tokens: least %2, median %3, 95 % at most %4, most %5")
                .arg(row.model, groupedNumber(row.counts.least()), groupedNumber(row.counts.median()),
                     groupedNumber(row.counts.quantile(0.95)), groupedNumber(row.counts.most())));
    }
    const JobFigures &figures = row.figures;
    if (figures.pastContext > 0) {
        say(counted(QCoreApplication::translate("Cli", "%2: %1 request(s) do not fit into its context of %3 tokens", nullptr,
                                                countForm(figures.pastContext)),
                    figures.pastContext)
                .arg(groupedNumber(figures.pastContext), row.model, groupedNumber(row.question.model.contextTokens.value_or(0))));
    }
    for (const TierCount &tier : figures.tiers) {
        if (tier.requests > 0) {
            say(counted(QCoreApplication::translate("Cli",
                                                    "%2: %1 request(s) have %3 input tokens or more, which have their own price",
                                                    nullptr, countForm(tier.requests)),
                        tier.requests)
                    .arg(groupedNumber(tier.requests), row.model, groupedNumber(tier.inputFrom)));
        }
    }
    if (const std::optional<PriceDoubt> &doubt = row.question.model.price.doubt) {
        say(QCoreApplication::translate("Cli", "%1: another source (%2) has %3 and %4 for a million tokens in and out")
                .arg(row.model, doubt->source, moneyText(doubt->prices.inputPerMillion),
                     moneyText(doubt->prices.outputPerMillion)));
    }
    if (!figures.standard.isKnown())
        sayUnknown(row);
}

void CostCommand::sayUnknown(const CostRow &row) const
{
    if (!row.figures.standard.reasons().testFlag(CostReason::NoPrice)) {
        say(QCoreApplication::translate("Cli", "%1: %2").arg(row.model, costText(row.figures.standard)));
        return;
    }
    say(label(QT_TRANSLATE_NOOP("Cli", "%1: its price is not in the catalog, so its cost is unknown.")).arg(row.model));
    QStringList known;
    for (const Capabilities &each : context().session.catalog->all())
        known += each.model;
    const QString name = row.endpoint.model.isEmpty() ? row.model : row.endpoint.model;
    if (const QString likely = likelyWord(name, known); !likely.isEmpty() && likely != name)
        say(QCoreApplication::translate("Cli", "Did you mean %1?").arg(likely));
}

} // namespace Tempera
