// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/ledger.h"
#include "tests/app/storage/await.h"
#include "tests/app/storage/randomcell.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

constexpr auto writerArgument = "--write-cells"_L1;
constexpr quint32 cellSeed = 99;

/// The cell that the child writes as its n-th; the test makes the same one.
Cell nthCell(RandomCells &random, int n)
{
    return random.cell({n, 0, 0, 0});
}

/// Writes cells without end; after each hundred it says on stdout how many flush() has acknowledged.
class EndlessWriter final : public QObject
{
public:
    EndlessWriter(const QString &path, const QUuid &run) : m_ledger(Ledger::open(path, m_clock).value()), m_run(run)
    {
        RunRecord record = someRun(u"killed"_s);
        record.id = run;
        m_ledger->beginRun(record);
        writeMore();
    }

private:
    void writeMore()
    {
        for (int i = 0; i < 100; ++i)
            m_ledger->saveCell(m_run, nthCell(m_random, m_written++));
        m_ledger->flush(this, [this, count = m_written](const Result<void> &result) {
            std::printf("%d\n", result ? count : -1);
            std::fflush(stdout);
            writeMore();
        });
    }

    SystemClock m_clock;
    RandomCells m_random{cellSeed};
    std::unique_ptr<Ledger> m_ledger;
    QUuid m_run;
    int m_written = 0;
};

} // namespace

class LedgerKillTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasAcknowledgedIsThere_data()
    {
        QTest::addColumn<int>("lines");
        QTest::newRow("killed early") << 1;
        QTest::newRow("killed later") << 7;
    }

    void whatWasAcknowledgedIsThere()
    {
        QFETCH(int, lines);
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"ledger.db"_s);
        const QUuid run = QUuid::createUuid();

        QProcess child;
        child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        child.start(QCoreApplication::applicationFilePath(), {writerArgument, path, run.toString()});
        int acknowledged = 0;
        for (int line = 0; line < lines; ++line) {
            while (!child.canReadLine())
                QVERIFY(child.waitForReadyRead(30'000));
            acknowledged = child.readLine().trimmed().toInt();
        }
        child.kill(); // SIGKILL, in the midst of the next hundred
        QVERIFY(child.waitForFinished(30'000));
        QCOMPARE(child.exitStatus(), QProcess::CrashExit);
        QCOMPARE(acknowledged, lines * 100);

        const SystemClock clock;
        const std::unique_ptr<Ledger> ledger = Ledger::open(path, clock).value();
        const Result<WholeRun> stored = loaded(*ledger, run);
        QVERIFY(stored);
        QVERIFY(stored->cells.size() >= static_cast<std::size_t>(acknowledged));
        RandomCells random(cellSeed);
        for (int i = 0; i < acknowledged; ++i)
            QCOMPARE(firstDifference(stored->cells[static_cast<std::size_t>(i)], nthCell(random, i)), QString());

        // It is shown as it is: it never ended, and nobody is carrying it out.
        const RunSummary summary = listed(*ledger)->first();
        QCOMPARE(summary.run.state, RunState::Interrupted);
        QVERIFY(!summary.run.finished.isValid());
        QCOMPARE(static_cast<std::size_t>(summary.storedCells), stored->cells.size());
    }
};

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = app.arguments();
    if (arguments.value(1) == writerArgument) {
        const EndlessWriter writer(arguments.value(2), QUuid(arguments.value(3)));
        return app.exec();
    }
    LedgerKillTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_ledgerkill.moc"
