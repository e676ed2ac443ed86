// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// `tempera import`: by the built program, with results as promptfoo writes them.

#include "tests/app/cli/cliharness.h"
#include "tests/support/builtprogram.h"
#include "tests/support/testpaths.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

QString resultsFile(const QString &name)
{
    return testDataPath(u"results/"_s + name);
}

QJsonArray listIn(const QByteArray &json, QLatin1StringView name)
{
    return QJsonDocument::fromJson(json).object().value(name).toArray();
}

} // namespace

class ImportCommandTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void becomesARunOfTheLedger();
    void isOneRunHoweverOften();
    void comesBackFromAnExport();
    void severalFilesAtOnce();
    void tellsWhatCannotBeRead_data();
    void tellsWhatCannotBeRead();
    void keysOfAnotherProgramAreNotKept();
    void needsAFile();
    void aLedgerThatCannotKeepIsTold();
};

void ImportCommandTest::becomesARunOfTheLedger()
{
    const BuiltProgram program;
    const ProgramEnd import = program.run({u"import"_s, resultsFile(u"promptfoo.json"_s)});
    QCOMPARE(import.exitCode, 0);
    QVERIFY2(import.err.contains("6 results") && import.err.contains("(words): 4 passed, 1 failed, 1 errors"), import.err);

    const QJsonArray runs = listIn(program.run({u"history"_s, u"list"_s, u"--json"_s}).out, "runs"_L1);
    QCOMPARE(runs.size(), 1);
    const QJsonObject run = runs.first().toObject();
    QCOMPARE(run.value("state"_L1).toString(), u"finished"_s);
    QCOMPARE(run.value("started"_L1).toString(), u"2026-11-20T10:00:00.000Z"_s);
    QCOMPARE(run.value("stored_cells"_L1).toInt(), 6);
    QVERIFY(import.err.contains(run.value("id"_L1).toString().first(8).toUtf8()));

    const ProgramEnd show = program.run({u"history"_s, u"show"_s});
    QVERIFY2(show.out.contains("cool") && show.out.contains("warm"), show.out);
    // The money was spent when the answers were made, not today.
    const QJsonArray days = listIn(program.run({u"spend"_s, u"--by"_s, u"day"_s, u"--json"_s}).out, "rows"_L1);
    QCOMPARE(days.size(), 1);
    QCOMPARE(days.first().toObject().value("day"_L1).toString(), u"2026-11-20"_s);
}

void ImportCommandTest::isOneRunHoweverOften()
{
    const BuiltProgram program;
    QCOMPARE(program.run({u"import"_s, resultsFile(u"promptfoo.json"_s)}).exitCode, 0);
    QCOMPARE(program.run({u"import"_s, resultsFile(u"promptfoo.json"_s)}).exitCode, 0);
    QCOMPARE(program.runs(), 1);
    QCOMPARE(listIn(program.run({u"history"_s, u"list"_s, u"--json"_s}).out, "runs"_L1)[0]["stored_cells"_L1].toInt(), 6);
}

/// What one ledger exports another one takes: the same answers with the same verdicts.
void ImportCommandTest::comesBackFromAnExport()
{
    const BuiltProgram here;
    const QString experiment =
        here.write(u"exp.yaml"_s, "description: round trip\nprompts: ['Hi {{ name }}', 'Bye {{ name }}']\n"
                                  "providers: [echo]\ntests:\n- {vars: {name: Ada}, assert: [{type: contains, value: Hi}]}\n"
                                  "- {vars: {name: \"Z\\u00eb\\n=1+1\"}, assert: [{type: regex, value: '^Hi', weight: 2}]}\n");
    QCOMPARE(here.run({u"run"_s, experiment, u"-o"_s, here.path(u"out.json"_s)}).exitCode, 100);
    const BuiltProgram there;
    QCOMPARE(there.run({u"import"_s, here.path(u"out.json"_s)}).exitCode, 0);
    QCOMPARE(there.run({u"export"_s, u"-o"_s, there.path(u"again.json"_s)}).exitCode, 0);

    const auto results = [](const QByteArray &json) {
        return QJsonDocument::fromJson(json).object().value("results"_L1).toObject().value("results"_L1).toArray();
    };
    const QJsonArray before = results(here.read(u"out.json"_s));
    const QJsonArray after = results(there.read(u"again.json"_s));
    QCOMPARE(before.size(), 4);
    QCOMPARE(after.size(), 4);
    for (qsizetype i = 0; i < before.size(); ++i) {
        for (const QLatin1StringView member :
             {"vars"_L1, "success"_L1, "score"_L1, "failureReason"_L1, "prompt"_L1, "testIdx"_L1})
            QCOMPARE(after[i][member], before[i][member]);
        QCOMPARE(after[i]["response"_L1]["output"_L1], before[i]["response"_L1]["output"_L1]);
        const QJsonArray verdicts = before[i]["gradingResult"_L1]["componentResults"_L1].toArray();
        QCOMPARE(after[i]["gradingResult"_L1]["componentResults"_L1].toArray().size(), verdicts.size());
        QCOMPARE(after[i]["gradingResult"_L1]["componentResults"_L1][0]["assertion"_L1], verdicts[0]["assertion"_L1]);
    }
}

void ImportCommandTest::severalFilesAtOnce()
{
    CliHarness cli;
    QCOMPARE(cli.run({u"import"_s, resultsFile(u"promptfoo2.json"_s), resultsFile(u"lines.jsonl"_s), resultsFile(u"twice.json"_s),
                      u"--json"_s}),
             0);
    const QJsonArray runs = listIn(cli.out.text().toUtf8(), "runs"_L1);
    QCOMPARE(runs.size(), 3);
    QCOMPARE(cli.ledger.runs.size(), 3);
    QCOMPARE(runs[0]["cells"_L1].toInt(), 6);
    QCOMPARE(runs[1]["title"_L1].toString(), u"lines.jsonl"_s); // it has no other name
    CliHarness other;
    QCOMPARE(other.run({u"import"_s, resultsFile(u"twice.json"_s)}), 0);
    QVERIFY2(other.err.text().contains(u"left out"_s), qPrintable(other.err.text()));
}

void ImportCommandTest::tellsWhatCannotBeRead_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("told");
    QTest::newRow("cut off") << u"truncated.json"_s << u"no whole JSON"_s;
    QTest::newRow("another version") << u"version4.json"_s << u"version 4"_s;
    QTest::newRow("a line that is none") << u"brokenline.jsonl"_s << u"brokenline.jsonl:"_s;
    QTest::newRow("no file") << u"missing.json"_s << u"missing.json"_s;
}

/// The others are taken all the same.
void ImportCommandTest::tellsWhatCannotBeRead()
{
    QFETCH(const QString, file);
    QFETCH(const QString, told);
    CliHarness cli;
    QCOMPARE(cli.run({u"import"_s, resultsFile(file), resultsFile(u"promptfoo.json"_s)}), 2);
    QVERIFY2(cli.err.text().contains(told), qPrintable(cli.err.text()));
    QCOMPARE(cli.ledger.runs.size(), 1);
    QCOMPARE(cli.ledger.runs.first().cells.size(), 6U);
    QCOMPARE(cli.ledger.runs.first().run.state, RunState::Finished);
}

/// Keys in the configuration, and thrown back by a server into its errors, answers and verdicts.
void ImportCommandTest::keysOfAnotherProgramAreNotKept()
{
    const BuiltProgram program;
    QFile given(resultsFile(u"promptfoo.json"_s));
    QVERIFY(given.open(QIODevice::ReadOnly));
    QJsonObject root = QJsonDocument::fromJson(given.readAll()).object();
    root["config"_L1] = QJsonObject{
        {u"description"_s, u"sends sk-FILECANARY12345678"_s},
        {u"providers"_s, QJsonArray{QJsonObject{{u"id"_s, u"openai:chat:m"_s},
                                                {u"config"_s, QJsonObject{{u"apiKey"_s, u"sk-FILECANARY22345678"_s}}}}}}};
    QJsonObject results = root["results"_L1].toObject();
    QJsonArray rows = results["results"_L1].toArray();
    QJsonObject failed = rows.at(5).toObject();
    const QString error = u"401 Incorrect API key: sk-FILECANARY42345678. Authorization: Bearer FILECANARY52"_s;
    failed["error"_L1] = error;
    failed["response"_L1] = QJsonObject{{u"error"_s, error}};
    rows[5] = failed;
    QJsonObject answered = rows.at(0).toObject();
    answered["response"_L1] = QJsonObject{{u"output"_s, u"You said sk-FILECANARY62345678."_s}};
    answered["gradingResult"_L1] =
        QJsonObject{{u"pass"_s, true},
                    {u"score"_s, 1},
                    {u"componentResults"_s, QJsonArray{QJsonObject{{u"pass"_s, true},
                                                                   {u"score"_s, 1},
                                                                   {u"reason"_s, u"sent with api_key=FILECANARY72"_s},
                                                                   {u"assertion"_s, QJsonObject{{u"type"_s, u"contains"_s}}}}}}};
    rows[0] = answered;
    results["results"_L1] = rows;
    root["results"_L1] = results;
    const QString path = program.write(u"results.json"_s, QJsonDocument(root).toJson());

    const ProgramEnd import = program.run({u"import"_s, path});
    QCOMPARE(import.exitCode, 0);
    const ProgramEnd show = program.run({u"history"_s, u"show"_s, u"--json"_s});
    QVERIFY2(show.out.contains("You said"), show.out);
    QVERIFY2(show.out.contains("sent with"), show.out);
    QFile ledger(program.ledger());
    QVERIFY(ledger.open(QIODevice::ReadOnly));
    for (const QByteArray &bytes : {import.out, import.err, show.out, show.err, ledger.readAll()}) {
        const qsizetype at = bytes.indexOf("CANARY");
        QVERIFY2(at < 0, bytes.mid(qMax<qsizetype>(0, at - 60), 120));
    }
}

void ImportCommandTest::needsAFile()
{
    CliHarness cli;
    QCOMPARE(cli.run({u"import"_s}), 2);
}

void ImportCommandTest::aLedgerThatCannotKeepIsTold()
{
    CliHarness cli;
    cli.ledger.fault = failure(ErrorKind::Storage, u"the disk is full"_s, u"ledger.db"_s).error();
    QCOMPARE(cli.run({u"import"_s, resultsFile(u"promptfoo.json"_s)}), 1);
    QVERIFY2(cli.err.text().contains(u"disk is full"_s) && !cli.err.text().contains(u"Imported"_s), qPrintable(cli.err.text()));
}

} // namespace Tempera

QTEST_GUILESS_MAIN(Tempera::ImportCommandTest)
#include "tst_importcommand.moc"
