// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/llama/threads/machineload.h"

#include <QTest>

using namespace Tempera;

/// What the machine says about its cores.
class TestMachineLoad : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheCores_data()
    {
        const QByteArray two("cpu  74608 2520 24433 1117073 6176 4054 0 0 0 0\n"
                             "cpu0 37784 1260 12000 500000 3000 4054 0 0 0 0\n"
                             "cpu1 36824 1260 12433 617073 3176 0 0 0 0 0\n"
                             "intr 114930548 113199788 3 0 5\nctxt 1990473\n");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QList<bool>>("allowed");
        QTest::addColumn<qint64>("ticks"); // −1 = it does not tell
        QTest::newRow("both") << two << QList<bool>{true, true} << qint64{500000 + 3000 + 617073 + 3176};
        QTest::newRow("one of two") << two << QList<bool>{false, true} << qint64{617073 + 3176};
        QTest::newRow("none") << two << QList<bool>{} << qint64{-1};
        QTest::newRow("empty") << QByteArray() << QList<bool>{true} << qint64{-1};
        QTest::newRow("a core taken out") << QByteArray("cpu  1 1 1 1 1\ncpu1 0 0 0 7 0 0\n") << QList<bool>{true, true}
                                          << qint64{7};
        QTest::newRow("cut") << QByteArray("cpu  1 1 1 1 1\ncpu0 1 2 3") << QList<bool>{true} << qint64{-1};
        QTest::newRow("not a number") << QByteArray("cpu0 1 2 x 4 5\n") << QList<bool>{true} << qint64{-1};
    }
    void readsTheCores()
    {
        QFETCH(QByteArray, text);
        QFETCH(QList<bool>, allowed);
        QFETCH(qint64, ticks);
        const auto read = idleTicks({text.constData(), static_cast<std::size_t>(text.size())}, {allowed.begin(), allowed.end()});
        QCOMPARE(read.value_or(-1), ticks);
    }

    void thisMachineTells()
    {
        const auto first = machineLoad();
        if (!first)
            QSKIP("this machine does not tell");
        QVERIFY(*first >= std::chrono::nanoseconds(0));
        QVERIFY(machineLoad().value() >= *first);
    }
};

QTEST_GUILESS_MAIN(TestMachineLoad)
#include "tst_machineload.moc"
