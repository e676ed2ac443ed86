// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Files that cannot be read say why.

#include "models/experiment/experimentfile.h"

#include "tests/models/experiment/experimenttext.h"

using namespace Qt::StringLiterals;
using namespace Tempera;
using namespace Tempera::FileTesting;

class ExperimentErrorsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void errors_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("line");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *name, const char *text, int line, const char *says) {
            QTest::newRow(name) << QByteArray(text) << line << QString::fromLatin1(says);
        };
        row("not a map", "- a\n- b\n", 1, "not an experiment");
        row("empty", "", 0, "not an experiment");
        row("another file", "services:\n  web: {}\n", 1, "not an experiment");
        row("prompt without text", "prompts:\n  - label: x\n", 2, "raw");
        row("prompts as number list of lists", "prompts:\n  - [a]\n", 2, "text");
        row("provider without id", "prompts: [x]\nproviders:\n  - {label: a, config: {}}\n", 3, "id");
        row("provider as list", "prompts: [x]\nproviders: [[a]]\n", 2, "text");
        row("config as text", "providers:\n  - id: echo\n    config: hot\n", 3, "config");
        row("temperature as word", "providers:\n  - id: echo\n    config:\n      temperature: hot\n", 4, "temperature");
        row("temperature below 0", "providers:\n  - id: echo\n    config:\n      temperature: -0.5\n", 4, "at least 0");
        row("top_k below -1", "providers:\n  - id: echo\n    config: {top_k: -2}\n", 3, "between 0 and 2147483647");
        row("top_p above 1", "providers:\n  - id: echo\n    config: {top_p: 1.5}\n", 3, "between 0 and 1");
        row("top_k not whole", "providers:\n  - id: echo\n    config: {top_k: 1.5}\n", 3, "whole");
        row("mirostat 3", "providers:\n  - id: echo\n    config: {mirostat: 3}\n", 3, "between 0 and 2");
        row("unknown sampler", "providers:\n  - id: echo\n    config:\n      samplers: [top_q]\n", 4, "top_q");
        row("bias without number", "providers:\n  - id: echo\n    config:\n      logit_bias: [[1]]\n", 4, "logit_bias");
        row("bias that is true", "providers:\n  - id: echo\n    config:\n      logit_bias: {a: true}\n", 4, "logit_bias");
        row("bias as word", "providers:\n  - id: echo\n    config:\n      logit_bias: much\n", 4, "logit_bias");
        row("grammar as list", "providers:\n  - id: echo\n    config:\n      grammar: [a]\n", 4, "grammar");
        row("missing grammar", "providers:\n  - id: echo\n    config:\n      grammar: file://nowhere.gbnf\n", 4, "nowhere.gbnf");
        row("seed below -1", "providers:\n  - id: echo\n    config: {seed: -2}\n", 3, "seed");
        row("host with a path", "providers:\n  - id: echo\n    config: {apiHost: 'https://h'}\n", 3, "apiHost");
        row("address", "providers:\n  - id: echo\n    config: {apiBaseUrl: nonsense}\n", 3, "apiBaseUrl");
        row("address with password", "providers:\n  - id: echo\n    config: {apiBaseUrl: 'http://a:b@c/v1'}\n", 3, "password");
        row("pool that is no list", "providers:\n  - id: echo\n    config: {apiBaseUrls: 'http://h/v1'}\n", 3, "apiBaseUrls");
        row("pool of nothing", "providers:\n  - id: echo\n    config: {apiBaseUrls: []}\n", 3, "apiBaseUrls");
        row("pool with a word", "providers:\n  - id: echo\n    config:\n      apiBaseUrls:\n        - http://h/v1\n        - h\n",
            6, "apiBaseUrls");
        row("pool with a password", "providers:\n  - id: echo\n    config: {apiBaseUrls: ['http://a:b@c/v1']}\n", 3, "password");
        row("key in the place of its name", "providers:\n  - id: echo\n    config: {apiKeyEnvar: sk-abcdefgh12345678}\n", 3,
            "not the key itself");
        row("two words", "prompts: [x]\nproviders: echo\ntargets: echo\n", 3, "two names");
        row("test as number", "prompts: [x]\ntests:\n  - 5\n", 3, "map");
        row("vars as list", "prompts: [x]\ntests:\n  - vars: [a]\n", 3, "cannot be read");
        row("assert as map", "prompts: [x]\ntests:\n  - assert: {type: equals}\n", 3, "list");
        row("check without type", "prompts: [x]\ntests:\n  - assert:\n      - value: 5\n", 4, "type");
        row("weight as word", "prompts: [x]\ntests:\n  - assert:\n      - {type: equals, weight: much}\n", 4, "weight");
        row("reference to nothing", "prompts: [x]\ntests:\n  - assert: [{$ref: '#/a/b'}]\n", 3, "#/a/b");
        row("missing data set", "prompts: [x]\ntests: nowhere.csv\n", 2, "nowhere.csv");
        row("missing prompt file", "prompts:\n  - file://nowhere.txt\n", 2, "nowhere.txt");
        row("repeat", "prompts: [x]\nevaluateOptions:\n  repeat: 0\n", 3, "repeat");
        row("delay", "prompts: [x]\nevaluateOptions:\n  delay: -1\n", 3, "delay");
        row("options as text", "prompts: [x]\nevaluateOptions: fast\n", 2, "evaluateOptions");
        row("description as map", "prompts: [x]\ndescription: {a: b}\n", 2, "description");
    }

    void errors()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const int, line);
        QFETCH(const QString, says);
        const Result<LoadedExperiment> loaded = read(text);
        QVERIFY(!loaded);
        QCOMPARE(loaded.error().place, u"dir/x.yaml"_s);
        QVERIFY2(loaded.error().detail.contains(says), qPrintable(loaded.error().detail));
        QCOMPARE(loaded.error().line, line);
    }

    void errorsInDataSetsNameTheDataSet()
    {
        MemoryFiles files;
        files.files = {{u"dir/a.jsonl"_s, "{\"vars\": {}}\n{\"vars\": }\n"}, {u"dir/b.csv"_s, "a\n\"x\n"}};
        const Result<LoadedExperiment> jsonl = read("prompts: [x]\ntests: a.jsonl\n", files);
        QVERIFY(!jsonl);
        QCOMPARE(jsonl.error().place, u"dir/a.jsonl"_s);
        QCOMPARE(jsonl.error().line, 2);
        files.files.insert(u"dir/a.jsonl"_s, "{\"vars\": {}}\n\n{\"assert\": 5}\n");
        QCOMPARE(read("prompts: [x]\ntests: a.jsonl\n", files).error().line, 3);
        const Result<LoadedExperiment> csv = read("prompts: [x]\ntests: b.csv\n", files);
        QVERIFY(!csv);
        QCOMPARE(csv.error().place, u"dir/b.csv"_s);
    }

    void wrongTypesEverywhereNeverCrash()
    {
        static const QByteArrayList values{
            "5",      "text",     "[]",   "{}",   "[1, [2]]",    "{a: {b: c}}",          "null",
            "[null]", "{id: []}", "[{}]", "true", "[{type: 3}]", "{config: {stop: {}}}", "[{id: echo, config: []}]"};
        static const QByteArrayList keys{"prompts",         "providers",   "tests",     "defaultTest",
                                         "evaluateOptions", "description", "scenarios", "env"};
        int good = 0;
        for (const QByteArray &key : keys) {
            for (const QByteArray &value : values) {
                const QByteArray base = key == "prompts" ? QByteArray("providers: echo\n") : QByteArray("prompts: [x]\n");
                const Result<LoadedExperiment> loaded = read(base + key + ": " + value + "\n");
                if (!loaded) {
                    QVERIFY(!loaded.error().detail.isEmpty());
                    continue;
                }
                ++good;
                QVERIFY(read(writeExperiment(loaded->experiment, nullptr)));
            }
        }
        QVERIFY(good > 20);
    }
};

QTEST_APPLESS_MAIN(ExperimentErrorsTest)
#include "tst_experimenterrors.moc"
