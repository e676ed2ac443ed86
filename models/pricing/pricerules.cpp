// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/pricing/pricerules.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// A price that the record does not tell, from that of other input.
void fillIn(std::optional<Money> &price, const std::optional<Money> &input, const std::optional<double> &factor)
{
    if (!price && input && factor)
        price = Money::fromNano(std::llround(static_cast<double>(input->nano()) * *factor));
}

void fillInCacheWrites(UnitPrices &prices, const ProviderRecord &provider)
{
    fillIn(prices.cacheWrite5mPerMillion, prices.inputPerMillion, provider.cacheWriteFactor);
    fillIn(prices.cacheWrite1hPerMillion, prices.inputPerMillion, provider.cacheWrite1hFactor);
}

/// A dated name ("gpt-5.4-2026-03-05") is its model's.
bool isRuleFor(const PriceRule &rule, const QString &model)
{
    return rule.models.isEmpty() || std::ranges::any_of(rule.models, [&model](const QString &each) {
               return model == each || model.startsWith(each + u"-20"_s);
           });
}

/// The conditions of a record with those of a rule, which is for another tier.
PriceConditions joinedConditions(const PriceConditions &record, const PriceConditions &rule)
{
    PriceConditions made = record;
    made.serviceTier = rule.serviceTier;
    made.inputFrom = std::max(record.inputFrom, rule.inputFrom);
    made.from = rule.from.isValid() ? rule.from : record.from;
    made.until = rule.until.isValid() ? rule.until : record.until;
    made.hours = rule.hours ? rule.hours : record.hours;
    made.region = rule.region.isEmpty() ? record.region : rule.region;
    return made;
}

} // namespace

Price withRules(Price price, const QString &model, const ProviderRecord &provider)
{
    if (!price.inputPerMillion && !price.outputPerMillion)
        return price;
    fillInCacheWrites(price, provider);
    for (PriceRecord &record : price.records)
        fillInCacheWrites(record.prices, provider);
    QList<PriceRecord> standard;
    std::ranges::copy_if(price.records, std::back_inserter(standard),
                         [](const PriceRecord &each) { return each.when.serviceTier.isEmpty(); });
    standard += PriceRecord{{}, price};
    for (const PriceRule &rule : provider.rules.value_or(QList<PriceRule>())) {
        if (!isRuleFor(rule, model))
            continue;
        for (const PriceRecord &record : std::as_const(standard)) {
            const bool isTold = rule.hasLongInput || record.when.inputFrom == 0;
            price.records += PriceRecord{joinedConditions(record.when, rule.when),
                                         isTold ? scaledPrices(record.prices, rule.factor) : UnitPrices(), rule.source};
        }
    }
    return price;
}

} // namespace Tempera
