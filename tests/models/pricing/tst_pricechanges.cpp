// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/pricing/catalog.h"
#include "models/pricing/pricechanges.h"
#include "models/pricing/ratecard.h"

#include <QJsonArray>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

const QByteArray knownPrices =
    "{\"as_of\": \"2026-11-10\", \"source\": \"built in\", \"providers\": {"
    "\"openai\": {\"title\": \"OpenAI\", \"hosts\": [\"api.openai.com\"], \"cache_write_factor\": 1.25,"
    " \"price_rules\": [{\"batch\": true, \"factor\": 0.5}], \"models\": {"
    "  \"big\": {\"title\": \"Big\", \"context\": 1000000, \"price\": {\"input\": 2, \"output\": 8, \"cached_input\": 0.5,"
    "   \"tiers\": [{\"above\": 200000, \"input\": 4, \"output\": 12}]}},"
    "  \"plain\": {\"price\": {\"input\": 1, \"output\": 2}}}},"
    "\"xai\": {\"hosts\": [\"api.x.ai\"], \"models\": {\"grok\": {\"price\": {\"input\": 3, \"output\": 15,"
    "   \"tiers\": [{\"from\": 200000, \"input\": 6, \"output\": 30}]}}}}}}";

const QByteArray publishedList =
    "{\"sample_spec\": {\"mode\": \"one of: chat\", \"litellm_provider\": \"one of\", \"input_cost_per_token\": 0.0},"
    "\"big\": {\"litellm_provider\": \"openai\", \"mode\": \"chat\", \"input_cost_per_token\": 2.5e-06,"
    " \"output_cost_per_token\": 8.04e-06, \"cache_read_input_token_cost\": 5e-07,"
    " \"input_cost_per_token_above_200k_tokens\": 4e-06, \"output_cost_per_token_above_200k_tokens\": 1e-05,"
    " \"input_cost_per_token_batches\": 1e-06, \"supports_vision\": true, \"max_input_tokens\": 1000000},"
    "\"plain\": {\"litellm_provider\": \"openai\", \"mode\": \"chat\", \"input_cost_per_token\": 1e-06,"
    " \"output_cost_per_token\": 2e-06, \"cache_read_input_token_cost\": 1e-06, \"cache_creation_input_token_cost\": 1.25e-06,"
    " \"output_cost_per_reasoning_token\": 2e-06},"
    "\"xai/grok\": {\"litellm_provider\": \"xai\", \"mode\": \"chat\", \"input_cost_per_token\": 3e-06,"
    " \"output_cost_per_token\": 1.5e-05, \"input_cost_per_token_above_200k_tokens\": 7e-06,"
    " \"output_cost_per_token_above_200k_tokens\": 3e-05},"
    "\"fresh\": {\"litellm_provider\": \"openai\", \"input_cost_per_token\": 1e-07, \"output_cost_per_token\": 4e-07},"
    "\"azure/big\": {\"litellm_provider\": \"azure\", \"mode\": \"chat\", \"input_cost_per_token\": 9e-06},"
    "\"painter\": {\"litellm_provider\": \"openai\", \"mode\": \"image_generation\", \"input_cost_per_token\": 9e-06},"
    "\"free-of-charge\": {\"litellm_provider\": \"openai\", \"mode\": \"chat\", \"input_cost_per_token\": 0}}";

Catalog knownCatalog()
{
    return Catalog::fromJson(knownPrices, u"known"_s).value();
}

QList<PriceChange> changesOf(const Catalog &catalog)
{
    return priceChanges(catalog, readPublishedPrices(publishedList, u"list"_s).value());
}

Price priceOfModel(const Catalog &catalog, const QString &id)
{
    return catalog.find(endpointFromId(id)).value_or(Capabilities()).price;
}

Money million(double dollars)
{
    return Money::fromDollars(dollars);
}

} // namespace

class TestPriceChanges : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheList()
    {
        const Result<PublishedPrices> read = readPublishedPrices(publishedList, u"list"_s);
        QVERIFY(read);
        QCOMPARE(read->models, 4);
        QCOMPARE(read->skipped, 3); // the form's explanation, Azure, pictures; of the free one no price is told
        QVERIFY(read->prices.contains(PublishedPrice{u"openai"_s, u"big"_s, PriceKind::Input, 0, million(2.5)}));
        QVERIFY(read->prices.contains(PublishedPrice{u"xai"_s, u"grok"_s, PriceKind::Output, 200'000, million(30)}));
        QVERIFY(std::ranges::none_of(read->prices, [](const PublishedPrice &each) { return each.model == "free-of-charge"_L1; }));
    }

    void hostileLists_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("no JSON") << "<html>Sign in</html>"_ba;
        QTest::newRow("cut off") << publishedList.first(300);
        QTest::newRow("a list") << "[1, 2]"_ba;
        QTest::newRow("numbers") << "{\"a\": 1, \"b\": null}"_ba;
        QTest::newRow("no price") << "{\"gpt\": {\"litellm_provider\": \"openai\", \"input_cost_per_token\": 0}}"_ba;
        QTest::newRow("negative") << "{\"gpt\": {\"litellm_provider\": \"openai\", \"input_cost_per_token\": -1e-6}}"_ba;
        QTest::newRow("dear") << "{\"gpt\": {\"litellm_provider\": \"openai\", \"input_cost_per_token\": 1e300}}"_ba;
        QTest::newRow("as text") << "{\"gpt\": {\"litellm_provider\": \"openai\", \"input_cost_per_token\": \"1e-6\"}}"_ba;
        QTest::newRow("deep") << QByteArray(100'000, '[');
        QTest::newRow("long name") << "{\"" + QByteArray(5000, 'm')
                                          + "\": {\"litellm_provider\": \"openai\", \"input_cost_per_token\": 1e-6}}";
        QTest::newRow("too large") << QByteArray(MostPriceBytes + 1, ' ');
    }
    void hostileLists()
    {
        QFETCH(QByteArray, json);
        const Result<PublishedPrices> read = readPublishedPrices(json, u"somewhere"_s);
        QVERIFY(!read);
        QCOMPARE(read.error().kind, ErrorKind::Syntax);
        QCOMPARE(read.error().place, u"somewhere"_s);
    }

    void showsWhatWouldChange()
    {
        const QList<PriceChange> changes = changesOf(knownCatalog());
        const auto of = [&](const QString &model, PriceKind kind, std::int64_t from = 0) -> std::optional<PriceChange> {
            const auto found = std::ranges::find_if(changes, [&](const PriceChange &each) {
                return each.model == model && each.kind == kind && each.inputFrom == from;
            });
            return found == changes.end() ? std::nullopt : std::optional(*found);
        };
        QVERIFY(of(u"big"_s, PriceKind::Input));
        QCOMPARE(of(u"big"_s, PriceKind::Input)->before, million(2));
        QCOMPARE(of(u"big"_s, PriceKind::Input)->now, million(2.5));
        QCOMPARE(of(u"big"_s, PriceKind::Input)->share(), 0.25);
        QVERIFY(of(u"big"_s, PriceKind::Input)->isLarge());
        QVERIFY(of(u"big"_s, PriceKind::Output));
        QVERIFY(!of(u"big"_s, PriceKind::Output)->isLarge()); // half a hundredth
        QVERIFY(of(u"big"_s, PriceKind::Output, 200'001));
        QCOMPARE(of(u"big"_s, PriceKind::Output, 200'001)->before, million(12));
        QVERIFY(of(u"grok"_s, PriceKind::Input, 200'000)); // from 200,000 on, as it is known there
        QVERIFY(of(u"fresh"_s, PriceKind::Input)->isNewModel);
        QVERIFY(!of(u"plain"_s, PriceKind::CacheWrite5m)); // 1.25 times the input, as is reckoned with
        QVERIFY(!of(u"plain"_s, PriceKind::CachedInput));  // as other input, which holds where nothing is told
        QCOMPARE(changes.size(), 6);
        QVERIFY(changes.constLast().isNewModel);
    }

    void whatIsTakenHoldsAndGoes()
    {
        Catalog catalog = knownCatalog();
        const QDate day(2026, 11, 29);
        QList<TakenPrice> taken;
        for (const PriceChange &each : changesOf(catalog))
            taken += takenPrice(each, u"a list"_s, day);
        catalog.lay(taken);
        QVERIFY(changesOf(catalog).isEmpty());
        const Price big = priceOfModel(catalog, u"openai:chat:big"_s);
        QCOMPARE(big.inputPerMillion, million(2.5));
        QCOMPARE(big.cachedInputPerMillion, million(0.5)); // stays
        QCOMPARE(big.source, u"a list"_s);
        QCOMPARE(big.asOf, day);
        const auto batch = std::ranges::find_if(
            big.records, [](const PriceRecord &each) { return each.when.serviceTier == BatchTier && each.when.inputFrom == 0; });
        QVERIFY(batch != big.records.end());
        QCOMPARE(batch->prices.inputPerMillion, million(1.25)); // follows
        QCOMPARE(priceOfModel(catalog, u"openai:chat:fresh"_s).outputPerMillion, million(0.4));
        QCOMPARE(catalog.find(endpointFromId(u"openai:chat:big"_s))->contextTokens, 1'000'000); // all else stays
        QCOMPARE(priceOfModel(knownCatalog(), u"openai:chat:big"_s).inputPerMillion, million(2));
    }

    void tiersThatAreNewStandInOrder()
    {
        Catalog catalog = knownCatalog();
        catalog.lay({{u"openai"_s, u"big"_s, PriceKind::Input, 500'001, million(6), u"x"_s, QDate(2026, 11, 29)},
                     {u"openai"_s, u"big"_s, PriceKind::Input, 100'001, million(3), u"x"_s, QDate(2026, 11, 29)},
                     {u"nobody"_s, u"m"_s, PriceKind::Input, 0, million(3), u"x"_s, QDate(2026, 11, 29)}});
        QList<std::int64_t> tiers;
        for (const PriceRecord &each : priceOfModel(catalog, u"openai:chat:big"_s).records) {
            if (each.when.serviceTier.isEmpty())
                tiers += each.when.inputFrom;
        }
        QCOMPARE(tiers, (QList<std::int64_t>{500'001, 200'001, 100'001}));
    }

    void isKeptAsItIs()
    {
        const QDate day(2026, 11, 29);
        const QList<TakenPrice> taken{{u"openai"_s, u"big"_s, PriceKind::Input, 0, million(2.5), u"a list"_s, day},
                                      {u"openai"_s, u"big"_s, PriceKind::CacheWrite1h, 200'001, million(7), u"b"_s, day}};
        QCOMPARE(takenPricesFromJson(takenPricesToJson(taken), u"f"_s).value(), taken);
        QList<TakenPrice> later{{u"openai"_s, u"big"_s, PriceKind::Input, 0, million(3), u"c"_s, day.addDays(1)}};
        const QList<TakenPrice> both = withTaken(taken, later);
        QCOMPARE(both.size(), 2);
        QCOMPARE(both.first(), later.first());
        QVERIFY(takenPricesFromJson({}, u"f"_s).value().isEmpty());
        QJsonObject broken = takenPricesToJson(taken);
        QJsonArray list = broken.value("prices"_L1).toArray();
        list[1] = QJsonObject{{u"provider"_s, u"openai"_s}, {u"model"_s, u"m"_s}, {u"price"_s, u"gold"_s}};
        broken.insert(u"prices"_s, list);
        const Result<QList<TakenPrice>> read = takenPricesFromJson(broken, u"f"_s);
        QVERIFY(!read);
        QCOMPARE(read.error().kind, ErrorKind::Syntax);
    }
};

QTEST_GUILESS_MAIN(TestPriceChanges)
#include "tst_pricechanges.moc"
