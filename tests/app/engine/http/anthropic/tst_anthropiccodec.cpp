// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/http/anthropic/anthropiccodec.h"

#include "tests/app/engine/http/codecfixture.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace Tempera {

using namespace CodecTesting;

namespace {

const QString folder = u"codecs/anthropic/"_s;
const QString usualId = u"anthropic:messages:claude-sonnet-4-5"_s;

} // namespace

class AnthropicCodecTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plainRequest() { QVERIFY(writesRequest(AnthropicCodec(), requestTo(usualId), folder, u"plain"_s)); }
    void everySettingIsSent()
    {
        GenerationRequest request = requestTo(usualId);
        request.sampling = everythingFor(request.endpoint);
        QVERIFY(writesRequest(AnthropicCodec(), request, folder, u"sampling"_s));
    }
    void eachSettingIsSentOrRefused() { QVERIFY(sendsOrRefuses(AnthropicCodec(), requestTo(usualId))); }

    void streams_data() { addFiles(folder, u"stream.txt"_s); }
    void streams()
    {
        QFETCH(QString, name);
        QVERIFY(readsStream(AnthropicCodec(), requestTo(usualId), folder, name));
    }
    void truncatedStreamsNeverEndWell()
    {
        QVERIFY(failsUntil(AnthropicCodec(), requestTo(usualId), testData(folder + u"anthropic.stream.txt"_s), "\"end_turn\""));
    }
    void answers_data() { addFiles(folder, u"answer.json"_s); }
    void answers()
    {
        QFETCH(QString, name);
        QVERIFY(readsWhole(AnthropicCodec(), requestTo(usualId), folder, name));
    }

    /// Only the older version has samplers.
    void theVersionFollowsTheSettings()
    {
        const auto version = [](const GenerationRequest &request) {
            const WireRequest wire = AnthropicCodec().encode(request, {}).value();
            QByteArray value;
            for (const auto &[name, each] : wire.headers)
                value += name.toLower() == "anthropic-version" ? each : QByteArray();
            return value;
        };
        GenerationRequest request = requestTo(usualId);
        QCOMPARE(version(request), "2026-10-21");
        request.sampling.maxTokens = 5;
        QCOMPARE(version(request), "2026-10-21");
        for (const Parameter parameter : {Parameter::Temperature, Parameter::TopK, Parameter::TopP}) {
            request.sampling = only(parameter);
            QCOMPARE(version(request), "2023-06-01");
        }
        request.endpoint.apiVersion = u"2027-01-01"_s;
        QCOMPARE(version(request), "2027-01-01");
        request.endpoint.headers.insert(u"Anthropic-Version"_s, u"2028-01-01"_s); // once, and the file's
        QCOMPARE(version(request), "2028-01-01");
    }

    /// It must be sent, so it is the most that the model can write.
    void aLimitIsObligatory()
    {
        GenerationRequest request = requestTo(usualId);
        QCOMPARE(bodyOf(AnthropicCodec(), request).value(u"max_tokens"_s), QJsonValue(4096));
        Provider provider = providerAt(request.endpoint);
        provider.capabilities.maxOutputTokens = 64000;
        request.provider = SharedProvider(provider);
        QCOMPARE(bodyOf(AnthropicCodec(), request).value(u"max_tokens"_s), QJsonValue(64000));
        request.sampling.maxTokens = -1;
        QCOMPARE(bodyOf(AnthropicCodec(), request).value(u"max_tokens"_s), QJsonValue(64000));
        request.sampling.maxTokens = 7;
        QCOMPARE(bodyOf(AnthropicCodec(), request).value(u"max_tokens"_s), QJsonValue(7));
    }

    void addresses()
    {
        GenerationRequest request = requestTo(usualId);
        for (const auto &base : {u"https://h"_s, u"https://h/"_s, u"https://h/v1"_s, u"https://h/v1/"_s}) {
            request.endpoint.baseUrl = QUrl(base);
            QCOMPARE(AnthropicCodec().encode(request, {})->url.toString(), u"https://h/v1/messages"_s);
        }
    }

    void whatTheFileWants()
    {
        GenerationRequest request = requestTo(usualId);
        request.endpoint.body = {{u"reasoning_effort"_s, "\"low\""_ba}, {u"thinking"_s, R"({"type":"adaptive"})"_ba}};
        request.sampling = only(Parameter::JsonSchema);
        const QByteArray body = AnthropicCodec().encode(request, {})->body;
        QVERIFY2(
            body.contains(
                "\"output_config\":{\"effort\":\"low\",\"format\":{\"type\":\"json_schema\",\"schema\":{\"type\": \"object\","),
            body.constData());
        QVERIFY(body.contains("\"thinking\":{\"type\":\"adaptive\"}"));
        QVERIFY(!body.contains("reasoning_effort"));
    }

    void partsAreBlocks()
    {
        GenerationRequest request = requestTo(usualId);
        const QByteArray cached = R"({"cache_control":{"type":"ephemeral"},"text":"long","type":"text"})";
        request.messages = {
            messageOfParts(Role::System, {OtherPart{u"text"_s, cached}}),
            messageOfParts(Role::User, {TextPart{u"Who?"_s}, ImagePart{u"image/png"_s, QByteArray("\0\1", 2), {}, {}},
                                        ImagePart{{}, {}, u"https://h/i.png"_s, {}}})};
        const QByteArray body = AnthropicCodec().encode(request, {})->body;
        QVERIFY2(body.contains("\"system\":[" + cached + "]"), body.constData());
        QVERIFY(body.contains(
            "{\"source\":{\"data\":\"AAE=\",\"media_type\":\"image/png\",\"type\":\"base64\"},\"type\":\"image\"}"));
        QVERIFY(body.contains("{\"source\":{\"type\":\"url\",\"url\":\"https://h/i.png\"},\"type\":\"image\"}"));
    }
};

} // namespace Tempera

QTEST_GUILESS_MAIN(Tempera::AnthropicCodecTest)
#include "tst_anthropiccodec.moc"
