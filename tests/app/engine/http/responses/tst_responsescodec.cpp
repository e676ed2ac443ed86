// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/http/responses/responsescodec.h"

#include "tests/app/engine/http/codecfixture.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace Tempera {

using namespace CodecTesting;

namespace {

const QString folder = u"codecs/responses/"_s;
const QString usualId = u"openai:responses:gpt-5.1"_s;

} // namespace

class ResponsesCodecTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plainRequest() { QVERIFY(writesRequest(ResponsesCodec(), requestTo(usualId), folder, u"plain"_s)); }
    void everySettingIsSent()
    {
        GenerationRequest request = requestTo(usualId);
        request.sampling = everythingFor(request.endpoint);
        QVERIFY(writesRequest(ResponsesCodec(), request, folder, u"sampling"_s));
    }
    void eachSettingIsSentOrRefused() { QVERIFY(sendsOrRefuses(ResponsesCodec(), requestTo(usualId))); }

    void streams_data() { addFiles(folder, u"stream.txt"_s); }
    void streams()
    {
        QFETCH(QString, name);
        QVERIFY(readsStream(ResponsesCodec(), requestTo(usualId), folder, name));
    }
    void truncatedStreamsNeverEndWell()
    {
        QVERIFY(failsUntil(ResponsesCodec(), requestTo(usualId), testData(folder + u"responses.stream.txt"_s),
                           "event: response.completed"));
    }
    void answers_data() { addFiles(folder, u"answer.json"_s); }
    void answers()
    {
        QFETCH(QString, name);
        QVERIFY(readsWhole(ResponsesCodec(), requestTo(usualId), folder, name));
    }

    void whatTheFileWants()
    {
        GenerationRequest request = requestTo(usualId);
        request.endpoint.body = {{u"reasoning_effort"_s, "\"low\""_ba}, {u"verbosity"_s, "\"high\""_ba}, {u"store"_s, "true"_ba}};
        request.sampling = only(Parameter::JsonSchema);
        const QByteArray body = ResponsesCodec().encode(request, {})->body;
        QVERIFY2(
            body.contains(
                "\"text\":{\"format\":{\"type\":\"json_schema\",\"name\":\"answer\",\"strict\":true,\"schema\":{\"type\": \"object\","),
            body.constData());
        QVERIFY(body.contains(",\"verbosity\":\"high\"}"));
        QVERIFY(body.contains("\"reasoning\":{\"effort\":\"low\"}"));
        QVERIFY(body.contains("\"store\":true"));
        request.endpoint.body = {{u"store"_s, "false"_ba}, {u"reasoning"_s, R"({"summary":"auto"})"_ba}};
        QVERIFY(ResponsesCodec().encode(request, {})->body.contains("\"store\":false"));
        QVERIFY(ResponsesCodec().encode(request, {})->body.contains("\"reasoning\":{\"summary\":\"auto\"}"));
    }

    /// What chat completions have in members of their own is beside the type here.
    void wordsOfChatCompletions()
    {
        GenerationRequest request = requestTo(usualId);
        request.endpoint.body = {
            {u"response_format"_s,
             "{\"type\": \"json_schema\", \"json_schema\": {\"name\": \"n\", \"schema\": {\"z\": 1, \"a\": 2}}}"_ba},
            {u"tools"_s,
             "[{\"type\": \"function\", \"function\": {\"name\": \"f\", \"parameters\": {\"z\": 1, \"a\": 2}}}, {\"type\": \"web_search\"}]"_ba},
            {u"tool_choice"_s, "{\"type\": \"function\", \"function\": {\"name\": \"f\"}}"_ba}};
        const QByteArray body = ResponsesCodec().encode(request, {})->body;
        const QJsonObject sent = QJsonDocument::fromJson(body).object();
        QVERIFY(!sent.contains("response_format"_L1));
        const QJsonObject format = sent.value("text"_L1).toObject().value("format"_L1).toObject();
        QCOMPARE(format.keys(), (QStringList{u"name"_s, u"schema"_s, u"strict"_s, u"type"_s}));
        QCOMPARE(format.value("name"_L1), QJsonValue(u"n"_s));
        QVERIFY(body.contains("{\"z\": 1, \"a\": 2}"));
        QCOMPARE(sent.value("tools"_L1).toArray().at(0).toObject().value("name"_L1), QJsonValue(u"f"_s));
        QCOMPARE(sent.value("tools"_L1).toArray().at(0).toObject().value("type"_L1), QJsonValue(u"function"_s));
        QCOMPARE(sent.value("tools"_L1).toArray().at(1).toObject().value("type"_L1), QJsonValue(u"web_search"_s));
        QCOMPARE(sent.value("tool_choice"_L1).toObject(), (QJsonObject{{u"type"_s, u"function"_s}, {u"name"_s, u"f"_s}}));
        for (const QByteArray &format :
             {"{\"type\":\"json_object\"}"_ba, "{\"type\":\"json_schema\",\"name\":\"m\",\"strict\":false,\"schema\":{}}"_ba}) {
            request.endpoint.body = {{u"response_format"_s, format}, {u"verbosity"_s, "\"low\""_ba}};
            const QJsonObject text =
                QJsonDocument::fromJson(ResponsesCodec().encode(request, {})->body).object().value("text"_L1).toObject();
            QCOMPARE(text.value("format"_L1).toObject(), QJsonDocument::fromJson(format).object());
            QCOMPARE(text.value("verbosity"_L1), QJsonValue(u"low"_s));
        }
    }

    void partsAreInputs()
    {
        GenerationRequest request = requestTo(usualId);
        request.messages = {
            messageOfParts(Role::User, {TextPart{u"Who?"_s}, ImagePart{u"image/png"_s, QByteArray("\0\1", 2), {}, u"low"_s}}),
            messageOfParts(Role::Assistant, {TextPart{u"Me."_s}})};
        const QByteArray body = ResponsesCodec().encode(request, {})->body;
        QVERIFY2(
            body.contains(
                "[{\"text\":\"Who?\",\"type\":\"input_text\"},{\"detail\":\"low\",\"image_url\":\"data:image/png;base64,AAE=\",\"type\":\"input_image\"}]"),
            body.constData());
        QVERIFY(body.contains("[{\"text\":\"Me.\",\"type\":\"output_text\"}]"));
        QVERIFY(!body.contains("instructions"));
    }

    void aTraceAsksForTheLikeliestTokens()
    {
        GenerationRequest request = requestTo(usualId);
        request.wantTrace = true;
        const QByteArray body = ResponsesCodec().encode(request, {})->body;
        QVERIFY(body.contains("\"include\":[\"message.output_text.logprobs\"]"));
        QVERIFY(body.contains("\"top_logprobs\":20"));
    }
};

} // namespace Tempera

QTEST_GUILESS_MAIN(Tempera::ResponsesCodecTest)
#include "tst_responsescodec.moc"
