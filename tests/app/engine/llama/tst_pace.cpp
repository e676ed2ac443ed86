// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/llama/pace.h"

#include <QTest>

#include <cstdlib>

using namespace Tempera;
using Seconds = Pace::Seconds;

class TestPace : public QObject
{
    Q_OBJECT

    /// One that has seen what steps of four streams take, and what a token of a prompt adds.
    static Pace knows(double usual, double perToken)
    {
        Pace pace;
        pace.note(Seconds(usual), 4, 0);
        pace.note(Seconds(usual + 10 * perToken), 4, 10);
        return pace;
    }

private Q_SLOTS:
    void beginsCarefully()
    {
        const Pace pace;
        QCOMPARE(pace.chunk(), 8);
    }

    void promptsMakeAStepThreeQuartersLonger()
    {
        Pace pace;
        pace.note(Seconds(0.040), 4, 0);
        pace.note(Seconds(0.060), 4, 20); // 1 ms a token
        QCOMPARE(pace.chunk(), 30);
    }

    void followsTheMachine()
    {
        Pace pace;
        for (int i = 0; i < 50; ++i) {
            pace.note(Seconds(0.040), 4, 0);
            pace.note(Seconds(0.060), 4, 20);
        }
        QCOMPARE(pace.chunk(), 30);
        for (int i = 0; i < 100; ++i) { // prompts take twice as long now
            pace.note(Seconds(0.040), 4, 0);
            pace.note(Seconds(0.080), 4, 20);
        }
        QCOMPARE(pace.chunk(), 15);
    }

    void learnsFromStepsThatAllHoldPrompts()
    {
        Pace pace = knows(0.013, 0.00175);
        QCOMPARE(pace.chunk(), 5);
        for (int i = 0; i < 400; ++i) { // the streams' part has grown with their context, and no step is without prompts
            const int others = i % 3 == 0 ? 4 : 12;
            pace.note(Seconds(0.039 + 0.002 * others), 4, others);
        }
        QCOMPARE(pace.chunk(), 14);
    }

    /// Then nothing tells the parts from each other. What was known of their proportion is to stay, nearly.
    void attributesGrowthToBothParts()
    {
        Pace pace = knows(0.012, 0.001);
        QCOMPARE(pace.chunk(), 9);
        double growth = 1;
        for (int i = 0; i < 200; ++i) {
            growth *= 1.005;
            pace.note(Seconds(growth * 0.021), 4, 9);
        }
        QVERIFY(growth > 2.5);
        QVERIFY2(pace.chunk() >= 9 && pace.chunk() <= 14, qPrintable(QString::number(pace.chunk())));
    }

    void anInterruptionTeachesLittle()
    {
        Pace pace = knows(0.040, 0.001);
        const int before = pace.chunk();
        pace.note(Seconds(4), 4, 20);
        QVERIFY2(std::abs(pace.chunk() - before) <= 5, qPrintable(QString::number(pace.chunk())));
        for (int i = 0; i < 20; ++i) {
            pace.note(Seconds(0.040), 4, 0);
            pace.note(Seconds(0.060), 4, 20);
        }
        QVERIFY2(std::abs(pace.chunk() - before) <= 2, qPrintable(QString::number(pace.chunk())));
    }

    void staysWithinBounds()
    {
        Pace slow;
        slow.note(Seconds(0.010), 1, 0);
        slow.note(Seconds(1.0), 1, 2);
        QCOMPARE(slow.chunk(), 4); // or prompts would never be read
        Pace quick;
        quick.note(Seconds(0.100), 1, 0);
        quick.note(Seconds(0.100), 1, 50); // no longer at all
        QCOMPARE(quick.chunk(), 128);
    }

    void stepsWithoutStreamsTellNothing()
    {
        Pace pace;
        pace.note(Seconds(5), 0, 512);
        QCOMPARE(pace.chunk(), 8);
        pace.note(Seconds(0.060), 4, 20); // nor does one whose usual length is not known yet
        QCOMPARE(pace.chunk(), 8);
    }
};

QTEST_GUILESS_MAIN(TestPace)
#include "tst_pace.moc"
