// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/costcommand.h"

#include "app/cli/jsonvalues.h"
#include "app/cli/label.h"
#include "app/cli/plaintable.h"
#include "app/cli/textinput.h"
#include "models/core/counted.h"
#include "models/items/hostedmodelid.h"
#include "models/pricing/catalog.h"
#include "models/pricing/estimate.h"
#include "models/report/writers.h"
#include "models/text/tokencounter.h"

#include <QCoreApplication>
#include <QJsonArray>

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
        Result<QByteArray> text = readInput(context(), m_arguments.inputFile);
        if (!text) {
            Q_EMIT finished(complainOfFile(text.error()));
            return;
        }
        m_text = *std::move(text);
    }
    for (const QString &model : m_arguments.models) {
        Row row;
        row.model = model;
        row.endpoint = endpointOf(model);
        row.capabilities = context().session.catalog->providerFor(row.endpoint).capabilities;
        row.inputTokens = m_arguments.inputTokens;
        m_rows.push_back(row);
    }
    countNext(0);
}

void CostCommand::countNext(std::size_t index)
{
    if (index == m_rows.size()) {
        write();
        return;
    }
    Row &row = m_rows[index];
    if (row.inputTokens) {
        countNext(index + 1);
        return;
    }
    if (row.endpoint.kind == EndpointKind::Local) {
        const Result<Endpoint> endpoint = endpointOnCommandLine(context(), row.model);
        if (!endpoint) {
            fail(endpoint.error());
            return;
        }
        const Messages messages{{Role::User, QString::fromUtf8(m_text)}};
        context().session.engine->countTokens(*endpoint, messages, PromptForm::Continuation, this,
                                              [this, index](const Result<TokenCount> &count) {
                                                  if (!count) {
                                                      fail(count.error());
                                                      return;
                                                  }
                                                  m_rows[index].inputTokens = count->tokens;
                                                  m_rows[index].exactness = count->exactness;
                                                  countNext(index + 1);
                                              });
        return;
    }
    const std::optional<QString> encoding = encodingForModel(row.endpoint.model.isEmpty() ? row.model : row.endpoint.model);
    const auto loaded = BpeEncoding::load(encoding.value_or(u"o200k_base"_s));
    if (!loaded) {
        fail(loaded.error());
        return;
    }
    row.inputTokens = (*loaded)->count(m_text);
    row.exactness = encoding ? Exactness::Exact : Exactness::Estimate;
    countNext(index + 1);
}

void CostCommand::fail(const Error &error)
{
    complain(error);
    Q_EMIT finished(ExitCode::RunError);
}

std::optional<Money> CostCommand::costOfOne(const Row &row) const
{
    Usage usage;
    usage.inputTokens = row.inputTokens;
    usage.outputTokens = m_arguments.outputTokens.value_or(0);
    return actualCost(row.capabilities.price, usage);
}

QJsonObject CostCommand::rowJson(const Row &row) const
{
    const std::optional<Money> one = costOfOne(row);
    const Price &price = row.capabilities.price;
    const std::optional<Money> all = one ? std::optional(*one * m_arguments.requests) : std::nullopt;
    QJsonObject json{
        {u"model"_s, row.model},
        {u"input_tokens"_s, static_cast<qint64>(row.inputTokens.value_or(0))},
        {u"input_tokens_exact"_s, row.exactness == Exactness::Exact},
        {u"output_tokens"_s,
         m_arguments.outputTokens ? QJsonValue(static_cast<qint64>(*m_arguments.outputTokens)) : QJsonValue::Null},
        {u"requests"_s, static_cast<qint64>(m_arguments.requests)},
        {u"input_price_per_million"_s, moneyJson(price.inputPerMillion)},
        {u"output_price_per_million"_s, moneyJson(price.outputPerMillion)},
        {u"price_as_of"_s, price.asOf.isValid() ? QJsonValue(price.asOf.toString(Qt::ISODate)) : QJsonValue::Null},
        {u"cost_per_request"_s, moneyJson(one)},
        {u"cost"_s, moneyJson(all)},
    };
    if (all && all->isBeyond())
        json.insert(u"cost_is_more"_s, true); // the number is the most that can be counted
    return json;
}

QStringList CostCommand::rowFields(const Row &row) const
{
    const std::optional<Money> one = costOfOne(row);
    const Price &price = row.capabilities.price;
    const QString about = row.exactness == Exactness::Exact ? QString() : u"≈"_s;
    return {row.model,
            about + groupedNumber(row.inputTokens.value_or(0)),
            m_arguments.outputTokens ? groupedNumber(*m_arguments.outputTokens) : u"–"_s,
            moneyText(price.inputPerMillion),
            moneyText(price.outputPerMillion),
            price.asOf.isValid() ? price.asOf.toString(Qt::ISODate) : u"–"_s,
            moneyText(one),
            moneyText(one ? std::optional(*one * m_arguments.requests) : std::nullopt)};
}

void CostCommand::write()
{
    if (m_arguments.shape == OutputShape::Json) {
        QJsonArray models;
        for (const Row &row : m_rows)
            models.append(rowJson(row));
        writeJson(QJsonObject{{u"models"_s, models}});
        Q_EMIT finished(ExitCode::Passed);
        return;
    }
    const QList<PlainColumn> columns{
        {label(QT_TRANSLATE_NOOP("Cli", "model"))},
        {label(QT_TRANSLATE_NOOP("Cli", "tokens in")), Alignment::Right},
        {label(QT_TRANSLATE_NOOP("Cli", "out")), Alignment::Right},
        {label(QT_TRANSLATE_NOOP("Cli", "$/M in")), Alignment::Right},
        {label(QT_TRANSLATE_NOOP("Cli", "$/M out")), Alignment::Right},
        {label(QT_TRANSLATE_NOOP("Cli", "as of"))},
        {label(QT_TRANSLATE_NOOP("Cli", "one request")), Alignment::Right},
        {counted(QCoreApplication::translate("Cli", "%1 request(s)", nullptr, countForm(m_arguments.requests)),
                 m_arguments.requests)
             .arg(groupedNumber(m_arguments.requests)),
         Alignment::Right},
    };
    QList<QStringList> rows;
    for (const Row &row : m_rows)
        rows << rowFields(row);
    writeOut(plainTable(columns, rows, *context().out));
    if (!m_arguments.outputTokens)
        say(label(QT_TRANSLATE_NOOP("Cli", "Only the input is counted; --output-tokens adds the answers.")));
    for (const Row &row : m_rows) {
        if (!costOfOne(row))
            say(label(QT_TRANSLATE_NOOP("Cli", "%1: its price is not in the catalog, so its cost is unknown.")).arg(row.model));
    }
    Q_EMIT finished(ExitCode::Passed);
}

} // namespace Tempera
