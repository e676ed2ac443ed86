// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/http/requestpreview.h"

#include "app/engine/http/wires.h"
#include "tests/app/engine/http/codecfixture.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace Tempera {

using namespace CodecTesting;

namespace {

const Secret canary("sk-canary-0123456789");

QString flat(const ShownText &text)
{
    QString made;
    for (const ShownPiece &piece : text)
        made += piece.variable.isEmpty() ? piece.text : u'<' + piece.variable + u'>';
    return made;
}

QString headerOf(const ShownRequest &request, const QString &name)
{
    for (const ShownHeader &header : request.headers) {
        if (header.name.compare(name, Qt::CaseInsensitive) == 0)
            return flat(header.value);
    }
    return u"none"_s;
}

QString whole(const ShownRequest &request)
{
    QString made = flat(request.url);
    for (const ShownHeader &header : request.headers)
        made += header.name + flat(header.value);
    return made + QString::fromUtf8(request.body);
}

} // namespace

class RequestPreviewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Each API has its own place for the key, and what is shown is what the codec sends.
    void everyWire_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("header");
        QTest::addColumn<QString>("value");
        QTest::newRow("chat") << u"openai:chat:gpt-4o-mini"_s << u"authorization"_s << u"Bearer <OPENAI_API_KEY>"_s;
        QTest::newRow("responses") << u"openai:responses:gpt-4.1"_s << u"authorization"_s << u"Bearer <OPENAI_API_KEY>"_s;
        QTest::newRow("anthropic") << u"anthropic:messages:claude-sonnet-4-5"_s << u"x-api-key"_s << u"<ANTHROPIC_API_KEY>"_s;
        QTest::newRow("gemini") << u"google:gemini-2.5-pro"_s << u"x-goog-api-key"_s << u"<GEMINI_API_KEY>"_s;
        QTest::newRow("azure") << u"azureopenai:chat:mine"_s << u"api-key"_s << u"<AZURE_OPENAI_API_KEY>"_s;
        QTest::newRow("ollama") << u"ollama:chat:qwen3"_s << u"authorization"_s << u"none"_s;
        QTest::newRow("completion") << u"llama:completion:mini"_s << u"authorization"_s << u"none"_s;
    }
    void everyWire()
    {
        QFETCH(QString, id);
        QFETCH(QString, header);
        GenerationRequest request = requestTo(id);
        if (request.endpoint.baseUrl.isEmpty())
            request.endpoint.baseUrl = QUrl(u"https://mine.openai.azure.com"_s);
        const Result<ShownRequest> shown = shownRequest(request, canary);
        QVERIFY2(shown, qPrintable(shown ? QString() : shown.error().detail));
        QCOMPARE(shown->way, ShownRequest::Way::Network);
        QTEST(headerOf(*shown, header), "value");
        const Wires wires = allWires();
        const bool hasKey = !request.endpoint.keyName.isEmpty();
        const WireRequest sent = codecOf(wires, providerOf(request).wire)->encode(request, hasKey ? canary : Secret()).value();
        QCOMPARE(shown->body, sent.body);
        QCOMPARE(shown->method, QString::fromLatin1(sent.method));
        QCOMPARE(flat(shown->url), QString::fromLatin1(sent.url.toEncoded()));
        for (const auto &[name, value] : sent.headers)
            QVERIFY2(headerOf(*shown, QString::fromLatin1(name)) != u"none"_s, name.constData());
        QCOMPARE(headerOf(*shown, u"user-agent"_s), u"tempera"_s);
        QVERIFY(!whole(*shown).contains(u"canary"_s));
    }

    void aServerHereIsAskedWithoutAKey()
    {
        GenerationRequest request = requestTo(u"openai:chat:m"_s);
        QCOMPARE(headerOf(shownRequest(request, {}).value(), u"authorization"_s), u"Bearer <OPENAI_API_KEY>"_s);
        request.endpoint.baseUrl = QUrl(u"http://localhost:8080/v1"_s);
        QCOMPARE(headerOf(shownRequest(request, {}).value(), u"authorization"_s), u"none"_s);
        QCOMPARE(headerOf(shownRequest(request, canary).value(), u"authorization"_s), u"Bearer <OPENAI_API_KEY>"_s);
    }

    /// What the file says may be a secret too; what is known to be none is shown.
    void theFilesOwn()
    {
        GenerationRequest request = requestTo(u"openai:chat:m"_s);
        request.endpoint.keyName = u"my key"_s;
        request.endpoint.baseUrl =
            QUrl(u"https://user:pass-word-1@gate.example:8443/sk-abcdefghijkl/v1?key=q-secret-12345&api-version=2"_s);
        request.endpoint.headers = {{u"X-Team-Token"_s, u"team-secret-12345"_s},
                                    {u"X-Title"_s, u"Grüße"_s},
                                    {u"user-agent"_s, u"own/1"_s},
                                    {u"not a name"_s, u"x"_s}};
        const Result<ShownRequest> shown = shownRequest(request, canary);
        QVERIFY2(shown, qPrintable(shown ? QString() : shown.error().detail));
        QCOMPARE(flat(shown->url),
                 u"https://<ADDRESS_USER>@gate.example:8443/<ADDRESS_PATH_KEY>/v1/chat/completions?key=<ADDRESS_KEY>"
                 "&api-version=2"_s);
        QCOMPARE(headerOf(*shown, u"X-Team-Token"_s), u"<X_TEAM_TOKEN>"_s);
        QCOMPARE(headerOf(*shown, u"X-Title"_s), u"Grüße"_s);
        QCOMPARE(headerOf(*shown, u"User-Agent"_s), u"own/1"_s);
        QCOMPARE(headerOf(*shown, u"Authorization"_s), u"Bearer <MY_KEY>"_s);
        QCOMPARE(headerOf(*shown, u"not a name"_s), u"none"_s); // nor is it sent
        const QString all = whole(*shown);
        for (const QString &secret : {u"pass-word-1"_s, u"q-secret"_s, u"team-secret"_s, u"canary"_s, u"abcdefghijkl"_s})
            QVERIFY2(!all.contains(secret), qPrintable(all));
    }

    void aKeyInThePromptIsNotShown()
    {
        GenerationRequest request = requestTo(u"openai:chat:m"_s);
        request.messages = {{Role::User, u"My key is sk-canary-0123456789."_s}};
        const Result<ShownRequest> shown = shownRequest(request, canary);
        QVERIFY(shown);
        QVERIFY(!whole(*shown).contains(u"canary"_s));
        QVERIFY(shown->body.contains("My key is [redacted]."));
        QVERIFY(QJsonDocument::fromJson(shown->body).isObject());
    }

    void whatCannotBeSentIsSaid()
    {
        GenerationRequest request = requestTo(u"anthropic:messages:claude-sonnet-4-5"_s);
        request.sampling.seed = 1;
        QCOMPARE(shownRequest(request, canary).error().kind, ErrorKind::UnsupportedParameter);
    }
};

} // namespace Tempera

QTEST_GUILESS_MAIN(Tempera::RequestPreviewTest)
#include "tst_requestpreview.moc"
