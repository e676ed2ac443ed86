// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/cli/cliharness.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Tempera;

class RunCommandTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everythingPasses();
    void aFailingCheckExits100();
    void anUnknownCheckIsNotPassed();
    void judgesAreAsked();
    void aFailedRequestExits1();
    void jsonOnOutput();
    void exports();
    void noKeyAnywhere();
    void options();
    void missingModelLeavesTheOthers();
    void brokenYaml_data();
    void brokenYaml();
    void brokenPrompts_data();
    void brokenPrompts();
    void missingFile();
    void missingFolder();
    void interrupted();
    void faultOfTheLedger();
    void aDiskThatFillsUpStopsTheRun();
    void withoutALedger();
    void progressOnATerminal();
    void progressInLines();
    void historyAfterwards();
};

static const QByteArray experiment = R"(description: Lamps
prompts:
  - 'Label: {{ review }}'
providers:
  - id: local:tempera-mini
    label: cool
    config: { temperature: 0.2 }
  - id: openai:chat:gpt-4o
    label: hosted
    config: { apiKey: sk-live-77 }
tests:
  - description: good
    vars: { review: A nice lamp }
    assert:
      - { type: icontains, value: positive }
  - description: bad
    vars: { review: It broke }
    assert:
      - { type: icontains, value: negative }
)";

static const Usage usage{.inputTokens = 1000, .cachedInputTokens = {}, .outputTokens = 2, .reasoningTokens = {}};

/// Answers every cell: what `textOf` says of its request.
static bool answerAll(CliHarness &cli, int count, const std::function<QString(const GenerationRequest &)> &textOf)
{
    for (int i = 0; i < count; ++i) {
        if (!cli.awaitGenerations(i + 1))
            return false;
        cli.engine.answer(i, textOf(cli.engine.at(i).request), usage);
    }
    return true;
}

static QString rightAnswer(const GenerationRequest &request)
{
    return request.key.caseIndex == 0 ? u"Positive."_s : u"Negative."_s;
}

void RunCommandTest::everythingPasses()
{
    CliHarness cli;
    cli.start({u"run"_s, cli.file(u"x.yaml"_s, experiment)});
    QVERIFY(answerAll(cli, 4, rightAnswer));
    QCOMPARE(cli.exitCode(), 0);
    const QString table = cli.out.text();
    for (const QString &word :
         {u"cool"_s, u"hosted"_s, u"good"_s, u"bad"_s, u"Positive."_s, u"Negative."_s, u"✓"_s, u"2/2"_s, u"$0.00 "_s})
        QVERIFY2(table.contains(word), qPrintable(word + u'\n' + table));
    QVERIFY(cli.err.text().contains(u"4 cells: 4 passed"_s));
    QCOMPARE(cli.ledger.runs.size(), 1);
    QCOMPARE(cli.ledger.runs.first().cells.size(), 4u);
}

void RunCommandTest::aFailingCheckExits100()
{
    CliHarness cli;
    cli.start({u"run"_s, cli.file(u"x.yaml"_s, experiment)});
    QVERIFY(answerAll(cli, 4, [](const GenerationRequest &) { return u"Positive."_s; }));
    QCOMPARE(cli.exitCode(), 100);
    QVERIFY(cli.out.text().contains(u"✗ icontains"_s));
    QVERIFY(cli.out.text().contains(u"1/2"_s));
}

void RunCommandTest::anUnknownCheckIsNotPassed()
{
    QByteArray text = experiment;
    text.replace("type: icontains, value: positive", "type: python, value: is fair");
    CliHarness cli;
    cli.start({u"run"_s, cli.file(u"x.yaml"_s, text)});
    QVERIFY(answerAll(cli, 4, rightAnswer));
    QCOMPARE(cli.exitCode(), 100);
    QVERIFY(cli.out.text().contains(u"python: not evaluated"_s));
    QVERIFY(cli.err.text().contains(u"2 not evaluated"_s));
}

/// A judge has its own answer in the results; text of it is no escape sequence to the terminal.
void RunCommandTest::judgesAreAsked()
{
    QByteArray text = experiment;
    text.replace("tests:\n", "defaultTest: {options: {provider: 'local:tempera-mini'}}\ntests:\n");
    text.replace("type: icontains, value: positive", "type: llm-rubric, value: is fair");
    CliHarness cli;
    cli.start({u"run"_s, cli.file(u"x.yaml"_s, text), u"--json"_s});
    const auto reply = [](const GenerationRequest &request) {
        if (request.messages.constFirst().role != Role::System)
            return rightAnswer(request);
        const bool isHosted = request.key.variantIndex == 1;
        return isHosted ? uR"({"reason": "not \u001b[31mfair", "pass": false, "score": 0.2})"_s
                        : uR"({"reason": "quite fair", "pass": true, "score": 0.9})"_s;
    };
    QVERIFY(answerAll(cli, 6, reply));
    QCOMPARE(cli.exitCode(), 100);
    QVERIFY(!cli.err.text().contains(u"not evaluated"_s));
    const QString out = cli.out.text();
    QVERIFY2(out.contains(u"quite fair"_s) && out.contains(u"tempera-mini"_s), qPrintable(out));
    QVERIFY(!out.contains(u'\x1b'));
}

void RunCommandTest::aFailedRequestExits1()
{
    CliHarness cli;
    cli.start({u"run"_s, cli.file(u"x.yaml"_s, experiment), u"-j"_s, u"4"_s});
    QVERIFY(cli.awaitGenerations(4));
    cli.engine.fail(0, failure(ErrorKind::Network, u"connection refused"_s, u"https://example.org"_s).error());
    for (int i = 1; i < 4; ++i)
        cli.engine.answer(i, u"wrong"_s, usage); // checks fail too: the error says more
    QCOMPARE(cli.exitCode(), 1);
    QVERIFY(cli.out.text().contains(u"connection refused"_s));
    QVERIFY(cli.err.text().contains(u"3 failed, 1 error "_s));
}

void RunCommandTest::jsonOnOutput()
{
    CliHarness cli;
    cli.start({u"run"_s, cli.file(u"x.yaml"_s, experiment), u"--json"_s});
    QVERIFY(answerAll(cli, 4, rightAnswer));
    QCOMPARE(cli.exitCode(), 0);
    const QJsonObject results = QJsonDocument::fromJson(cli.out.bytes).object().value(u"results"_s).toObject();
    QCOMPARE(results.value(u"results"_s).toArray().size(), 4);
    QCOMPARE(results.value(u"stats"_s).toObject().value(u"successes"_s).toInt(), 4);
}

void RunCommandTest::exports()
{
    CliHarness cli;
    QStringList words{u"run"_s, cli.file(u"x.yaml"_s, experiment)};
    const QStringList names{u"o.json"_s, u"o.jsonl"_s, u"o.csv"_s, u"o.html"_s, u"o.md"_s, u"o.junit.xml"_s};
    for (const QString &name : names)
        words << u"-o"_s << cli.path(name);
    cli.start(words);
    QVERIFY(answerAll(cli, 4, rightAnswer));
    QCOMPARE(cli.exitCode(), 0);
    for (const QString &name : names)
        QVERIFY2(cli.content(name).contains("Positive"), qPrintable(name));
}

void RunCommandTest::noKeyAnywhere()
{
    CliHarness cli;
    cli.start({u"run"_s, cli.file(u"x.yaml"_s, experiment), u"--json"_s, u"-o"_s, cli.path(u"o.html"_s)});
    QVERIFY(answerAll(cli, 4, rightAnswer));
    QCOMPARE(cli.exitCode(), 0);
    QVERIFY(!cli.out.bytes.contains("sk-live"));
    QVERIFY(!cli.err.bytes.contains("sk-live"));
    QVERIFY(!cli.content(u"o.html"_s).contains("sk-live"));
    QVERIFY(!cli.ledger.runs.first().run.experimentYaml.contains("sk-live"));
    QVERIFY(cli.ledger.runs.first().run.experimentYaml.contains("A nice lamp"));
}

void RunCommandTest::options()
{
    CliHarness cli;
    cli.start({u"run"_s, cli.file(u"x.yaml"_s, experiment), u"-j"_s, u"1"_s, u"--repeat"_s, u"2"_s, u"--filter-pattern"_s,
               u"^good$"_s, u"--no-ledger"_s});
    QVERIFY(cli.awaitGenerations(1));
    QCOMPARE(cli.engine.running(), 1);
    QCOMPARE(cli.engine.at(0).request.endpoint.modelPath, u"/models/tempera-mini.gguf"_s);
    QVERIFY(answerAll(cli, 4, rightAnswer)); // 1 case × 2 variants × 2 repeats
    QCOMPARE(cli.exitCode(), 0);
    QVERIFY(cli.ledger.runs.isEmpty());
    QVERIFY(cli.out.text().contains(u"good (2/2)"_s));
    QVERIFY(!cli.out.text().contains(u"bad"_s));
}

void RunCommandTest::missingModelLeavesTheOthers()
{
    QByteArray text = experiment;
    text.replace("local:tempera-mini", "local:gone");
    CliHarness cli;
    cli.start({u"run"_s, cli.file(u"x.yaml"_s, text), u"-j"_s, u"4"_s});
    QVERIFY(answerAll(cli, 2, rightAnswer)); // the cells of the other variant
    QCOMPARE(cli.exitCode(), 1);
    QVERIFY2(cli.out.text().contains(u"local:gone"_s), qPrintable(cli.out.text()));
    QVERIFY(cli.err.text().contains(u"2 passed, 0 failed, 2 errors"_s));
}

void RunCommandTest::brokenYaml_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("open bracket") << QByteArray("prompts: [a\nproviders: echo\n");
    QTest::newRow("tab") << QByteArray("prompts:\n\t- a\n");
    QTest::newRow("wrong kind") << QByteArray("prompts: [a]\nproviders: echo\ntests: 7\n");
}

void RunCommandTest::brokenYaml()
{
    QFETCH(QByteArray, text);
    CliHarness cli;
    const QString path = cli.file(u"broken.yaml"_s, text);
    const int code = cli.run({u"run"_s, path});
    QVERIFY2(code == 1, qPrintable(cli.err.text()));
    QVERIFY(cli.out.bytes.isEmpty());
    QCOMPARE(cli.err.text().count(u'\n'), 1);
    static const QRegularExpression place(u"broken\\.yaml:\\d+:\\d+: ."_s);
    QVERIFY2(cli.err.text().contains(place), qPrintable(cli.err.text()));
    QVERIFY(cli.ledger.runs.isEmpty());
}

void RunCommandTest::brokenPrompts_data()
{
    QTest::addColumn<QByteArray>("prompts");
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("words");
    QTest::newRow("plain") << QByteArray("  - Say {{x\n") << u"x.yaml:2: "_s << QString();
    QTest::newRow("quoted") << QByteArray("  - fine\n  - 'Say {{x'\n") << u"x.yaml:3: "_s << QString();
    QTest::newRow("literal block") << QByteArray("  - |\n    Hello\n\n    Say {{x\n") << u"x.yaml:5: "_s << QString();
    QTest::newRow("folded block") << QByteArray("  - >\n    Hello\n    Say {{x\n\n    More\n") << u"x.yaml:2: "_s
                                  << u"prompt 1"_s;
    QTest::newRow("raw") << QByteArray("  - label: a\n    raw: |\n      Hello\n      Say {{x\n") << u"x.yaml:5: "_s << QString();
    QTest::newRow("conversation") << QByteArray("  - |\n    [{\"role\": \"system\", \"content\": \"a\"},\n"
                                                "     {\"role\": \"user\", \"content\": \"{{x\"}]\n")
                                  << u"x.yaml:2: "_s << u"message 2, line 1"_s;
    QTest::newRow("one text") << QByteArray("  Say {{x\n") << u"x.yaml:2: "_s << QString();
    QTest::newRow("a file") << QByteArray("  - file://p.txt\n") << u"x.yaml:2: "_s << u"line 2"_s;
}

void RunCommandTest::brokenPrompts()
{
    QFETCH(QByteArray, prompts);
    QFETCH(QString, place);
    QFETCH(QString, words);
    CliHarness cli;
    (void)cli.file(u"p.txt"_s, "Hello\nSay {{x\n");
    const QString path =
        cli.file(u"x.yaml"_s, "prompts:\n" + prompts + "providers: [local:tempera-mini]\ntests: [{vars: {x: 1}}]\n");
    const int code = cli.run({u"run"_s, path});
    QVERIFY2(code == 1, qPrintable(cli.err.text()));
    QVERIFY2(cli.err.text().contains(place), qPrintable(cli.err.text()));
    QVERIFY2(cli.err.text().contains(words), qPrintable(cli.err.text()));
    QCOMPARE(cli.err.text().count(u'\n'), 1);
    QVERIFY(cli.out.bytes.isEmpty());
    QCOMPARE(cli.engine.count(), 0); // nothing was paid for
    QVERIFY(cli.ledger.runs.isEmpty());
}

void RunCommandTest::missingFile()
{
    CliHarness cli;
    QCOMPARE(cli.run({u"run"_s, u"/nowhere/x.yaml"_s}), 2);
    QVERIFY(cli.err.text().contains(u"/nowhere/x.yaml"_s));
    QCOMPARE(cli.err.text().count(u'\n'), 1);
}

void RunCommandTest::missingFolder()
{
    CliHarness cli;
    QCOMPARE(cli.run({u"run"_s, cli.file(u"x.yaml"_s, experiment), u"-o"_s, cli.path(u"no/such/o.json"_s)}), 2);
    QCOMPARE(cli.engine.count(), 0); // nothing was paid for
}

void RunCommandTest::interrupted()
{
    CliHarness cli;
    cli.start({u"run"_s, cli.file(u"x.yaml"_s, experiment), u"-j"_s, u"2"_s, u"-o"_s, cli.path(u"o.json"_s)});
    QVERIFY(cli.awaitGenerations(2));
    cli.engine.answer(0, u"Positive."_s, usage);
    QVERIFY(cli.awaitGenerations(3));
    std::raise(SIGINT);
    QTRY_VERIFY(cli.engine.cancels() + cli.engine.destructions() >= 2);
    for (int i = 1; i < cli.engine.count(); ++i)
        cli.engine.finishCancelled(i);
    QCOMPARE(cli.exitCode(), 130);
    const QJsonObject json = QJsonDocument::fromJson(cli.content(u"o.json"_s)).object();
    QCOMPARE(json.value(u"metadata"_s).toObject().value(u"state"_s).toString(), u"stopped"_s);
    QCOMPARE(json.value(u"results"_s).toObject().value(u"stats"_s).toObject().value(u"successes"_s).toInt(), 1);
    QVERIFY(!cli.ledger.runs.first().cells.empty());
}

void RunCommandTest::faultOfTheLedger()
{
    CliHarness cli;
    cli.ledger.fault = failure(ErrorKind::Storage, u"disk full"_s, u"ledger.db"_s).error();
    cli.start({u"run"_s, cli.file(u"x.yaml"_s, experiment), u"-o"_s, cli.path(u"o.json"_s)});
    QTRY_VERIFY(cli.engine.count() > 0 && cli.engine.cancels() == cli.engine.count()); // no answer is waited for
    for (int i = 0; i < cli.engine.count(); ++i)
        cli.engine.finishCancelled(i);
    QCOMPARE(cli.exitCode(), 1);
    QVERIFY(cli.err.text().contains(u"disk full"_s) && cli.err.text().contains(u"set-aside"_s));
    QCOMPARE(cli.engine.running(), 0);
    QVERIFY(!cli.out.bytes.isEmpty()); // what there is is shown all the same
    QVERIFY(!cli.content(u"o.json"_s).isEmpty());
}

void RunCommandTest::aDiskThatFillsUpStopsTheRun()
{
    CliHarness cli;
    cli.start({u"run"_s, cli.file(u"x.yaml"_s, experiment), u"-j"_s, u"1"_s});
    QVERIFY(cli.awaitGenerations(1));
    QCoreApplication::processEvents(); // the question at the start is answered
    cli.ledger.fault = failure(ErrorKind::Storage, u"disk full"_s, u"ledger.db"_s).error();
    cli.clock.advance(2s);
    cli.engine.answer(0, u"Positive."_s, usage);
    QTRY_COMPARE(cli.engine.cancels(), 1);
    cli.engine.finishCancelled(1);
    QCOMPARE(cli.exitCode(), 1);
    QVERIFY(cli.err.text().contains(u"disk full"_s));
    QVERIFY(cli.engine.count() < 4); // nothing more was paid for
}

void RunCommandTest::withoutALedger()
{
    CliHarness cli;
    cli.ledgerFault = failure(ErrorKind::Storage, u"no database"_s, u"ledger.db"_s).error();
    const QString path = cli.file(u"x.yaml"_s, experiment);
    QCOMPARE(cli.run({u"run"_s, path}), 1);
    QCOMPARE(cli.engine.count(), 0);
    QVERIFY(cli.err.text().contains(u"no database"_s) && cli.err.text().contains(u"--no-ledger"_s));
    cli.start({u"run"_s, path, u"--no-ledger"_s});
    QVERIFY(answerAll(cli, 4, rightAnswer));
    QCOMPARE(cli.exitCode(), 0);
    QCOMPARE(cli.run({u"history"_s, u"set-aside"_s}), 0);
    QCOMPARE(cli.setAside, 1);
    QVERIFY(cli.err.text().contains(u"ledger-2026-11-28.db"_s));
}

void RunCommandTest::progressOnATerminal()
{
    CliHarness cli;
    cli.err.terminal = true;
    cli.start({u"run"_s, cli.file(u"x.yaml"_s, experiment), u"-j"_s, u"1"_s});
    QVERIFY(cli.awaitGenerations(1));
    cli.clock.advance(2s);
    cli.engine.deliver(0, {Event::Loading{0.25}});
    QVERIFY2(cli.err.text().contains(u"loading tempera-mini … 25 %"_s), qPrintable(cli.err.text()));
    cli.clock.advance(2s);
    QVERIFY(answerAll(cli, 1, rightAnswer));
    QTRY_COMPARE(cli.ledger.runs.first().cells.size(), 1u); // graded
    QVERIFY(cli.awaitGenerations(2));
    cli.clock.advance(1s);
    cli.engine.started(1);
    QVERIFY2(cli.err.text().contains(u"█"_s), qPrintable(cli.err.text()));
    QVERIFY2(cli.err.text().contains(u"1/4 · 0.2 cells/s · 0:15 left"_s), qPrintable(cli.err.text()));
    QVERIFY(answerAll(cli, 4, rightAnswer));
    QCOMPARE(cli.exitCode(), 0);
    QVERIFY(cli.err.text().contains(u"\r\x1b[2K4 cells: 4 passed"_s)); // the bar is gone before the summary
}

void RunCommandTest::progressInLines()
{
    CliHarness cli;
    cli.start({u"run"_s, cli.file(u"x.yaml"_s, experiment)});
    QVERIFY(answerAll(cli, 4, rightAnswer));
    QCOMPARE(cli.exitCode(), 0);
    QVERIFY(!cli.err.text().contains(u'\x1b'));
    QVERIFY(!cli.err.text().contains(u'\r'));
    for (const QString &line : {u"1/4"_s, u"4/4"_s})
        QVERIFY2(cli.err.text().contains(line), qPrintable(cli.err.text()));
}

void RunCommandTest::historyAfterwards()
{
    CliHarness cli;
    cli.start({u"run"_s, cli.file(u"x.yaml"_s, experiment)});
    QVERIFY(answerAll(cli, 4, rightAnswer));
    QCOMPARE(cli.exitCode(), 0);
    const QString table = cli.out.text();

    cli.out.bytes.clear();
    QCOMPARE(cli.run({u"history"_s, u"list"_s}), 0);
    QVERIFY2(cli.out.text().contains(u"Lamps"_s), qPrintable(cli.out.text()));
    QVERIFY(cli.out.text().contains(u"4/4"_s));

    cli.out.bytes.clear();
    const QString id = cli.ledger.runs.first().run.id.toString(QUuid::WithoutBraces).first(6);
    QCOMPARE(cli.run({u"history"_s, u"show"_s, id, u"-o"_s, cli.path(u"h.md"_s)}), 0);
    QCOMPARE(cli.out.text(), table); // as it was
    QVERIFY(cli.content(u"h.md"_s).contains("Lamps"));

    cli.out.bytes.clear();
    QCOMPARE(cli.run({u"export"_s, id, u"-o"_s, cli.path(u"e.md"_s)}), 0);
    QVERIFY(cli.out.bytes.isEmpty());
    QCOMPARE(cli.content(u"e.md"_s), cli.content(u"h.md"_s));
    QCOMPARE(cli.run({u"export"_s}), 0); // the newest one, as JSON
    QCOMPARE(QJsonDocument::fromJson(cli.out.bytes).object().value(u"results"_s).toObject().value(u"results"_s).toArray().size(),
             4);
    QCOMPARE(cli.run({u"export"_s, u"fffffff"_s, u"-o"_s, cli.path(u"none.md"_s)}), 2);
}

QTEST_GUILESS_MAIN(RunCommandTest)
#include "tst_runcommand.moc"
