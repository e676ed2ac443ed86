// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/pricing/pricereader.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

using WalkStep = CatalogWalk::Step;

constexpr int minutesOfHour = 60;
constexpr double wattsOfKilowatt = 1000;

UnitPrices readUnits(CatalogWalk &walk, const QJsonObject &json)
{
    UnitPrices made;
    made.inputPerMillion = walk.amount(json, "input"_L1);
    made.outputPerMillion = walk.amount(json, "output"_L1);
    made.cachedInputPerMillion = walk.amount(json, "cached_input"_L1);
    made.cacheWrite5mPerMillion = walk.amount(json, "cache_write"_L1);
    made.cacheWrite1hPerMillion = walk.amount(json, "cache_write_1h"_L1);
    made.reasoningPerMillion = walk.amount(json, "reasoning"_L1);
    made.imagePerMillion = walk.amount(json, "image"_L1);
    made.audioInputPerMillion = walk.amount(json, "audio_input"_L1);
    made.audioOutputPerMillion = walk.amount(json, "audio_output"_L1);
    made.perRequest = walk.amount(json, "per_request"_L1);
    made.perHour = walk.amount(json, "per_hour"_L1);
    const std::optional<double> watts = walk.number(json, "watts"_L1);
    const std::optional<Money> tariff = walk.amount(json, "per_kwh"_L1);
    if (!made.perHour && watts && tariff)
        made.perHour = Money::fromDollars(*watts / wattsOfKilowatt * tariff->dollars());
    else if (watts.has_value() != tariff.has_value())
        walk.fail(u"watts and per_kwh belong together"_s);
    return made;
}

/// "16:30-00:30"
std::optional<DayHours> readHours(CatalogWalk &walk, const QJsonObject &json)
{
    static const QRegularExpression form(u"^([01]\\d|2[0-4]):([0-5]\\d)-([01]\\d|2[0-4]):([0-5]\\d)$"_s);
    const std::optional<QString> word = walk.text(json, "hours"_L1);
    if (!word)
        return std::nullopt;
    const QRegularExpressionMatch match = form.match(*word);
    const auto minute = [&match](int group) {
        return match.captured(group).toInt() * minutesOfHour + match.captured(group + 1).toInt();
    };
    const DayHours hours{minute(1), minute(3)};
    if (match.hasMatch() && hours.from < 24 * minutesOfHour && hours.until <= 24 * minutesOfHour)
        return hours;
    const WalkStep step(walk, u"hours"_s);
    walk.fail(u"hours in UTC like 16:30-00:30 are needed"_s);
    return std::nullopt;
}

std::int64_t readInputFrom(CatalogWalk &walk, const QJsonObject &json, QLatin1StringView from, QLatin1StringView above)
{
    if (const std::optional<std::int64_t> least = walk.count(json, from))
        return *least;
    const std::optional<std::int64_t> most = walk.count(json, above);
    return most ? Saturated::sum(*most, 1) : 0;
}

PriceConditions readConditions(CatalogWalk &walk, const QJsonObject &json)
{
    PriceConditions made;
    made.inputFrom = readInputFrom(walk, json, "input_from"_L1, "input_above"_L1);
    made.serviceTier = serviceTierFromName(walk.text(json, "service_tier"_L1).value_or(QString()));
    if (walk.flag(json, "batch"_L1).value_or(false))
        made.serviceTier = BatchTier;
    made.from = walk.date(json, "from"_L1, {});
    made.until = walk.date(json, "until"_L1, {});
    made.hours = readHours(walk, json);
    made.region = walk.text(json, "region"_L1).value_or(QString());
    return made;
}

void readRecords(CatalogWalk &walk, const QJsonObject &json, Price &price)
{
    const QJsonArray rows = walk.list(json, "records"_L1);
    const WalkStep step(walk, u"records"_s);
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const WalkStep inner(walk, QString::number(i));
        const QJsonObject row = walk.asObject(rows.at(i));
        PriceRecord record;
        record.when = readConditions(walk, row);
        const std::optional<double> factor = walk.factor(row, "factor"_L1);
        record.prices = factor ? scaledPrices(price, *factor) : readUnits(walk, row);
        record.source = walk.text(row, "source"_L1).value_or(QString());
        record.verifiedOn = walk.date(row, "as_of"_L1, {});
        price.records += record;
    }
}

void readTiers(CatalogWalk &walk, const QJsonObject &json, Price &price)
{
    const QJsonArray rows = walk.list(json, "tiers"_L1);
    const WalkStep step(walk, u"tiers"_s);
    QList<PriceRecord> tiers;
    for (const QJsonValue &item : rows) {
        const QJsonObject row = walk.asObject(item);
        PriceRecord tier;
        tier.when.inputFrom = readInputFrom(walk, row, "from"_L1, "above"_L1);
        tier.prices = readUnits(walk, row);
        tiers += tier;
    }
    std::ranges::stable_sort(tiers, std::ranges::greater(), [](const PriceRecord &each) { return each.when.inputFrom; });
    price.records += tiers;
}

} // namespace

Price readPrice(CatalogWalk &walk, const QJsonObject &json, const PriceOrigin &origin)
{
    Price made;
    static_cast<UnitPrices &>(made) = readUnits(walk, json);
    made.asOf = walk.date(json, "as_of"_L1, origin.asOf);
    made.source = walk.text(json, "source"_L1).value_or(origin.source);
    readRecords(walk, json, made);
    readTiers(walk, json, made);
    if (json.contains("doubt"_L1)) {
        const QJsonObject other = walk.object(json, "doubt"_L1);
        const WalkStep step(walk, u"doubt"_s);
        made.doubt = PriceDoubt{readUnits(walk, other), walk.text(other, "source"_L1).value_or(QString())};
    }
    return made;
}

std::optional<QList<PriceRule>> readPriceRules(CatalogWalk &walk, const QJsonObject &provider)
{
    if (!provider.contains("price_rules"_L1))
        return std::nullopt;
    QList<PriceRule> rules;
    const QJsonArray rows = walk.list(provider, "price_rules"_L1);
    const WalkStep step(walk, u"price_rules"_s);
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const WalkStep inner(walk, QString::number(i));
        const QJsonObject row = walk.asObject(rows.at(i));
        PriceRule rule;
        rule.when = readConditions(walk, row);
        rule.factor = walk.factor(row, "factor"_L1).value_or(1);
        rule.models = walk.words(row, "models"_L1);
        rule.hasLongInput = walk.flag(row, "long_input"_L1).value_or(true);
        rule.source = walk.text(row, "source"_L1).value_or(QString());
        rules += rule;
    }
    return rules;
}

} // namespace Tempera
