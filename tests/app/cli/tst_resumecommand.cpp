// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/cli/cliharness.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace Tempera;

class ResumeCommandTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aStoppedRunGoesOn();
    void theFileIsTheRunsOwn();
    void theRunIsFound_data();
    void theRunIsFound();
    void whatCannotGoOn();
    void theOptionsAreThoseOfTheRun();
    void errorsStayUnlessAskedAgain();
    void secretsThatAreNotKeptDoNotCount();
    void anotherExperimentIsRefused();
    void aLedgerThatCannotBeReadIsTold();
};

namespace {

const QByteArray lamps = R"(description: Lamps
prompts: ['Label: {{ review }}']
providers:
  - { id: 'openai:chat:gpt-4o', label: hosted }
tests:
  - { vars: { review: good }, assert: [{ type: icontains, value: positive }] }
  - { vars: { review: bad }, assert: [{ type: icontains, value: negative }] }
  - { vars: { review: fair }, assert: [{ type: icontains, value: neutral }] }
)";

/// Runs the file until one cell is answered and the next one is under way, then asks for the end.
QString interruptedRun(CliHarness &cli, const QString &file, const QStringList &more = {})
{
    const int before = cli.engine.count();
    cli.start(QStringList{u"run"_s, file, u"-j"_s, u"1"_s} + more);
    if (!cli.awaitGenerations(before + 1))
        return {};
    cli.engine.answer(before, u"Positive."_s);
    if (!cli.awaitGenerations(before + 2))
        return {};
    std::raise(SIGINT);
    if (!QTest::qWaitFor([&] { return cli.engine.cancels() > 0; }))
        return {};
    cli.engine.finishCancelled(before + 1);
    return cli.exitCode() == 130 ? cli.ledger.runs.first().run.id.toString(QUuid::WithoutBraces) : QString();
}

/// Answers all that is asked from `first` on, `count` cells one after the other.
bool answerFrom(CliHarness &cli, int first, int count, const QString &text)
{
    for (int i = first; i < first + count; ++i) {
        if (!cli.awaitGenerations(i + 1))
            return false;
        cli.engine.answer(i, text);
    }
    return true;
}

QJsonObject reportIn(const CliHarness &cli, const QString &name)
{
    return QJsonDocument::fromJson(cli.content(name)).object();
}

} // namespace

void ResumeCommandTest::aStoppedRunGoesOn()
{
    CliHarness cli;
    const QString file = cli.file(u"x.yaml"_s, lamps);
    const QString id = interruptedRun(cli, file);
    QVERIFY(!id.isEmpty());
    QVERIFY2(cli.err.text().contains(u"tempera run --resume "_s + id.first(8)), qPrintable(cli.err.text()));
    const QDateTime started = cli.ledger.runs.first().run.started;
    cli.clock.advance(std::chrono::hours(1));

    cli.err.bytes.clear();
    cli.start({u"run"_s, file, u"--resume"_s, u"-o"_s, cli.path(u"o.json"_s)});
    QVERIFY(answerFrom(cli, 2, 2, u"Negative."_s));
    QCOMPARE(cli.exitCode(), 100); // "fair" is not negative
    QCOMPARE(cli.engine.count(), 4);
    QCOMPARE(cli.engine.at(2).request.key.caseIndex, 1);
    QCOMPARE(cli.engine.at(3).request.key.caseIndex, 2);
    QCOMPARE(cli.ledger.runs.size(), 1);
    QCOMPARE(cli.ledger.runs.first().run.state, RunState::Finished);
    QCOMPARE(cli.ledger.runs.first().run.started, started);
    QCOMPARE(cli.ledger.runs.first().cells.size(), 3u);
    QVERIFY2(cli.err.text().contains(u"3 cells: 2 passed"_s), qPrintable(cli.err.text())); // all of them
    const QJsonObject report = reportIn(cli, u"o.json"_s);
    QCOMPARE(report.value(u"results"_s)[u"results"_s].toArray().size(), 3);
    QVERIFY(cli.content(u"o.json"_s).contains(id.toUtf8()));
}

void ResumeCommandTest::theFileIsTheRunsOwn()
{
    CliHarness cli;
    const QString file = cli.file(u"x.yaml"_s, lamps);
    QVERIFY(!interruptedRun(cli, file).isEmpty());
    cli.start({u"run"_s, u"--resume"_s});
    QVERIFY(answerFrom(cli, 2, 2, u"negative, neutral"_s));
    QCOMPARE(cli.exitCode(), 0);
    QCOMPARE(cli.ledger.runs.size(), 1);
}

void ResumeCommandTest::theRunIsFound_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("said");
    const auto row = [](const char *name, const QString &words, const QString &said) { QTest::newRow(name) << words << said; };
    row("by its id", u"--resume %1"_s, {});
    row("by the beginning", u"--resume %2"_s, {});
    row("newest of the file", u"--resume %3"_s, {});
    row("none of another file", u"--resume %4"_s, u"no run of this file"_s);
    row("unknown", u"--resume 00000000-1"_s, u"no such run"_s);
}

void ResumeCommandTest::theRunIsFound()
{
    QFETCH(QString, words);
    QFETCH(QString, said);
    CliHarness cli;
    const QString file = cli.file(u"x.yaml"_s, lamps);
    const QString other = cli.file(u"other.yaml"_s, lamps);
    const QString id = interruptedRun(cli, file);
    QVERIFY(!id.isEmpty());
    QStringList arguments{u"run"_s};
    for (QString word : words.split(u' ')) {
        word.replace(u"%1"_s, id).replace(u"%2"_s, id.first(5).toUpper());
        arguments += word.replace(u"%3"_s, cli.path(u"./x.yaml"_s)).replace(u"%4"_s, other);
    }
    cli.err.bytes.clear();
    cli.start(arguments);
    if (said.isEmpty()) {
        QVERIFY2(answerFrom(cli, 2, 2, u"negative, neutral"_s), qPrintable(cli.err.text()));
        QCOMPARE(cli.exitCode(), 0);
        return;
    }
    QCOMPARE(cli.exitCode(), 2);
    QVERIFY2(cli.err.text().contains(said), qPrintable(cli.err.text()));
    QCOMPARE(cli.engine.count(), 2);
}

void ResumeCommandTest::whatCannotGoOn()
{
    CliHarness cli;
    QCOMPARE(cli.run({u"run"_s, u"--resume"_s}), 2);
    QVERIFY2(cli.err.text().contains(u"no run that can be resumed"_s), qPrintable(cli.err.text()));
    const QString file = cli.file(u"x.yaml"_s, lamps);
    const QString id = interruptedRun(cli, file);
    QVERIFY(!id.isEmpty());
    const auto resume = [&cli, &id](RunState state) {
        cli.err.bytes.clear();
        cli.ledger.runs.first().run.state = state;
        return cli.run({u"run"_s, u"--resume"_s, id});
    };
    QCOMPARE(resume(RunState::Running), 2);
    QVERIFY2(cli.err.text().contains(u"under way in another program"_s), qPrintable(cli.err.text()));
    QCOMPARE(resume(RunState::Finished), 2);
    QVERIFY2(cli.err.text().contains(u"is finished"_s), qPrintable(cli.err.text()));
    cli.ledger.runs.first().run.experimentPath.clear();
    QCOMPARE(resume(RunState::Interrupted), 2);
    QVERIFY2(cli.err.text().contains(u"not saved"_s), qPrintable(cli.err.text()));
    QCOMPARE(cli.engine.count(), 2);
}

void ResumeCommandTest::theOptionsAreThoseOfTheRun()
{
    CliHarness cli;
    const QString file = cli.file(u"x.yaml"_s, lamps);
    QVERIFY(!interruptedRun(cli, file, {u"--repeat"_s, u"2"_s, u"--filter-pattern"_s, u"good|bad"_s}).isEmpty());
    QCOMPARE(cli.ledger.runs.first().run.plannedCells, 4);
    cli.start({u"run"_s, u"--resume"_s});
    QVERIFY(answerFrom(cli, 2, 3, u"positive, negative"_s));
    QCOMPARE(cli.exitCode(), 0);
    QCOMPARE(cli.engine.count(), 5);
    QCOMPARE(cli.ledger.runs.first().cells.size(), 4u);
}

void ResumeCommandTest::errorsStayUnlessAskedAgain()
{
    CliHarness cli;
    const QString file = cli.file(u"x.yaml"_s, lamps);
    cli.start({u"run"_s, file, u"-j"_s, u"1"_s});
    QVERIFY(answerFrom(cli, 0, 1, u"positive"_s));
    QVERIFY(cli.awaitGenerations(2));
    cli.engine.fail(1, failure(ErrorKind::BadRequest, u"no"_s).error());
    QVERIFY(answerFrom(cli, 2, 1, u"neutral"_s));
    QCOMPARE(cli.exitCode(), 1);
    QCOMPARE(cli.run({u"run"_s, file, u"--resume"_s}), 2); // it is finished
    cli.start({u"run"_s, file, u"--resume"_s, u"--retry-errors"_s});
    QVERIFY(answerFrom(cli, 3, 1, u"negative"_s));
    QCOMPARE(cli.exitCode(), 0);
    QCOMPARE(cli.engine.count(), 4);
    QCOMPARE(cli.ledger.runs.size(), 1);

    // And one that was stopped keeps its error.
    cli.ledger.runs.first().run.state = RunState::Interrupted;
    Cell &failed = cli.ledger.runs.first().cells.back();
    failed.state = CellState::Failed;
    failed.error = failure(ErrorKind::BadRequest, u"no"_s).error();
    failed.grade.reset();
    QCOMPARE(cli.run({u"run"_s, file, u"--resume"_s}), 1);
    QCOMPARE(cli.engine.count(), 4);
}

/// The ledger has the checks and the environment without their secrets; the file has them still.
void ResumeCommandTest::secretsThatAreNotKeptDoNotCount()
{
    CliHarness cli;
    QByteArray file = lamps;
    file.replace("value: positive }",
                 "value: positive, note: 'https://h.example/?token=CANARY1234', login: {password: CANARY1234} }");
    file += "env: {WHATEVER: CANARY1234}\n";
    const QString path = cli.file(u"lamps.yaml"_s, file);
    const QString run = interruptedRun(cli, path);
    QVERIFY(!run.isEmpty());
    QVERIFY2(!cli.ledger.runs.first().run.experimentYaml.contains("CANARY"), cli.ledger.runs.first().run.experimentYaml);
    (void)cli.file(u"lamps.yaml"_s, file.replace("Lamps", "Lights")); // so that both are compared
    cli.start({u"run"_s, u"--resume"_s, run});
    QVERIFY(answerFrom(cli, 2, 2, u"Negative or neutral."_s));
    QCOMPARE(cli.exitCode(), 0);
}

void ResumeCommandTest::anotherExperimentIsRefused()
{
    CliHarness cli;
    const QString file = cli.file(u"x.yaml"_s, lamps);
    QVERIFY(!interruptedRun(cli, file).isEmpty());
    (void)cli.file(u"x.yaml"_s, QByteArray(lamps).replace("Label:", "Name:"));
    const QString report = cli.path(u"o.json"_s);
    cli.err.bytes.clear();
    QCOMPARE(cli.run({u"run"_s, u"--resume"_s, u"-o"_s, report}), 2);
    QVERIFY2(cli.err.text().contains(u"case 1, hosted would be asked differently (the prompt)"_s), qPrintable(cli.err.text()));
    QVERIFY(!QFile::exists(report));
    QCOMPARE(cli.engine.count(), 2);
    QCOMPARE(cli.ledger.runs.first().run.state, RunState::Stopped);
    // As it was, it goes on; what was not asked before may look another way in the file.
    (void)cli.file(u"x.yaml"_s, "# a comment\n" + QByteArray(lamps).replace("good }", "\"good\" }"));
    cli.start({u"run"_s, u"--resume"_s});
    QVERIFY(answerFrom(cli, 2, 2, u"negative, neutral"_s));
    QCOMPARE(cli.exitCode(), 0);
}

void ResumeCommandTest::aLedgerThatCannotBeReadIsTold()
{
    CliHarness cli;
    cli.ledger.fault = failure(ErrorKind::Storage, u"no database"_s, u"ledger.db"_s).error();
    QCOMPARE(cli.run({u"run"_s, u"--resume"_s}), 1);
    QVERIFY(cli.err.text().contains(u"no database"_s) && cli.err.text().contains(u"set-aside"_s));
    QCOMPARE(cli.engine.count(), 0);
}

QTEST_GUILESS_MAIN(ResumeCommandTest)
#include "tst_resumecommand.moc"
