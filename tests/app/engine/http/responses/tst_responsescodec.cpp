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
        QVERIFY(failsUntil(ResponsesCodec(), requestTo(usualId), testData(folder + u"responses.stream.txt"_s), "event: response.completed"));
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
        QVERIFY2(body.contains("\"text\":{\"format\":{\"type\":\"json_schema\",\"name\":\"answer\",\"strict\":true,\"schema\":{\"type\": \"object\","),
                 body.constData());
        QVERIFY(body.contains(",\"verbosity\":\"high\"}"));
        QVERIFY(body.contains("\"reasoning\":{\"effort\":\"low\"}"));
        QVERIFY(body.contains("\"store\":true"));
        request.endpoint.body = {{u"store"_s, "false"_ba}, {u"reasoning"_s, R"({"summary":"auto"})"_ba}};
        QVERIFY(ResponsesCodec().encode(request, {})->body.contains("\"store\":false"));
        QVERIFY(ResponsesCodec().encode(request, {})->body.contains("\"reasoning\":{\"summary\":\"auto\"}"));
    }

    void partsAreInputs()
    {
        GenerationRequest request = requestTo(usualId);
        request.messages = {messageOfParts(Role::User, {TextPart{u"Who?"_s}, ImagePart{u"image/png"_s, QByteArray("\0\1", 2), {}, u"low"_s}}),
                            messageOfParts(Role::Assistant, {TextPart{u"Me."_s}})};
        const QByteArray body = ResponsesCodec().encode(request, {})->body;
        QVERIFY2(body.contains("[{\"text\":\"Who?\",\"type\":\"input_text\"},{\"detail\":\"low\",\"image_url\":\"data:image/png;base64,AAE=\",\"type\":\"input_image\"}]"),
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
