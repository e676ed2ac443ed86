// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/pricing/pricechanges.h"

#include "models/pricing/catalog.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonArray>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr double largeShare = 0.01;
constexpr qsizetype mostTakenPrices = 100'000;

using ModelPlace = std::pair<QString, QString>; // provider, model

bool isPlainTier(const PriceRecord &record)
{
    const PriceConditions plain{.inputFrom = record.when.inputFrom};
    return record.when == plain && record.when.inputFrom > 0;
}

/// What is reckoned with where a price is not told.
std::optional<Money> unsaid(const UnitPrices &prices, PriceKind kind)
{
    switch (kind) {
    case PriceKind::CachedInput: return prices.inputPerMillion;
    case PriceKind::Reasoning: return prices.outputPerMillion;
    default: return std::nullopt;
    }
}

/// The known price in the place of a published one. "Above 200,000" may be known as "from 200,000 on", which is kept.
PriceChange changeOf(const Price *known, const PublishedPrice &published)
{
    PriceChange change{published.provider,   published.model, published.kind, published.above > 0 ? published.above + 1 : 0, {},
                       published.perMillion, known == nullptr};
    if (!known)
        return change;
    const UnitPrices *prices = known;
    if (published.above > 0) {
        const auto tier = std::ranges::find_if(known->records, [&](const PriceRecord &each) {
            return isPlainTier(each) && (each.when.inputFrom == published.above || each.when.inputFrom == published.above + 1);
        });
        prices = tier == known->records.end() ? nullptr : &tier->prices;
        change.inputFrom = prices ? tier->when.inputFrom : change.inputFrom;
    }
    if (prices)
        change.before =
            priceOfKind(*prices, published.kind) ? priceOfKind(*prices, published.kind) : unsaid(*prices, published.kind);
    return change;
}

QString wrongTaken(qsizetype index)
{
    return QCoreApplication::translate("Prices", "price %1 in it cannot be read").arg(index + 1);
}

std::optional<TakenPrice> takenFromJson(const QJsonObject &json)
{
    const std::optional<PriceKind> kind = priceKindFromName(json.value("price"_L1).toString());
    const qint64 nano = json.value("nano_dollars"_L1).toInteger(-1);
    const qint64 from = json.value("input_from"_L1).toInteger(0);
    TakenPrice made{json.value("provider"_L1).toString(),
                    json.value("model"_L1).toString(),
                    kind.value_or(PriceKind::Input),
                    from,
                    Money::fromNano(nano),
                    json.value("source"_L1).toString(),
                    QDate::fromString(json.value("on"_L1).toString(), Qt::ISODate)};
    const bool isSound = kind && nano >= 0 && from >= 0 && !made.provider.isEmpty() && !made.model.isEmpty() && made.on.isValid();
    return isSound ? std::optional(made) : std::nullopt;
}

auto placeOfPrice(const TakenPrice &price)
{
    return std::tie(price.provider, price.model, price.kind, price.inputFrom);
}

/// The record for requests of so many tokens; a new one comes before those for fewer.
PriceRecord &tierOf(Price &price, std::int64_t inputFrom)
{
    const auto known = std::ranges::find_if(
        price.records, [&](const PriceRecord &each) { return isPlainTier(each) && each.when.inputFrom == inputFrom; });
    if (known != price.records.end())
        return *known;
    const auto lower = std::ranges::find_if(
        price.records, [&](const PriceRecord &each) { return isPlainTier(each) && each.when.inputFrom < inputFrom; });
    return *price.records.insert(lower, PriceRecord{.when = {.inputFrom = inputFrom}, .prices = {}});
}

} // namespace

std::optional<double> PriceChange::share() const
{
    if (!before || *before == Money())
        return std::nullopt;
    return static_cast<double>(now.nano() - before->nano()) / static_cast<double>(before->nano());
}

bool PriceChange::isLarge() const
{
    return !before || (*before == Money() ? now != Money() : std::abs(*share()) > largeShare);
}

QList<PriceChange> priceChanges(const Catalog &catalog, const PublishedPrices &published)
{
    QHash<ModelPlace, Price> known;
    for (const Capabilities &model : catalog.all())
        known.insert({model.provider, model.model}, model.price);
    QList<PriceChange> changes;
    for (const PublishedPrice &each : published.prices) {
        const auto model = known.constFind({each.provider, each.model});
        const PriceChange change = changeOf(model == known.constEnd() ? nullptr : &*model, each);
        if (change.before != change.now)
            changes += change;
    }
    std::ranges::stable_sort(changes, {}, [](const PriceChange &each) {
        return std::tuple(each.isNewModel, each.provider, each.model, each.inputFrom, each.kind);
    });
    return changes;
}

TakenPrice takenPrice(const PriceChange &change, const QString &source, const QDate &on)
{
    return {change.provider, change.model, change.kind, change.inputFrom, change.now, source, on};
}

QList<TakenPrice> withTaken(QList<TakenPrice> taken, const QList<TakenPrice> &others)
{
    QList<TakenPrice> all = std::move(taken);
    all += others;
    std::ranges::stable_sort(all, {}, placeOfPrice);
    QList<TakenPrice> made;
    for (const TakenPrice &each : std::as_const(all)) {
        if (!made.isEmpty() && placeOfPrice(made.constLast()) == placeOfPrice(each))
            made.last() = each; // the later one
        else
            made += each;
    }
    return made;
}

QJsonObject takenPricesToJson(const QList<TakenPrice> &prices)
{
    QJsonArray list;
    for (const TakenPrice &each : prices) {
        QJsonObject json{{u"provider"_s, each.provider},
                         {u"model"_s, each.model},
                         {u"price"_s, priceKindName(each.kind)},
                         {u"nano_dollars"_s, qint64{each.perMillion.nano()}},
                         {u"source"_s, each.source},
                         {u"on"_s, each.on.toString(Qt::ISODate)}};
        if (each.inputFrom > 0)
            json.insert(u"input_from"_s, qint64{each.inputFrom});
        list.append(json);
    }
    return {{u"prices"_s, list}};
}

Result<QList<TakenPrice>> takenPricesFromJson(const QJsonObject &json, const QString &place)
{
    const QJsonArray list = json.value("prices"_L1).toArray();
    if (list.size() > mostTakenPrices)
        return failure(ErrorKind::Syntax, QCoreApplication::translate("Prices", "the list of prices is too large"), place);
    QList<TakenPrice> made;
    for (qsizetype i = 0; i < list.size(); ++i) {
        const std::optional<TakenPrice> each = takenFromJson(list.at(i).toObject());
        if (!each)
            return failure(ErrorKind::Syntax, wrongTaken(i), place);
        made += *each;
    }
    return made;
}

QString priceKindText(PriceKind kind, std::int64_t inputFrom)
{
    const auto word = [kind] {
        switch (kind) {
        case PriceKind::Input: return QCoreApplication::translate("Prices", "input");
        case PriceKind::Output: return QCoreApplication::translate("Prices", "output");
        case PriceKind::CachedInput: return QCoreApplication::translate("Prices", "cached input");
        case PriceKind::CacheWrite5m: return QCoreApplication::translate("Prices", "written into the cache");
        case PriceKind::CacheWrite1h: return QCoreApplication::translate("Prices", "written into the cache for an hour");
        case PriceKind::Reasoning: return QCoreApplication::translate("Prices", "reasoning");
        case PriceKind::AudioInput: return QCoreApplication::translate("Prices", "audio input");
        case PriceKind::AudioOutput: break;
        }
        return QCoreApplication::translate("Prices", "audio output");
    }();
    if (inputFrom <= 0)
        return word;
    return QCoreApplication::translate("Prices", "%1, from %2 input tokens on")
        .arg(word, QLocale().toString(qlonglong{inputFrom}));
}

QString priceShareText(const PriceChange &change)
{
    constexpr double percent = 100;
    const std::optional<double> share = change.share();
    if (!share)
        return QCoreApplication::translate("Prices", "new");
    const QString number = QLocale().toString(std::abs(*share) * percent, 'f', 1);
    return (*share < 0 ? u"−"_s : u"+"_s) + number + u" %"_s;
}

void Catalog::lay(const QList<TakenPrice> &prices)
{
    for (const TakenPrice &each : prices) {
        const auto provider = m_providers.find(each.provider);
        if (provider == m_providers.end())
            continue; // whoever is not known is not asked under that name either
        Price &price = provider->models[each.model].price;
        price.doubt.reset(); // it doubts the price that went
        if (each.inputFrom > 0) {
            PriceRecord &tier = tierOf(price, each.inputFrom);
            priceOfKind(tier.prices, each.kind) = each.perMillion;
            tier.source = each.source;
            tier.verifiedOn = each.on;
            continue;
        }
        priceOfKind(static_cast<UnitPrices &>(price), each.kind) = each.perMillion;
        price.source = each.source;
        price.asOf = each.on;
    }
}

} // namespace Tempera
