// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/http/gemini/geminicodec.h"

#include "tests/app/engine/http/codecfixture.h"

#include <QHttpHeaders>
#include <QTest>

using namespace Qt::StringLiterals;

namespace Tempera {

using namespace CodecTesting;

namespace {

const QString folder = u"codecs/gemini/"_s;
const QString usualId = u"google:gemini-3-pro-preview"_s;

} // namespace

class GeminiCodecTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plainRequest() { QVERIFY(writesRequest(GeminiCodec(), requestTo(usualId), folder, u"plain"_s)); }
    void everySettingIsSent()
    {
        GenerationRequest request = requestTo(usualId);
        request.sampling = everythingFor(request.endpoint);
        QVERIFY(writesRequest(GeminiCodec(), request, folder, u"sampling"_s));
    }
    void eachSettingIsSentOrRefused() { QVERIFY(sendsOrRefuses(GeminiCodec(), requestTo(usualId))); }

    void streams_data() { addFiles(folder, u"stream.txt"_s); }
    void streams()
    {
        QFETCH(QString, name);
        QVERIFY(readsStream(GeminiCodec(), requestTo(usualId), folder, name));
    }
    void truncatedStreamsNeverEndWell()
    {
        QVERIFY(failsUntil(GeminiCodec(), requestTo(usualId), testData(folder + u"gemini.stream.txt"_s), "\"STOP\""));
    }
    void answers_data() { addFiles(folder, u"answer.json"_s); }
    void answers()
    {
        QFETCH(QString, name);
        QVERIFY(readsWhole(GeminiCodec(), requestTo(usualId), folder, name));
    }

    /// The header tells the tier where the usage does not.
    void theHeadTellsTheTier_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QString>("answer");
        QTest::addColumn<QByteArray>("end");
        QTest::newRow("flex") << "flex"_ba << u"whole"_s << " tier=flex\n"_ba;
        QTest::newRow("standard") << "Standard"_ba << u"whole"_s << " tier=standard\n"_ba;
        QTest::newRow("a gateway's own word") << "paid"_ba << u"whole"_s << " reasoning=30\n"_ba;
        QTest::newRow("the usage knows better") << "standard"_ba << u"whole-priority"_s << " tier=priority\n"_ba;
    }
    void theHeadTellsTheTier()
    {
        QFETCH(QByteArray, header);
        QFETCH(QString, answer);
        QFETCH(QByteArray, end);
        QHttpHeaders headers;
        headers.append("X-Gemini-Service-Tier", header);
        const auto decoder = GeminiCodec().decoder(requestTo(usualId));
        decoder->head(headers);
        const QByteArray told = lines(decoder->whole(testData(folder + answer + u".answer.json"_s)));
        QVERIFY2(told.endsWith(end), told.constData());
    }

    void addresses_data()
    {
        QTest::addColumn<QString>("base");
        QTest::addColumn<QString>("version");
        QTest::addColumn<QString>("url");
        const QString usual = u"https://h/v1beta/models/m:streamGenerateContent?alt=sse"_s;
        QTest::newRow("host") << u"https://h"_s << QString() << usual;
        QTest::newRow("version") << u"https://h/v1beta/"_s << QString() << usual;
        QTest::newRow("another version") << u"https://h/v1beta"_s << u"v1alpha"_s
                                         << u"https://h/v1alpha/models/m:streamGenerateContent?alt=sse"_s;
        QTest::newRow("query") << u"https://h/v1?x=1"_s << QString()
                               << u"https://h/v1/models/m:streamGenerateContent?x=1&alt=sse"_s;
    }
    void addresses()
    {
        QFETCH(QString, base);
        QFETCH(QString, version);
        GenerationRequest request = requestTo(u"google:m"_s);
        request.endpoint.baseUrl = QUrl(base);
        request.endpoint.apiVersion = version;
        QTEST(GeminiCodec().encode(request, {})->url.toString(), "url");
    }

    /// A seed is what was sent, which is less than what was set.
    void seedsAreOf31Bits()
    {
        GenerationRequest request = requestTo(usualId);
        request.sampling.seed = (quint64(1) << 40) + 7;
        QCOMPARE(bodyOf(GeminiCodec(), request).value(u"generationConfig"_s).toObject().value(u"seed"_s), QJsonValue(7));
        const GenerationBatch events = GeminiCodec().decoder(request)->whole(testData(folder + u"whole.answer.json"_s));
        QCOMPARE(std::get<Event::Finished>(events.back()).seed, 7U);
    }

    void whatTheFileWants()
    {
        GenerationRequest request = requestTo(usualId);
        request.sampling.temperature = 0.5;
        request.sampling.topK = 7;
        request.endpoint.body = {{u"reasoning_effort"_s, "\"low\""_ba},
                                 {u"generationConfig"_s, R"({"topK": 9, "responseSchema": {"z": 1, "a": 2}})"_ba}};
        const QByteArray body = GeminiCodec().encode(request, {})->body;
        QVERIFY2(body.contains("\"generationConfig\":{\"topK\": 9, \"responseSchema\": {\"z\": 1, \"a\": 2},\"temperature\":0.5,"
                               "\"thinkingConfig\":{\"thinkingLevel\":\"LOW\"}}"),
                 body.constData());
        request.endpoint.body = {{u"reasoning_effort"_s, "\"none\""_ba}};
        QVERIFY(GeminiCodec().encode(request, {})->body.contains("\"thinkingConfig\":{\"thinkingBudget\":0}"));
    }

    void partsAreParts()
    {
        GenerationRequest request = requestTo(usualId);
        const QByteArray sound = R"({"input_audio":{"data":"AA==","format":"wav"},"type":"input_audio"})";
        request.messages = {
            messageOfParts(Role::User, {TextPart{u"Who?"_s}, ImagePart{u"image/png"_s, QByteArray("\0\1", 2), {}, {}},
                                        OtherPart{u"input_audio"_s, sound}}),
            {Role::Assistant, u"Me."_s}};
        const QByteArray body = GeminiCodec().encode(request, {})->body;
        QVERIFY2(body.contains("{\"parts\":[{\"text\":\"Who?\"},{\"inlineData\":{\"data\":\"AAE=\",\"mimeType\":\"image/png\"}},"
                               "{\"inlineData\":{\"data\":\"AA==\",\"mimeType\":\"audio/wav\"}}],\"role\":\"user\"}"),
                 body.constData());
        QVERIFY(body.contains("{\"parts\":[{\"text\":\"Me.\"}],\"role\":\"model\"}"));
        QVERIFY(!body.contains("systemInstruction"));
    }

    void aTraceAsksForTheLikeliestTokens()
    {
        GenerationRequest request = requestTo(usualId);
        request.wantTrace = true;
        const QJsonObject config = bodyOf(GeminiCodec(), request).value(u"generationConfig"_s).toObject();
        QCOMPARE(config.value(u"responseLogprobs"_s), QJsonValue(true));
        QCOMPARE(config.value(u"logprobs"_s), QJsonValue(20));
    }
};

} // namespace Tempera

QTEST_GUILESS_MAIN(Tempera::GeminiCodecTest)
#include "tst_geminicodec.moc"
