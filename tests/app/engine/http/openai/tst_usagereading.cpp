// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/http/openai/usagereading.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Tempera;

namespace {

QByteArray text(const Usage &usage)
{
    const auto number = [](const std::optional<std::int64_t> &count) { return count ? QByteArray::number(*count) : "-"; };
    const QByteArray written = usage.cacheWrite5mTokens || usage.cacheWrite1hTokens
                                   ? ", written " + number(usage.cacheWrite5mTokens) + "/" + number(usage.cacheWrite1hTokens)
                                   : QByteArray();
    return "in " + number(usage.inputTokens) + " (cached " + number(usage.cachedInputTokens) + written + "), out "
           + number(usage.outputTokens) + " (reasoning " + number(usage.reasoningTokens) + ")"
           + (usage.exactness == Exactness::Exact ? "" : ", estimate");
}

} // namespace

class TestUsageReading : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void usage_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("read");
        const auto row = [](const char *name, const char *json, const char *read) {
            QTest::newRow(name) << QByteArray(json) << QByteArray(read);
        };
        row("OpenAI", R"({"prompt_tokens":10,"completion_tokens":5,"total_tokens":15,
            "prompt_tokens_details":{"cached_tokens":4},"completion_tokens_details":{"reasoning_tokens":3}})",
            "in 10 (cached 4), out 5 (reasoning 3)");
        row("responses", R"({"input_tokens":10,"output_tokens":5,"total_tokens":15,"input_tokens_details":{"cached_tokens":4},
            "output_tokens_details":{"reasoning_tokens":3}})",
            "in 10 (cached 4), out 5 (reasoning 3)");
        row("xAI: reasoning beside", R"({"prompt_tokens":10,"completion_tokens":5,"total_tokens":18,
            "completion_tokens_details":{"reasoning_tokens":3}})",
            "in 10 (cached -), out 8 (reasoning 3)");
        row("DeepSeek", R"({"prompt_tokens":10,"completion_tokens":5,"total_tokens":15,"prompt_cache_hit_tokens":4,
            "prompt_cache_miss_tokens":6})",
            "in 10 (cached 4), out 5 (reasoning -)");
        row("hits and misses alone", R"({"prompt_cache_hit_tokens":4,"prompt_cache_miss_tokens":6,"completion_tokens":5})",
            "in 10 (cached 4), out 5 (reasoning -)");
        row("Moonshot", R"({"prompt_tokens":10,"completion_tokens":5,"total_tokens":15,"cached_tokens":4})",
            "in 10 (cached 4), out 5 (reasoning -)");
        row("Anthropic behind a gateway", R"({"input_tokens":6,"output_tokens":5,"total_tokens":16,"cache_read_input_tokens":4,
            "cache_creation_input_tokens":1})",
            "in 11 (cached 4, written 1/-), out 5 (reasoning -)");
        row("Anthropic's own", R"({"input_tokens":6,"output_tokens":5,"cache_read_input_tokens":4,"cache_creation_input_tokens":3,
            "cache_creation":{"ephemeral_5m_input_tokens":1,"ephemeral_1h_input_tokens":2}})",
            "in 13 (cached 4, written 1/2), out 5 (reasoning -)");
        row("only the hour told", R"({"input_tokens":6,"output_tokens":5,"cache_creation_input_tokens":3,
            "cache_creation":{"ephemeral_1h_input_tokens":2}})",
            "in 9 (cached -, written 1/2), out 5 (reasoning -)");
        row("written inside", R"({"prompt_tokens":10,"completion_tokens":5,"total_tokens":15,
            "prompt_tokens_details":{"cached_tokens":4,"cache_write_tokens":3}})",
            "in 10 (cached 4, written 3/-), out 5 (reasoning -)");
        row("responses, written inside", R"({"input_tokens":10,"output_tokens":5,"total_tokens":15,
            "input_tokens_details":{"cached_tokens":4,"cache_write_tokens":3}})",
            "in 10 (cached 4, written 3/-), out 5 (reasoning -)");
        row("all beside", R"({"prompt_tokens":6,"completion_tokens":5,"total_tokens":18,"cached_tokens":4,"reasoning_tokens":3})",
            "in 10 (cached 4), out 8 (reasoning 3)");
        row("Bedrock behind a gateway", R"({"inputTokens":10,"outputTokens":5,"totalTokens":15})",
            "in 10 (cached -), out 5 (reasoning -)");
        row("Gemini behind a gateway", R"({"promptTokenCount":10,"candidatesTokenCount":5,"totalTokenCount":18,
            "thoughtsTokenCount":3,"cachedContentTokenCount":4})",
            "in 10 (cached 4), out 8 (reasoning 3)");
        row("Ollama behind a gateway", R"({"prompt_eval_count":10,"eval_count":5})", "in 10 (cached -), out 5 (reasoning -)");
        row("more cached than input, no total", R"({"input_tokens":6,"output_tokens":5,"cache_read_input_tokens":40})",
            "in 46 (cached 40), out 5 (reasoning -)");
        row("a total that fits nothing", R"({"prompt_tokens":10,"completion_tokens":5,"total_tokens":99})",
            "in 10 (cached -), out 5 (reasoning -), estimate");
        row("no output", R"({"prompt_tokens":10})", "in 10 (cached -), out - (reasoning -), estimate");
        row("more than any context holds", R"({"prompt_tokens":9223372036854775807,"completion_tokens":1e300,"total_tokens":-5})",
            "in - (cached -), out - (reasoning -), estimate");
        row("the most, and one more", R"({"prompt_tokens":100000000,"completion_tokens":100000001})",
            "in 100000000 (cached -), out - (reasoning -), estimate");
        row("no counts", R"({"prompt_tokens":-1,"completion_tokens":"5","total_tokens":1e300})",
            "in - (cached -), out - (reasoning -), estimate");
    }
    void usage()
    {
        QFETCH(QByteArray, json);
        const QJsonObject object = QJsonDocument::fromJson(json).object();
        QVERIFY(!object.isEmpty());
        QTEST(text(usageFromJson(object)), "read");
    }

    void serviceTiers_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("tier"); // "-": none is told
        const auto row = [](const char *name, const char *json, const char *tier) {
            QTest::newRow(name) << QByteArray(json) << QString::fromLatin1(tier);
        };
        row("nothing is said", "{\"prompt_tokens\":1}", "-");
        row("null", "{\"service_tier\":null}", "-");
        row("not a name", "{\"service_tier\":5}", "-");
        row("the server was to choose", "{\"service_tier\":\"auto\"}", "-");
        row("OpenAI's standard", "{\"service_tier\":\"default\"}", "");
        row("OpenAI's flex", "{\"service_tier\":\"flex\"}", "flex");
        row("Anthropic's standard", "{\"service_tier\":\"standard\",\"speed\":\"standard\"}", "");
        row("Anthropic's fast mode", "{\"service_tier\":\"priority\",\"speed\":\"fast\"}", "fast");
        row("a speed that is a number", "{\"speed\":2}", "-");
        row("Gemini", "{\"serviceTier\":\"PRIORITY\"}", "priority");
        row("Gemini, unspecified", "{\"serviceTier\":\"unspecified\"}", "-");
        row("Google's cloud", "{\"trafficType\":\"ON_DEMAND\"}", "");
        row("Google's cloud, flex", "{\"trafficType\":\"ON_DEMAND_FLEX\"}", "flex");
        row("Google's cloud, what was bought before", "{\"trafficType\":\"PROVISIONED_THROUGHPUT\"}", "provisioned_throughput");
        row("Google's cloud, unspecified", "{\"trafficType\":\"TRAFFIC_TYPE_UNSPECIFIED\"}", "-");
    }
    void serviceTiers()
    {
        QFETCH(QByteArray, json);
        const QJsonObject object = QJsonDocument::fromJson(json).object();
        QVERIFY(!object.isEmpty());
        QTEST(toldServiceTier(object).value_or(QStringLiteral("-")), "tier");
        QCOMPARE(usageFromJson(object).serviceTier, toldServiceTier(object));
    }
    void aTierIsNoEssay() { QCOMPARE(toldServiceTier(QString(10'000, QLatin1Char('x')))->size(), 64); }
};

QTEST_GUILESS_MAIN(TestUsageReading)
#include "tst_usagereading.moc"
