// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/llama/pace.h"

#include <QTest>

using namespace Tempera;
using Seconds = Pace::Seconds;

class TestPace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void beginsCarefully()
    {
        const Pace pace;
        QCOMPARE(pace.chunk(), 16);
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
        for (int i = 0; i < 50; ++i) { // prompts take twice as long now
            pace.note(Seconds(0.040), 4, 0);
            pace.note(Seconds(0.080), 4, 20);
        }
        QCOMPARE(pace.chunk(), 15);
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
        QCOMPARE(pace.chunk(), 16);
        pace.note(Seconds(0.060), 4, 20); // nor does one whose usual length is not known yet
        QCOMPARE(pace.chunk(), 16);
    }
};

QTEST_GUILESS_MAIN(TestPace)
#include "tst_pace.moc"
