// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/casechoice.h"

#include "models/experiment/experimentfile.h"
#include "models/experiment/reading/judgereader.h"
#include "tests/models/experiment/memoryfiles.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

Experiment experimentOf(const QByteArray &text)
{
    const Result<LoadedExperiment> loaded = readExperiment(text, u"x.yaml"_s, MemoryFiles());
    if (!loaded)
        qFatal("%s", qPrintable(errorSentence(loaded.error())));
    return loaded->experiment;
}

/// The id of who judges the check of a case; a sentence where nobody does.
QString judgeIn(const Experiment &experiment, int index)
{
    const Case own = experiment.cases.value(index);
    const Result<Variant> judge = judgeOf(experiment, own, effectiveChecks(experiment, own).constFirst());
    return judge ? judge->endpoint.id : judge.error().detail;
}

} // namespace

class CaseChoiceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// It judges where the file names nobody, as the default test's would; what a test or a check says counts before it.
    void aGrader()
    {
        CaseChoice choice;
        choice.grader = u"openai:chat:judge"_s;
        Experiment experiment =
            experimentOf("prompts: [x]\nproviders: [{id: 'openai:chat:a', label: mine}]\n"
                         "tests:\n"
                         "  - assert: [{type: llm-rubric, value: good}]\n"
                         "  - assert: [{type: llm-rubric, value: good, provider: 'openai:chat:own'}]\n"
                         "  - {assert: [{type: llm-rubric, value: good}], options: {provider: 'openai:chat:test'}}\n");
        QVERIFY(judgeIn(experiment, 0).contains("it has no judge"_L1));
        QVERIFY(applyChoice(choice, experiment));
        QCOMPARE(judgeIn(experiment, 0), u"openai:chat:judge"_s);
        QCOMPARE(judgeIn(experiment, 1), u"openai:chat:own"_s);
        QCOMPARE(judgeIn(experiment, 2), u"openai:chat:test"_s);
        choice.grader = u"mine"_s;
        QVERIFY(applyChoice(choice, experiment));
        QCOMPARE(judgeIn(experiment, 0), u"openai:chat:a"_s);
    }

    /// What the file says of them counts more, as in promptfoo.
    void prefixAndSuffix()
    {
        CaseChoice choice;
        choice.promptPrefix = u"Hello. "_s;
        choice.promptSuffix = u" Bye."_s;
        Experiment experiment = experimentOf("prompts: [x]\nproviders: [echo]\ndefaultTest: {options: {suffix: '!'}}\n"
                                             "tests: [{vars: {a: 1}}, {options: {prefix: 'Own '}}]\n");
        QVERIFY(applyChoice(choice, experiment));
        const auto asked = [&](int index) {
            return messagesForCase(experiment, experiment.prompts.constFirst(), experiment.cases.value(index)).constFirst().text;
        };
        QCOMPARE(asked(0), u"Hello. x!"_s);
        QCOMPARE(asked(1), u"Own x!"_s);
    }

    void descriptionAndTags()
    {
        const QByteArray text = "description: d\nprompts: [x]\nproviders: [echo]\ntags: {team: blue, level: '1'}\n";
        Experiment experiment = experimentOf(text);
        QVERIFY(applyChoice({}, experiment));
        QCOMPARE(experiment, experimentOf(text));
        CaseChoice choice;
        choice.description = u"Nightly"_s;
        choice.tags = {{u"level"_s, u"2"_s}, {u"new"_s, u"yes"_s}};
        QVERIFY(applyChoice(choice, experiment));
        QCOMPARE(experiment.description, u"Nightly"_s);
        QCOMPARE(experiment.tags, (QMap<QString, QString>{{u"team"_s, u"blue"_s}, {u"level"_s, u"2"_s}, {u"new"_s, u"yes"_s}}));
    }

    void metadataGoesIntoThePlan()
    {
        CaseChoice choice;
        choice.metadata = {{u"kind"_s, u"a"_s}};
        PlanOptions options;
        QVERIFY(planChoice(choice, experimentOf("prompts: [x]\nproviders: [echo]\n"), MemoryFiles(), options));
        QCOMPARE(options.metadata, choice.metadata);
    }

    void aGraderBesideAnEmbedder()
    {
        CaseChoice choice;
        choice.grader = u"openai:chat:judge"_s;
        Experiment experiment =
            experimentOf("prompts: [x]\nproviders: [echo]\n"
                         "defaultTest: {options: {provider: {text: 'openai:chat:old', embedding: 'mistral:embedding:m'}}}\n"
                         "tests: [{assert: [{type: llm-rubric, value: good}]}, {assert: [{type: similar, value: x}]}]\n");
        QVERIFY(applyChoice(choice, experiment));
        QCOMPARE(judgeIn(experiment, 0), u"openai:chat:judge"_s);
        QCOMPARE(judgeIn(experiment, 1), u"mistral:embedding:m"_s);
    }

    void aGraderBesideAModerator()
    {
        CaseChoice choice;
        choice.grader = u"openai:chat:judge"_s;
        Experiment experiment =
            experimentOf("prompts: [x]\nproviders: [echo]\n"
                         "defaultTest: {options: {provider: {text: 'openai:chat:old', moderation: 'openai:moderation:m'}}}\n"
                         "tests: [{assert: [{type: llm-rubric, value: good}]}, {assert: [{type: moderation}]}]\n");
        QVERIFY(applyChoice(choice, experiment));
        QCOMPARE(judgeIn(experiment, 0), u"openai:chat:judge"_s);
        QCOMPARE(judgeIn(experiment, 1), u"openai:moderation:m"_s);
    }
};

QTEST_GUILESS_MAIN(CaseChoiceTest)
#include "tst_casechoice.moc"
