// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/pricing/catalog.h"
#include "models/pricing/ratecard.h"
#include "models/text/tokencounter.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

Endpoint remote(const QString &url, const QString &model)
{
    Endpoint endpoint;
    endpoint.kind = EndpointKind::Remote;
    endpoint.id = u"openai:chat:"_s + model;
    endpoint.baseUrl = QUrl(url);
    endpoint.model = model;
    return endpoint;
}

/// Names of what a model takes, for reading.
QStringList taken(const Capabilities &capabilities)
{
    QStringList names;
    for (const Parameter parameter : allParameters()) {
        if (capabilities.accepts(parameter))
            names.append(parameterName(parameter));
    }
    return names;
}

QStringList allNames()
{
    return taken(Capabilities());
}

Money dollars(double amount)
{
    return Money::fromDollars(amount);
}

const QStringList ollamaNames{u"temperature"_s, u"top_p"_s, u"frequency_penalty"_s, u"presence_penalty"_s,
                              u"json_schema"_s, u"seed"_s,  u"max_tokens"_s,        u"stop"_s};
const QStringList openAiNames{
    u"temperature"_s, u"top_p"_s, u"frequency_penalty"_s, u"presence_penalty"_s, u"logit_bias"_s, u"json_schema"_s, u"seed"_s,
    u"max_tokens"_s,  u"stop"_s};

} // namespace

class CatalogTest final : public QObject
{
    Q_OBJECT

    Catalog m_catalog = Catalog::builtIn();

private Q_SLOTS:
    void theSnapshotIsWhole()
    {
        QVERIFY(m_catalog.asOf() >= QDate(2026, 1, 1));
        const QList<Capabilities> all = m_catalog.all();
        QVERIFY(all.size() > 300);
        for (const Capabilities &model : all) {
            QVERIFY2(!model.model.isEmpty() && !model.title.isEmpty() && !model.provider.isEmpty(), qPrintable(model.model));
            const bool priced = model.price.inputPerMillion.has_value();
            QCOMPARE(model.price.outputPerMillion.has_value(), priced);
            if (priced) {
                QVERIFY2(model.price.asOf.isValid() && !model.price.source.isEmpty(), qPrintable(model.model));
                QVERIFY(*model.price.inputPerMillion >= Money() && *model.price.inputPerMillion < dollars(10'000));
            }
            // A price of 0 must be a promise, not a gap in the data.
            if (priced && *model.price.inputPerMillion == Money() && *model.price.outputPerMillion == Money())
                QVERIFY2(model.model.endsWith(u":free"_s), qPrintable(model.model));
            for (const QString &reason : model.refused)
                QVERIFY2(reason.endsWith(u'.') && !reason.contains(u'%'), qPrintable(reason));
        }
        QVERIFY(std::ranges::is_sorted(all, [](const Capabilities &a, const Capabilities &b) {
            return std::pair(a.provider, a.model) < std::pair(b.provider, b.model);
        }));
    }

    void aKnownModel()
    {
        const std::optional<Capabilities> model = m_catalog.find(endpointFromId(u"openai:chat:gpt-4o-mini"_s));
        QVERIFY(model);
        QCOMPARE(model->title, u"GPT-4o mini"_s);
        QCOMPARE(model->provider, u"openai"_s);
        QCOMPARE(model->encoding, u"o200k_base"_s);
        QCOMPARE(model->contextTokens, 128'000);
        QCOMPARE(model->maxOutputTokens, 16'384);
        QCOMPARE(model->price.inputPerMillion, dollars(0.15));
        QCOMPARE(model->price.outputPerMillion, dollars(0.6));
        QCOMPARE(model->price.cachedInputPerMillion, dollars(0.075));
        QCOMPARE(taken(*model), openAiNames);
        QVERIFY(model->refused.value(Parameter::TopK).contains(u"top_k"_s));
        QCOMPARE(m_catalog.providerFor(endpointFromId(u"openai:gpt-4o-mini"_s)).capabilities, *model);
    }

    void datesInNames_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<QString>("title"); // empty = not known
        QTest::newRow("day of its own") << u"gpt-4o-2024-05-13"_s << u"GPT-4o (2024-05-13)"_s;
        QTest::newRow("day of the family") << u"gpt-4o-mini-2024-07-18"_s << u"GPT-4o mini"_s;
        QTest::newRow("short day") << u"gpt-4-0613"_s << u"GPT-4"_s;
        QTest::newRow("latest") << u"gpt-4o-latest"_s << u"GPT-4o"_s;
        QTest::newRow("another model") << u"gpt-4o-mini-tts"_s << QString();
        QTest::newRow("fine-tuned") << u"ft:gpt-4o-mini:me::1"_s << QString();
        QTest::newRow("nonsense") << u"-2024-01-01"_s << QString();
        QTest::newRow("empty") << QString() << QString();
    }

    void datesInNames()
    {
        QFETCH(QString, model);
        QFETCH(QString, title);
        const std::optional<Capabilities> found = m_catalog.find(remote(u"https://api.openai.com/v1"_s, model));
        QCOMPARE(found ? found->title : QString(), title);
        if (found)
            QCOMPARE(found->model, model); // the wire gets what the user wrote
    }

    void reasoningModelsRefuse_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<bool>("refuses");
        for (const QString &model : {u"o1"_s, u"o3-mini"_s, u"o4-mini"_s, u"gpt-5"_s, u"gpt-5-nano"_s, u"gpt-5.4"_s,
                                     u"gpt-6-sol"_s, u"gpt-6.9-unheard-of"_s})
            QTest::newRow(qPrintable(model)) << model << true;
        for (const QString &model : {u"gpt-4o"_s, u"gpt-4.1"_s, u"gpt-5-chat-latest"_s, u"gpt-3.5-turbo"_s})
            QTest::newRow(qPrintable(model)) << model << false;
    }

    void reasoningModelsRefuse()
    {
        QFETCH(QString, model);
        QFETCH(bool, refuses);
        for (const auto &[url, name] : {std::pair(u"https://api.openai.com/v1"_s, model),
                                        std::pair(u"https://openrouter.ai/api/v1"_s, u"openai/"_s + model)}) {
            const Capabilities capabilities = m_catalog.providerFor(remote(url, name)).capabilities;
            QCOMPARE(!capabilities.accepts(Parameter::Temperature), refuses);
            QCOMPARE(!capabilities.accepts(Parameter::TopP), refuses);
            QVERIFY(capabilities.accepts(Parameter::MaxTokens));
            if (refuses)
                QVERIFY(capabilities.refused.value(Parameter::Temperature).contains(u"reasoning"_s));
        }
    }

    void stopOfO3()
    {
        const Capabilities o3 = m_catalog.providerFor(endpointFromId(u"openai:chat:o3"_s)).capabilities;
        QVERIFY(!o3.accepts(Parameter::Stop));
        QVERIFY(m_catalog.providerFor(endpointFromId(u"openai:chat:gpt-4o"_s)).capabilities.accepts(Parameter::Stop));
    }

    void openRouterTakesTheRest()
    {
        const Capabilities model =
            m_catalog.providerFor(remote(u"https://openrouter.ai/api/v1"_s, u"openai/gpt-4o"_s)).capabilities;
        QCOMPARE(model.provider, u"openrouter"_s);
        QStringList names = openAiNames;
        for (const QString &more : {u"repeat_penalty"_s, u"min_p"_s, u"top_k"_s})
            names.insert(1, more);
        QStringList found = taken(model);
        names.sort();
        found.sort();
        QCOMPARE(found, names);
        QCOMPARE(model.encoding, u"o200k_base"_s);
        QVERIFY(model.price.inputPerMillion);
    }

    /// Two places know of published tokenizers: they must say the same of every model that OpenAI made.
    void theCounterSaysTheSame()
    {
        int known = 0;
        int unpublished = 0;
        for (const Capabilities &model : Catalog::builtIn().all()) {
            const bool isOpenAis =
                model.provider == "openai"_L1 || (model.provider == "openrouter"_L1 && model.model.startsWith("openai/"_L1));
            if (!isOpenAis)
                continue;
            QVERIFY2(encodingForModel(model.model).value_or(QString()) == model.encoding, qPrintable(model.model));
            ++(model.encoding.isEmpty() ? unpublished : known);
        }
        QVERIFY(known > 20);
        QVERIFY(unpublished > 5);
    }

    void localAndEcho()
    {
        const Capabilities local = m_catalog.providerFor(endpointFromId(u"local:tempera-mini"_s)).capabilities;
        QCOMPARE(local.provider, u"local"_s);
        QCOMPARE(local.encoding, u"local"_s);
        QCOMPARE(taken(local), allNames());
        QCOMPARE(local.price.inputPerMillion, Money());
        QCOMPARE(local.price.outputPerMillion, Money());
        QVERIFY(!m_catalog.find(endpointFromId(u"local:gpt-4o"_s)));

        const Capabilities echo = m_catalog.providerFor(endpointFromId(u"echo"_s)).capabilities;
        QCOMPARE(echo.price.outputPerMillion, Money());
        QVERIFY(taken(echo).isEmpty());
    }

    void strangers()
    {
        const Capabilities unknown = m_catalog.providerFor(remote(u"https://llm.example.org/v1"_s, u"gpt-4o"_s)).capabilities;
        QVERIFY(!unknown.price.inputPerMillion && !unknown.price.outputPerMillion);
        QCOMPARE(taken(unknown), allNames());
        QVERIFY(unknown.encoding.isEmpty());
        QVERIFY(unknown.provider.isEmpty());

        const Capabilities ofOpenAi = m_catalog.providerFor(endpointFromId(u"openai:chat:gpt-3.5-turbo"_s)).capabilities;
        QVERIFY(!ofOpenAi.price.inputPerMillion);
        QCOMPARE(ofOpenAi.encoding, u"cl100k_base"_s);

        const Capabilities notRunnable = m_catalog.providerFor(endpointFromId(u"bedrock:x"_s)).capabilities;
        QCOMPARE(notRunnable.title, u"bedrock:x"_s);
        QVERIFY(!notRunnable.price.inputPerMillion);
    }

    void ownServers_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("provider");
        const auto row = [](const char *url, const char *provider) {
            QTest::newRow(url) << QString::fromLatin1(url) << QString::fromLatin1(provider);
        };
        row("http://localhost:8080/v1", "self-hosted");
        row("http://127.0.0.1/v1", "self-hosted");
        row("http://[::1]:8000/v1", "self-hosted");
        row("http://192.168.1.7/v1", "self-hosted");
        row("http://10.0.0.1/v1", "self-hosted");
        row("http://172.31.0.1/v1", "self-hosted");
        row("http://gpu-box:8000/v1", "self-hosted");
        row("http://gpu.local/v1", "self-hosted");
        row("http://[fd12::1]/v1", "self-hosted");
        row("http://172.32.0.1/v1", "");
        row("http://10.example.com/v1", "");
        row("https://api.openai.com.evil.org/v1", "");
        row("https://API.OpenAI.com/v1", "openai");
        row("http://gpu-box:11434/v1", "ollama");
    }

    void ownServers()
    {
        QFETCH(QString, url);
        QFETCH(QString, provider);
        const Endpoint endpoint = remote(url, u"qwen3"_s);
        QCOMPARE(m_catalog.providerFor(endpoint).capabilities.provider, provider);
        const Capabilities capabilities = m_catalog.providerFor(endpoint).capabilities;
        // What a server refuses of which nothing is known is not known either.
        QCOMPARE(capabilities.accepts(Parameter::TopK), provider == u"self-hosted"_s || provider.isEmpty());
        QVERIFY(!capabilities.price.inputPerMillion); // it may hand requests on to one that is paid
    }

    /// OpenAI's moderation is free at OpenAI; what somebody else takes for it is not known.
    void moderationIsFreeAtOpenAi()
    {
        Endpoint endpoint = endpointFromId(u"openai:moderation"_s, [](const QString &) { return QString(); });
        const Capabilities known = m_catalog.providerFor(endpoint).capabilities;
        QCOMPARE(known.provider, u"openai"_s);
        QCOMPARE(known.price.inputPerMillion, Money());
        QCOMPARE(known.price.outputPerMillion, Money());
        QVERIFY(!known.price.source.isEmpty());
        endpoint.baseUrl = QUrl(u"https://gate.example/v1"_s);
        QVERIFY(!m_catalog.providerFor(endpoint).capabilities.price.inputPerMillion);
    }

    void weightsOnThisMachineAreFree()
    {
        const auto input = [this](const Endpoint &endpoint) {
            return m_catalog.providerFor(endpoint).capabilities.price.inputPerMillion;
        };
        QCOMPARE(input(endpointFromId(u"llama:qwen3"_s)), Money());
        QCOMPARE(input(endpointFromId(u"ollama:chat:qwen3"_s)), Money());
        QVERIFY(!input(endpointFromId(u"ollama:chat:gpt-oss:120b-cloud"_s)));
        Endpoint far = endpointFromId(u"llama:qwen3"_s);
        far.baseUrl = QUrl(u"https://llm.example.org/v1"_s);
        QVERIFY(!input(far));
    }

    void ollamaDropsWhatItsWireLacks()
    {
        Endpoint endpoint = endpointFromId(u"openai:chat:qwen3"_s);
        endpoint.baseUrl = QUrl(u"http://localhost:11434/v1"_s);
        const Capabilities model = m_catalog.providerFor(endpoint).capabilities;
        QCOMPARE(taken(model), ollamaNames);
        QVERIFY(model.refused.value(Parameter::MinP).contains(u"Ollama"_s));
        const Capabilities native = m_catalog.providerFor(endpointFromId(u"ollama:chat:qwen3"_s)).capabilities;
        QCOMPARE(native.provider, u"ollama"_s);
        QVERIFY(native.accepts(Parameter::MinP) && native.accepts(Parameter::TopK));
        QVERIFY(native.refused.value(Parameter::LogitBias).contains(u"Ollama"_s));
    }

    /// What a house takes in its chat completions says nothing of its other APIs, and a model refuses the same in all.
    void otherWiresOfAHouse()
    {
        const auto model = [this](const QString &id) { return m_catalog.providerFor(endpointFromId(id)).capabilities; };
        const Capabilities responses = model(u"openai:responses:gpt-4.1"_s);
        QCOMPARE(responses.provider, u"openai"_s);
        QCOMPARE(taken(responses), (QStringList{u"temperature"_s, u"top_p"_s, u"json_schema"_s, u"max_tokens"_s}));
        QVERIFY(responses.price.inputPerMillion.has_value());
        QCOMPARE(taken(model(u"openai:responses:gpt-5"_s)), (QStringList{u"json_schema"_s, u"max_tokens"_s}));
        const Capabilities claude = model(u"anthropic:messages:claude-sonnet-4-5"_s);
        QCOMPARE(taken(claude),
                 (QStringList{u"temperature"_s, u"top_k"_s, u"top_p"_s, u"json_schema"_s, u"max_tokens"_s, u"stop"_s}));
        QCOMPARE(claude.maxOutputTokens, 64000);
        const QStringList rest{u"json_schema"_s, u"max_tokens"_s, u"stop"_s};
        QCOMPARE(taken(model(u"anthropic:messages:claude-opus-4-8"_s)), rest);
        QCOMPARE(taken(model(u"anthropic:messages:claude-fable-9"_s)), rest); // its family
        QVERIFY(model(u"google:gemini-2.5-pro"_s).accepts(Parameter::TopK));
        QVERIFY(!model(u"google:gemini-2.5-pro"_s).accepts(Parameter::MinP));
    }

    void theUsersFileWins()
    {
        Catalog catalog = m_catalog;
        const Result<Catalog> own = Catalog::fromJson(R"({"as_of": "2027-01-02", "source": "my contract", "providers": {
            "openai": {"models": {"gpt-4o": {"title": "Ours", "price": {"input": "1.25", "output": 5}}}},
            "house": {"title": "House", "hosts": ["llm.example.org"], "takes": ["temperature", "top_k", "tomorrow"],
                      "models": {"m": {"price": {"input": 0, "output": 0}}}}}})",
                                                      u"own.json"_s);
        QVERIFY(own);
        QCOMPARE(own->asOf(), QDate(2027, 1, 2));
        catalog.overlay(*own);
        const Capabilities ours = catalog.providerFor(endpointFromId(u"openai:chat:gpt-4o"_s)).capabilities;
        QCOMPARE(ours.title, u"Ours"_s);
        QCOMPARE(ours.price.inputPerMillion, dollars(1.25));
        QVERIFY(!ours.price.cachedInputPerMillion); // the record is taken as a whole
        QCOMPARE(ours.price.source, u"my contract"_s);
        QCOMPARE(ours.price.asOf, QDate(2027, 1, 2));
        QCOMPARE(ours.encoding, u"o200k_base"_s); // its family is still known
        QCOMPARE(taken(ours), openAiNames);
        const Capabilities house = catalog.providerFor(remote(u"https://llm.example.org/v1"_s, u"m"_s)).capabilities;
        QCOMPARE(taken(house), (QStringList{u"temperature"_s, u"top_k"_s}));
        QCOMPARE(house.price.inputPerMillion, Money());
        QCOMPARE(catalog.asOf(), m_catalog.asOf());
        QCOMPARE(catalog.find(endpointFromId(u"openai:chat:gpt-4o-mini"_s)),
                 m_catalog.find(endpointFromId(u"openai:chat:gpt-4o-mini"_s)));
    }

    /// What a record does not say follows from its provider's rule; what it says goes first.
    void writingIntoACache()
    {
        const auto price = [this](const QString &url, const QString &model) {
            return m_catalog.providerFor(remote(url, model)).capabilities.price;
        };
        const Price claude = price(u"https://api.anthropic.com/v1"_s, u"claude-opus-4-5"_s);
        QVERIFY(claude.inputPerMillion);
        QCOMPARE(claude.cacheWrite5mPerMillion, dollars(claude.inputPerMillion->dollars() * 1.25));
        QCOMPARE(claude.cacheWrite1hPerMillion, dollars(claude.inputPerMillion->dollars() * 2));
        const Price gpt = price(u"https://api.openai.com/v1"_s, u"gpt-5.4"_s);
        QCOMPARE(gpt.cacheWrite5mPerMillion, dollars(3.125));
        QCOMPARE(gpt.records[0].prices.cacheWrite5mPerMillion, dollars(6.25));
        QVERIFY(!gpt.cacheWrite1hPerMillion);
        const Result<Catalog> own = Catalog::fromJson(R"({"providers": {"a": {"hosts": ["a.example"], "cache_write_factor": 3,
            "models": {"m": {"price": {"input": 1, "output": 1, "cache_write": 1.5, "cache_write_1h": 4}}}}}})",
                                                      u"own.json"_s);
        const Price stated = own.value().providerFor(remote(u"https://a.example"_s, u"m"_s)).capabilities.price;
        QCOMPARE(stated.cacheWrite5mPerMillion, dollars(1.5));
        QCOMPARE(stated.cacheWrite1hPerMillion, dollars(4));
    }

    /// What the providers' rules say of other tiers, and where they say nothing.
    void otherTiers()
    {
        const Price gpt = m_catalog.providerFor(remote(u"https://api.openai.com/v1"_s, u"gpt-5.4"_s)).capabilities.price;
        const auto input = [&gpt](std::int64_t tokens, const QString &tier) {
            const RateCards rates = rateCards(gpt, tokens, {.serviceTier = tier});
            return rates.cards.isEmpty() ? std::nullopt : rates.cards.first().inputPerMillion;
        };
        QCOMPARE(input(1000, {}), dollars(2.5));
        QCOMPARE(input(1000, BatchTier), dollars(1.25));
        QCOMPARE(input(272'001, BatchTier), dollars(2.5));
        QCOMPARE(input(1000, u"flex"_s), dollars(1.25));
        QCOMPARE(input(1000, u"priority"_s), dollars(5));
        QCOMPARE(input(272'001, u"priority"_s), std::nullopt); // not published
        const Price grok = m_catalog.providerFor(remote(u"https://api.x.ai/v1"_s, u"grok-4.5"_s)).capabilities.price;
        QCOMPARE(grok.records[0].when.inputFrom, 200'000); // from it on, not above it
        QVERIFY(rateCards(grok, 1, {.serviceTier = BatchTier}).cards.isEmpty());
    }

    /// Two sources that differ are both told.
    void doubts()
    {
        int doubted = 0;
        for (const Capabilities &model : m_catalog.all()) {
            if (!model.price.doubt)
                continue;
            ++doubted;
            QVERIFY2(!model.price.doubt->source.isEmpty(), qPrintable(model.model));
            QVERIFY2(model.price.doubt->source != model.price.source, qPrintable(model.model));
        }
        QVERIFY(doubted > 0);
    }

    /// What the user's own machine costs is what the user says; nobody else says anything.
    void ownMachine()
    {
        const Endpoint mini = endpointFromId(u"local:tempera-mini"_s);
        QVERIFY(!m_catalog.providerFor(mini).capabilities.price.perHour);
        Catalog mine = m_catalog;
        mine.overlay(Catalog::fromJson(R"({"providers": {"local": {"models": {"*": {"price": {"watts": 50, "per_kwh": 0.4}}}}}})",
                                       u"own.json"_s)
                         .value());
        const Price price = mine.providerFor(mini).capabilities.price;
        QCOMPARE(price.perHour, dollars(0.02));
        QCOMPARE(price.inputPerMillion, Money());
        QVERIFY(price.source.contains(u"your own price"_s));
        QCOMPARE(mine.priceOf(mine.providerFor(mini), u"another"_s), price);
        mine.setMachinePrice(dollars(0.5));
        QCOMPARE(mine.providerFor(mini).capabilities.price.perHour, dollars(0.02)); // the file is the more particular
        Catalog set = m_catalog;
        set.setMachinePrice(dollars(0.5));
        QCOMPARE(set.providerFor(mini).capabilities.price.perHour, dollars(0.5));
        QVERIFY(set.providerFor(mini).capabilities.price.source.contains(u"your own price"_s));
        QCOMPARE((MachineTariff{{}, 50, dollars(0.4)}.hourly()), dollars(0.02));
        QCOMPARE((MachineTariff{dollars(1), 50, dollars(0.4)}.hourly()), dollars(1));
        QVERIFY(!(MachineTariff{{}, 50, {}}.hourly()));
    }

    /// Who asks there without a key of its own has the one that the user keeps for the address, and no other.
    void theUsersServersHaveTheirKeys()
    {
        Catalog catalog = m_catalog;
        catalog.setServers({{QUrl(u"http://10.0.0.7:8000/v1/"_s), u"HOUSE_KEY"_s}, {QUrl(u"https://llm.example.org/v1"_s), {}}});
        const auto keyName = [&catalog](const QString &address, const QString &own = {}) {
            Endpoint endpoint = remote(address, u"m"_s);
            endpoint.keyName = own;
            return catalog.providerFor(endpoint).keyName;
        };
        QCOMPARE(keyName(u"http://10.0.0.7:8000/v1"_s), u"HOUSE_KEY"_s);
        QCOMPARE(keyName(u"http://10.0.0.7:8000/v1"_s, u"OTHER"_s), u"OTHER"_s);
        QCOMPARE(keyName(u"https://10.0.0.7:8000/v1"_s), QString());
        QCOMPARE(keyName(u"http://10.0.0.7:8001/v1"_s), QString());
        QCOMPARE(keyName(u"http://10.0.0.7:8000/other"_s), QString());
        QCOMPARE(keyName(u"https://llm.example.org/v1"_s), QString());
        QCOMPARE(catalog.providerFor(endpointFromId(u"local:tempera-mini"_s)).keyName, QString());
    }

    /// An alias, a router or a fallback may answer with another model than the one that was asked.
    void thePriceIsThatOfWhoAnswered_data()
    {
        QTest::addColumn<QString>("asked");
        QTest::addColumn<QString>("answered");
        QTest::addColumn<double>("input"); // −1 = unknown
        QTest::newRow("the same") << u"openai:chat:gpt-4o"_s << u"gpt-4o"_s << 2.5;
        QTest::newRow("its own date") << u"openai:chat:gpt-4o"_s << u"gpt-4o-2024-05-13"_s << 5.0;
        QTest::newRow("a date of the family") << u"openai:chat:gpt-4o-mini"_s << u"gpt-4o-mini-2024-07-18"_s << 0.15;
        QTest::newRow("a router") << u"openrouter:openrouter/auto-of-tomorrow"_s << u"openai/gpt-4o"_s << 2.5;
        QTest::newRow("a name that nobody knows") << u"openai:chat:gpt-4o"_s << u"gpt-tomorrow"_s << 2.5;
        QTest::newRow("nothing said") << u"openai:chat:gpt-4o"_s << QString() << 2.5;
        QTest::newRow("a server of one's own") << u"llama:qwen3"_s << u"gpt-4o"_s << 0.0;
        QTest::newRow("local") << u"local:tempera-mini"_s << u"gpt-4o"_s << 0.0;
        QTest::newRow("nobody knows either") << u"openai:chat:gpt-tomorrow"_s << u"gpt-tomorrow-2"_s << -1.0;
    }
    void thePriceIsThatOfWhoAnswered()
    {
        QFETCH(QString, asked);
        QFETCH(QString, answered);
        QFETCH(double, input);
        const std::optional<Money> price =
            m_catalog.priceOf(m_catalog.providerFor(endpointFromId(asked)), answered).inputPerMillion;
        QCOMPARE(price, input < 0 ? std::nullopt : std::optional(dollars(input)));
    }

    void aTierForLongPrompts()
    {
        const Capabilities model = m_catalog.providerFor(endpointFromId(u"openai:chat:gpt-5.4"_s)).capabilities;
        QCOMPARE(model.price.records[0].when, (PriceConditions{.inputFrom = 272'001}));
        QCOMPARE(model.price.records[0].prices.inputPerMillion, dollars(5));
    }

    void badFiles_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("detail");
        QTest::addColumn<int>("line");
        const auto row = [](const char *name, const char *json, const char *detail, int line = 0) {
            QTest::newRow(name) << QByteArray(json) << QString::fromLatin1(detail) << line;
        };
        row("broken", "{\n\"providers\": {\n,}}", "", 3);
        row("empty", "", "", 1);
        row("list", "[]", "a catalog is an object");
        row("text for a price", R"({"providers":{"a":{"models":{"m":{"price":{"input":"cheap"}}}}}})",
            "providers.a.models.m.price.input:");
        row("negative price", R"({"providers":{"a":{"models":{"m":{"price":{"output":-1}}}}}})",
            "providers.a.models.m.price.output:");
        row("endless price", R"({"providers":{"a":{"models":{"m":{"price":{"output":1e300}}}}}})",
            "providers.a.models.m.price.output:");
        row("model is text", R"({"providers":{"a":{"models":{"m":"x"}}}})", "providers.a.models.m:");
        row("half a token", R"({"providers":{"a":{"models":{"m":{"context":1.5}}}}})", "providers.a.models.m.context:");
        row("no day", R"({"as_of":"yesterday"})", "as_of:");
        row("hosts", R"({"providers":{"a":{"hosts":"x"}}})", "providers.a.hosts:");
        row("reasoning", R"({"providers":{"a":{"models":{"m":{"reasoning":1}}}}})", "providers.a.models.m.reasoning:");
        row("factor", R"({"providers":{"a":{"cache_write_factor":-1}}})", "providers.a.cache_write_factor:");
        row("wire", R"({"providers":{"a":{"wire":1}}})", "providers.a.wire:");
        row("hours", R"({"providers":{"a":{"models":{"m":{"price":{"records":[{"hours":"25:00-26:00"}]}}}}}})",
            "providers.a.models.m.price.records.0.hours:");
        row("half a tariff", R"({"providers":{"local":{"models":{"m":{"price":{"watts":65}}}}}})",
            "providers.local.models.m.price:");
        row("rules", R"({"providers":{"a":{"price_rules":[{"factor":-1}]}}})", "providers.a.price_rules.0.factor:");
        row("tiers", R"({"providers":{"a":{"models":{"m":{"price":{"tiers":{}}}}}}})", "providers.a.models.m.price.tiers:");
    }

    void badFiles()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, detail);
        QFETCH(int, line);
        const Result<Catalog> catalog = Catalog::fromJson(json, u"own.json"_s);
        QVERIFY(!catalog);
        QCOMPARE(catalog.error().kind, ErrorKind::Syntax);
        QCOMPARE(catalog.error().place, u"own.json"_s);
        QVERIFY2(catalog.error().detail.startsWith(detail), qPrintable(catalog.error().detail));
        QVERIFY(!catalog.error().detail.isEmpty());
        QCOMPARE(catalog.error().line, line);
    }

    void anEmptyCatalogWorks()
    {
        const Catalog catalog = Catalog::fromJson("{}", {}).value();
        QVERIFY(catalog.all().isEmpty());
        QVERIFY(!catalog.asOf().isValid());
        QVERIFY(!catalog.providerFor(endpointFromId(u"openai:chat:gpt-4o"_s)).capabilities.price.inputPerMillion);
    }

    void loading()
    {
        QBENCHMARK
        {
            QVERIFY(Catalog::builtIn().asOf().isValid());
        }
    }
};

QTEST_GUILESS_MAIN(CatalogTest)
#include "tst_catalog.moc"
