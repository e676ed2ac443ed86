// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The built program is killed in the midst of its runs, and goes on with them.

#include "tests/app/killedprogram.h"
#include "tests/support/sanitized.h"
#include "tests/support/scriptedserver.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

#include <functional>
#include <utility>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

constexpr int kills = 20;
/// What a run may have shown as finished and not on disk: the bound of the backlog, and what was under way.
constexpr int mostUnsaved = 512;

} // namespace

class ProgramResumeTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void killedTwentyTimes();
    void whatWasShownIsKept();
    void nothingIsAskedTwice();
    void twoAtOnce();
};

/// Twenty kills at random lines of the progress (seeded), each time resumed. A run that was quicker than that is followed by a
/// new one.
void ProgramResumeTest::killedTwentyTimes()
{
    constexpr int cells = isSanitized ? 2'000 : 10'000;
    const BuiltProgram program;
    (void)program.write(u"cases.csv"_s, numberedRows(cells));
    const QString file = program.write(u"echo.yaml"_s, "prompts: ['{{ n }}']\nproviders: [echo]\ntests: file://cases.csv\n");
    QRandomGenerator random(20261128);
    bool isBegun = false;
    int killsInMidst = 0;
    for (int kill = 0; kill < kills; ++kill) {
        const int line = isBegun ? random.bounded(0, 3) : 2;
        const QStringList arguments = isBegun ? QStringList{u"run"_s, file, u"--resume"_s} : QStringList{u"run"_s, file};
        const KilledProgram killed = killedAtLine(program, arguments, line);
        if (killed.ended)
            QVERIFY2(killed.exitCode == 0, killed.err.constData());
        const int stored = storedCells(program);
        QCOMPARE(lossOf(killed, stored, mostUnsaved + 8), QByteArray());
        isBegun = ledgerNumbers(program, u"SELECT count(*) FROM runs WHERE state != 'finished'"_s).first() > 0;
        killsInMidst += stored < cells;
    }
    const ProgramEnd end = program.run({u"run"_s, file, u"--resume"_s});
    QVERIFY2(end.exitCode == (isBegun ? 0 : 2), end.err.constData());
    QVERIFY(killsInMidst >= kills / 2);
    // Every cell once, in each run; none is left behind.
    for (const qint64 each : ledgerNumbers(program, u"SELECT count(*) FROM cells WHERE state = 'done' GROUP BY run"_s))
        QCOMPARE(each, cells);
    for (const qint64 each : ledgerNumbers(program, u"SELECT count(DISTINCT case_index) FROM cells GROUP BY run"_s))
        QCOMPARE(each, cells);
    QCOMPARE(ledgerNumbers(program, u"SELECT count(*) FROM runs WHERE state != 'finished'"_s), QList<qint64>{0});
    QCOMPARE(ledgerNumbers(program, u"SELECT count(*) FROM cells WHERE text != 'word ' || case_index"_s), QList<qint64>{0});
}

/// With many at once, too.
void ProgramResumeTest::whatWasShownIsKept()
{
    constexpr int cells = isSanitized ? 3'000 : 12'000;
    constexpr int times = 2; // the others are with four at once
    const BuiltProgram program;
    (void)program.write(u"cases.csv"_s, numberedRows(cells));
    const QString file = program.write(u"echo.yaml"_s, "prompts: ['{{ n }}']\nproviders: [echo]\ntests: file://cases.csv\n");
    QRandomGenerator random(7);
    for (int time = 0; time < times; ++time) {
        const KilledProgram killed = killedAtLine(program, {u"run"_s, file, u"-j"_s, u"100"_s}, random.bounded(4, 20));
        QVERIFY2(!killed.shown.empty(), killed.err.constData());
        QCOMPARE(lossOf(killed, storedCells(program), mostUnsaved + 100), QByteArray());
    }
}

/// A server that counts: whose answer is in the ledger is never asked for again, and what was shown for a second is there.
void ProgramResumeTest::nothingIsAskedTwice()
{
    constexpr int cells = isSanitized ? 2'000 : 10'000;
    constexpr int atOnce = 16;
    BuiltProgram program;
    program.environment.insert(u"SOME_KEY"_s, u"sk-test"_s);
    ScriptedServer server;
    (void)program.write(u"cases.csv"_s, numberedRows(cells));
    const QString file = program.write(u"http.yaml"_s, "prompts: ['{{ n }}']\nproviders:\n  - id: openai:chat:some\n"
                                                       "    config: {apiBaseUrl: '"
                                                           + server.baseUrl().toString().toUtf8()
                                                           + "', apiKeyEnvar: SOME_KEY}\ntests: file://cases.csv\n"
                                                             "evaluateOptions: {maxConcurrency: "
                                                           + QByteArray::number(atOnce) + "}\n");
    const ScriptedAnswer answer =
        ScriptedAnswer::whole(200, chatPieces({u"an answer"_s}).join(), {"Content-Type: text/event-stream"});
    QRandomGenerator random(42);
    QSet<qint64> stored;
    QHash<qint64, int> asked;
    QList<qint64> askedAgain;
    std::function<void()> killNow;
    int left = 0; // requests until the program is killed
    server.handler = [&](const ScriptedRequest &request) {
        const QJsonObject body = QJsonDocument::fromJson(request.body).object();
        const qint64 row = body.value(u"messages"_s)[0][u"content"_s].toString().section(u' ', 1).toLongLong();
        ++asked[row];
        if (stored.contains(row))
            askedAgain += row;
        if (--left == 0)
            killNow();
        return answer;
    };
    for (int kill = 0; kill <= kills; ++kill) {
        KilledProgram killed;
        QElapsedTimer clock;
        clock.start();
        QProcess process;
        killNow = [&] {
            killed.killedMs = clock.elapsed();
            process.kill();
        };
        left = kill == kills ? 2 * cells : random.bounded(1, cells * 3 / 50); // twenty of them are in the midst
        process.setProcessEnvironment(program.environment);
        process.setStandardOutputFile(QProcess::nullDevice());
        connect(&process, &QProcess::readyReadStandardError, this, [&] { readProgress(process, killed, clock); });
        QSignalSpy ended(&process, &QProcess::finished); // its wait does not pause, unlike QTest's, and the server is here
        process.start(temperaProgram(), kill == 0 ? QStringList{u"run"_s, file} : QStringList{u"run"_s, u"--resume"_s, file});
        QVERIFY2(ended.wait(60'000), killed.err.constData());
        if (kill == kills)
            QVERIFY2(process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0, killed.err.constData());
        else
            QCOMPARE(process.exitStatus(), QProcess::CrashExit);
        const QList<qint64> now = ledgerNumbers(program, u"SELECT case_index FROM cells WHERE state = 'done'"_s);
        const QSet<qint64> before = std::exchange(stored, QSet<qint64>(now.begin(), now.end()));
        QVERIFY(stored.contains(before)); // nothing that was there is gone
        QCOMPARE(now.size(), stored.size());
        if (kill < kills)
            QCOMPARE(lossOf(killed, static_cast<int>(stored.size()), mostUnsaved + atOnce), QByteArray());
    }
    QCOMPARE(askedAgain, QList<qint64>());
    QCOMPARE(stored.size(), cells);
    QCOMPARE(asked.size(), cells);
    QCOMPARE(ledgerNumbers(program, u"SELECT count(*) FROM runs WHERE state = 'finished'"_s), QList<qint64>{1});
    QCOMPARE(ledgerNumbers(program, u"SELECT count(*) FROM runs"_s), QList<qint64>{1});
}

/// While one program carries a run out, another one does not go on with it.
void ProgramResumeTest::twoAtOnce()
{
    BuiltProgram program;
    program.environment.insert(u"SOME_KEY"_s, u"sk-test"_s);
    ScriptedServer server;
    int requests = 0;
    server.handler = [&requests](const ScriptedRequest &) {
        ++requests;
        return requests == 1 ? ScriptedAnswer::chat({u"one"_s}) : ScriptedAnswer::silence();
    };
    const QString file = program.write(u"two.yaml"_s, "prompts: ['{{ n }}']\nproviders:\n  - id: openai:chat:some\n"
                                                      "    config: {apiBaseUrl: '"
                                                          + server.baseUrl().toString().toUtf8()
                                                          + "', apiKeyEnvar: SOME_KEY}\n"
                                                            "tests: [{vars: {n: 1}}, {vars: {n: 2}}]\n"
                                                            "evaluateOptions: {maxConcurrency: 1}\n");
    QProcess first;
    first.setProcessEnvironment(program.environment);
    first.start(temperaProgram(), {u"run"_s, file});
    QVERIFY(QTest::qWaitFor([&requests] { return requests == 2; }, 60'000));
    const ProgramEnd unnamed = program.run({u"run"_s, file, u"--resume"_s});
    QCOMPARE(unnamed.exitCode, 2);
    QVERIFY2(unnamed.err.contains("no run of this file that can be resumed"), unnamed.err.constData());
    const ProgramEnd list = program.run({u"history"_s, u"list"_s, u"--json"_s});
    const QString id = QJsonDocument::fromJson(list.out)[u"runs"_s][0][u"id"_s].toString();
    const ProgramEnd named = program.run({u"run"_s, u"--resume"_s, id.first(8)});
    QCOMPARE(named.exitCode, 2);
    QVERIFY2(named.err.contains("under way in another program"), named.err.constData());
    first.kill();
    QVERIFY(first.waitForFinished(30'000));
    QCOMPARE(requests, 2);

    server.handler = [&requests](const ScriptedRequest &) {
        ++requests;
        return ScriptedAnswer::chat({u"two"_s});
    };
    QProcess again;
    again.setProcessEnvironment(program.environment);
    again.start(temperaProgram(), {u"run"_s, u"--resume"_s, id.first(8)});
    QVERIFY(QTest::qWaitFor([&again] { return again.state() == QProcess::NotRunning; }, 60'000));
    QVERIFY2(again.exitCode() == 0, again.readAllStandardError().constData());
    QCOMPARE(requests, 3); // the first answer was kept
}

QTEST_GUILESS_MAIN(ProgramResumeTest)
#include "tst_programresume.moc"
