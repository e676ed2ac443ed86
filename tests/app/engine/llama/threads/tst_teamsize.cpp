// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/llama/threads/teamsize.h"

#include <QTest>

using namespace Tempera;
using namespace std::chrono_literals;

/// How many threads work together, by what the machine lets them do.
class TestTeamSize : public QObject
{
    Q_OBJECT

    std::optional<std::chrono::nanoseconds> m_idle = 0ns;
    TeamSize::Time m_now{1h};

    TeamSize team(int most)
    {
        return TeamSize(most, [this] { return m_idle; });
    }
    /// Time goes by in which so many cores had nothing to do.
    int after(TeamSize &team, std::chrono::milliseconds time, double idleCores)
    {
        (void)team.threads(m_now); // begins to watch
        m_now += time;
        if (m_idle)
            *m_idle += std::chrono::duration_cast<std::chrono::nanoseconds>(time * idleCores);
        return team.threads(m_now);
    }

private Q_SLOTS:
    void init()
    {
        m_idle = 0ns;
        m_now = TeamSize::Time(1h);
    }

    void allWorkOnAnIdleMachine()
    {
        TeamSize size = team(4);
        QCOMPARE(size.threads(m_now), 4);
        size.note(m_now, 4, 2ms, 20us);
        QCOMPARE(size.threads(m_now), 4);
    }

    void whatIsShortOrSmallIsNotHeldUp()
    {
        TeamSize size = team(2);
        size.note(m_now, 2, 300us, 190us); // the machine's own small affairs
        size.note(m_now, 2, 20ms, 3ms);
        QCOMPARE(size.threads(m_now), 2);
    }

    void oneFewerWhenOneWasHeldUp()
    {
        TeamSize size = team(4);
        size.note(m_now, 4, 4ms, 3ms);
        QCOMPARE(size.threads(m_now), 3);
        size.note(m_now, 3, 4ms, 3ms);
        QCOMPARE(size.threads(m_now), 2);
        size.note(m_now, 2, 4ms, 3ms);
        QCOMPARE(size.threads(m_now), 1);
        size.note(m_now, 1, 4ms, 3ms);
        QCOMPARE(size.threads(m_now), 1);
    }

    void theyComeBackWhenThereAreFreeCores()
    {
        TeamSize size = team(4);
        size.note(m_now, 4, 4ms, 3ms);
        size.note(m_now, 3, 4ms, 3ms);
        QCOMPARE(after(size, 100ms, 4.0), 2); // too early to say
        QCOMPARE(after(size, 200ms, 2.0), 2); // those that the team itself leaves to others
        QCOMPARE(after(size, 200ms, 3.0), 3);
        QCOMPARE(after(size, 200ms, 3.4), 3);
        QCOMPARE(after(size, 200ms, 4.0), 4);
    }

    void aMachineThatTellsNothingIsTriedLessAndLessOften()
    {
        m_idle.reset();
        TeamSize size = team(2);
        std::chrono::milliseconds waited{0};
        for (const auto atLeast : {100ms, 250ms, 500ms, 1'000ms, 2'000ms}) {
            size.note(m_now, 2, 4ms, 3ms);
            QCOMPARE(size.threads(m_now), 1);
            waited = 0ms;
            while (after(size, 10ms, 0) == 1)
                waited += 10ms;
            QVERIFY2(waited >= atLeast, QByteArray::number(static_cast<qint64>(waited.count())).constData());
            QVERIFY(waited < 10s);
        }
    }
};

QTEST_GUILESS_MAIN(TestTeamSize)
#include "tst_teamsize.moc"
