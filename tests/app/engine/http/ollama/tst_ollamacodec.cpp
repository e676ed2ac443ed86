// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/http/ollama/ollamacodec.h"

#include "tests/app/engine/http/codecfixture.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace Tempera {

using namespace CodecTesting;

namespace {

const QString folder = u"codecs/ollama/"_s;
const QString usualId = u"ollama:chat:qwen3:8b"_s;

} // namespace

class OllamaCodecTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plainRequest() { QVERIFY(writesRequest(OllamaCodec(), requestTo(usualId), folder, u"plain"_s)); }
    void everySettingIsSent()
    {
        GenerationRequest request = requestTo(usualId);
        request.sampling = everythingFor(request.endpoint);
        QVERIFY(writesRequest(OllamaCodec(), request, folder, u"sampling"_s));
    }
    void eachSettingIsSentOrRefused() { QVERIFY(sendsOrRefuses(OllamaCodec(), requestTo(usualId))); }

    void streams_data() { addFiles(folder, u"stream.txt"_s); }
    void streams()
    {
        QFETCH(QString, name);
        QVERIFY(readsStream(OllamaCodec(), requestTo(usualId), folder, name));
    }
    void truncatedStreamsNeverEndWell()
    {
        QVERIFY(failsUntil(OllamaCodec(), requestTo(usualId), testData(folder + u"ollama.stream.txt"_s), "\"done\":true"));
    }
    void answers_data() { addFiles(folder, u"answer.json"_s); }
    void answers()
    {
        QFETCH(QString, name);
        QVERIFY(readsWhole(OllamaCodec(), requestTo(usualId), folder, name));
    }

    void addresses()
    {
        GenerationRequest request = requestTo(usualId);
        for (const auto &base : {u"http://h:11434"_s, u"http://h:11434/"_s, u"http://h:11434/v1"_s, u"http://h:11434/v1/"_s}) {
            request.endpoint.baseUrl = QUrl(base);
            QCOMPARE(OllamaCodec().encode(request, {})->url.toString(), u"http://h:11434/api/chat"_s);
        }
    }

    /// A longer prompt would be cut without a word; a shorter one leaves the model as it is loaded.
    void theContextIsLargeEnough()
    {
        const auto context = [](const GenerationRequest &request) {
            return bodyOf(OllamaCodec(), request).value(u"options"_s).toObject().value(u"num_ctx"_s);
        };
        GenerationRequest request = requestTo(usualId);
        QVERIFY(context(request).isUndefined());
        request.sampling.maxTokens = 4000;
        QVERIFY(context(request).isUndefined());
        request.messages = {{Role::User, QString(30'000, u'a')}};
        QCOMPARE(context(request), QJsonValue(16384));
        request.endpoint.body.insert(u"num_ctx"_s, "8192"_ba); // the file knows better
        QCOMPARE(context(request), QJsonValue(8192));
        request.endpoint.body = {{u"options"_s, R"({"num_ctx":2048,"num_gpu":0})"_ba}};
        QCOMPARE(context(request), QJsonValue(2048));
    }

    void whatTheFileWants()
    {
        GenerationRequest request = requestTo(usualId);
        request.sampling = only(Parameter::JsonSchema);
        request.endpoint.body = {{u"think"_s, "false"_ba}, {u"keep_alive"_s, "\"5m\""_ba}, {u"num_gpu"_s, "1"_ba}};
        const QByteArray body = OllamaCodec().encode(request, {})->body;
        QVERIFY2(body.contains("\"think\":false"), body.constData());
        QVERIFY(body.contains("\"keep_alive\":\"5m\""));
        QVERIFY(body.contains("\"options\":{\"num_gpu\":1}"));
        QVERIFY(body.contains("\"format\":{\"type\": \"object\","));
        request.endpoint.body = {{u"reasoning_effort"_s, "\"high\""_ba}};
        QVERIFY(OllamaCodec().encode(request, {})->body.contains("\"think\":\"high\""));
    }

    void imagesAreBytes()
    {
        GenerationRequest request = requestTo(usualId);
        request.messages = {
            messageOfParts(Role::User, {TextPart{u"Who?"_s}, ImagePart{u"image/png"_s, QByteArray("\0\1", 2), {}, {}}})};
        QVERIFY(
            OllamaCodec().encode(request, {})->body.contains("{\"content\":\"Who?\",\"images\":[\"AAE=\"],\"role\":\"user\"}"));
        request.messages = {messageOfParts(Role::User, {ImagePart{{}, {}, u"https://h/i.png"_s, {}}})};
        QCOMPARE(OllamaCodec().encode(request, {}).error().kind, ErrorKind::BadRequest);
    }

    void allTokensAreAll()
    {
        GenerationRequest request = requestTo(usualId);
        request.sampling.topK = -1;
        request.sampling.maxTokens = -1;
        QVERIFY(OllamaCodec().encode(request, {})->body.contains("\"options\":{\"top_k\":0}"));
    }
};

} // namespace Tempera

QTEST_GUILESS_MAIN(Tempera::OllamaCodecTest)
#include "tst_ollamacodec.moc"
