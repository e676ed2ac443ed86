// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/experiment/data/datareader.h"
#include "models/experiment/experimentfile.h"
#include "tests/models/experiment/memoryfiles.h"
#include "tests/support/everysetting.h"
#include "tests/support/testpaths.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

const QByteArray full = R"(# a comment
description: All forms
tags: {team: blue}
prompts:
  - 'Say {{ word }}'
  - id: p2
    label: second
    raw: |-
      [{"role": "system", "content": "Be short."}, {"role": "user", "content": "{{ word }}"}]
providers:
  - echo
  - id: openai:chat:gpt-4o-mini
    label: mini
    delay: 5
    prompts: [second]
    config:
      temperature: 0.2
      max_completion_tokens: 99
      seed: 18446744073709551615
      stop: END
      apiBaseUrl: http://localhost:9/v1
      apiKeyEnvar: MY_KEY
      top_logprobs: 3
  - openai:gpt-4o:
      config: {top_k: 5}
  - local:tempera-mini
defaultTest:
  vars: {lang: en}
  assert:
    - type: icontains
      value: word
evaluateOptions:
  repeat: 2
  maxConcurrency: 7
  timeoutMs: 90000
  cache: false
tests:
  - description: one
    vars:
      word: [alpha, beta]
      other: [{a: 1}]
    assert:
      - type: not-contains
        value: x
        weight: 2
        metric: purity
      - type: python
        value: is nice
        provider: openai:gpt-4o
    threshold: 0.5
    metadata: {k: v}
  - vars: {word: gamma}
sharing: false
)";

Result<LoadedExperiment> read(const QByteArray &text, const MemoryFiles &files = {}, const QString &path = u"dir/x.yaml"_s)
{
    return readExperiment(text, path, files);
}

LoadedExperiment mustRead(const QByteArray &text, const MemoryFiles &files = {})
{
    Result<LoadedExperiment> loaded = read(text, files);
    if (!loaded)
        qFatal("%s", qPrintable(errorSentence(loaded.error())));
    return *loaded;
}

/// The values of one variable over all cases.
QStringList column(const Experiment &experiment, const QString &name)
{
    QStringList values;
    for (const Case &aCase : experiment.cases)
        values.append(variablesToJson(effectiveVariables(experiment, aCase)).value(name).toVariant().toString());
    return values;
}

QString word(QRandomGenerator &random)
{
    static const QStringList words{u"plain"_s,
                                   u"two\nlines"_s,
                                   u"{{ v }}"_s,
                                   u"yes"_s,
                                   u"3"_s,
                                   u"a: b"_s,
                                   u"file://"_s,
                                   u"it's"_s,
                                   u"[1]"_s,
                                   u"emoji 😀"_s,
                                   u"tail \n"_s,
                                   u"- role: user"_s,
                                   u"[{\"role\":\"user\",\"content\":\"x\"}]"_s,
                                   u"notes.txt"_s,
                                   u""_s};
    return words[static_cast<qsizetype>(random.bounded(static_cast<quint32>(words.size())))];
}

QString nonEmpty(QRandomGenerator &random)
{
    return u"n"_s + word(random);
}

CheckSpec randomCheck(QRandomGenerator &random)
{
    CheckSpec check;
    check.type = random.bounded(2) ? u"contains"_s : u"not-unheard-of"_s;
    check.value = random.bounded(2) ? QJsonValue(nonEmpty(random)) : QJsonValue(QJsonArray{1, u"b"_s});
    if (random.bounded(2))
        check.threshold = 0.25;
    if (random.bounded(2))
        check.weight = 3;
    if (random.bounded(2))
        check.metric = nonEmpty(random);
    if (random.bounded(3) == 0)
        check.other.insert(u"provider"_s, u"p"_s);
    return check;
}

Case randomCase(QRandomGenerator &random)
{
    Case aCase;
    if (random.bounded(2))
        aCase.description = nonEmpty(random);
    for (quint32 i = 0; i < random.bounded(3U); ++i)
        aCase.variables.append({u"v%1"_s.arg(i), random.bounded(2) ? QJsonValue(u"x"_s + word(random)) : QJsonValue(2.5)});
    for (quint32 i = random.bounded(3U); i > 0; --i)
        aCase.checks.append(randomCheck(random));
    if (random.bounded(3) == 0) {
        CheckSpec own;
        own.type = u"min-length"_s;
        own.value = 4;
        aCase.checks.append(own);
    }
    if (random.bounded(2))
        aCase.threshold = 0.75;
    if (random.bounded(3) == 0)
        aCase.other.insert(u"metadata"_s, QJsonObject{{u"id"_s, 1}});
    return aCase;
}

Variant randomVariant(QRandomGenerator &random)
{
    static const QStringList ids{u"echo"_s, u"local:a"_s, u"local:dir/m.gguf"_s, u"openai:chat:gpt-4o"_s, u"strange:x"_s};
    Variant variant;
    variant.endpoint = endpointFromId(ids[static_cast<qsizetype>(random.bounded(5U))]);
    if (random.bounded(2))
        variant.label = nonEmpty(random);
    if (random.bounded(2))
        variant.sampling.temperature = 0.1 * random.bounded(20);
    if (random.bounded(2))
        variant.sampling.seed = random.generate64();
    if (random.bounded(2))
        variant.sampling.maxTokens = 40;
    if (random.bounded(3) == 0)
        variant.sampling.stop = {u"\n"_s, u"END"_s};
    if (random.bounded(3) == 0) {
        const SamplingSettings every = everySetting();
        for (const Parameter parameter : allParameters()) {
            // A schema is written in the file's own way; see schemasAndGrammars().
            if (random.bounded(2) && !variant.sampling.isSet(parameter) && parameter != Parameter::JsonSchema)
                std::visit([&](auto field) { variant.sampling.*field = every.*field; }, parameterFacts(parameter).field);
        }
    }
    if (random.bounded(3) == 0)
        variant.form = PromptForm::Continuation;
    variant.strict = random.bounded(3) == 0;
    if (random.bounded(3) == 0)
        variant.endpoint.baseUrl = QUrl(u"http://localhost:1/v1"_s);
    if (random.bounded(3) == 0)
        variant.endpoint.keyName = u"SOME_KEY_NAME"_s;
    if (random.bounded(3) == 0)
        variant.endpoint.headers.insert(u"X-Team"_s, u"blue"_s);
    if (random.bounded(3) == 0)
        variant.promptLabels = {nonEmpty(random)};
    if (random.bounded(3) == 0)
        variant.config.insert(u"user"_s, u"me"_s);
    if (variant.config.contains(u"user"_s) && variant.endpoint.kind == EndpointKind::Remote)
        variant.endpoint.body.insert(u"user"_s, "\"me\""_ba);
    if (random.bounded(3) == 0)
        variant.other.insert(u"delay"_s, 5);
    return variant;
}

Prompt randomPrompt(QRandomGenerator &random)
{
    Prompt prompt;
    if (random.bounded(2))
        prompt.label = nonEmpty(random);
    const quint32 count = random.bounded(1U, 4U);
    for (quint32 i = 0; i < count; ++i)
        prompt.messages.append({count == 1 || i % 2 ? Role::User : Role::System, word(random)});
    if (random.bounded(4) == 0)
        prompt.other.insert(u"id"_s, u"p1"_s);
    return prompt;
}

Experiment randomExperiment(QRandomGenerator &random)
{
    Experiment experiment;
    if (random.bounded(2))
        experiment.description = nonEmpty(random);
    for (quint32 i = random.bounded(3U); i > 0; --i)
        experiment.prompts.append(randomPrompt(random));
    for (quint32 i = random.bounded(4U); i > 0; --i)
        experiment.variants.append(randomVariant(random));
    for (quint32 i = random.bounded(5U); i > 0; --i)
        experiment.cases.append(randomCase(random));
    if (random.bounded(2))
        experiment.defaultCase = randomCase(random);
    experiment.repeat = static_cast<int>(random.bounded(1U, 4U));
    experiment.maxConcurrency = static_cast<int>(random.bounded(1U, 9U));
    if (random.bounded(2) == 0)
        experiment.deadline = std::chrono::milliseconds(random.bounded(100'000));
    return experiment;
}

/// One change such as the window makes.
void change(Experiment &experiment, QRandomGenerator &random)
{
    const auto spot = [&random](auto &list) { return static_cast<qsizetype>(random.bounded(static_cast<quint32>(list.size()))); };
    switch (random.bounded(10)) {
    case 0: experiment.description = nonEmpty(random); break;
    case 1: experiment.prompts.append(randomPrompt(random)); break;
    case 2: experiment.variants.insert(spot(experiment.variants), randomVariant(random)); break;
    case 3: experiment.cases.insert(spot(experiment.cases), randomCase(random)); break;
    case 4: experiment.cases.remove(spot(experiment.cases)); break;
    case 5: experiment.variants[spot(experiment.variants)].sampling.temperature = random.generateDouble(); break;
    case 6: experiment.cases[spot(experiment.cases)].description = nonEmpty(random); break;
    case 7: experiment.variants.append(experiment.variants[spot(experiment.variants)]); break;
    case 8: experiment.cases[spot(experiment.cases)].checks.prepend(randomCheck(random)); break;
    default: experiment.prompts[spot(experiment.prompts)].messages[0].text = nonEmpty(random); break;
    }
    if (experiment.cases.isEmpty())
        experiment.cases.append(randomCase(random));
}

} // namespace

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

    void untouchedTextComesBackAsItWas()
    {
        const LoadedExperiment loaded = mustRead(full);
        QCOMPARE(writeExperiment(loaded.experiment, loaded.source.get()), full);
    }

    void aChangeKeepsTheRest()
    {
        const LoadedExperiment loaded = mustRead(full);
        Experiment changed = loaded.experiment;
        changed.variants[1].sampling.temperature = 0.9;
        changed.variants[1].sampling.maxTokens = 50;
        const QByteArray text = writeExperiment(changed, loaded.source.get());
        const LoadedExperiment again = mustRead(text);
        QCOMPARE(again.experiment, changed);
        // One value a line, and nothing else: the comment stays too.
        QByteArray expected = full;
        expected.replace("temperature: 0.2", "temperature: 0.9")
            .replace("max_completion_tokens: 99", "max_completion_tokens: 50");
        QCOMPARE(text, expected);
        QVERIFY(text.contains("max_completion_tokens: 50"));
        QVERIFY(!text.contains("max_tokens"));
        QVERIFY(text.contains("sharing: false"));
        QVERIFY(text.contains("team: blue"));
        QVERIFY(text.contains("cache: false"));
        // The list of two words is still a list, although it became two cases.
        QCOMPARE(text.count("alpha"), 1);
        const Result<DataDocument> before = readData(full, {});
        const Result<DataDocument> after = readData(text, {});
        for (const DataEntry &entry : before->root->entries) {
            if (entry.key != "providers"_L1)
                QVERIFY2(sameData(*entry.value, *after->root->find(entry.key)), qPrintable(entry.key));
        }
    }

    void aChangedCaseOfAnExpandedTestIsWrittenOut()
    {
        const LoadedExperiment loaded = mustRead(full);
        Experiment changed = loaded.experiment;
        changed.cases[1].variables[0].value = u"delta"_s;
        const LoadedExperiment again = mustRead(writeExperiment(changed, loaded.source.get()));
        QCOMPARE(column(again.experiment, u"word"_s), QStringList({u"alpha"_s, u"delta"_s, u"gamma"_s}));
        QCOMPARE(again.experiment.cases[2], loaded.experiment.cases[2]);
        QCOMPARE(again.experiment.cases[0].other, loaded.experiment.cases[0].other);
    }

    void removedDuplicatedAndMovedItems()
    {
        const LoadedExperiment loaded = mustRead(full);
        Experiment changed = loaded.experiment;
        changed.variants.remove(0);
        changed.variants.append(changed.variants[0]);
        changed.variants.last().label = u"copy"_s;
        changed.prompts.swapItemsAt(0, 1);
        changed.cases.clear();
        const LoadedExperiment again = mustRead(writeExperiment(changed, loaded.source.get()));
        QCOMPARE(again.experiment, changed);
    }

    void writtenExperimentsReadTheSame()
    {
        QRandomGenerator random(3);
        for (int round = 0; round < 1500; ++round) {
            const Experiment experiment = randomExperiment(random);
            const QByteArray text = writeExperiment(experiment, nullptr);
            const Result<LoadedExperiment> again = read(text);
            QVERIFY2(again, again ? "" : (text + qPrintable(errorSentence(again.error()))).constData());
            QVERIFY2(again->experiment == experiment, text.constData());
        }
    }

    void editedFilesReadTheSame()
    {
        QRandomGenerator random(5);
        for (int round = 0; round < 600; ++round) {
            LoadedExperiment loaded = mustRead(full);
            Experiment changed = loaded.experiment;
            for (quint32 i = random.bounded(1U, 6U); i > 0; --i)
                change(changed, random);
            const QByteArray text = writeExperiment(changed, loaded.source.get());
            const Result<LoadedExperiment> again = read(text);
            QVERIFY2(again, text.constData());
            QVERIFY2(again->experiment == changed, text.constData());
            QVERIFY2(text.contains("team: blue") && text.contains("sharing: false"), text.constData());
        }
    }

    void commentsStayWhereNothingChanged()
    {
        const QByteArray text = "# head\nprompts:\n  # about the prompt\n  - hello # first\n\n"
                                "# about the models\nproviders:\n  - echo\n  # the second\n  - id: local:m\n"
                                "    # warm\n    config:\n      temperature: 1 # hot\n      top_k: 3 # few\n"
                                "tests:\n  - vars: {a: 1} # one\n  # two\n  - vars:\n      a: 2 # deux\n# tail\n";
        const LoadedExperiment loaded = mustRead(text);
        Experiment changed = loaded.experiment;
        changed.variants[1].sampling.temperature = 0.5;
        changed.variants[1].sampling.seed = 4;
        changed.cases.append(changed.cases[1]);
        changed.cases[1].variables[0].value = 3;
        changed.cases.last().variables[0].value = 9;
        changed.description = u"new"_s;
        const QByteArray written = writeExperiment(changed, loaded.source.get());
        QCOMPARE(written, QByteArray("# head\nprompts:\n  # about the prompt\n  - hello # first\n\n"
                                     "# about the models\nproviders:\n  - echo\n  # the second\n  - id: local:m\n"
                                     "    # warm\n    config:\n      temperature: 0.5\n      top_k: 3 # few\n      seed: 4\n"
                                     "tests:\n  - vars: {a: 1} # one\n  # two\n  - vars:\n      a: 3\n  - vars:\n      a: 9\n"
                                     "description: new\n# tail\n"));
        QCOMPARE(mustRead(written).experiment, changed);
        changed.cases.removeFirst();
        changed.variants.removeFirst();
        const QByteArray shorter = writeExperiment(changed, loaded.source.get());
        QVERIFY2(shorter.contains("# few") && shorter.contains("# two") && !shorter.contains("- echo"), shorter.constData());
        QCOMPARE(mustRead(shorter).experiment, changed);
    }

    void jsonStaysJson()
    {
        const QByteArray json = R"({"prompts": ["Hi {{ n }}"], "providers": "echo", "tests": [{"vars": {"n": 1}}], "x": 1})";
        const LoadedExperiment loaded = mustRead(json);
        QCOMPARE(loaded.experiment.variants[0].endpoint.kind, EndpointKind::Echo);
        Experiment changed = loaded.experiment;
        changed.cases[0].variables[0].value = 2;
        const QByteArray text = writeExperiment(changed, loaded.source.get());
        QVERIFY(text.trimmed().startsWith('{'));
        QVERIFY(text.contains("\"x\": 1"));
        QCOMPARE(mustRead(text).experiment, changed);
    }

    void promptFiles()
    {
        MemoryFiles files;
        files.files = {{u"dir/p/a.txt"_s, "one\n---\ntwo\n--- \n\n"},
                       {u"dir/b.md"_s, "# mark\n---\nstill one\n"},
                       {u"dir/c.json"_s, R"([{"role":"developer","content":"S"},{"role":"assistant","content":"A"}])"},
                       {u"dir/d.jsonl"_s, "[{\"role\":\"user\",\"content\":\"U\"}]\nplain\n"},
                       {u"dir/e.csv"_s, "prompt,label\n\"x, y\",first\nz,second\n"},
                       {u"dir/f.yaml"_s, "- role: user\n  content: Y\n"}};
        const LoadedExperiment loaded =
            mustRead("prompts: [file://p/a.txt, file://b.md, {id: file://c.json, label: chat}, file://d.jsonl, e.csv, "
                     "file://f.yaml, file://g*.txt, file://h.py]\nproviders: echo\n",
                     files);
        const QList<Prompt> &prompts = loaded.experiment.prompts;
        QCOMPARE(prompts.size(), 9);
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
        QCOMPARE(loaded.warnings.size(), 2);
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

    void everySampler()
    {
        const LoadedExperiment loaded =
            mustRead("prompts: [x]\nproviders:\n  - id: local:m\n    config:\n      typ_p: 0.5\n      top_n_sigma: 1.5\n"
                     "      xtc_probability: 0.5\n      dry_sequence_breakers: [\"\\n\", x]\n      mirostat: 2\n"
                     "      logit_bias: [[7, -1.5], [' Hi', false]]\n      samplers: [top_k, typ_p, temperature] # mine\n"
                     "  - id: llama:m\n    config:\n      logit_bias: {'7': false, Hi: 2}\n");
        const SamplingSettings &first = loaded.experiment.variants[0].sampling;
        QCOMPARE(first.typicalP, 0.5);
        QCOMPARE(first.topNSigma, 1.5);
        QCOMPARE(first.drySequenceBreakers, (QStringList{u"\n"_s, u"x"_s}));
        QCOMPARE(first.mirostat, 2);
        QCOMPARE(first.logitBias.size(), 2);
        QCOMPARE(first.logitBias[1], (LogitBias{-1, u" Hi"_s, -std::numeric_limits<double>::infinity()}));
        QCOMPARE(first.samplers, (QList{SamplerKind::TopK, SamplerKind::TypicalP, SamplerKind::Temperature}));
        const QList<LogitBias> second = loaded.experiment.variants[1].sampling.logitBias;
        QCOMPARE(second, (QList{LogitBias{7, {}, -std::numeric_limits<double>::infinity()}, LogitBias{-1, u"Hi"_s, 2}}));
        Experiment changed = loaded.experiment;
        changed.variants[0].sampling.typicalP = 0.75; // under the spelling of the file, and nothing else touched
        const QByteArray written = writeExperiment(changed, loaded.source.get());
        QVERIFY2(written.contains("      typ_p: 0.75\n") && written.contains("temperature] # mine"), written.constData());
        QCOMPARE(mustRead(written).experiment, changed);
    }

    void minusOneIsNone()
    {
        const QByteArray text = "prompts: [x]\nproviders:\n  - {id: local:m, config: {top_k: -1, temperature: 0.5}}\n"
                                "  - {id: local:m, config: {seed: -1}}\n  - {id: ollama:chat:m, config: {num_predict: -1}}\n"
                                "  - {id: local:m, config: {n_predict: -2, repeat_last_n: -1}}\n";
        const LoadedExperiment loaded = mustRead(text);
        const QList<Variant> &variants = loaded.experiment.variants;
        QCOMPARE(variants[0].sampling.topK, -1); // off
        QCOMPARE(variants[0].sampling.temperature, 0.5);
        QVERIFY(!variants[1].sampling.seed);
        QCOMPARE(variants[2].sampling.maxTokens, -1); // no limit
        QVERIFY(variants[2].endpoint.body.isEmpty());
        QCOMPARE(variants[3].sampling.maxTokens, -1);
        QCOMPARE(variants[3].sampling.repeatLastN, -1);
        QVERIFY(loaded.warnings.isEmpty());
        QCOMPARE(writeExperiment(loaded.experiment, loaded.source.get()), text);
    }

    /// Where −1 cannot mean anything it keeps no file from opening either.
    void minusOneWhereNobodySaysSo_data()
    {
        QTest::addColumn<QString>("key");
        for (const Parameter parameter : allParameters()) {
            const NumberFacts &numbers = parameterFacts(parameter).number;
            if (numbers.step > 0 && numbers.least > -1 && !numbers.none)
                QTest::newRow(qPrintable(parameterName(parameter))) << parameterName(parameter);
        }
    }
    void minusOneWhereNobodySaysSo()
    {
        QFETCH(const QString, key);
        for (const char *number : {"-1", "-1.0"}) {
            const QByteArray text =
                "prompts: [x]\nproviders:\n  - id: local:m\n    config:\n      " + key.toUtf8() + ": " + number + "\n";
            const LoadedExperiment loaded = mustRead(text);
            QCOMPARE(loaded.experiment.variants[0].sampling, SamplingSettings());
            QCOMPARE(loaded.warnings.size(), 1);
            QCOMPARE(loaded.warnings[0].line, 5);
            QVERIFY(loaded.warnings[0].detail.contains(key));
            QCOMPARE(writeExperiment(loaded.experiment, loaded.source.get()), text);
        }
    }

    void oneSettingUnderTwoNames()
    {
        const LoadedExperiment loaded = mustRead("prompts: [{raw: x, config: {temperature: 0.1}}]\nproviders:\n"
                                                 "  - {id: openai:chat:m, config: {max_completion_tokens: 50, max_tokens: 60}}\n"
                                                 "  - {id: openai:chat:m, config: {max_tokens: 60, max_completion_tokens: 50}}\n"
                                                 "  - {id: local:m, config: {repeat_penalty: 1.1, repetition_penalty: 1.2}}\n");
        const QList<Variant> &variants = loaded.experiment.variants;
        for (const int i : {0, 1}) {
            QCOMPARE(variants[i].sampling.maxTokens, 50);
            QCOMPARE(variants[i].endpoint.limitName, u"max_completion_tokens"_s);
            QVERIFY(!variants[i].endpoint.body.contains(u"max_tokens"_s));
        }
        QCOMPARE(variants[2].sampling.repeatPenalty, 1.1);
        QCOMPARE(loaded.warnings.size(), 4);
        QList<int> lines;
        for (const Error &warning : loaded.warnings)
            lines += warning.line;
        QCOMPARE(lines, (QList<int>{1, 3, 4, 5}));
        QVERIFY2(loaded.warnings[0].detail.contains(u"\"temperature\" of a prompt's config"_s),
                 qPrintable(loaded.warnings[0].detail));
        for (const int i : {1, 2})
            QVERIFY2(loaded.warnings[i].detail.contains(u"\"max_completion_tokens\" is used"_s),
                     qPrintable(loaded.warnings[i].detail));
    }

    void partsOfAMessage()
    {
        const QByteArray text =
            "prompts:\n  - |\n    [{\"role\": \"user\", \"content\": [{\"type\": \"text\", \"text\": \"What?\"},\n"
            "      {\"type\": \"image_url\", \"image_url\": {\"url\": \"{{ url }}\"}}]}]\nproviders: [echo]\n";
        LoadedExperiment loaded = mustRead(text);
        const Messages messages = loaded.experiment.prompts[0].messages;
        QCOMPARE(messages.size(), 1);
        QVERIFY(messages[0].isParts);
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
        QCOMPARE(loaded.warnings.size(), 2);
        QCOMPARE(loaded.warnings[0].line, 2);
        QVERIFY2(loaded.warnings[0].detail.contains(u"FOO"_s), qPrintable(loaded.warnings[0].detail));
        QCOMPARE(loaded.warnings[1].line, 8);
        QVERIFY2(loaded.warnings[1].detail.contains(u"OPENAI_BASE_URL"_s), qPrintable(loaded.warnings[1].detail));
        loaded.experiment.variants[0].sampling.temperature = 0.5;
        loaded.experiment.variants[1].sampling.temperature = 0.5;
        const QByteArray written = writeExperiment(loaded.experiment, loaded.source.get());
        QCOMPARE(written.count("apiBaseUrl"), 2);
        QCOMPARE(written.count("//file/v1"), 1);
        QCOMPARE(written.count("//provider/v1"), 1);
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
        QCOMPARE(endpoint.body.keys(), (QStringList{u"kwargs"_s, u"reasoning_effort"_s, u"response_format"_s,
                                                    u"stream_options"_s, u"top_a"_s}));
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

    void schemasAndGrammars()
    {
        MemoryFiles files;
        files.files.insert(u"dir/g.gbnf"_s, "root ::= \"a\"\n");
        const QByteArray text = "prompts: [x]\nproviders:\n  - id: local:m\n    config:\n      grammar: file://g.gbnf\n"
                                "  - id: local:n\n    config:\n      json_schema:\n        type: object\n        properties:\n"
                                "          z: {type: string}\n          a: {type: integer}\n";
        const auto loaded = readExperiment(text, u"dir/e.yaml"_s, files);
        QVERIFY2(loaded, loaded ? "" : qPrintable(errorSentence(loaded.error())));
        const QList<Variant> &variants = loaded->experiment.variants;
        QCOMPARE(variants[0].sampling.grammar, u"root ::= \"a\"\n"_s);
        const QString schema = variants[1].sampling.jsonSchema;
        QVERIFY2(schema.indexOf(u"\"z\""_s) < schema.indexOf(u"\"a\""_s), qPrintable(schema));
        QCOMPARE(writeExperiment(loaded->experiment, loaded->source.get()), text);
        Experiment changed = loaded->experiment;
        changed.variants[0].sampling.grammar = u"root ::= \"b\"\n"_s;
        changed.variants[1].sampling.jsonSchema = u"{\"type\": \"object\"}"_s;
        const QByteArray written = writeExperiment(changed, loaded->source.get());
        QVERIFY2(written.contains("json_schema:\n        type: object\n"), written.constData());
        const auto again = readExperiment(written, u"dir/e.yaml"_s, files);
        QCOMPARE(again->experiment.variants[0].sampling.grammar, u"root ::= \"b\"\n"_s);
        QCOMPARE(QJsonDocument::fromJson(again->experiment.variants[1].sampling.jsonSchema.toUtf8()),
                 QJsonDocument::fromJson("{\"type\": \"object\"}"));
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
        row("key in the place of its name", "providers:\n  - id: echo\n    config: {apiKeyEnvar: sk-abcdefgh12345678}\n", 3,
            "not the key itself");
        row("two words", "prompts: [x]\nproviders: echo\ntargets: echo\n", 3, "two names");
        row("test as number", "prompts: [x]\ntests:\n  - 5\n", 3, "map");
        row("vars as list", "prompts: [x]\ntests:\n  - vars: [a]\n", 3, "vars");
        row("assert as map", "prompts: [x]\ntests:\n  - assert: {type: equals}\n", 3, "list");
        row("check without type", "prompts: [x]\ntests:\n  - assert:\n      - value: 5\n", 4, "type");
        row("weight as word", "prompts: [x]\ntests:\n  - assert:\n      - {type: equals, weight: much}\n", 4, "weight");
        row("reference to nothing", "prompts: [x]\ntests:\n  - assert: [{$ref: '#/a/b'}]\n", 3, "#/a/b");
        row("missing data set", "prompts: [x]\ntests: nowhere.csv\n", 2, "nowhere.csv");
        row("missing prompt file", "prompts:\n  - file://nowhere.txt\n", 2, "nowhere.txt");
        row("repeat", "prompts: [x]\nevaluateOptions:\n  repeat: 0\n", 3, "repeat");
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
