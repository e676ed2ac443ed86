// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/experiment/experimentfile.h"

#include "models/experiment/data/datareader.h"
#include "models/experiment/reading/promptreader.h"
#include "tests/models/experiment/experimenttext.h"
#include "tests/support/testpaths.h"

#include <QDirIterator>
#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace Tempera;
using namespace Tempera::FileTesting;

class ExperimentFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryPart()
    {
        const LoadedExperiment loaded = mustRead(full);
        const Experiment &e = loaded.experiment;
        QCOMPARE(e.description, u"All forms"_s);
        QCOMPARE(e.prompts.size(), 2);
        QCOMPARE(e.prompts[0].messages, Messages({{Role::User, u"Say {{ word }}"_s}}));
        QCOMPARE(e.prompts[1].label, u"second"_s);
        QCOMPARE(e.prompts[1].messages, Messages({{Role::System, u"Be short."_s}, {Role::User, u"{{ word }}"_s}}));
        QCOMPARE(e.variants.size(), 4);
        QCOMPARE(e.variants[0].endpoint.kind, EndpointKind::Echo);
        const Variant &mini = e.variants[1];
        QCOMPARE(mini.label, u"mini"_s);
        QCOMPARE(mini.sampling.temperature, 0.2);
        QCOMPARE(mini.sampling.maxTokens, 99);
        QCOMPARE(mini.sampling.seed, std::numeric_limits<std::uint64_t>::max());
        QCOMPARE(mini.sampling.stop, QStringList{u"END"_s});
        QCOMPARE(mini.endpoint.baseUrl, QUrl(u"http://localhost:9/v1"_s));
        QCOMPARE(mini.endpoint.keyName, u"MY_KEY"_s);
        QCOMPARE(mini.promptLabels, QStringList{u"second"_s});
        QCOMPARE(mini.config, QJsonObject({{u"top_logprobs"_s, 3}}));
        QCOMPARE(mini.other, QJsonObject({{u"delay"_s, 5}}));
        QCOMPARE(e.variants[2].endpoint.id, u"openai:gpt-4o"_s);
        QCOMPARE(e.variants[2].sampling.topK, 5);
        QCOMPARE(e.variants[3].endpoint.model, u"tempera-mini"_s);
        QCOMPARE(e.repeat, 2);
        QCOMPARE(e.maxConcurrency, 7);
        QCOMPARE(e.deadline, std::chrono::seconds(90));
        QCOMPARE(e.cases.size(), 3);
        QCOMPARE(column(e, u"word"_s), QStringList({u"alpha"_s, u"beta"_s, u"gamma"_s}));
        QCOMPARE(column(e, u"lang"_s), QStringList({u"en"_s, u"en"_s, u"en"_s}));
        const Case &one = e.cases[0];
        QCOMPARE(one.description, u"one"_s);
        QCOMPARE(one.threshold, 0.5);
        QCOMPARE(one.checks[0].weight, 2.0);
        QCOMPARE(one.checks[0].metric, u"purity"_s);
        QCOMPARE(one.checks[1].other.value("provider"_L1).toString(), u"openai:gpt-4o"_s);
        QCOMPARE(one.variables[1].value, QJsonValue(QJsonArray{QJsonObject{{u"a"_s, 1}}}));
        QCOMPARE(effectiveChecks(e, one).size(), 3);
        QCOMPARE(effectiveChecks(e, one)[0].type, u"icontains"_s);
        // The check that nobody can carry out is told of, with its place.
        QVERIFY(std::any_of(loaded.warnings.begin(), loaded.warnings.end(), [](const Error &warning) {
            return warning.detail.contains("python"_L1) && warning.line == 47 && warning.place == "dir/x.yaml"_L1;
        }));
    }

    void promptFiles()
    {
        MemoryFiles files;
        files.files = {{u"dir/p/a.txt"_s, "one\n---\ntwo\n--- \n\n"},
                       {u"dir/b.md"_s, "# mark\n---\nstill one\n"},
                       {u"dir/c.json"_s, R"([{"role":"developer","content":"S"},{"role":"assistant","content":"A"}])"},
                       {u"dir/d.jsonl"_s, "[{\"role\":\"user\",\"content\":\"U\"}]\nplain\n"},
                       {u"dir/e.csv"_s, "prompt,label\n\"x, y\",first\nz,second\n"},
                       {u"dir/f.yaml"_s, "- role: user\n  content: Y\n"},
                       {u"dir/g1.txt"_s, "by a pattern"}};
        const LoadedExperiment loaded =
            mustRead("prompts: [file://p/a.txt, file://b.md, {id: file://c.json, label: chat}, file://d.jsonl, e.csv, "
                     "file://f.yaml, file://g*.txt, file://h.py]\nproviders: echo\n",
                     files);
        const QList<Prompt> &prompts = loaded.experiment.prompts;
        QCOMPARE(prompts.size(), 10);
        QCOMPARE(prompts[0].messages[0].text, u"one"_s);
        QCOMPARE(prompts[1].messages[0].text, u"two"_s);
        QVERIFY(prompts[2].messages[0].text.contains("still one"_L1));
        QCOMPARE(prompts[3].messages, Messages({{Role::System, u"S"_s}, {Role::Assistant, u"A"_s}}));
        QCOMPARE(prompts[3].label, u"chat"_s);
        QCOMPARE(prompts[4].messages, Messages({{Role::User, u"U"_s}}));
        QCOMPARE(prompts[5].messages[0].text, u"plain"_s);
        QCOMPARE(prompts[6].messages[0].text, u"x, y"_s);
        QCOMPARE(prompts[7].label, u"second"_s);
        QCOMPARE(prompts[8].messages, Messages({{Role::User, u"Y"_s}}));
        QCOMPARE(prompts[9].messages[0].text, u"by a pattern"_s);
        QCOMPARE(loaded.warnings.size(), 1);
        // A changed prompt from a file is written into the experiment; the other files stay named.
        Experiment changed = loaded.experiment;
        changed.prompts[1].messages[0].text = u"deux"_s;
        const QByteArray text = writeExperiment(changed, loaded.source.get());
        QVERIFY2(text.contains("file://b.md") && text.contains("file://h.py") && !text.contains("a.txt"), text.constData());
        QCOMPARE(mustRead(text, files).experiment.prompts, changed.prompts);
    }

    void dataSets()
    {
        MemoryFiles files;
        files.files = {{u"dir/a.csv"_s, "q,__expected,__expected2,__description,__metadata:kind,__threshold\n"
                                        "one,contains:eins,\"not-icontains-any(0.5):a,b\",first,k,0.5\n"
                                        "\"two, or more\",zwei,,,,\n"},
                       {u"dir/b.jsonl"_s, "{\"vars\": {\"q\": \"three\"}}\n\n{\"vars\": {\"q\": [\"four\", \"five\"]}}\n"},
                       {u"dir/c.json"_s, R"([{"vars": {"q": "six"}, "assert": [{"type": "equals", "value": 6}]}])"},
                       {u"dir/d.yaml"_s, "- vars: {q: file://q.txt}\n"},
                       {u"dir/q.txt"_s, " seven\n"}};
        const LoadedExperiment loaded = mustRead(
            "prompts: ['{{ q }}']\nproviders: [echo]\ntests: [file://a.csv, b.jsonl, c.json, file://d.yaml, {vars: {q: 8}}]\n",
            files);
        const Experiment &e = loaded.experiment;
        QCOMPARE(column(e, u"q"_s),
                 QStringList({u"one"_s, u"two, or more"_s, u"three"_s, u"four"_s, u"five"_s, u"six"_s, u"seven"_s, u"8"_s}));
        QCOMPARE(e.cases[0].checks.size(), 2);
        QCOMPARE(e.cases[0].checks[0].type, u"contains"_s);
        QCOMPARE(e.cases[0].checks[1].type, u"not-icontains-any"_s);
        QCOMPARE(e.cases[0].checks[1].threshold, 0.5);
        QCOMPARE(e.cases[0].checks[1].value, QJsonValue(u"a,b"_s));
        QCOMPARE(e.cases[0].description, u"first"_s);
        QCOMPARE(e.cases[0].threshold, 0.5);
        QCOMPARE(e.cases[0].other.value("metadata"_L1).toObject().value("kind"_L1), QJsonValue(u"k"_s));
        QCOMPARE(e.cases[1].checks[0].type, u"equals"_s);
        // A whole data set that was not changed stays named; `tests` given as one text too.
        Experiment changed = e;
        changed.cases[7].variables[0].value = 9;
        const QByteArray text = writeExperiment(changed, loaded.source.get());
        QVERIFY(text.contains("file://a.csv") && text.contains("b.jsonl"));
        QCOMPARE(mustRead(text, files).experiment, changed);
        QCOMPARE(mustRead("prompts: [x]\nproviders: echo\ntests: a.csv\n", files).experiment.cases.size(), 2);
    }

    /// What is not in the experiment's folder is left out, told, and not lost when the rest is edited.
    void filesOfOtherFolders()
    {
        MemoryFiles files;
        files.files = {{u"shared/a.txt"_s, "other text"}, {u"dir/own.txt"_s, "own text"}};
        const QByteArray text = "prompts: ['{{ q }} {{ own }}', 'file://../shared/a.txt']\nproviders: [echo]\ntests:\n"
                                "  - vars: {q: file://../shared/a.txt, own: file://own.txt}\n"
                                "    assert: [{type: equals, value: file:///etc/passwd.txt}]\n";
        const LoadedExperiment loaded = mustRead(text, files);
        QCOMPARE(loaded.refused.size(), 3);
        QCOMPARE(loaded.refused[0].path, u"shared/a.txt"_s);
        QCOMPARE(loaded.refused[0].error.line, 1);
        QVERIFY(loaded.refused[0].isNeeded); // the second prompt
        QVERIFY(!loaded.refused[1].isNeeded);
        QCOMPARE(loaded.refused[1].error.line, 4);
        QVERIFY(loaded.refused[2].isNeeded);
        QCOMPARE(loaded.refused[2].folder(), u"/etc"_s);
        QCOMPARE(loaded.experiment.prompts.size(), 1);
        QVERIFY(loaded.experiment.cases[0].variables[0].value.isUndefined()); // not null, which would be rendered
        QVERIFY(!variablesToJson(loaded.experiment.cases[0].variables).contains("q"_L1));
        QCOMPARE(column(loaded.experiment, u"own"_s), QStringList{u"own text"_s});

        Experiment changed = loaded.experiment;
        changed.cases[0].variables[1].value = u"new"_s;
        changed.prompts[0].messages[0].text += u'!';
        const QByteArray written = writeExperiment(changed, loaded.source.get());
        QCOMPARE(written.count("file://../shared/a.txt"), 2);
        QVERIFY2(written.contains("file:///etc/passwd.txt") && written.contains("new"), written.constData());

        const Result<LoadedExperiment> allowed = readExperiment(text, u"dir/x.yaml"_s, files, {u"shared"_s});
        QVERIFY(allowed);
        QCOMPARE(allowed->refused.size(), 1);
        QCOMPARE(column(allowed->experiment, u"q"_s), QStringList{u"other text"_s});
        QCOMPARE(allowed->experiment.prompts.size(), 2);
    }

    void csvThresholdsAreTheDataSetsOwn()
    {
        MemoryFiles files;
        files.files = {{u"dir/a.csv"_s, "q,__expected\n1,levenshtein:abc\n2,latency(200)\n3,starts-with:x:y\n"}};
        const Experiment e = mustRead("prompts: [x]\nproviders: echo\ntests: a.csv\n", files).experiment;
        QCOMPARE(e.cases[0].checks[0].threshold, 0.75);
        QCOMPARE(e.cases[1].checks[0].threshold, 200.0);
        QCOMPARE(e.cases[2].checks[0].value, QJsonValue(u"x:y"_s));
    }

    void expansion()
    {
        const auto values = [](const QByteArray &tests, const QString &name) {
            return column(mustRead("prompts: [x]\nproviders: echo\n" + tests).experiment, name);
        };
        const QByteArray both = "tests: [{vars: {a: [x, y], b: [p, q]}}]\n";
        QCOMPARE(values(both, u"a"_s), QStringList({u"x"_s, u"x"_s, u"y"_s, u"y"_s}));
        QCOMPARE(values(both, u"b"_s), QStringList({u"p"_s, u"q"_s, u"p"_s, u"q"_s}));
        QCOMPARE(values("tests: [{vars: {a: [1, 2]}}]\n", u"a"_s).size(), 1);
        QCOMPARE(values("tests: [{vars: {a: [x, y]}, options: {disableVarExpansion: true}}]\n", u"a"_s).size(), 1);
        QCOMPARE(values("defaultTest: {vars: {a: [x, y]}}\ntests: [{vars: {b: 1}}, {vars: {a: z}}]\n", u"a"_s),
                 QStringList({u"x"_s, u"y"_s, u"z"_s}));
        QCOMPARE(values("defaultTest: {vars: {a: [x, y]}}\n", u"a"_s), QStringList({u"x"_s, u"y"_s}));

        const QByteArray list = "[" + QByteArray("x,").repeated(100) + "x]";
        const QByteArray bomb =
            "prompts: [x]\nproviders: echo\ntests:\n  - vars: {a: " + list + ", b: " + list + ", c: " + list + "}\n";
        const Result<LoadedExperiment> refused = read(bomb);
        QVERIFY(!refused);
        QCOMPARE(refused.error().line, 4);
    }

    void partsOfAMessage()
    {
        const QByteArray text =
            "prompts:\n  - |\n    [{\"role\": \"user\", \"content\": [{\"type\": \"text\", \"text\": \"What?\"},\n"
            "      {\"type\": \"image_url\", \"image_url\": {\"url\": \"{{ url }}\"}}]}]\nproviders: [echo]\n";
        LoadedExperiment loaded = mustRead(text);
        const Messages messages = loaded.experiment.prompts[0].messages;
        QCOMPARE(messages.size(), 1);
        QVERIFY(isContentParts(messages[0].text));
        // Another message beside it does not make it a text.
        loaded.experiment.prompts[0].messages.prepend({Role::System, u"Look."_s});
        const LoadedExperiment again = mustRead(writeExperiment(loaded.experiment, loaded.source.get()));
        QCOMPARE(again.experiment.prompts[0].messages, loaded.experiment.prompts[0].messages);
    }

    /// Which address counts: apiHost, apiBaseUrl, the provider's "env", the file's, the process's. An address that is not
    /// the file's config stays out of it.
    void addresses()
    {
        qputenv("OPENAI_BASE_URL", "http://process/v1");
        const QByteArray text = "prompts: [x]\nenv: {OPENAI_API_BASE: 'http://file/v1', FOO: 1}\nproviders:\n"
                                "  - openai:chat:a\n"
                                "  - {id: openai:chat:b, env: {OPENAI_BASE_URL: 'http://provider/v1'}}\n"
                                "  - {id: openai:chat:c, config: {apiBaseUrl: 'http://config/v1'}}\n"
                                "  - {id: openai:chat:d, config: {apiHost: host, apiBaseUrl: 'http://config/v1'}}\n"
                                "  - {id: openai:chat:e, env: {OPENAI_BASE_URL: nonsense}}\n";
        LoadedExperiment loaded = mustRead(text);
        qunsetenv("OPENAI_BASE_URL");
        QStringList urls;
        for (const Variant &variant : loaded.experiment.variants)
            urls += variant.endpoint.baseUrl.toString();
        QCOMPARE(urls, (QStringList{u"http://file/v1"_s, u"http://provider/v1"_s, u"http://config/v1"_s, u"https://host/v1"_s,
                                    QString()}));
        QCOMPARE(loaded.warnings.size(), 1);
        QCOMPARE(loaded.warnings[0].line, 8);
        QVERIFY2(loaded.warnings[0].detail.contains(u"OPENAI_BASE_URL"_s), qPrintable(loaded.warnings[0].detail));
        QCOMPARE(loaded.experiment.environment, (QMap<QString, QString>{{u"FOO"_s, u"1"_s}}));
        loaded.experiment.variants[0].sampling.temperature = 0.5;
        loaded.experiment.variants[1].sampling.temperature = 0.5;
        const QByteArray written = writeExperiment(loaded.experiment, loaded.source.get());
        QCOMPARE(written.count("apiBaseUrl"), 2);
        QCOMPARE(written.count("//file/v1"), 1);
        QCOMPARE(written.count("//provider/v1"), 1);
    }

    /// Equal servers, which count before the other ways to say where a server is, in whatever order.
    void aPoolOfServers()
    {
        const QByteArray text =
            "prompts: [x]\nproviders:\n  - id: llama:a\n    config:\n"
            "      apiBaseUrls: ['http://10.0.0.1:8080/v1', 'http://10.0.0.2:8080/v1', 'http://10.0.0.1:8080/v1']\n"
            "      apiBaseUrl: http://10.0.0.3/v1\n"
            "  - {id: openai:chat:b, config: {apiHost: host, apiBaseUrls: ['https://one.example/v1']}}\n";
        LoadedExperiment loaded = mustRead(text);
        const Endpoint &pool = loaded.experiment.variants[0].endpoint;
        const QList<QUrl> both{QUrl(u"http://10.0.0.1:8080/v1"_s), QUrl(u"http://10.0.0.2:8080/v1"_s)};
        QCOMPARE(pool.members, both);
        QCOMPARE(pool.baseUrl, both.first());
        QCOMPARE(pool.addresses(), both);
        QCOMPARE(loaded.experiment.variants[1].endpoint.baseUrl, QUrl(u"https://one.example/v1"_s));
        QVERIFY(loaded.warnings.isEmpty());
        QCOMPARE(writeExperiment(loaded.experiment, loaded.source.get()), text);
        loaded.experiment.variants[0].sampling.temperature = 0.5;
        const LoadedExperiment again = mustRead(writeExperiment(loaded.experiment, loaded.source.get()));
        QCOMPARE(again.experiment.variants, loaded.experiment.variants);
    }

    /// What the file says is sent, or it is said with its line that it is not.
    void otherKeysOfAConfig()
    {
        const QByteArray text = "prompts: [x]\nproviders:\n  - id: openai:chat:m\n    config:\n      apiHost: llm.example:8443\n"
                                "      response_format: {type: json_schema, json_schema: {zeta: 1, alpha: 2}}\n"
                                "      reasoning_effort: low\n      passthrough: {top_a: 0.1, kwargs: {on: false}}\n"
                                "      stream_options: false\n      max_completion_tokens: 50\n      temprature: 0.1\n"
                                "      outputCost: 2\n      frobnicate: 1\n  - id: local:m\n    config: {temp: 0.1, tools: []}\n";
        const LoadedExperiment loaded = mustRead(text);
        const Endpoint &endpoint = loaded.experiment.variants[0].endpoint;
        QCOMPARE(endpoint.baseUrl, QUrl(u"https://llm.example:8443/v1"_s));
        QCOMPARE(endpoint.limitName, u"max_completion_tokens"_s);
        QCOMPARE(endpoint.body.keys(),
                 (QStringList{u"kwargs"_s, u"reasoning_effort"_s, u"response_format"_s, u"stream_options"_s, u"top_a"_s}));
        QCOMPARE(endpoint.body.value(u"stream_options"_s), "false");
        const QByteArray format = endpoint.body.value(u"response_format"_s);
        QVERIFY2(format.indexOf("zeta") < format.indexOf("alpha"), format.constData()); // in the order of the file
        QStringList told;
        for (const Error &warning : loaded.warnings)
            told += QString::number(warning.line) + u' ' + warning.detail;
        QCOMPARE(told.size(), 5);
        QVERIFY2(told[0].startsWith(u"11 \"temprature\""_s) && told[0].contains(u"mean \"temperature\""_s), qPrintable(told[0]));
        QVERIFY2(told[1].startsWith(u"12 \"outputCost\""_s), qPrintable(told[1]));
        QVERIFY2(told[2].startsWith(u"13 \"frobnicate\""_s) && !told[2].contains(u"mean"_s), qPrintable(told[2]));
        QVERIFY2(told[3].startsWith(u"15 \"temp\""_s) && told[3].contains(u"mean \"temperature\""_s), qPrintable(told[3]));
        QVERIFY2(told[4].startsWith(u"15 \"tools\""_s), qPrintable(told[4]));
        QCOMPARE(writeExperiment(loaded.experiment, loaded.source.get()), text);
    }

    void whatAliasesRepeatIsToldOnce()
    {
        const QByteArray text = "prompts: [x]\nx-shared: &shared\n  apiKey: sk-secret123\n  temprature: 0.5\n"
                                "providers:\n  - {id: 'openai:chat:m', config: *shared}\n"
                                "  - {id: 'openai:chat:n', config: {<<: *shared}}\n";
        QStringList told;
        for (const Error &warning : mustRead(text).warnings)
            told += QString::number(warning.line) + u':' + QString::number(warning.column) + u' ' + warning.detail;
        QVERIFY2(!told.filter(u"contains a key"_s).isEmpty() && !told.filter(u"temprature"_s).isEmpty(),
                 qPrintable(told.join(u'\n')));
        const qsizetype all = told.size();
        told.removeDuplicates();
        QCOMPARE(told.size(), all);
    }

    void keysNeverSurvive()
    {
        const QByteArray text = "prompts: [x]\nproviders:\n  - id: openai:chat:m\n    config:\n      apiKey: sk-secret123\n"
                                "      temperature: 1\n      headers: {Authorization: Bearer sk-secret123, X-A: b}\n"
                                "  - id: openai:chat:n\n    config:\n      apiKey: '{{ env.OTHER_KEY }}'\n"
                                "env:\n  OPENAI_API_KEY: sk-secret123\n  COLOUR: red\n"
                                "tests: [{vars: {apiKey: a word}}]\n";
        const LoadedExperiment loaded = mustRead(text);
        const auto keyWarnings = std::count_if(loaded.warnings.begin(), loaded.warnings.end(), [](const Error &warning) {
            return warning.detail.contains("file contains a key"_L1);
        });
        QCOMPARE(keyWarnings, 3);
        for (const Error &warning : loaded.warnings)
            QVERIFY(!warning.detail.contains("secret123"_L1));
        QCOMPARE(loaded.experiment.variants[0].endpoint.headers.keys(), QStringList{u"X-A"_s});
        QCOMPARE(loaded.experiment.variants[1].endpoint.keyName, u"OTHER_KEY"_s);
        const QByteArray written = writeExperiment(loaded.experiment, loaded.source.get());
        QVERIFY(!written.contains("secret123"));
        QVERIFY(written.contains("{{ env.OTHER_KEY }}"));
        QVERIFY(written.contains("a word") && written.contains("COLOUR: red"));
        QCOMPARE(mustRead(written).experiment, loaded.experiment);
    }

    void ownChecksHaveTheirPlace()
    {
        const QByteArray text = "prompts: [x]\nproviders: echo\ntests:\n  - assert: [{type: contains, value: a}]\n"
                                "    metadata: {tempera: {assert: [{type: min-length, value: 3}]}, k: 1}\n";
        const LoadedExperiment loaded = mustRead(text);
        const Case &aCase = loaded.experiment.cases[0];
        QCOMPARE(aCase.checks.size(), 2);
        QCOMPARE(aCase.checks[1].type, u"min-length"_s);
        QCOMPARE(aCase.other, QJsonObject({{u"metadata"_s, QJsonObject{{u"k"_s, 1}}}}));
        Experiment changed = loaded.experiment;
        changed.cases[0].checks[1].value = 7;
        const QByteArray written = writeExperiment(changed, loaded.source.get());
        QCOMPARE(mustRead(written).experiment, changed);
        const Result<DataDocument> tree = readData(written, {});
        QCOMPARE(tree->root->find(u"tests")->items[0]->find(u"assert")->items.size(), std::size_t(1));
    }

    void reference()
    {
        const LoadedExperiment loaded =
            mustRead("assertionTemplates: {short: {type: word-count, value: {max: 3}}}\nprompts: [x]\nproviders: echo\n"
                     "tests: [{assert: [{$ref: '#/assertionTemplates/short'}]}]\n");
        QCOMPARE(loaded.experiment.cases[0].checks[0].type, u"word-count"_s);
    }

    void samplesFromTheDataFolder()
    {
        QDirIterator files(testDataPath(u"experiments"_s), {u"*.yaml"_s});
        int count = 0;
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray text = file.readAll();
            const Result<LoadedExperiment> loaded = read(text);
            QVERIFY2(loaded, qPrintable(file.fileName() + (loaded ? QString() : errorSentence(loaded.error()))));
            QCOMPARE(mustRead(writeExperiment(loaded->experiment, nullptr)).experiment, loaded->experiment);
            ++count;
        }
        QVERIFY(count > 0);
    }
};

QTEST_APPLESS_MAIN(ExperimentFileTest)
#include "tst_experimentfile.moc"
