// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// What is written back: all that was not changed stays as it was.

#include "models/experiment/experimentfile.h"

#include "models/experiment/data/datareader.h"
#include "tests/models/experiment/experimenttext.h"
#include "tests/support/everysetting.h"

#include <QJsonArray>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;
using namespace Tempera;
using namespace Tempera::FileTesting;

namespace {

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
    if (random.bounded(3) == 0)
        experiment.delay = std::chrono::milliseconds(random.bounded(1, 1'000));
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
    case 4: experiment.cases.removeAt(spot(experiment.cases)); break;
    case 5: experiment.variants[spot(experiment.variants)].sampling.temperature = random.generateDouble(); break;
    case 6: experiment.cases[spot(experiment.cases)].description = nonEmpty(random); break;
    case 7: // by a name of its own: the same one twice is one
        experiment.variants.append(experiment.variants[spot(experiment.variants)]);
        experiment.variants.last().label = u"copy %1"_s.arg(random.generate());
        break;
    case 8: experiment.cases[spot(experiment.cases)].checks.prepend(randomCheck(random)); break;
    default: experiment.prompts[spot(experiment.prompts)].messages[0].text = nonEmpty(random); break;
    }
    if (experiment.cases.isEmpty())
        experiment.cases.append(randomCase(random));
}

} // namespace

class ExperimentWritingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void untouchedTextComesBackAsItWas()
    {
        const LoadedExperiment loaded = mustRead(full);
        QCOMPARE(writeExperiment(loaded.experiment, loaded.source.get()), full);
    }

    /// What the file's commandLineOptions say counts more than its evaluateOptions, where the window writes.
    void optionsOfTheCommandLineGiveWay()
    {
        const LoadedExperiment loaded = mustRead("prompts: [x]\nproviders: [echo]\n"
                                                 "commandLineOptions: {repeat: 2, maxConcurrency: 3, delay: 20, verbose: true}\n"
                                                 "evaluateOptions: {repeat: 5, delay: 10}\n");
        QCOMPARE(loaded.experiment.repeat, 2);
        QCOMPARE(loaded.experiment.maxConcurrency, 3);
        QCOMPARE(loaded.experiment.delay, std::chrono::milliseconds(20));
        Experiment changed = loaded.experiment;
        changed.repeat = 4;
        changed.maxConcurrency = 6;
        changed.delay = std::chrono::milliseconds(30);
        const QByteArray written = writeExperiment(changed, loaded.source.get());
        QVERIFY2(written.contains("verbose: true"), written.constData());
        QCOMPARE(mustRead(written).experiment, changed);
    }

    void tagsAreWrittenWhereTheyChange()
    {
        const LoadedExperiment loaded = mustRead("prompts: [x]\nproviders: [echo]\ntags: {team: blue, level: '1'}\n"
                                                 "commandLineOptions: {tags: {level: '2'}, verbose: true}\n");
        Experiment changed = loaded.experiment;
        changed.description = u"other"_s;
        QVERIFY(writeExperiment(changed, loaded.source.get()).contains("tags: {level: '2'}")); // they have not changed
        changed.tags.insert(u"level"_s, u"3"_s);
        changed.tags.insert(u"new"_s, u"yes"_s);
        const QByteArray written = writeExperiment(changed, loaded.source.get());
        QVERIFY2(written.contains("verbose: true"), written.constData());
        QCOMPARE(mustRead(written).experiment, changed);
        changed.tags.clear();
        QCOMPARE(mustRead(writeExperiment(changed, loaded.source.get())).experiment, changed);
    }

    /// Also where another setting of it is changed.
    void aProviderKeepsWhatItCallsItself()
    {
        const LoadedExperiment loaded =
            mustRead("prompts: [x]\nproviders:\n  - local:m: {id: mine, label: M}\n  - local:m: {id: other}\n");
        QCOMPARE(loaded.experiment.variants[0].calledId, u"mine"_s);
        QCOMPARE(loaded.experiment.variants[0].label, u"M"_s);
        QCOMPARE(loaded.experiment.variants[1].label, u"other"_s);
        Experiment changed = loaded.experiment;
        changed.variants[0].sampling.temperature = 0.5;
        QCOMPARE(mustRead(writeExperiment(changed, loaded.source.get())).experiment, changed);
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
        changed.cases.removeAt(0);
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
};

QTEST_APPLESS_MAIN(ExperimentWritingTest)
#include "tst_experimentwriting.moc"
