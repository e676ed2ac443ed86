// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/endpoint.h"
#include "models/core/provider.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

class EndpointTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ids_data()
    {
        QTest::addColumn<EndpointKind>("kind");
        QTest::addColumn<QString>("model");
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("keyName");
        const auto row = [](const char *id, EndpointKind kind, const char *model, const char *url = "", const char *key = "") {
            QTest::newRow(id) << kind << QString::fromUtf8(model) << QString::fromLatin1(url) << QString::fromLatin1(key);
        };
        const auto chat = EndpointKind::Remote;
        row("echo", EndpointKind::Echo, "echo");
        row("local:tempera-mini", EndpointKind::Local, "tempera-mini");
        row("local:/models/a b:c.gguf", EndpointKind::Local, "/models/a b:c.gguf");
        row("local:", EndpointKind::Local, "");
        row("openai:chat:gpt-4o-mini", chat, "gpt-4o-mini", "https://api.openai.com/v1", "OPENAI_API_KEY");
        row("openai:gpt-4o-mini", chat, "gpt-4o-mini", "https://api.openai.com/v1", "OPENAI_API_KEY");
        row("openrouter:qwen/qwen3:free", chat, "qwen/qwen3:free", "https://openrouter.ai/api/v1", "OPENROUTER_API_KEY");
        row("ollama:chat:qwen3:8b", chat, "qwen3:8b", "http://localhost:11434");
        row("ollama:qwen3", chat, "qwen3", "http://localhost:11434");
        row("llama:mini", chat, "mini", "http://localhost:8080/v1");
        row("localai:chat:x", chat, "x", "http://localhost:8080/v1");
        row("llama:completion:mini", chat, "mini", "http://localhost:8080/v1");
        row("openai:responses:gpt-5", chat, "gpt-5", "https://api.openai.com/v1", "OPENAI_API_KEY");
        row("anthropic:messages:claude", chat, "claude", "https://api.anthropic.com", "ANTHROPIC_API_KEY");
        row("anthropic:claude", chat, "claude", "https://api.anthropic.com", "ANTHROPIC_API_KEY");
        row("google:gemini-3", chat, "gemini-3", "https://generativelanguage.googleapis.com/v1beta", "GEMINI_API_KEY");
        row("azureopenai:chat:mine", chat, "mine", "", "AZURE_OPENAI_API_KEY");
        row("azure:chat:mine", chat, "mine", "", "AZURE_OPENAI_API_KEY");
        row("groq:openai/gpt-oss-20b", chat, "openai/gpt-oss-20b", "https://api.groq.com/openai/v1", "GROQ_API_KEY");
        row("deepseek:deepseek-chat", chat, "deepseek-chat", "https://api.deepseek.com/v1", "DEEPSEEK_API_KEY");
        row("mistral:m", chat, "m", "https://api.mistral.ai/v1", "MISTRAL_API_KEY");
        row("xai:grok-4", chat, "grok-4", "https://api.x.ai/v1", "XAI_API_KEY");
        row("togetherai:a/b", chat, "a/b", "https://api.together.xyz/v1", "TOGETHER_API_KEY");
        row("fireworks:accounts/f/models/m", chat, "accounts/f/models/m", "https://api.fireworks.ai/inference/v1",
            "FIREWORKS_API_KEY");
        row("moonshot:kimi-k3", chat, "kimi-k3", "https://api.moonshot.ai/v1", "MOONSHOT_API_KEY");
        row("perplexity:sonar", chat, "sonar", "https://api.perplexity.ai", "PERPLEXITY_API_KEY");
        row("nvidia:meta/llama-3.3-70b-instruct", chat, "meta/llama-3.3-70b-instruct", "https://integrate.api.nvidia.com/v1",
            "NVIDIA_API_KEY");
        row("nscale:openai/gpt-oss-120b", chat, "openai/gpt-oss-120b", "https://inference.api.nscale.com/v1",
            "NSCALE_SERVICE_TOKEN");
        row("hyperbolic:m", chat, "m", "https://api.hyperbolic.xyz/v1", "HYPERBOLIC_API_KEY");
        row("aimlapi:gpt-4o", chat, "gpt-4o", "https://api.aimlapi.com/v1", "AIML_API_KEY");
        row("xai:responses:grok-4.3", chat, "grok-4.3", "https://api.x.ai/v1", "XAI_API_KEY");
        row("groq:responses:m", chat, "m", "https://api.groq.com/openai/v1", "GROQ_API_KEY");
        row("hyperbolic:image:m", EndpointKind::Unknown, "");
        row("cerebras:m", chat, "m", "https://api.cerebras.ai/v1", "CEREBRAS_API_KEY");
        row("vllm:m", chat, "m", "http://localhost:8000/v1");
        row("lmstudio:m", chat, "m", "http://localhost:1234/v1");
        row("litellm:m", chat, "m", "http://localhost:4000/v1", "LITELLM_API_KEY");
        row("mistral:embedding:m", chat, "m", "https://api.mistral.ai/v1", "MISTRAL_API_KEY");
        row("openai:embedding:x", chat, "x", "https://api.openai.com/v1", "OPENAI_API_KEY");
        row("openai:moderation:x", chat, "x", "https://api.openai.com/v1", "OPENAI_API_KEY");
        row("openai:moderation", chat, "omni-moderation-latest", "https://api.openai.com/v1", "OPENAI_API_KEY");
        row("ollama:embeddings:m", chat, "m", "http://localhost:11434/v1");
        row("huggingface:text-classification:a/b", chat, "a/b", "https://router.huggingface.co/hf-inference", "HF_TOKEN");
        row("huggingface:text-generation:a/b", EndpointKind::Unknown, "");
        // Other APIs of theirs.
        row("anthropic:completion:claude", EndpointKind::Unknown, "");
        row("google:image:imagen", EndpointKind::Unknown, "");
        row("openai:image:x", EndpointKind::Unknown, "");
        row("ollama:completion:m", EndpointKind::Unknown, "");
        row("ECHO", EndpointKind::Unknown, "");
        row("", EndpointKind::Unknown, "");
    }

    /// Which API answers for a model of OpenAI's where the id names none, as with promptfoo 0.123.1.
    void apiOfAModel_data()
    {
        QTest::addColumn<bool>("isResponses");
        for (const char *model : {"gpt-5.6", "gpt-5.6-terra", "gpt-5.10", "gpt-6-astra", "gpt-7", "gpt-5-pro",
                                  "gpt-5.2-pro-2025-12-11", "o3-pro", "gpt-5.3-codex"})
            QTest::newRow(model) << true;
        for (const char *model : {"gpt-4o", "gpt-4.1", "gpt-5", "gpt-5.1", "gpt-5.4-mini", "gpt-35-turbo", "o3", "o4-mini",
                                  "gpt-oss-120b", "my-gpt-6", "gpt-5.1-pro-max"})
            QTest::newRow(model) << false;
    }
    void apiOfAModel()
    {
        const QString model = QString::fromLatin1(QTest::currentDataTag());
        const auto none = [](const QString &) { return QString(); };
        QTEST(endpointFromId(u"openai:"_s + model, none).wire == responsesWire, "isResponses");
        QVERIFY(endpointFromId(u"openai:chat:"_s + model, none).wire.isEmpty());
    }

    void ids()
    {
        QFETCH(EndpointKind, kind);
        QFETCH(QString, model);
        QFETCH(QString, url);
        QFETCH(QString, keyName);
        const QString id = QString::fromUtf8(QTest::currentDataTag());
        const Endpoint endpoint = endpointFromId(id);
        QCOMPARE(endpoint.id, id); // as in the file, also where it is not known
        QCOMPARE(endpoint.kind, kind);
        QCOMPARE(endpoint.model, model);
        QCOMPARE(endpoint.baseUrl, QUrl(url));
        QCOMPARE(endpoint.keyName, keyName);
        QVERIFY(endpoint.modelPath.isEmpty());
    }

    void addressesOfTheEnvironment_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QStringList>("variables");
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("from");
        const auto row = [](const char *name, const char *id, const QStringList &variables, const char *url, const char *from) {
            QTest::newRow(name) << QString::fromUtf8(id) << variables << QString::fromUtf8(url) << QString::fromUtf8(from);
        };
        const char *openAi = "openai:chat:m";
        const QString host = u"OPENAI_API_HOST=h.example:8443"_s;
        const QString baseUrl = u"OPENAI_API_BASE_URL=https://a.example/v1"_s;
        const QString base = u"OPENAI_BASE_URL=http://127.0.0.1:9/x"_s;
        const QString old = u"OPENAI_API_BASE=http://old.example/v1"_s;
        row("host before all", openAi, {old, base, baseUrl, host}, "https://h.example:8443/v1", "OPENAI_API_HOST");
        row("promptfoo's before the SDK's", openAi, {old, base, baseUrl}, "https://a.example/v1", "OPENAI_API_BASE_URL");
        row("the SDK's before the older one", openAi, {old, base}, "http://127.0.0.1:9/x", "OPENAI_BASE_URL");
        row("the older one", "openai:m", {old}, "http://old.example/v1", "OPENAI_API_BASE");
        row("empty is not set", openAi, {u"OPENAI_BASE_URL= "_s}, "https://api.openai.com/v1", "");
        row("of another provider", "openrouter:m", {base, host}, "https://openrouter.ai/api/v1", "");
        row("openrouter", "openrouter:m", {u"OPENROUTER_BASE_URL=http://r/v1"_s}, "http://r/v1", "OPENROUTER_BASE_URL");
        row("ollama with a scheme", "ollama:chat:m", {u"OLLAMA_BASE_URL=http://box:1"_s}, "http://box:1", "OLLAMA_BASE_URL");
        row("ollama's own", "ollama:m", {u"OLLAMA_HOST=box:12"_s}, "http://box:12", "OLLAMA_HOST");
        row("ollama's own without a port", "ollama:m", {u"OLLAMA_HOST=box"_s}, "http://box:11434", "OLLAMA_HOST");
        row("every interface", "ollama:m", {u"OLLAMA_HOST=0.0.0.0"_s}, "http://localhost:11434", "OLLAMA_HOST");
        row("llama-server", "llama:m", {u"LLAMA_BASE_URL=http://gpu:8000/"_s}, "http://gpu:8000/v1", "LLAMA_BASE_URL");
        row("anthropic", "anthropic:messages:m", {u"ANTHROPIC_BASE_URL=http://a:1"_s}, "http://a:1", "ANTHROPIC_BASE_URL");
        row("google's host", "google:m", {u"GOOGLE_API_HOST=g.example"_s}, "https://g.example/v1beta", "GOOGLE_API_HOST");
        row("azure's host", "azure:chat:m", {u"AZURE_API_HOST=a.example"_s}, "https://a.example", "AZURE_API_HOST");
        row("localai", "localai:chat:m", {u"LOCALAI_BASE_URL=https://l/v1"_s}, "https://l/v1", "LOCALAI_BASE_URL");
        // What cannot be used is no reason to send it elsewhere.
        row("no address", openAi, {u"OPENAI_BASE_URL=proxy"_s, old}, "", "OPENAI_BASE_URL");
        row("another scheme", openAi, {u"OPENAI_BASE_URL=ftp://h/v1"_s}, "", "OPENAI_BASE_URL");
        row("with a password", openAi, {u"OPENAI_BASE_URL=https://a:b@h/v1"_s}, "", "OPENAI_BASE_URL");
        row("not remote", "local:m", {base, host}, "", "");
    }
    void addressesOfTheEnvironment()
    {
        QFETCH(QString, id);
        QFETCH(QStringList, variables);
        QFETCH(QString, url);
        QFETCH(QString, from);
        const Endpoint endpoint = endpointFromId(id, [&variables](const QString &name) {
            const QStringList found = variables.filter(QRegularExpression(u"^"_s + name + u"="_s));
            return found.isEmpty() ? QString() : found.constFirst().section(u'=', 1);
        });
        QCOMPARE(endpoint.baseUrl, QUrl(url));
        QCOMPARE(endpoint.addressFrom, from);
    }

    void theEnvironmentOfTheProcess()
    {
        qputenv("OPENAI_BASE_URL", "http://127.0.0.1:9/v1");
        const Endpoint endpoint = endpointFromId(u"openai:gpt-4o"_s);
        qunsetenv("OPENAI_BASE_URL");
        QCOMPARE(endpoint.baseUrl, QUrl(u"http://127.0.0.1:9/v1"_s));
        QCOMPARE(endpointFromId(u"openai:gpt-4o"_s).baseUrl, QUrl(u"https://api.openai.com/v1"_s));
    }

    void whatIsShownHasNoSecrets()
    {
        QCOMPARE(publicAddress(QUrl(u"https://u:p@h.example/v1?key=1#k"_s)), u"https://h.example/v1"_s);
        QCOMPARE(publicAddress(QUrl(u"https://h.example:8443/v1?api-version=2"_s)), u"https://h.example:8443/v1?api-version=2"_s);
        QCOMPARE(endpointFromId(u"https://u:p@h.example/hook?token=1"_s).shownId(), u"https://h.example/hook"_s);
        QCOMPARE(endpointFromId(u"openai:chat:gpt-4o"_s).shownId(), u"openai:chat:gpt-4o"_s);
    }
};

QTEST_GUILESS_MAIN(EndpointTest)
#include "tst_endpoint.moc"
