// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// promptfoo's flags of `run`, from the command line to what is asked and kept.

#include "tests/app/cli/cliharness.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Tempera;

namespace {

const QByteArray lamps = "description: Lamps\n"
                         "prompts: ['Label: {{ review }}']\n"
                         "providers: ['openai:chat:gpt-4o']\n"
                         "tags: {team: blue}\n"
                         "tests:\n"
                         "  - {vars: {review: one}, metadata: {kind: short}}\n"
                         "  - {vars: {review: two}, metadata: {kind: long}}\n"
                         "  - {vars: {review: three}, metadata: {kind: [short, odd]}}\n";

bool answerAll(CliHarness &cli, int count)
{
    for (int i = 0; i < count; ++i) {
        if (!cli.awaitGenerations(i + 1))
            return false;
        cli.engine.answer(i, u"Positive."_s);
    }
    return true;
}

QString askedOf(CliHarness &cli, int number)
{
    return cli.engine.at(number).request.messages.constFirst().text;
}

} // namespace

class RunFlagsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aDelay()
    {
        CliHarness cli;
        cli.start({u"run"_s, cli.file(u"x.yaml"_s, lamps), u"-j"_s, u"3"_s, u"--delay"_s, u"100"_s});
        for (int i = 0; i < 3; ++i) {
            QVERIFY(cli.awaitGenerations(i + 1));
            QCOMPARE(cli.engine.count(), i + 1);
            cli.engine.answer(i, u"Positive."_s);
            QCOMPARE(cli.engine.count(), i + 1);
            cli.clock.advance(100ms);
        }
        QCOMPARE(cli.exitCode(), 0);
    }

    void casesByMetadata()
    {
        CliHarness cli;
        const QString path = cli.file(u"x.yaml"_s, lamps);
        cli.start({u"run"_s, path, u"--filter-metadata"_s, u"kind=short"_s});
        QVERIFY(answerAll(cli, 2));
        QCOMPARE(cli.exitCode(), 0);
        QCOMPARE(askedOf(cli, 0), u"Label: one"_s);
        QCOMPARE(askedOf(cli, 1), u"Label: three"_s);
        QCOMPARE(cli.run({u"run"_s, path, u"--filter-metadata"_s, u"kind=none"_s}), 2);
        QCOMPARE(cli.engine.count(), 2);
    }

    void whatIsBeforeAndBehindThePrompt()
    {
        CliHarness cli;
        cli.start({u"run"_s, cli.file(u"x.yaml"_s, lamps), u"-n"_s, u"1"_s, u"--prompt-prefix"_s, u"Hello. "_s, u"--prompt-suffix"_s,
                   u" Bye."_s});
        QVERIFY(answerAll(cli, 1));
        QCOMPARE(cli.exitCode(), 0);
        QCOMPARE(askedOf(cli, 0), u"Hello. Label: one Bye."_s);
    }

    /// The ledger and the results have them; the file does not.
    void descriptionAndTags()
    {
        CliHarness cli;
        const QString path = cli.file(u"x.yaml"_s, lamps);
        cli.start({u"run"_s, path, u"-n"_s, u"1"_s, u"--json"_s, u"--description"_s, u"Nightly"_s, u"--tag"_s, u"build=7"_s});
        QVERIFY(answerAll(cli, 1));
        QCOMPARE(cli.exitCode(), 0);
        const QJsonObject config = QJsonDocument::fromJson(cli.out.bytes).object().value("config"_L1).toObject();
        QCOMPARE(config.value("description"_L1).toString(), u"Nightly"_s);
        QCOMPARE(config.value("tags"_L1).toObject(), (QJsonObject{{u"build"_s, u"7"_s}, {u"team"_s, u"blue"_s}}));
        QCOMPARE(cli.ledger.runs.size(), 1);
        const RunRecord &run = cli.ledger.runs.constFirst().run;
        QCOMPARE(run.title, u"Nightly"_s);
        QVERIFY2(run.experimentYaml.contains("Nightly") && run.experimentYaml.contains("build"), run.experimentYaml.constData());
        QCOMPARE(cli.content(u"x.yaml"_s), lamps);
    }
};

QTEST_GUILESS_MAIN(RunFlagsTest)
#include "tst_runflags.moc"
