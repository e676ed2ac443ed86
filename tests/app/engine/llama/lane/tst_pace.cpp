// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/llama/lane/pace.h"

#include <QTest>

using namespace Tempera;
using Seconds = Pace::Seconds;

class TestPace : public QObject
{
    Q_OBJECT

    /// What a step takes, with so many other tokens.
    struct Machine {
        double usual = 0;
        double perToken = 0;

        [[nodiscard]] Seconds step(int others) const { return Seconds(usual + perToken * others); }
    };

    /// Lets prompts come all the time, in chunks as the pace has it, but one in five is shorter.
    static void letPromptsCome(Pace &pace, const Machine &machine, int steps)
    {
        for (int i = 0; i < steps; ++i) {
            const int others = i % 5 == 4 ? 1 : pace.chunk();
            pace.note(machine.step(others), 4, others);
        }
    }

    /// One that has seen steps without prompts, and then many with.
    static Pace knows(const Machine &machine)
    {
        Pace pace;
        pace.note(machine.step(0), 4, 0);
        letPromptsCome(pace, machine, 200);
        return pace;
    }

    /// How much longer the chunk makes a step.
    static double share(const Pace &pace, const Machine &machine) { return machine.perToken * pace.chunk() / machine.usual; }

private Q_SLOTS:
    void beginsCarefully()
    {
        const Pace pace;
        QCOMPARE(pace.chunk(), 8);
    }

    void promptsMakeAStepThreeQuartersLonger()
    {
        const Machine machine{.usual = 0.040, .perToken = 0.001};
        QVERIFY2(qAbs(share(knows(machine), machine) - 0.75) < 0.1, qPrintable(QString::number(knows(machine).chunk())));
    }

    void followsTheMachine()
    {
        Pace pace = knows({.usual = 0.040, .perToken = 0.001});
        for (const double perToken : {0.002, 0.0005, 0.001}) {
            const Machine changed{.usual = 0.040, .perToken = perToken};
            letPromptsCome(pace, changed, 400);
            QVERIFY2(qAbs(share(pace, changed) - 0.75) < 0.15, qPrintable(QString::number(share(pace, changed))));
        }
    }

    /// The streams' part grows with their context, and no step is without prompts.
    void learnsFromStepsThatAllHoldPrompts()
    {
        Machine machine{.usual = 0.013, .perToken = 0.00175};
        Pace pace = knows(machine);
        QVERIFY(pace.chunk() <= 6);
        for (int i = 0; i < 400; ++i) {
            machine.usual += 0.0001;
            letPromptsCome(pace, machine, 1);
            pace.note(machine.step(1), 4, 1); // the end of a prompt
            QVERIFY2(share(pace, machine) < 1, qPrintable(QString::number(share(pace, machine))));
        }
        QVERIFY2(pace.chunk() >= 14, qPrintable(QString::number(pace.chunk())));
    }

    /// Streams that have ended had long contexts; those that come now are short, and their prompts were never seen.
    void isNotLedAstrayByWhatWas()
    {
        Pace pace;
        for (int i = 0; i < 50; ++i)
            pace.note(Seconds(0.033), 8, 0);
        const Machine machine{.usual = 0.013, .perToken = 0.00175};
        for (int i = 0; i < 200; ++i) {
            letPromptsCome(pace, machine, 1);
            QVERIFY2(share(pace, machine) < 1.5, qPrintable(QString::number(pace.chunk())));
        }
    }

    void takesOnMuchWhereThatCostsNothing() { QCOMPARE(knows({.usual = 0.100, .perToken = 0.00001}).chunk(), 128); }

    void anInterruptionTeachesLittle()
    {
        const Machine machine{.usual = 0.040, .perToken = 0.001};
        Pace pace = knows(machine);
        pace.note(Seconds(4), 4, 20);
        QVERIFY2(qAbs(share(pace, machine) - 0.75) < 0.35, qPrintable(QString::number(share(pace, machine))));
        letPromptsCome(pace, machine, 100);
        QVERIFY2(qAbs(share(pace, machine) - 0.75) < 0.15, qPrintable(QString::number(share(pace, machine))));
    }

    void promptsAreAlwaysReadOn() { QCOMPARE(knows({.usual = 0.010, .perToken = 0.5}).chunk(), 4); }

    void stepsWithoutStreamsTellNothing()
    {
        Pace pace;
        pace.note(Seconds(5), 0, 512);
        QCOMPARE(pace.chunk(), 8);
        pace.note(Seconds(0.060), 4, 20); // nor does one with prompts, before one without was seen
        QCOMPARE(pace.chunk(), 8);
    }
};

QTEST_GUILESS_MAIN(TestPace)
#include "tst_pace.moc"
