// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/http/llamacpp/completioncodec.h"

#include "tests/app/engine/http/codecfixture.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace Tempera {

using namespace CodecTesting;

namespace {

const QString folder = u"codecs/llamacpp/"_s;
const QString usualId = u"llama:completion:mini"_s;

} // namespace

class CompletionCodecTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plainRequest() { QVERIFY(writesRequest(CompletionCodec(), requestTo(usualId), folder, u"plain"_s)); }
    void everySettingIsSent()
    {
        GenerationRequest request = requestTo(usualId);
        request.sampling = everythingFor(request.endpoint);
        QVERIFY(writesRequest(CompletionCodec(), request, folder, u"sampling"_s));
    }
    void eachSettingIsSentOrRefused() { QVERIFY(sendsOrRefuses(CompletionCodec(), requestTo(usualId))); }

    void streams_data() { addFiles(folder, u"stream.txt"_s); }
    void streams()
    {
        QFETCH(QString, name);
        QVERIFY(readsStream(CompletionCodec(), requestTo(usualId), folder, name));
    }
    void truncatedStreamsNeverEndWell()
    {
        QVERIFY(
            failsUntil(CompletionCodec(), requestTo(usualId), testData(folder + u"completion.stream.txt"_s), "\"stop\":true"));
    }
    void answers_data() { addFiles(folder, u"answer.json"_s); }
    void answers()
    {
        QFETCH(QString, name);
        QVERIFY(readsWhole(CompletionCodec(), requestTo(usualId), folder, name));
    }

    void addresses()
    {
        GenerationRequest request = requestTo(usualId);
        for (const auto &base : {u"http://h:8080"_s, u"http://h:8080/v1"_s, u"http://h:8080/v1/"_s}) {
            request.endpoint.baseUrl = QUrl(base);
            QCOMPARE(CompletionCodec().encode(request, {})->url.toString(), u"http://h:8080/completion"_s);
        }
    }

    void tracesAreJoinedByBytes()
    {
        GenerationRequest request = requestTo(usualId);
        request.wantTrace = true;
        QCOMPARE(bodyOf(CompletionCodec(), request).value(u"n_probs"_s), QJsonValue(20));
        const auto decoder = CompletionCodec().decoder(request);
        const GenerationBatch events = decoder->frame(
            {{},
             R"({"content":"","stop":false,"completion_probabilities":[{"id":5,"token":"","bytes":[195],"logprob":-0.5,"top_logprobs":[]}]})"});
        QCOMPARE(eventTexts(events), QStringList{u"trace 1"_s});
        QCOMPARE(std::get<Event::TraceDelta>(events.front()).tokens.front()->piece, "\xc3");
    }

    void allTokensAreAll()
    {
        GenerationRequest request = requestTo(usualId);
        request.sampling.topK = -1;
        request.sampling.maxTokens = -1;
        const QJsonObject body = bodyOf(CompletionCodec(), request);
        QCOMPARE(body.value(u"top_k"_s), QJsonValue(-1));
        QVERIFY(!body.contains(u"n_predict"_s));
    }

    void onlyTextIsContinued()
    {
        GenerationRequest request = requestTo(usualId);
        request.messages = {messageOfParts(Role::User, {ImagePart{u"image/png"_s, "x"_ba, {}, {}}})};
        const auto wire = CompletionCodec().encode(request, {});
        QVERIFY(!wire);
        QVERIFY2(wire.error().detail.contains(u"an image"_s), qPrintable(wire.error().detail));
    }
};

} // namespace Tempera

QTEST_GUILESS_MAIN(Tempera::CompletionCodecTest)
#include "tst_completioncodec.moc"
