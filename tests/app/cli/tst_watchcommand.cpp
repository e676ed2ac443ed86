// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/filewatch.h"
#include "tests/app/cli/cliharness.h"

#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

QByteArray asking(const QByteArray &prompt)
{
    return "prompts: ['" + prompt + "']\nproviders: ['openai:chat:gpt-4o']\n";
}

/// Answers the generation with this number as soon as it is asked for, and waits until the command waits for a change.
bool answers(CliHarness &cli, int number)
{
    if (!cli.awaitGenerations(number + 1))
        return false;
    cli.engine.answer(number, u"Yes."_s);
    return QTest::qWaitFor([&] { return cli.err.text().count(u"Waiting for a change"_s) == number + 1; });
}

/// What happened to the files is heard of.
bool settles(CliHarness &cli)
{
    if (!QTest::qWaitFor([&cli] { return cli.clock.runningTimers() > 0; }))
        return false;
    cli.clock.advance(FileWatch::settling);
    return true;
}

QString askedOf(CliHarness &cli, int number)
{
    return cli.engine.at(number).request.messages.constFirst().text;
}

} // namespace

class WatchCommandTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void runsAgainUntilItIsInterrupted()
    {
        CliHarness cli;
        cli.start({u"run"_s, cli.file(u"x.yaml"_s, asking("one")), u"--watch"_s});
        QVERIFY(answers(cli, 0));
        QCOMPARE(cli.engine.count(), 1);
        (void)cli.file(u"x.yaml"_s, asking("another"));
        QVERIFY(settles(cli));
        QVERIFY(answers(cli, 1));
        QCOMPARE(askedOf(cli, 1), u"another"_s);
        QCOMPARE(cli.ledger.runs.size(), 2);
        QVERIFY(!cli.code.has_value());
        std::raise(SIGINT);
        QCOMPARE(cli.exitCode(), 130);
    }

    void aFileThatTheExperimentNames()
    {
        CliHarness cli;
        (void)cli.file(u"p.txt"_s, "one");
        cli.start({u"run"_s, cli.file(u"x.yaml"_s, asking("file://p.txt")), u"--watch"_s});
        QVERIFY(answers(cli, 0));
        QCOMPARE(askedOf(cli, 0), u"one"_s);
        (void)cli.file(u"p.txt"_s, "another");
        QVERIFY(settles(cli));
        QVERIFY(answers(cli, 1));
        QCOMPARE(askedOf(cli, 1), u"another"_s);
        std::raise(SIGINT);
        QCOMPARE(cli.exitCode(), 130);
    }

    /// It was read before: there is another run after this one.
    void aChangeWhileItRuns()
    {
        CliHarness cli;
        cli.start({u"run"_s, cli.file(u"x.yaml"_s, asking("one")), u"--watch"_s});
        QVERIFY(cli.awaitGenerations(1));
        (void)cli.file(u"x.yaml"_s, asking("another"));
        QCOMPARE(cli.engine.count(), 1);
        cli.engine.answer(0, u"Yes."_s);
        QVERIFY(cli.awaitGenerations(2));
        QCOMPARE(askedOf(cli, 1), u"another"_s);
        std::raise(SIGINT);
        QTRY_VERIFY(cli.engine.cancels() == 1);
        cli.engine.finishCancelled(1);
        QCOMPARE(cli.exitCode(), 130);
    }

    void aFaultIsWaitedFor()
    {
        CliHarness cli;
        cli.start({u"run"_s, cli.file(u"x.yaml"_s, "prompts: [a\n"), u"--watch"_s});
        QTRY_VERIFY(cli.err.text().contains(u"Waiting for a change"_s));
        QVERIFY2(cli.err.text().contains(u"x.yaml:"_s), qPrintable(cli.err.text()));
        (void)cli.file(u"x.yaml"_s, asking("one"));
        QVERIFY(settles(cli));
        QVERIFY(cli.awaitGenerations(1));
        cli.engine.answer(0, u"Yes."_s);
        QTRY_COMPARE(cli.err.text().count(u"Waiting for a change"_s), 2);
        std::raise(SIGINT);
        QCOMPARE(cli.exitCode(), 130);
    }

    void wrongUsageEnds()
    {
        CliHarness cli;
        QCOMPARE(cli.run({u"run"_s, cli.path(u"nowhere.yaml"_s), u"--watch"_s}), 2);
        QCOMPARE(cli.run({u"run"_s, cli.file(u"x.yaml"_s, asking("one")), u"--watch"_s, u"-o"_s, cli.path(u"no/such/o.json"_s)}),
                 2);
        QCOMPARE(cli.engine.count(), 0);
    }
};

QTEST_GUILESS_MAIN(WatchCommandTest)
#include "tst_watchcommand.moc"
