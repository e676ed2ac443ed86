// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The built program is killed in the midst of its runs, and goes on with them.

#include "tests/support/builtprogram.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testpaths.h"

#include <QElapsedTimer>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QSet>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTest>

#include <utility>
#include <vector>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

constexpr int kills = 20;
/// What a run may have shown as finished and not on disk: the bound of the backlog, and what was under way.
constexpr int mostUnsaved = 512 + 8;

/// What a program said of its progress, and when that was read.
struct Shown {
    int cells = 0;
    qint64 atMs = 0;
};

/// A program that runs, or has.
struct KilledProgram {
    std::vector<Shown> shown;
    qint64 killedMs = 0;
    bool ended = false; ///< By itself, before it was killed.
    int exitCode = -1;
    QByteArray err;
};

/// The rows of a query in the ledger, one column each.
QList<qint64> numbers(const BuiltProgram &program, const QString &sql)
{
    QList<qint64> found;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"resume-test"_s);
        database.setDatabaseName(program.ledger());
        database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=5000"_s);
        if (!database.open())
            qFatal("%s", qPrintable(database.lastError().text()));
        QSqlQuery query(database);
        query.setForwardOnly(true);
        if (!query.exec(sql))
            qFatal("%s", qPrintable(query.lastError().text()));
        while (query.next())
            found += query.value(0).toLongLong();
    }
    QSqlDatabase::removeDatabase(u"resume-test"_s);
    return found;
}

int storedCells(const BuiltProgram &program)
{
    return static_cast<int>(
        numbers(program, u"SELECT count(*) FROM cells WHERE run = (SELECT max(id) FROM runs) AND state = 'done'"_s).first());
}

QByteArray rows(int count)
{
    QByteArray csv = "n\n";
    for (int i = 0; i < count; ++i)
        csv += "word " + QByteArray::number(i) + '\n';
    return csv;
}

} // namespace

class ProgramResumeTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void killedTwentyTimes();
    void whatWasShownIsKept();
    void nothingIsAskedTwice();
    void twoAtOnce();

private:
    /// Starts the program and kills it when it has written so many lines on standard error; 0: as soon as it runs.
    static KilledProgram killedAtLine(const BuiltProgram &program, const QStringList &arguments, int line);
    static void readShown(QProcess &process, KilledProgram &killed, const QElapsedTimer &clock);
};

void ProgramResumeTest::readShown(QProcess &process, KilledProgram &killed, const QElapsedTimer &clock)
{
    static const QRegularExpression progress(u"^(\\d+)/\\d+"_s);
    while (process.canReadLine()) {
        const QByteArray line = process.readLine();
        killed.err += line;
        if (const auto match = progress.match(QString::fromUtf8(line)); match.hasMatch())
            killed.shown.push_back({match.captured(1).toInt(), clock.elapsed()});
    }
}

KilledProgram ProgramResumeTest::killedAtLine(const BuiltProgram &program, const QStringList &arguments, int line)
{
    KilledProgram killed;
    QElapsedTimer clock;
    clock.start();
    QProcess process;
    process.setProcessEnvironment(program.environment);
    process.setReadChannel(QProcess::StandardError);
    process.setStandardOutputFile(QProcess::nullDevice());
    process.start(temperaProgram(), arguments);
    if (!process.waitForStarted())
        return killed;
    while (std::ssize(killed.shown) < line && process.waitForReadyRead(60'000))
        readShown(process, killed, clock);
    killed.killedMs = clock.elapsed();
    killed.ended = std::ssize(killed.shown) < line;
    process.kill();
    process.waitForFinished(60'000);
    readShown(process, killed, clock); // what was in the pipe
    killed.err += process.readAllStandardError();
    killed.exitCode = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    return killed;
}

/// Twenty kills at random lines of the progress (seeded), each time resumed. A run that was quicker than that is followed by a
/// new one.
void ProgramResumeTest::killedTwentyTimes()
{
    constexpr int cells = 10'000;
    const BuiltProgram program;
    (void)program.write(u"cases.csv"_s, rows(cells));
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
        if (!killed.shown.empty()) {
            const QString lost = u"%1 shown, %2 stored"_s.arg(killed.shown.back().cells).arg(stored);
            QVERIFY2(stored >= killed.shown.back().cells - mostUnsaved, qPrintable(lost));
        }
        isBegun = numbers(program, u"SELECT count(*) FROM runs WHERE state != 'finished'"_s).first() > 0;
        killsInMidst += stored < cells;
    }
    const ProgramEnd end = program.run({u"run"_s, file, u"--resume"_s});
    QVERIFY2(end.exitCode == (isBegun ? 0 : 2), end.err.constData());
    QVERIFY(killsInMidst >= kills / 2);
    // Every cell once, in each run; none is left behind.
    for (const qint64 each : numbers(program, u"SELECT count(*) FROM cells WHERE state = 'done' GROUP BY run"_s))
        QCOMPARE(each, cells);
    for (const qint64 each : numbers(program, u"SELECT count(DISTINCT case_index) FROM cells GROUP BY run"_s))
        QCOMPARE(each, cells);
    QCOMPARE(numbers(program, u"SELECT count(*) FROM runs WHERE state != 'finished'"_s), QList<qint64>{0});
    QCOMPARE(numbers(program, u"SELECT count(*) FROM cells WHERE text != 'word ' || case_index"_s), QList<qint64>{0});
}

/// What was on the screen for a second is on disk, and at any time only so much is not.
void ProgramResumeTest::whatWasShownIsKept()
{
    constexpr int cells = 12'000;
    const BuiltProgram program;
    (void)program.write(u"cases.csv"_s, rows(cells));
    const QString file = program.write(u"echo.yaml"_s, "prompts: ['{{ n }}']\nproviders: [echo]\ntests: file://cases.csv\n");
    QRandomGenerator random(7);
    for (int time = 0; time < 4; ++time) {
        const KilledProgram killed = killedAtLine(program, {u"run"_s, file, u"-j"_s, u"100"_s}, random.bounded(4, 20));
        QVERIFY2(!killed.shown.empty(), killed.err.constData());
        const int stored = storedCells(program);
        for (const Shown &each : killed.shown) {
            const QString lost = u"%1 shown at %2 ms, killed at %3 ms, %4 stored"_s.arg(each.cells)
                                     .arg(each.atMs)
                                     .arg(killed.killedMs)
                                     .arg(stored);
            QVERIFY2(each.atMs > killed.killedMs - 1000 || stored >= each.cells, qPrintable(lost));
            QVERIFY2(stored >= each.cells - mostUnsaved - 100, qPrintable(lost));
        }
    }
}

/// A server that counts: whose answer is in the ledger is never asked for again.
void ProgramResumeTest::nothingIsAskedTwice()
{
    constexpr int cells = 2'000;
    BuiltProgram program;
    program.environment.insert(u"SOME_KEY"_s, u"sk-test"_s);
    ScriptedServer server;
    (void)program.write(u"cases.csv"_s, rows(cells));
    const QString file = program.write(u"http.yaml"_s, "prompts: ['{{ n }}']\nproviders:\n  - id: openai:chat:some\n"
                                                       "    config: {apiBaseUrl: '"
                                                           + server.baseUrl().toString().toUtf8()
                                                           + "', apiKeyEnvar: SOME_KEY}\ntests: file://cases.csv\n");
    QRandomGenerator random(42);
    QSet<qint64> stored;
    QHash<qint64, int> asked;
    QList<qint64> askedAgain;
    QProcess *running = nullptr;
    int left = 0; // requests until the program is killed
    server.handler = [&](const ScriptedRequest &request) {
        const QJsonObject body = QJsonDocument::fromJson(request.body).object();
        const QString text = body.value(u"messages"_s)[0][u"content"_s].toString();
        const qint64 row = text.section(u' ', 1).toLongLong();
        ++asked[row];
        if (stored.contains(row))
            askedAgain += row;
        if (--left == 0)
            running->kill();
        return ScriptedAnswer::chat({text, u"!"_s});
    };
    for (int kill = 0; kill <= kills; ++kill) {
        QProcess process;
        running = &process;
        left = kill == kills ? 2 * cells : random.bounded(1, 90);
        process.setProcessEnvironment(program.environment);
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(temperaProgram(), kill == 0 ? QStringList{u"run"_s, file} : QStringList{u"run"_s, u"--resume"_s, file});
        QVERIFY(QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, 60'000));
        if (kill == kills)
            QVERIFY2(process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0, process.readAll().constData());
        else
            QCOMPARE(process.exitStatus(), QProcess::CrashExit);
        const QList<qint64> now = numbers(program, u"SELECT case_index FROM cells WHERE state = 'done'"_s);
        QVERIFY(QSet<qint64>(now.begin(), now.end()).contains(stored)); // nothing that was there is gone
        stored = QSet<qint64>(now.begin(), now.end());
        QCOMPARE(now.size(), stored.size());
    }
    QCOMPARE(askedAgain, QList<qint64>());
    QCOMPARE(stored.size(), cells);
    QCOMPARE(asked.size(), cells);
    QCOMPARE(numbers(program, u"SELECT count(*) FROM runs WHERE state = 'finished'"_s), QList<qint64>{1});
    QCOMPARE(numbers(program, u"SELECT count(*) FROM runs"_s), QList<qint64>{1});
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
