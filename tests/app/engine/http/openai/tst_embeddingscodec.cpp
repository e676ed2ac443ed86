// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/http/openai/embeddingscodec.h"

#include "app/engine/http/wires.h"
#include "tests/app/engine/http/httpfixture.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

namespace Tempera {

using namespace HttpTesting;

namespace {

GenerationRequest vectorRequest(const QString &id)
{
    GenerationRequest request;
    request.endpoint = endpointFromId(id, [](const QString &) { return QString(); });
    request.messages = {{Role::User, u"Grüße"_s}, {Role::User, u"a \"lamp\""_s}};
    return request;
}

/// Told in another order than asked.
const QByteArray twoVectors = "{\"object\":\"list\",\"model\":\"small-2\",\"data\":["
                              "{\"object\":\"embedding\",\"index\":1,\"embedding\":[0.5,-1]},"
                              "{\"object\":\"embedding\",\"index\":0,\"embedding\":[1,0.25]}],"
                              "\"usage\":{\"prompt_tokens\":7,\"total_tokens\":7}}";

GenerationBatch readWhole(const QByteArray &body)
{
    return EmbeddingsCodec().decoder(vectorRequest(u"openai:embedding:small"_s))->whole(body);
}

} // namespace

class EmbeddingsCodecTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsSent()
    {
        const Result<WireRequest> wire = EmbeddingsCodec().encode(vectorRequest(u"openai:embedding:small"_s), Secret("k"));
        QVERIFY(wire);
        QCOMPARE(wire->url, QUrl(u"https://api.openai.com/v1/embeddings"_s));
        QCOMPARE(wire->method, "POST");
        const QJsonObject body = QJsonDocument::fromJson(wire->body).object();
        QCOMPARE(body, (QJsonObject{{u"input"_s, QJsonArray{u"Grüße"_s, u"a \"lamp\""_s}},
                                    {u"model"_s, u"small"_s},
                                    {u"encoding_format"_s, u"float"_s}}));
        QVERIFY(wire->headers.contains(std::pair<QByteArray, QByteArray>("Authorization", "Bearer k")));
    }

    /// Members that a file wants ("dimensions") go with it.
    void membersOfTheFile()
    {
        GenerationRequest request = vectorRequest(u"openai:embedding:small"_s);
        request.endpoint.body = {{u"dimensions"_s, "256"}};
        const Result<WireRequest> wire = EmbeddingsCodec().encode(request, {});
        QCOMPARE(QJsonDocument::fromJson(wire->body).object().value(u"dimensions"_s), QJsonValue(256));
    }

    void whatCannotBeSent()
    {
        GenerationRequest request = vectorRequest(u"openai:embedding:small"_s);
        request.sampling.temperature = 0.5;
        QVERIFY(!EmbeddingsCodec().encode(request, {}));
        request = vectorRequest(u"openai:embedding:small"_s);
        request.messages.clear();
        QVERIFY(!EmbeddingsCodec().encode(request, {}));
    }

    void whoSpeaksIt_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("address");
        QTest::newRow("OpenAI") << u"openai:embedding:m"_s << u"https://api.openai.com/v1/embeddings"_s;
        QTest::newRow("OpenAI, plural") << u"openai:embeddings:m"_s << u"https://api.openai.com/v1/embeddings"_s;
        QTest::newRow("llama-server") << u"llama:embedding:m"_s << u"http://localhost:8080/v1/embeddings"_s;
        QTest::newRow("Ollama") << u"ollama:embeddings:m"_s << u"http://localhost:11434/v1/embeddings"_s;
        QTest::newRow("LocalAI") << u"localai:embedding:m"_s << u"http://localhost:8080/v1/embeddings"_s;
        QTest::newRow("Mistral") << u"mistral:embedding:m"_s << u"https://api.mistral.ai/v1/embeddings"_s;
    }
    void whoSpeaksIt()
    {
        QFETCH(const QString, id);
        QFETCH(const QString, address);
        const GenerationRequest request = vectorRequest(id);
        const Wires wires = allWires();
        const Codec *codec = codecOf(wires, providerOf(request).wire);
        QVERIFY(codec);
        QCOMPARE(codec->wire(), openAiEmbeddingsWire);
        QCOMPARE(codec->encode(request, {})->url.toString(), address);
        QCOMPARE(request.endpoint.model, u"m"_s);
    }

    void vectorsStandAsTheTextsDo()
    {
        const GenerationBatch events = readWhole(twoVectors);
        QCOMPARE(events.size(), 3U);
        QCOMPARE(std::get<Event::Started>(events[0]).model, u"small-2"_s);
        QCOMPARE(std::get<Event::Embedded>(events[1]).vectors, (EmbeddingList{{1, 0.25F}, {0.5F, -1}}));
        const auto &finished = std::get<Event::Finished>(events[2]);
        QCOMPARE(finished.usage.inputTokens, 7);
        QCOMPARE(finished.usage.outputTokens, 0);
        QCOMPARE(finished.usage.exactness, Exactness::Exact);
    }

    void whatIsNoAnswer_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("no JSON") << "<html>"_ba;
        QTest::newRow("a chat") << R"j({"choices":[{"message":{"content":"x"}}]})j"_ba;
        QTest::newRow("too few") << R"j({"data":[{"embedding":[1]}]})j"_ba;
        QTest::newRow("too many") << R"j({"data":[{"embedding":[1]},{"embedding":[1]},{"embedding":[1]}]})j"_ba;
        QTest::newRow("twice the same") << R"j({"data":[{"index":0,"embedding":[1]},{"index":0,"embedding":[1]}]})j"_ba;
        QTest::newRow("a wrong number") << R"j({"data":[{"index":0,"embedding":[1]},{"index":9,"embedding":[1]}]})j"_ba;
        QTest::newRow("empty") << R"j({"data":[{"embedding":[]},{"embedding":[]}]})j"_ba;
        QTest::newRow("no numbers") << R"j({"data":[{"embedding":["x"]},{"embedding":[1]}]})j"_ba;
        QTest::newRow("too large") << R"j({"data":[{"embedding":[1e300]},{"embedding":[1]}]})j"_ba;
        QTest::newRow("not equally long") << R"j({"data":[{"embedding":[1]},{"embedding":[1,2]}]})j"_ba;
        QTest::newRow("base64") << R"j({"data":[{"embedding":"AACAPw=="},{"embedding":"AACAPw=="}]})j"_ba;
        QTest::newRow("an error") << R"j({"error":{"message":"This server does not support embeddings."}})j"_ba;
    }
    void whatIsNoAnswer()
    {
        QFETCH(const QByteArray, body);
        const GenerationBatch events = readWhole(body);
        QCOMPARE(events.size(), 1U);
        QVERIFY(std::holds_alternative<Event::Failed>(events[0]));
        QVERIFY(!std::get<Event::Failed>(events[0]).error.detail.isEmpty());
    }

    /// Through the whole backend, against a server on this machine.
    void overTheWire()
    {
        House house;
        house.server.enqueue(ScriptedAnswer::whole(200, twoVectors));
        GenerationRequest request = house.request();
        request.endpoint.wire = openAiEmbeddingsWire;
        request.sampling = {};
        request.messages = {{Role::User, u"a"_s}, {Role::User, u"b"_s}};
        const Client client = house.start(request);
        QTRY_VERIFY(client.ended());
        QCOMPARE(house.server.requests().front().path, "/v1/embeddings"_ba);
        EmbeddingList vectors;
        for (const GenerationEvent &event : *client.heard) {
            if (const auto *embedded = std::get_if<Event::Embedded>(&event))
                vectors = embedded->vectors;
        }
        QCOMPARE(vectors, (EmbeddingList{{1, 0.25F}, {0.5F, -1}}));
        QVERIFY(std::holds_alternative<Event::Finished>(client.heard->back()));
    }
};

} // namespace Tempera

QTEST_GUILESS_MAIN(Tempera::EmbeddingsCodecTest)
#include "tst_embeddingscodec.moc"
