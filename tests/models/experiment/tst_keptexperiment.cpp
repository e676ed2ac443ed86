// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/ports/promptstore.h"
#include "models/experiment/experimentfile.h"
#include "models/experiment/experimentsource.h"
#include "models/experiment/writing/keptexperiment.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

class NoFiles final : public PromptStore
{
public:
    [[nodiscard]] Result<QByteArray> read(const QString &path) const override
    {
        return failure(ErrorKind::File, u"no such file"_s, path);
    }
    [[nodiscard]] Result<void> write(const QString &path, const QByteArray &) override
    {
        return failure(ErrorKind::File, u"no such file"_s, path);
    }
};

QByteArray kept(const QByteArray &text)
{
    const Result<LoadedExperiment> loaded = readExperiment(text, u"/e/e.yaml"_s, NoFiles());
    return loaded ? keptExperiment(loaded->experiment, loaded->source.get()) : "not read: " + loaded.error().detail.toUtf8();
}

} // namespace

class KeptExperimentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void spellings_data();
    void spellings();
    void otherPlaces_data();
    void otherPlaces();
    void afterAnEdit();
    void nothingSecretStaysAsItIs_data();
    void nothingSecretStaysAsItIs();
};

/// One key in all the ways in which a file may write it.
void KeptExperimentTest::spellings_data()
{
    QTest::addColumn<QByteArray>("config");
    const auto row = [](const char *name, const char *config) { QTest::newRow(name) << QByteArray(config); };
    row("plain", "      apiKey: sk-CANARY\n");
    row("quoted", "      apiKey: 'sk-CANARY'\n");
    row("literal block", "      apiKey: |\n        sk-CANARY\n");
    row("folded block", "      apiKey: >-\n        sk-CANARY\n");
    row("on the next line", "      apiKey:\n        sk-CANARY\n");
    row("quoted on the next line", "      apiKey:\n        \"sk-CANARY\"\n");
    row("tag", "      apiKey: !!str sk-CANARY\n");
    row("anchor", "      apiKey: &key sk-CANARY\n");
    row("explicit key", "      ? apiKey\n      : sk-CANARY\n");
    row("quoted key", "      \"apiKey\": sk-CANARY\n");
    row("key with an escape", "      \"api\\u004bey\": sk-CANARY\n");
    row("plain over lines", "      apiKey: first\n        CANARY\n");
    row("quoted over lines", "      apiKey: \"first\n        CANARY\"\n");
    row("escape in the value", "      apiKey: \"sk-CANAR\\u0059\"\n");
    row("number", "      apiKey: 1234567CANARY\n");
    row("other name", "      client_secret: CANARY\n");
    row("other case", "      APIKEY: CANARY\n");
    row("header", "      headers: {X-Auth-Key: CANARY}\n");
    row("header of any name", "      headers:\n        X-Whatever: >\n          CANARY\n");
    row("header of a subscription", "      headers: {Ocp-Apim-Subscription-Key: CANARY}\n");
    row("half a template", "      headers: {X-Auth: '{{a}} CANARY {{b}}'}\n");
    row("text in a template", "      headers: {X-Auth: \"{{ 'CANARY' }}\"}\n");
    row("query", "      apiBaseUrl: http://127.0.0.1:9/v1?api-key=CANARY\n");
    row("encoded query", "      apiBaseUrl: http://127.0.0.1:9/v1?api%2Dkey=CANARY\n");
    row("fragment", "      apiBaseUrl: http://127.0.0.1:9/v1#CANARY\n");
    row("host", "      apiHost: h.example?key=CANARY\n");
    row("unknown name", "      whatever: sk-CANARY12\n");
    row("in depth", "      passthrough: {tools: [{auth: {password: CANARY}}]}\n");
    row("map's key of words", "      passthrough: {clientSecret: CANARY, refresh_token: CANARY, passwd: CANARY}\n");
    row("cookie", "      passthrough: {cookie: 'session=CANARY'}\n");
    row("pair", "      passthrough: [{name: X-Api-Key, value: CANARY}]\n");
    row("pair of headers", "      headers: [{name: X-Whatever, value: CANARY}]\n");
    row("list of headers", "      headers: ['X-Whatever: CANARY', 'X-Title: Mine']\n");
    row("list of two", "      passthrough: [[X-Api-Key, CANARY]]\n");
    row("arguments", "      args: [--verbose, --api-key, CANARY, --token=CANARY]\n");
    row("arguments of curl", "      args: [-u, 'me:CANARY', -H, 'Authorization: Bearer CANARY']\n");
    row("command", "      command: run --api-key CANARY\n");
    row("text of a header", "      whatever: 'X-Api-Key: CANARY'\n");
    row("bearer in a text", "      whatever: 'with Bearer CANARY'\n");
    row("query in a text", "      whatever: 'see https://h.example/?key=CANARY'\n");
    row("environment of the provider", "      env: {WHATEVER: CANARY}\n");
    row("comment", "      # apiKey: sk-CANARY\n      temperature: 0\n");
    row("comment behind", "      temperature: 0 # was sk-CANARY1234\n");
}

void KeptExperimentTest::spellings()
{
    QFETCH(QByteArray, config);
    const QByteArray file =
        "prompts: [hi]\nproviders:\n  - id: openai:chat:m\n    config:\n" + config + "tests: [{vars: {x: 1}}]\n";
    const QByteArray text = kept(file);
    QVERIFY2(!text.contains("CANAR") && text.contains("openai:chat:m") && !text.startsWith("not read"), text);
    const Result<LoadedExperiment> again = readExperiment(text, u"/e/e.yaml"_s, NoFiles());
    QVERIFY2(again, text);
    QCOMPARE(again->experiment.variants.size(), 1);
}

void KeptExperimentTest::otherPlaces_data()
{
    QTest::addColumn<QByteArray>("file");
    const auto row = [](const char *name, const char *file) { QTest::newRow(name) << QByteArray(file); };
    row("alias", "key: &key CANARYALIAS\nprompts: [hi]\nproviders:\n- {id: 'openai:chat:m', config: {apiKey: *key}}\n");
    row("alias in a variable", "prompts: [hi]\nproviders:\n- {id: 'openai:chat:m', config: {apiKey: &key CANARYALIAS}}\n"
                               "tests: [{vars: {x: *key}}]\n");
    row("merge", "base: &base {apiKey: CANARY}\nprompts: [hi]\nproviders:\n- {id: 'openai:chat:m', config: {<<: *base}}\n");
    row("environment", "env: {HF_TOKEN: CANARY}\nprompts: [hi]\nproviders: [echo]\n");
    row("any variable", "env: {WHATEVER: CANARY, MORE: {DEEP: CANARY}}\nprompts: [hi]\nproviders: [echo]\n");
    row("id with a query", "prompts: [hi]\nproviders: ['openai:chat:m?key=CANARY']\n");
    row("key as an id", "prompts: [hi]\nproviders: ['openai:chat:sk-CANARY1234']\n");
    row("key as a file's name", "prompts: [hi]\nproviders: [echo]\noutputPath: sk-CANARY1234.json\n");
    row("repeated in a description", "description: with CANARY1234\nprompts: [hi]\nproviders:\n"
                                     "- {id: 'openai:chat:m', config: {headers: {X-Api-Key: CANARY1234}}}\n");
    row("repeated in a prompt", "prompts: [hi, say CANARY1234]\nproviders:\n"
                                "- {id: 'openai:chat:m', config: {passthrough: {clientSecret: CANARY1234}}}\n");
    row("told in a description", "description: 'use api_key=CANARY'\nprompts: [hi]\nproviders: [echo]\n");
    row("told in a label", "prompts: [hi]\nproviders: [{id: echo, label: 'Bearer CANARY'}]\n");
    row("address of a webhook", "prompts: [hi]\nproviders: [echo]\n"
                                "tests: [{assert: [{type: webhook, value: 'https://h.example/?k=CANARY'}]}]\n");
    row("judge of a check", "prompts: [hi]\nproviders: [echo]\ntests: [{assert: [{type: llm-rubric, value: good, provider: "
                            "{id: 'openai:chat:m', config: {headers: {X-Any: CANARY}}}}]}]\n");
    row("id with an address", "prompts: [hi]\nproviders: ['https://h.example/?key=CANARY']\n");
    row("address as a key", "prompts: [hi]\nproviders:\n- 'https://u:CANARY@h.example/': {config: {}}\n");
    row("webhook", "prompts: [hi]\nproviders: [echo]\ntests: [{options: {url: 'https://h.example/?k=CANARY'}}]\n");
    row("JSON", R"({"prompts":["hi"],"providers":[{"id":"openai:chat:m","config":{"api\u004bey":"sk-C\u0041NARY"}}]})");
    row("JSON headers", R"({"prompts":["hi"],"providers":[{"id":"openai:chat:m","config":{"headers":{"X-A":"CANARY"}}}]})");
}

void KeptExperimentTest::otherPlaces()
{
    QFETCH(QByteArray, file);
    const QByteArray text = kept(file);
    QVERIFY2(!text.contains("CANARY") && text.contains("hi") && !text.startsWith("not read"), text);
    QVERIFY2(readExperiment(text, u"/e/e.yaml"_s, NoFiles()), text);
}

void KeptExperimentTest::afterAnEdit()
{
    const auto loaded = readExperiment("prompts: [hi]\nproviders:\n- {id: 'openai:chat:m', config: {headers: {X-A: CANARY}}}\n",
                                       u"/e/e.yaml"_s, NoFiles());
    QVERIFY(loaded);
    Experiment edited = loaded->experiment;
    edited.description = u"another"_s;
    QVERIFY(writeExperiment(edited, loaded->source.get()).contains("CANARY")); // the user's own file
    const QByteArray text = keptExperiment(edited, loaded->source.get());
    QVERIFY2(!text.contains("CANARY") && text.contains("another"), text);
    QVERIFY(!keptExperiment(edited, nullptr).contains("CANARY"));
}

void KeptExperimentTest::nothingSecretStaysAsItIs_data()
{
    QTest::addColumn<QByteArray>("file");
    const auto row = [](const char *name, const QByteArray &file) { QTest::newRow(name) << file; };
    row("comments and quotes", "# mine\nprompts: ['apiKey is a word']  # two\nproviders: [echo]\n");
    row("reference", "prompts: [hi]\nproviders:\n- {id: 'openai:chat:m', config: {apiKey: '{{ env.KEY }}'}}\n");
    row("public header", "prompts: [hi]\nproviders:\n- {id: 'openai:chat:m', config: {headers: {X-Title: Mine}}}\n");
    row("words of the user",
        "prompts: ['https://u:p@h.example/?q=1']\nproviders: [echo]\n"
        "tests: [{vars: {token: one, password: two}, assert: [{type: contains, value: 'https://h.example/?q=1'}]}]\n");
    row("prose", "description: 'key: Value1234, the author: Jane1234, and a token: of love'\nprompts: [hi]\n"
                 "providers: [{id: echo, label: 'max_tokens=5'}]\n");
    row("settings of the environment", "env: {OPENAI_BASE_URL: 'http://127.0.0.1:9/v1', TRIES: 3}\nprompts: [hi]\n"
                                       "providers: [echo]\n");
    row("schema of a login", "prompts: [hi]\nproviders:\n- {id: 'openai:chat:m', config: {response_format: {schema: "
                             "{properties: {password: {type: string, description: long enough}}}}}}\n");
    row("names", "prompts: [hi]\nproviders:\n- {id: 'openai:chat:m', config: {passthrough: {keyboard: qwerty12, author: "
                 "Jane1234, tokens: 12, stop_token: END12345, key: value, token_type: bearer12}}}\n");
    row("pair of something else", "prompts: [hi]\nproviders:\n- {id: 'openai:chat:m', config: {passthrough: [{name: colour1, "
                                  "value: green123}]}}\n");
    row("limits", "prompts: [hi]\nproviders:\n- {id: 'openai:chat:m', config: {max_tokens: 5}}\n");
    row("long", "prompts: ['" + QByteArray("# a ").repeated(250'000) + "']\nproviders: [echo]\n");
}

void KeptExperimentTest::nothingSecretStaysAsItIs()
{
    QFETCH(QByteArray, file);
    QCOMPARE(kept(file), file);
}

QTEST_GUILESS_MAIN(KeptExperimentTest)
#include "tst_keptexperiment.moc"
