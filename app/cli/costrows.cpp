// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/costrows.h"

#include "app/cli/jsonvalues.h"
#include "app/cli/label.h"
#include "models/report/writers.h"

#include <QJsonArray>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

QString jobWayName(JobWay way)
{
    switch (way) {
    case JobWay::Standard: return u"standard"_s;
    case JobWay::Cached: return u"cached"_s;
    case JobWay::Batch: break;
    }
    return u"batch"_s;
}

QJsonValue costJson(const Cost &cost)
{
    if (!cost.isKnown())
        return QJsonObject{{u"unknown"_s, costReasonText(cost.reasons())}};
    QJsonObject json{
        {u"low"_s, cost.low().dollars()}, {u"high"_s, cost.high().dollars()}, {u"exact"_s, cost.kind() == Cost::Kind::Exact}};
    if (cost.reasons())
        json.insert(u"because"_s, costReasonText(cost.reasons()));
    return json;
}

std::optional<Money> exactAmount(const Cost &cost)
{
    return cost.isKnown() && cost.low() == cost.high() ? std::optional(cost.low()) : std::nullopt;
}

/// What one request costs, where all are equal.
std::optional<Money> amountOfOne(const CostRow &row)
{
    if (row.counts.groups().size() != 1)
        return std::nullopt;
    JobQuestion one = row.question;
    one.requests.reset();
    return exactAmount(jobFigures(JobCounts::uniform(row.counts.median(), 1), one).standard);
}

QString columnText(const Cost &cost)
{
    return cost.isKnown() ? costText(cost) : moneyText(std::nullopt);
}

} // namespace

void sortCostRows(std::vector<CostRow> &rows)
{
    std::ranges::stable_sort(rows, {}, [](const CostRow &row) {
        const Cost &cheapest = row.figures.of(row.figures.cheapest);
        return std::pair{!cheapest.isKnown(), cheapest.middle()};
    });
}

QJsonObject costRowJson(const CostRow &row)
{
    const Price &price = row.question.model.price;
    const JobFigures &figures = row.figures;
    const std::optional<Money> all = exactAmount(figures.standard);
    QJsonObject json{
        {u"model"_s, row.model},
        {u"input_tokens"_s, static_cast<qint64>(row.counts.median())},
        {u"input_tokens_exact"_s, row.counts.exactness() == Exactness::Exact},
        {u"input"_s, QJsonObject{{u"least"_s, static_cast<qint64>(row.counts.least())},
                                 {u"median"_s, static_cast<qint64>(row.counts.median())},
                                 {u"p95"_s, static_cast<qint64>(row.counts.quantile(0.95))},
                                 {u"most"_s, static_cast<qint64>(row.counts.most())},
                                 {u"total"_s, static_cast<qint64>(figures.inputTokens)}}},
        {u"output_tokens"_s, row.question.output.each && *row.question.output.each > 0
                                 ? QJsonValue(static_cast<qint64>(*row.question.output.each))
                                 : QJsonValue::Null},
        {u"requests"_s, static_cast<qint64>(figures.requests)},
        {u"past_context"_s, static_cast<qint64>(figures.pastContext)},
        {u"input_price_per_million"_s, moneyJson(price.inputPerMillion)},
        {u"output_price_per_million"_s, moneyJson(price.outputPerMillion)},
        {u"price_as_of"_s, price.asOf.isValid() ? QJsonValue(price.asOf.toString(Qt::ISODate)) : QJsonValue::Null},
        {u"price_source"_s, orNull(price.source)},
        {u"cost_per_request"_s, moneyJson(amountOfOne(row))},
        {u"cost"_s, moneyJson(all)},
        {u"standard"_s, costJson(figures.standard)},
        {u"cached"_s, costJson(figures.cached)},
        {u"batch"_s, costJson(figures.batch)},
        {u"cheapest"_s, figures.of(figures.cheapest).isKnown() ? QJsonValue(jobWayName(figures.cheapest)) : QJsonValue::Null},
        {u"per_thousand"_s, costJson(figures.perThousand(JobWay::Standard))},
    };
    if (all && all->isBeyond())
        json.insert(u"cost_is_more"_s, true); // the number is the most that can be counted
    QJsonArray tiers;
    for (const TierCount &tier : figures.tiers)
        tiers.append(QJsonObject{{u"input_from"_s, static_cast<qint64>(tier.inputFrom)},
                                 {u"requests"_s, static_cast<qint64>(tier.requests)}});
    if (!tiers.isEmpty())
        json.insert(u"tiers"_s, tiers);
    return json;
}

QList<PlainColumn> costColumns()
{
    return {
        {label(QT_TRANSLATE_NOOP("Cli", "model"))},
        {label(QT_TRANSLATE_NOOP("Cli", "requests")), Alignment::Right},
        {label(QT_TRANSLATE_NOOP("Cli", "tokens in")), Alignment::Right},
        {label(QT_TRANSLATE_NOOP("Cli", "out")), Alignment::Right},
        {label(QT_TRANSLATE_NOOP("Cli", "as of"))},
        {label(QT_TRANSLATE_NOOP("Cli", "per 1,000")), Alignment::Right},
        {label(QT_TRANSLATE_NOOP("Cli", "standard")), Alignment::Right},
        {label(QT_TRANSLATE_NOOP("Cli", "cached")), Alignment::Right},
        {label(QT_TRANSLATE_NOOP("Cli", "batch")), Alignment::Right},
    };
}

QStringList costFields(const CostRow &row)
{
    const JobFigures &figures = row.figures;
    const QString about = row.counts.exactness() == Exactness::Exact ? QString() : u"≈"_s;
    const std::optional<std::int64_t> &each = row.question.output.each;
    const QString output = !each ? label(QT_TRANSLATE_NOOP("Cli", "open")) : *each > 0 ? groupedNumber(*each) : u"–"_s;
    const Price &price = row.question.model.price;
    return {row.model,
            groupedNumber(figures.requests),
            about + groupedNumber(figures.inputTokens),
            output,
            price.asOf.isValid() ? price.asOf.toString(Qt::ISODate) : u"–"_s,
            columnText(figures.perThousand(JobWay::Standard)),
            columnText(figures.standard),
            figures.cached == figures.standard ? u"–"_s : columnText(figures.cached),
            figures.batch.isKnown() ? columnText(figures.batch) : u"–"_s};
}

} // namespace Tempera
