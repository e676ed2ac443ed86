// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/cli/cliharness.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <csignal>
#include <functional>
#include <limits>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

constexpr int raceCases = 30;

/// Two variants over 30 cases that are passed by saying "yes".
QByteArray quizText()
{
    QByteArray text = R"(description: Quiz
prompts: ['Is {{ number }} a number?']
providers:
  - { id: 'openai:chat:gpt-4o', label: old }
  - { id: 'openai:chat:gpt-4o', label: new, config: { temperature: 0.5 } }
defaultTest: { assert: [{ type: contains, value: 'yes' }] }
tests:
)";
    for (int i = 0; i < raceCases; ++i)
        text += "  - { vars: { number: " + QByteArray::number(i) + " } }\n";
    return text;
}

const Usage usage{.inputTokens = 1000, .cachedInputTokens = {}, .outputTokens = 100, .reasoningTokens = {}};

using Saying = std::function<QString(const GenerationRequest &)>;

QString newIsRight(const GenerationRequest &request)
{
    return request.key.variantIndex == 1 ? u"yes"_s : u"no"_s;
}

/// Answers one cell after the other, until the command ends or so many were answered.
bool answerOneByOne(CliHarness &cli, const Saying &saying, int from = 0, int most = std::numeric_limits<int>::max())
{
    int next = from;
    return QTest::qWaitFor([&] {
        if (next < most && next < cli.engine.count()) {
            cli.clock.advance(std::chrono::seconds(1));
            cli.engine.answer(next, saying(cli.engine.at(next).request), usage);
            ++next;
        }
        return next == most || cli.code.has_value();
    });
}

QJsonObject raceOf(const CliHarness &cli)
{
    return QJsonDocument::fromJson(cli.out.bytes).object().value(u"race"_s).toObject();
}

} // namespace

class RaceCommandTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void itStopsWhenItIsDecided();
    void whatItFoundIsInJson();
    void undecidedSaysSo();
    void theExitCodeIsThatOfTheAnswers();
    void whatCannotBeRacedIsTold();
    void historyTellsItAgain();
    void aRaceGoesOnAsOne();
};

void RaceCommandTest::itStopsWhenItIsDecided()
{
    CliHarness cli;
    cli.start({u"run"_s, cli.file(u"quiz.yaml"_s, quizText()), u"-j"_s, u"1"_s, u"--race"_s});
    QVERIFY(answerOneByOne(cli, newIsRight));
    QCOMPARE(cli.exitCode(), 100);
    const int saved = 60 - cli.engine.count();
    // Answers of a double cost no time: some more are asked while the last one is judged.
    QVERIFY2(saved <= 44 && saved >= 20, qPrintable(QString::number(saved)));
    const QString said = cli.err.text();
    QVERIFY2(said.contains(u"0 errors, %1 not needed"_s.arg(saved)), qPrintable(said));
    QVERIFY2(said.contains(u"Decided after 8 of 30 cases: new better. %1 cells, "_s.arg(saved)), qPrintable(said));
    QVERIFY2(said.contains(u" and about %1 s saved."_s.arg(saved)), qPrintable(said));
    QVERIFY2(cli.out.text().contains(u"not needed"_s), qPrintable(cli.out.text()));
    QCOMPARE(cli.ledger.runs.first().cells.size(), 60u);
    QCOMPARE(cli.ledger.runs.first().run.state, RunState::Finished);
}

void RaceCommandTest::whatItFoundIsInJson()
{
    CliHarness cli;
    cli.start({u"run"_s, cli.file(u"quiz.yaml"_s, quizText()), u"-j"_s, u"1"_s, u"--race-alpha"_s, u"0.01"_s, u"--json"_s});
    QVERIFY(answerOneByOne(cli, newIsRight));
    QCOMPARE(cli.exitCode(), 100);
    QVERIFY(cli.engine.count() >= 22 && cli.engine.count() <= 46); // 2¹⁰ / 11 = 93, and 2¹¹ / 12 = 171
    const QJsonObject race = raceOf(cli);
    QCOMPARE(race.value(u"decided"_s), QJsonValue(true));
    QCOMPARE(race.value(u"cases"_s).toInt(), 11);
    QCOMPARE(race.value(u"plannedCases"_s).toInt(), raceCases);
    QCOMPARE(race.value(u"alpha"_s).toDouble(), 0.01);
    QVERIFY(race.value(u"sentence"_s).toString().startsWith(u"Decided after 11 of 30 cases: new better."_s));
    const QJsonObject pair = race.value(u"pairs"_s).toArray().first().toObject();
    QCOMPARE(pair.value(u"verdict"_s).toString(), u"better"_s);
    QCOMPARE(pair.value(u"second"_s).toObject().value(u"variantIndex"_s).toInt(), 1);
    QCOMPARE(pair.value(u"better"_s).toInt(), 11);
    const QJsonObject saved = race.value(u"saved"_s).toObject();
    QCOMPARE(saved.value(u"cells"_s).toInt(), 60 - cli.engine.count());
    QCOMPARE(saved.value(u"seconds"_s).toDouble(), 60.0 - cli.engine.count());
    QVERIFY(saved.value(u"cost"_s).toDouble() > 0);
    QCOMPARE(saved.value(u"costLow"_s), saved.value(u"costHigh"_s)); // all cost the same
}

void RaceCommandTest::undecidedSaysSo()
{
    CliHarness cli;
    cli.start({u"run"_s, cli.file(u"quiz.yaml"_s, quizText()), u"-j"_s, u"1"_s, u"--race"_s});
    QVERIFY(answerOneByOne(cli, [](const GenerationRequest &) { return u"yes"_s; }));
    QCOMPARE(cli.exitCode(), 0);
    QCOMPARE(cli.engine.count(), 2 * raceCases);
    QVERIFY2(cli.err.text().contains(u"Not decided after 30 of 30 cases."_s), qPrintable(cli.err.text()));
    QVERIFY(!cli.err.text().contains(u"saved"_s));
}

/// What was not needed is neither an error nor a failure.
void RaceCommandTest::theExitCodeIsThatOfTheAnswers()
{
    CliHarness cli;
    cli.start({u"run"_s, cli.file(u"quiz.yaml"_s, quizText()), u"-j"_s, u"1"_s, u"--race-scores"_s, u"--json"_s});
    QVERIFY(answerOneByOne(cli, newIsRight));
    QCOMPARE(cli.exitCode(), 100);
    QCOMPARE(raceOf(cli).value(u"measure"_s).toString(), u"score"_s);
    QCOMPARE(raceOf(cli).value(u"compares"_s).toString(), u"means"_s);
    const QJsonObject stats =
        QJsonDocument::fromJson(cli.out.bytes).object().value(u"results"_s).toObject().value(u"stats"_s).toObject();
    QCOMPARE(stats.value(u"errors"_s).toInt(), 0);
    QCOMPARE(stats.value(u"tempera"_s).toObject().value(u"notNeeded"_s).toInt(), 2 * raceCases - cli.engine.count());
}

void RaceCommandTest::whatCannotBeRacedIsTold()
{
    CliHarness cli;
    QByteArray text = quizText();
    text.replace("defaultTest: { assert: [{ type: contains, value: 'yes' }] }\n", "");
    QCOMPARE(cli.run({u"run"_s, cli.file(u"quiz.yaml"_s, text), u"--race"_s}), 2);
    QVERIFY2(cli.err.text().contains(u"there are no checks"_s), qPrintable(cli.err.text()));
    QCOMPARE(cli.engine.count(), 0);
}

void RaceCommandTest::historyTellsItAgain()
{
    CliHarness cli;
    cli.start({u"run"_s, cli.file(u"quiz.yaml"_s, quizText()), u"-j"_s, u"1"_s, u"--race"_s});
    QVERIFY(answerOneByOne(cli, newIsRight));
    QCOMPARE(cli.exitCode(), 100);
    cli.err.bytes.clear();
    QCOMPARE(cli.run({u"history"_s, u"show"_s}), 0);
    const QString said = cli.err.text();
    QVERIFY2(said.contains(u"Decided after 8 of 30 cases: new better. %1 cells and "_s.arg(60 - cli.engine.count())),
             qPrintable(said));
}

void RaceCommandTest::aRaceGoesOnAsOne()
{
    CliHarness cli;
    const QString file = cli.file(u"quiz.yaml"_s, quizText());
    cli.start({u"run"_s, file, u"-j"_s, u"1"_s, u"--race"_s});
    QVERIFY(answerOneByOne(cli, newIsRight, 0, 5));
    QVERIFY(cli.awaitGenerations(6));
    std::raise(SIGINT);
    QTRY_VERIFY(cli.engine.cancels() > 0);
    cli.engine.finishCancelled(5);
    QCOMPARE(cli.exitCode(), 130);
    QVERIFY2(cli.err.text().contains(u"Not decided after 2 of 30 cases."_s), qPrintable(cli.err.text()));
    QVERIFY(cli.err.text().contains(u"--resume"_s));
    cli.err.bytes.clear();
    cli.start({u"run"_s, file, u"-j"_s, u"1"_s, u"--resume"_s});
    QVERIFY(answerOneByOne(cli, newIsRight, 6));
    QCOMPARE(cli.exitCode(), 100);
    QVERIFY(cli.engine.count() >= 6 + 11 && cli.engine.count() <= 6 + 35);
    QVERIFY2(cli.err.text().contains(u"Decided after 8 of 30 cases: new better."_s), qPrintable(cli.err.text()));
}

QTEST_GUILESS_MAIN(RaceCommandTest)
#include "tst_racecommand.moc"
