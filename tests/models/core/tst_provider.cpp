// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/cell.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

Endpoint endpointAt(const QString &id, const QString &address = {})
{
    Endpoint endpoint = endpointFromId(id, [](const QString &) { return QString(); });
    if (!address.isEmpty())
        endpoint.baseUrl = QUrl(address);
    return endpoint;
}

Capabilities refusing(const QList<Parameter> &parameters)
{
    Capabilities capabilities;
    for (const Parameter parameter : parameters)
        capabilities.refused.insert(parameter, u"No."_s);
    return capabilities;
}

} // namespace

class ProviderTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatAnEndpointSays_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("address"); // empty: the id's own
        QTest::addColumn<QString>("wire");
        QTest::addColumn<Dialect>("dialect");
        QTest::addColumn<bool>("isThisMachine");
        QTest::addColumn<bool>("isOwn");
        const auto row = [](const char *name, const QString &id, const QString &address, const QString &wire, Dialect dialect,
                            bool isThisMachine,
                            bool isOwn) { QTest::newRow(name) << id << address << wire << dialect << isThisMachine << isOwn; };
        using enum Dialect;
        const QString chat = u"openai-chat"_s;
        row("OpenAI", u"openai:chat:gpt-4o"_s, {}, chat, OpenAi, false, false);
        row("OpenAI's regions", u"openai:chat:gpt-4o"_s, u"https://eu.api.openai.com/v1"_s, chat, OpenAi, false, false);
        row("not OpenAI", u"openai:chat:gpt-4o"_s, u"https://api.openai.com.evil.example/v1"_s, chat, Other, false, false);
        row("not OpenAI either", u"openai:chat:gpt-4o"_s, u"https://evilapi.openai.com/v1"_s, chat, Other, false, false);
        row("OpenRouter", u"openrouter:qwen/qwen3-8b"_s, {}, chat, OpenRouter, false, false);
        row("OpenRouter by address", u"openai:chat:x"_s, u"https://openrouter.ai/api/v1"_s, chat, OpenRouter, false, false);
        row("Ollama", u"ollama:chat:qwen3"_s, {}, u"ollama-chat"_s, OllamaNative, true, true);
        row("Ollama elsewhere", u"ollama:qwen3"_s, u"http://10.0.0.7:8000/v1"_s, u"ollama-chat"_s, OllamaNative, false, true);
        row("responses", u"openai:responses:gpt-5"_s, {}, u"openai-responses"_s, Responses, false, false);
        row("Anthropic", u"anthropic:messages:m"_s, {}, u"anthropic-messages"_s, Anthropic, false, false);
        row("Anthropic by way of this machine", u"anthropic:messages:m"_s, u"http://127.0.0.1:1/v1"_s, u"anthropic-messages"_s,
            Anthropic, true, true);
        row("Google", u"google:m"_s, {}, u"gemini"_s, Gemini, false, false);
        row("Azure", u"azureopenai:chat:m"_s, u"https://h.openai.azure.com"_s, u"azure-chat"_s, Azure, false, false);
        row("llama-server's completion", u"llama:completion:m"_s, {}, u"llama-completion"_s, LlamaServer, true, true);
        row("Groq", u"groq:m"_s, {}, chat, Other, false, false);
        row("Ollama by its port", u"openai:chat:qwen3"_s, u"http://gpu-box:11434/v1"_s, chat, Ollama, false, true);
        row("llama-server", u"llama:m"_s, {}, chat, LlamaServer, true, true);
        row("vLLM", u"openai:chat:m"_s, u"http://[fd12::1]:8000/v1"_s, chat, Other, false, true);
        row("a stranger", u"openai:chat:m"_s, u"https://llm.example.com/v1"_s, chat, Other, false, false);
        row("local", u"local:tempera-mini"_s, {}, {}, Other, true, true);
        row("echo", u"echo"_s, {}, {}, Other, true, true);
        row("nobody", u"bedrock:x"_s, {}, {}, Other, false, false);
    }
    void whatAnEndpointSays()
    {
        QFETCH(QString, id);
        QFETCH(QString, address);
        const Provider provider = providerAt(endpointAt(id, address));
        QTEST(provider.wire, "wire");
        QTEST(provider.dialect, "dialect");
        QTEST(provider.isThisMachine, "isThisMachine");
        QTEST(provider.isOwn, "isOwn");
        QVERIFY(!provider.lane.isEmpty());
    }

    /// Requests share the slots of an endpoint by its address and model, or by the file of a local model.
    void lanes()
    {
        const auto lane = [](const Endpoint &endpoint) { return providerAt(endpoint).lane; };
        Endpoint one = endpointAt(u"openai:chat:gpt-4o"_s);
        Endpoint same = endpointAt(u"openai:gpt-4o"_s);
        QCOMPARE(lane(one), lane(same));
        same.keyName = u"OTHER"_s;
        QCOMPARE(lane(one), lane(same));
        QVERIFY(lane(one) != lane(endpointAt(u"openai:chat:gpt-4o-mini"_s)));
        QVERIFY(lane(one) != lane(endpointAt(u"openai:chat:gpt-4o"_s, u"http://10.0.0.7/v1"_s)));
        Endpoint file = endpointAt(u"local:a"_s);
        Endpoint sameFile = endpointAt(u"local:b"_s);
        file.modelPath = sameFile.modelPath = u"/m/a.gguf"_s;
        QCOMPARE(lane(file), lane(sameFile));
        sameFile.modelPath = u"/m/b.gguf"_s;
        QVERIFY(lane(file) != lane(sameFile));
    }

    /// A pool is one's own, and free, where all of its servers are.
    void aPoolIsWhereAllOfItsServersAre()
    {
        Endpoint pool = endpointAt(u"llama:m"_s, u"http://127.0.0.1:8080/v1"_s);
        pool.members = {pool.baseUrl, QUrl(u"http://127.0.0.1:8081/v1"_s)};
        QVERIFY(providerAt(pool).isThisMachine && providerAt(pool).isOwn);
        pool.members += QUrl(u"http://10.0.0.7:8080/v1"_s);
        QVERIFY(!providerAt(pool).isThisMachine && providerAt(pool).isOwn);
        pool.members += QUrl(u"https://llm.example/v1"_s);
        QVERIFY(!providerAt(pool).isThisMachine && !providerAt(pool).isOwn);
    }

    void sharedOnesAreEqualWhereTheProvidersAre()
    {
        const Endpoint endpoint = endpointAt(u"llama:m"_s);
        QCOMPARE(SharedProvider(providerAt(endpoint)), SharedProvider(providerAt(endpoint)));
        QVERIFY(SharedProvider() == SharedProvider());
        QVERIFY(SharedProvider() != SharedProvider(providerAt(endpoint)));
        QVERIFY(SharedProvider(providerAt(endpoint)) != SharedProvider(providerAt(endpointAt(u"llama:n"_s))));
    }

    void aResolvedProviderGoesBeforeTheEndpoint()
    {
        GenerationRequest request;
        request.endpoint = endpointAt(u"llama:m"_s);
        QCOMPARE(providerOf(request).dialect, Dialect::LlamaServer);
        Provider resolved = providerAt(request.endpoint);
        resolved.wire = u"pigeon"_s;
        const QByteArray before = requestKey(request);
        request.provider = SharedProvider(resolved);
        QCOMPARE(providerOf(request).wire, u"pigeon"_s);
        QVERIFY(requestKey(request) != before); // another API, another answer
        request.provider = SharedProvider(providerAt(request.endpoint));
        QCOMPARE(requestKey(request), before);
    }

    void aRequestAsksForTheKeyOfItsProvider()
    {
        GenerationRequest request;
        request.endpoint = endpointAt(u"llama:m"_s);
        QCOMPARE(providerOf(request).keyName, QString());
        Provider resolved = providerAt(request.endpoint);
        resolved.keyName = u"HOUSE_KEY"_s;
        setProvider(request, SharedProvider(resolved));
        QCOMPARE(request.endpoint.keyName, u"HOUSE_KEY"_s);
        QCOMPARE(providerOf(request).keyName, u"HOUSE_KEY"_s);
    }

    void whatIsRefusedIsLeftOut()
    {
        GenerationRequest request;
        request.sampling.temperature = 0.5;
        request.sampling.topK = 7;
        request.sampling.seed = 1;
        const Capabilities capabilities = refusing({Parameter::Temperature, Parameter::Seed, Parameter::Stop});
        QCOMPARE(capabilities.refusedOf(request.sampling), (QList<Parameter>{Parameter::Temperature, Parameter::Seed}));
        for (int i = 0; i < 2; ++i) { // once more changes nothing
            leaveOutRefused(request, capabilities);
            QVERIFY(!request.sampling.temperature && !request.sampling.seed);
            QCOMPARE(request.sampling.topK, 7);
            QCOMPARE(request.leftOut, (QList<Parameter>{Parameter::Temperature, Parameter::Seed}));
        }
    }

    /// However the answer ends, and beside what the engine has to say.
    void theCellSaysWhatWasLeftOut()
    {
        const Note left{NoteKind::ParameterNotSent, u"temperature"_s};
        Cell cell;
        cell.request.leftOut = {Parameter::Temperature};
        Cell failed = cell;
        failed.apply(Event::Failed{failure(ErrorKind::Network, u"gone"_s).error()});
        QCOMPARE(failed.notes, (Notes{left}));
        const Note assumed{NoteKind::TemplateAssumed, u"ChatML"_s};
        Event::Finished finished;
        finished.notes = {assumed};
        cell.apply(finished);
        QCOMPARE(cell.notes, (Notes{left, assumed}));
        QVERIFY(noteSentence(left).contains(u"temperature"_s));
        QCOMPARE(notesFromJson(notesToJson(cell.notes)), cell.notes);
    }
};

QTEST_GUILESS_MAIN(ProviderTest)
#include "tst_provider.moc"
