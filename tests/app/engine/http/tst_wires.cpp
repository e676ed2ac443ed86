// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/engine/http/httpfixture.h"
#include "tests/support/goldenfile.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Tempera {

using namespace HttpTesting;

/// Every API that the program speaks, over a socket: place, key, framing and answer belong together.
class WiresTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itIsSpoken_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("keyHeader");
        const auto row = [](const char *id, const char *file, const char *path, const char *keyHeader,
                            const char *type = "text/event-stream") {
            QTest::newRow(id) << QString::fromLatin1(id) << QString::fromLatin1(file) << QByteArray(type) << QByteArray(path)
                              << QByteArray(keyHeader);
        };
        row("openai:chat:m", "openai/openai", "/v1/chat/completions", "authorization");
        row("groq:m", "openai/openai", "/v1/chat/completions", "authorization");
        row("openai:responses:m", "responses/responses", "/v1/responses", "authorization");
        row("anthropic:messages:m", "anthropic/anthropic", "/v1/messages", "x-api-key");
        row("google:m", "gemini/gemini", "/v1/models/m:streamGenerateContent?alt=sse", "x-goog-api-key");
        row("azureopenai:chat:m", "openai/openai", "/v1/openai/deployments/m/chat/completions?api-version=2024-10-21", "api-key");
        row("ollama:chat:m", "ollama/ollama", "/api/chat", "authorization", "application/x-ndjson");
        row("llama:completion:m", "llamacpp/completion", "/completion", "authorization");
    }
    void itIsSpoken()
    {
        QFETCH(QString, id);
        QFETCH(QString, file);
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, keyHeader);
        const QByteArray stream = testData(u"codecs/"_s + file + u".stream.txt"_s);
        House house;
        KeyRing keys;
        keys.insert(u"THE_KEY"_s, Secret("ring-7"));
        house.engine.setKeys(keys);
        house.server.enqueue(
            ScriptedAnswer::raw("HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\nConnection: close\r\n\r\n" + stream));
        GenerationRequest request = house.request(0);
        request.endpoint = endpointFromId(id, [](const QString &) { return QString(); });
        request.endpoint.baseUrl = house.server.baseUrl();
        request.endpoint.keyName = u"THE_KEY"_s;
        const Client client = house.start(request);
        QVERIFY(QTest::qWaitFor([&client] { return client.ended(); }, 10s));
        const QStringList expected =
            QString::fromUtf8(testData(u"codecs/"_s + file + u".events.txt"_s)).split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(client.lines(), expected);
        const ScriptedRequest &asked = house.server.requests().front();
        QTEST(asked.path, "path");
        QVERIFY2(asked.headers.value(keyHeader).endsWith("ring-7"), asked.headers.value(keyHeader).constData());
        QCOMPARE(asked.headers.values().join(' ').count("ring-7"), 1);
    }
};

} // namespace Tempera

QTEST_GUILESS_MAIN(Tempera::WiresTest)
#include "tst_wires.moc"
