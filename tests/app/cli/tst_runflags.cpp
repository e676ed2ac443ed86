// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// promptfoo's flags of `run`, from the command line to what is asked and kept.

#include "tests/app/cli/cliharness.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QScopeGuard>
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
        cli.start({u"run"_s, cli.file(u"x.yaml"_s, lamps), u"-n"_s, u"1"_s, u"--prompt-prefix"_s, u"Hello. "_s,
                   u"--prompt-suffix"_s, u" Bye."_s});
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

    /// Templates see what is no key; a key only by name.
    void variablesOfAFile()
    {
        const auto unset = qScopeGuard([] {
            for (const char *name : {"RUNFLAGS_WORD", "RUNFLAGS_API_KEY", "RUNFLAGS_OTHER"})
                qunsetenv(name);
        });
        qputenv("RUNFLAGS_WORD", "old");
        qputenv("RUNFLAGS_OTHER", "mine");
        CliHarness cli;
        const QString path =
            cli.file(u"x.yaml"_s, "prompts: ['{{ env.RUNFLAGS_WORD }}/{{ env.RUNFLAGS_API_KEY }}/{{ env.RUNFLAGS_OTHER }}']\n"
                                  "providers: ['openai:chat:gpt-4o']\n");
        const QString env = cli.file(u"a.env"_s, "# mine\nRUNFLAGS_WORD=new\nRUNFLAGS_API_KEY=abc\n");
        cli.start({u"run"_s, path, u"--env-file"_s, env});
        QVERIFY(answerAll(cli, 1));
        QCOMPARE(cli.exitCode(), 0);
        QCOMPARE(askedOf(cli, 0), u"new//"_s);
        QCOMPARE(qEnvironmentVariable("RUNFLAGS_API_KEY"), u"abc"_s); // where keys are looked for
        cli.start({u"run"_s, path, u"--env-file"_s, env, u"--allow-env"_s, u"RUNFLAGS_API_KEY"_s});
        QVERIFY(cli.awaitGenerations(2));
        cli.engine.answer(1, u"Positive."_s);
        QCOMPARE(cli.exitCode(), 0);
        QCOMPARE(askedOf(cli, 1), u"new/abc/"_s);
        QVERIFY(!cli.ledger.runs.constFirst().run.experimentYaml.contains("abc"));
    }

    void aFileOfVariablesThatIsNone()
    {
        CliHarness cli;
        const QString path = cli.file(u"x.yaml"_s, lamps);
        QCOMPARE(cli.run({u"run"_s, path, u"--env-file"_s, cli.path(u"no.env"_s)}), 2);
        QVERIFY2(cli.err.text().contains(u"no.env"_s), qPrintable(cli.err.text()));
        cli.err.bytes.clear();
        const QString bad = cli.file(u"bad.env"_s, "RUNFLAGS_A=1\nsecret-value\n");
        QCOMPARE(cli.run({u"run"_s, path, u"--env-file"_s, bad}), 2);
        QVERIFY2(cli.err.text().contains(u"bad.env:2"_s) && !cli.err.text().contains(u"secret-value"_s),
                 qPrintable(cli.err.text()));
        QVERIFY(!qEnvironmentVariableIsSet("RUNFLAGS_A")); // all or nothing
        QCOMPARE(cli.engine.count(), 0);
    }

    /// Results do not take its place.
    void aFileOfVariablesIsNotOverwritten()
    {
        CliHarness cli;
        const QByteArray text = "RUNFLAGS_B=1\n";
        const QString env = cli.file(u"a.txt"_s, text);
        QCOMPARE(cli.run({u"run"_s, cli.file(u"x.yaml"_s, lamps), u"--env-file"_s, env, u"-o"_s, env}), 2);
        qunsetenv("RUNFLAGS_B");
        QCOMPARE(cli.content(u"a.txt"_s), text);
        QCOMPARE(cli.engine.count(), 0);
    }

    void validateTakesPartsToo()
    {
        CliHarness cli;
        const QString path = cli.file(u"x.yaml"_s, lamps);
        QCOMPARE(cli.run({u"validate"_s, path}), 0);
        QVERIFY2(cli.out.text().contains(u"cases: 3"_s), qPrintable(cli.out.text()));
        cli.out.bytes.clear();
        QCOMPARE(cli.run({u"validate"_s, path, u"-t"_s, cli.file(u"t.csv"_s, "review\na\nb\n"), u"-r"_s, u"echo"_s, u"-r"_s,
                          u"openai:chat:gpt-4o"_s}),
                 0);
        QVERIFY2(cli.out.text().contains(u"variants: 2, cases: 2, cells: 4"_s), qPrintable(cli.out.text()));
    }
};

QTEST_GUILESS_MAIN(RunFlagsTest)
#include "tst_runflags.moc"
