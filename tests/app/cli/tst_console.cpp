// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/console.h"

#include <QTest>

#include <array>

#include <fcntl.h>
#include <unistd.h>

using namespace Tempera;

class ConsoleTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void writesEverything();
    void nobodyReads();
    void width_data();
    void width();
    void aPipeIsNoTerminal();

private:
    std::array<int, 2> m_pipe{-1, -1}; ///< Read end first.
};

void ConsoleTest::init()
{
    QCOMPARE(::pipe2(m_pipe.data(), O_CLOEXEC), 0);
    qunsetenv("COLUMNS");
}

void ConsoleTest::cleanup()
{
    for (const int end : m_pipe) {
        if (end >= 0)
            ::close(end);
    }
    qunsetenv("COLUMNS");
}

void ConsoleTest::writesEverything()
{
    ConsoleStream stream(m_pipe[1]);
    stream.write("lamp ");
    stream.write("灯\n");
    std::array<char, 64> buffer{};
    const ssize_t count = ::read(m_pipe[0], buffer.data(), buffer.size());
    QCOMPARE(QByteArray(buffer.data(), count), QByteArray("lamp 灯\n"));
}

void ConsoleTest::nobodyReads()
{
    ConsoleStream stream(m_pipe[1]);
    ::close(m_pipe[0]);
    m_pipe[0] = -1;
    stream.write("x"); // neither a signal that kills nor an endless loop
    stream.write("y");
    QCOMPARE(::write(m_pipe[1], "z", 1), -1);
    QCOMPARE(errno, EPIPE);
}

void ConsoleTest::width_data()
{
    QTest::addColumn<QByteArray>("columns");
    QTest::addColumn<int>("expected");
    QTest::newRow("unset") << QByteArray() << 100;
    QTest::newRow("set") << QByteArray("72") << 72;
    QTest::newRow("too narrow to draw") << QByteArray("3") << 20;
    QTest::newRow("nonsense") << QByteArray("wide") << 100;
    QTest::newRow("negative") << QByteArray("-5") << 100;
}

void ConsoleTest::width()
{
    QFETCH(QByteArray, columns);
    QFETCH(int, expected);
    if (!columns.isEmpty())
        qputenv("COLUMNS", columns);
    QCOMPARE(ConsoleStream(m_pipe[1]).columns(), expected);
}

void ConsoleTest::aPipeIsNoTerminal()
{
    const ConsoleStream stream(m_pipe[1]);
    QVERIFY(!stream.isTerminal());
    QCOMPARE(stream.hasColour(), coloursWanted(StreamKind::Other, QProcessEnvironment::systemEnvironment()));
}

QTEST_GUILESS_MAIN(ConsoleTest)
#include "tst_console.moc"
