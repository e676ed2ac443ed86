// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/http/openai/openaichatcodec.h"

#include "models/core/provider.h"
#include "tests/app/engine/http/codecfixture.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace Tempera {

using namespace CodecTesting;

namespace {

const QString folder = u"codecs/openai/"_s;

/// Ollama by its address: its ids mean its own API.
GenerationRequest chatRequestTo(const QString &id)
{
    GenerationRequest request = CodecTesting::requestTo(id);
    if (id.startsWith(u"ollama:"_s)) {
        request.endpoint.wire.clear();
        request.endpoint.baseUrl = QUrl(u"http://localhost:11434/v1"_s);
    }
    return request;
}

} // namespace

class OpenAiChatCodecTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void requests_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<bool>("all");
        QTest::newRow("openai-plain") << u"openai:chat:gpt-4o-mini"_s << false;
        QTest::newRow("openai-sampling") << u"openai:chat:gpt-4o-mini"_s << true;
        QTest::newRow("openrouter-plain") << u"openrouter:qwen/qwen3-8b"_s << false;
        QTest::newRow("openrouter-sampling") << u"openrouter:qwen/qwen3-8b"_s << true;
        QTest::newRow("llama-sampling") << u"llama:tempera-mini"_s << true;
        QTest::newRow("ollama-sampling") << u"ollama:chat:qwen3"_s << true;
        QTest::newRow("other-sampling") << u"localai:chat:qwen3"_s << true;
    }
    void requests()
    {
        QFETCH(QString, id);
        QFETCH(bool, all);
        GenerationRequest request = chatRequestTo(id);
        if (all)
            request.sampling = everythingFor(request.endpoint);
        QVERIFY(writesRequest(OpenAiChatCodec(), request, folder, QString::fromLatin1(QTest::currentDataTag())));
        QVERIFY(!all || OpenAiChatCodec().encode(request, {})->body.contains("9007199254740993"));
    }

    void eachParameterIsSentAlone_data()
    {
        QTest::addColumn<Parameter>("parameter");
        for (const Parameter each : allParameters())
            QTest::newRow(parameterName(each).toLatin1()) << each;
    }
    void eachParameterIsSentAlone()
    {
        QFETCH(Parameter, parameter);
        GenerationRequest request = chatRequestTo(u"llama:m"_s);
        request.sampling = only(parameter);
        const auto wire = OpenAiChatCodec().encode(request, {});
        QVERIFY(wire.has_value());
        QStringList sent = QJsonDocument::fromJson(wire->body).object().keys();
        for (const auto &always : {u"model"_s, u"messages"_s, u"stream"_s, u"stream_options"_s})
            QVERIFY(sent.removeOne(always));
        const QString name = parameter == Parameter::JsonSchema ? u"response_format"_s : parameterName(parameter);
        QCOMPARE(sent, QStringList{name});
    }

    void whatTheFileWantsIsInTheBody()
    {
        GenerationRequest request = chatRequestTo(u"openai:chat:gpt-5.1"_s);
        request.endpoint.baseUrl = QUrl(u"http://gateway.example/v1"_s);
        request.endpoint.limitName = u"max_completion_tokens"_s;
        request.sampling.maxTokens = 50;
        request.endpoint.body = {{u"reasoning_effort"_s, "\"low\""_ba},
                                 {u"response_format"_s, R"({"type":"json_schema","json_schema":{"zeta":1,"alpha":2}})"_ba},
                                 {u"stream_options"_s, "false"_ba}};
        const QByteArray text = OpenAiChatCodec().encode(request, {})->body;
        const QJsonObject body = QJsonDocument::fromJson(text).object();
        QCOMPARE(body.keys(), (QStringList{u"max_completion_tokens"_s, u"messages"_s, u"model"_s, u"reasoning_effort"_s,
                                           u"response_format"_s, u"stream"_s}));
        QCOMPARE(body.value(u"max_completion_tokens"_s), QJsonValue(50));
        QVERIFY2(text.contains("\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"zeta\":1,\"alpha\":2}}"),
                 text.constData());
        // A schema among the settings stands in the same place, once.
        request.sampling.jsonSchema = u"{\"type\":\"object\"}"_s;
        const QByteArray both = OpenAiChatCodec().encode(request, {})->body;
        QCOMPARE(both.count("response_format"), 1);
        QVERIFY(both.contains("\"schema\":{\"type\":\"object\"}"));
    }

    void partsAreSentAsParts()
    {
        GenerationRequest request = chatRequestTo(u"openai:chat:gpt-4o-mini"_s);
        const QByteArray sound = R"({"input_audio":{"data":"AA=="},"type":"input_audio"})";
        request.messages[1] =
            messageOfParts(Role::User, {TextPart{u"Who?"_s}, ImagePart{u"image/png"_s, QByteArray("\0\1", 2), {}, {}},
                                        OtherPart{u"input_audio"_s, sound}});
        const QJsonArray messages =
            QJsonDocument::fromJson(OpenAiChatCodec().encode(request, {})->body).object().value(u"messages"_s).toArray();
        QCOMPARE(messages[0].toObject().value(u"content"_s), QJsonValue(u"Be brief."_s));
        const QByteArray content =
            R"([{"text":"Who?","type":"text"},{"image_url":{"url":"data:image/png;base64,AAE="},"type":"image_url"},)" + sound
            + "]";
        QCOMPARE(QJsonDocument(messages[1].toObject().value(u"content"_s).toArray()).toJson(QJsonDocument::Compact), content);
    }

    void noLimitIsNoLimit()
    {
        for (const auto &id : {u"llama:m"_s, u"openai:chat:gpt-4o-mini"_s, u"ollama:chat:m"_s, u"openrouter:qwen/qwen3-8b"_s}) {
            GenerationRequest request = chatRequestTo(id);
            request.sampling.maxTokens = -1;
            const QByteArray body = OpenAiChatCodec().encode(request, {})->body;
            QVERIFY2(!body.contains("max_") && !body.contains("-1"), body.constData());
        }
        GenerationRequest request = chatRequestTo(u"openrouter:qwen/qwen3-8b"_s);
        request.sampling.topK = -1;
        QVERIFY(OpenAiChatCodec().encode(request, {})->body.contains("\"top_k\":0"));
        request.endpoint = chatRequestTo(u"llama:m"_s).endpoint;
        QVERIFY(OpenAiChatCodec().encode(request, {})->body.contains("\"top_k\":-1"));
    }

    void aTraceAsksForTheLikeliestTokens()
    {
        for (const auto &id : {u"llama:m"_s, u"openai:chat:gpt-4o-mini"_s, u"openrouter:qwen/qwen3-8b"_s}) {
            GenerationRequest request = chatRequestTo(id);
            QVERIFY(!OpenAiChatCodec().encode(request, {})->body.contains("logprobs")); // nothing unasked
            request.wantTrace = true;
            const QJsonObject body = QJsonDocument::fromJson(OpenAiChatCodec().encode(request, {})->body).object();
            QCOMPARE(body.value(u"logprobs"_s), QJsonValue(true));
            QCOMPARE(body.value(u"top_logprobs"_s), QJsonValue(20));
            // OpenRouter would else choose a provider that leaves them out.
            QCOMPARE(body.contains(u"provider"_s), id.startsWith(u"openrouter"_s));
        }
    }

    void tracesComeWithTheText()
    {
        const QByteArray half = R"({"token":"","logprob":-0.5,"bytes":[195],"top_logprobs":[]})";
        const QByteArray rest = R"({"token":"","logprob":-0.1,"bytes":[164],"top_logprobs":[]})";
        const auto decoder = OpenAiChatCodec().decoder(chatRequestTo(u"llama:m"_s));
        const auto frame = [&decoder](const QByteArray &choice) {
            return decoder->frame({{}, R"({"choices":[{"index":0,)" + choice + "}]}"});
        };
        // Thinking text has no place in the answer.
        QCOMPARE(eventTexts(frame("\"delta\":{\"reasoning_content\":\"hm\"},\"logprobs\":{\"content\":[" + half + "]}")),
                 (QStringList{u"reasoning hm"_s}));
        // Half a character has no text yet, but it is a token.
        QCOMPARE(eventTexts(frame("\"delta\":{\"content\":\"\"},\"logprobs\":{\"content\":[" + half + "]}")),
                 (QStringList{u"trace 1"_s}));
        const GenerationBatch events =
            frame(R"("delta":{"content":"ä","reasoning_content":null},"logprobs":{"content":[)" + rest + "]}");
        QCOMPARE(eventTexts(events), (QStringList{u"text ä"_s, u"trace 1"_s}));
        QCOMPARE(std::get<Event::TraceDelta>(events.at(1)).tokens.front()->piece, "\xa4");
        QCOMPARE(eventTexts(frame("\"delta\":{\"content\":\"b\"},\"logprobs\":null")), (QStringList{u"text b"_s}));
        const auto whole = OpenAiChatCodec().decoder(chatRequestTo(u"llama:m"_s));
        const GenerationBatch answer = whole->whole(R"({"choices":[{"message":{"content":"ä"},"logprobs":{"content":[)" + half
                                                    + "," + rest + R"(]},"finish_reason":"stop"}]})");
        QCOMPARE(eventTexts(answer).first(2), (QStringList{u"text ä"_s, u"trace 2"_s}));
    }

    /// OpenRouter's own members, beside what we ask of its choice of a provider.
    void ownChoicesOfProviders()
    {
        GenerationRequest request = chatRequestTo(u"openrouter:qwen/qwen3-8b"_s);
        request.endpoint.body = {{u"provider"_s, R"({"order": ["b", "a"], "sort": "price"})"_ba}, {u"models"_s, R"(["x/y"])"_ba}};
        QVERIFY(OpenAiChatCodec()
                    .encode(request, {})
                    ->body.contains("\"provider\":{\"order\": [\"b\", \"a\"], \"sort\": \"price\"}"));
        request.sampling.topK = 5;
        const QByteArray body = OpenAiChatCodec().encode(request, {})->body;
        QVERIFY2(body.contains("\"provider\":{\"order\": [\"b\", \"a\"], \"sort\": \"price\",\"require_parameters\":true}"),
                 body.constData());
        QVERIFY(body.contains("\"models\":[\"x/y\"]"));
        request.endpoint.body.insert(u"provider"_s, R"({"require_parameters":false})"_ba);
        QVERIFY(OpenAiChatCodec().encode(request, {})->body.contains("\"provider\":{\"require_parameters\":false}"));
    }

    void whatAnEndpointLacksIsRefused_data()
    {
        QTest::addColumn<QString>("id");
        QTest::newRow("openai") << u"openai:chat:gpt-4o-mini"_s;
        QTest::newRow("openrouter") << u"openrouter:qwen/qwen3-8b"_s;
        QTest::newRow("ollama") << u"ollama:chat:qwen3"_s;
        QTest::newRow("llama") << u"llama:m"_s;
    }
    void whatAnEndpointLacksIsRefused()
    {
        QFETCH(QString, id);
        GenerationRequest request = chatRequestTo(id);
        QStringList refused;
        for (const Parameter parameter : allParameters()) {
            request.sampling = only(parameter);
            if (parameter == Parameter::LogitBias)
                request.sampling.logitBias.removeLast();
            const auto wire = OpenAiChatCodec().encode(request, {});
            QCOMPARE(wire.has_value(), carries(providerAt(request.endpoint).dialect, parameter));
            if (wire)
                continue;
            QCOMPARE(wire.error().kind, ErrorKind::UnsupportedParameter);
            QCOMPARE(wire.error().parameter, parameterName(parameter));
            refused += wire.error().parameter;
        }
        QCOMPARE(refused.contains(u"top_k"_s), id.startsWith(u"openai"_s) || id.startsWith(u"ollama"_s));
        QCOMPARE(refused.contains(u"mirostat"_s), !id.startsWith(u"llama"_s));
        QVERIFY(!refused.contains(u"temperature"_s));
    }

    void biasesByTextNeedLlamaServer()
    {
        GenerationRequest request = chatRequestTo(u"openai:chat:gpt-4o-mini"_s);
        request.sampling = only(Parameter::LogitBias);
        const auto wire = OpenAiChatCodec().encode(request, {});
        QVERIFY(!wire.has_value());
        QCOMPARE(wire.error().kind, ErrorKind::UnsupportedParameter);
        QCOMPARE(wire.error().parameter, u"logit_bias"_s);
    }

    void schemas()
    {
        GenerationRequest request = chatRequestTo(u"llama:m"_s);
        request.sampling = only(Parameter::JsonSchema);
        const QByteArray body = OpenAiChatCodec().encode(request, {})->body;
        QVERIFY(QJsonDocument::fromJson(body).isObject());
        // The order of its properties is the order in which they are generated.
        QVERIFY(body.contains("\"properties\": {\"z\": {\"type\": \"string\"}, \"a\": {\"type\": \"integer\"}}"));
        for (const QString &broken : {u"{"_s, u"[]"_s, u"x"_s, u"{} {}"_s}) {
            request.sampling.jsonSchema = broken;
            const auto wire = OpenAiChatCodec().encode(request, {});
            QVERIFY(!wire.has_value());
            QCOMPARE(wire.error().kind, ErrorKind::BadRequest);
            QVERIFY(wire.error().detail.contains(u"json_schema"_s));
        }
    }

    void addresses_data()
    {
        QTest::addColumn<QString>("base");
        QTest::addColumn<QString>("url"); // empty = refused
        QTest::newRow("plain") << u"http://h:1/v1"_s << u"http://h:1/v1/chat/completions"_s;
        QTest::newRow("slash") << u"http://h:1/v1/"_s << u"http://h:1/v1/chat/completions"_s;
        QTest::newRow("no path") << u"https://h"_s << u"https://h/chat/completions"_s;
        QTest::newRow("query kept") << u"https://h/v1?api-version=7"_s << u"https://h/v1/chat/completions?api-version=7"_s;
        QTest::newRow("file") << u"file:///etc/passwd"_s << QString();
        QTest::newRow("no host") << u"http:///v1"_s << QString();
        QTest::newRow("no scheme") << u"localhost:8080/v1"_s << QString();
        QTest::newRow("empty") << QString() << QString();
    }
    void addresses()
    {
        QFETCH(QString, base);
        QFETCH(QString, url);
        GenerationRequest request = chatRequestTo(u"llama:m"_s);
        request.endpoint.baseUrl = QUrl(base);
        const auto wire = OpenAiChatCodec().encode(request, {});
        QCOMPARE(wire.has_value(), !url.isEmpty());
        if (wire)
            QCOMPARE(wire->url.toString(), url);
        else
            QCOMPARE(wire.error().kind, ErrorKind::Usage);
    }

    void headersAreTakenAsTheyAreOrNotAtAll()
    {
        GenerationRequest request = chatRequestTo(u"llama:m"_s);
        request.endpoint.headers.insert(u"X-Title"_s, u"Tempera"_s);
        QVERIFY(wireText(*OpenAiChatCodec().encode(request, {})).contains("X-Title: Tempera"));
        request.endpoint.headers.insert(u"X-Bad"_s, u"a\r\nAuthorization: x"_s);
        QVERIFY(!OpenAiChatCodec().encode(request, {}).has_value());
    }

    void streams_data() { addFiles(folder, u"stream.txt"_s); }
    void streams()
    {
        QFETCH(QString, name);
        QVERIFY(readsStream(OpenAiChatCodec(), chatRequestTo(u"openai:chat:gpt-4o-mini"_s), folder, name));
    }

    void truncatedStreamsNeverEndWell()
    {
        QVERIFY(failsUntil(OpenAiChatCodec(), chatRequestTo(u"openai:chat:gpt-4o-mini"_s),
                           testData(folder + u"openai.stream.txt"_s), "\"stop\""));
    }

    void answers_data() { addFiles(folder, u"answer.json"_s); }
    void answers()
    {
        QFETCH(QString, name);
        QVERIFY(readsWhole(OpenAiChatCodec(), chatRequestTo(u"llama:m"_s), folder, name));
    }

    void theSeedIsRecorded()
    {
        GenerationRequest request = chatRequestTo(u"llama:m"_s);
        request.sampling.seed = 7;
        const auto decoder = OpenAiChatCodec().decoder(request);
        QVERIFY(!decoder->frame({{}, "{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Hi\"},\"finish_reason\":\"stop\"}]}"})
                     .empty());
        const GenerationBatch events = decoder->frame({{}, "[DONE]"});
        QCOMPARE(std::get<Event::Finished>(events.back()).seed, 7U);
        QCOMPARE(std::get<Event::Finished>(events.back()).usage.exactness, Exactness::Estimate);
        QVERIFY(!std::get<Event::Finished>(events.back()).usage.inputTokens);
    }
};

} // namespace Tempera

QTEST_GUILESS_MAIN(Tempera::OpenAiChatCodecTest)
#include "tst_openaichatcodec.moc"
