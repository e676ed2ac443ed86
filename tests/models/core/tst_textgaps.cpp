// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/textgaps.h"

#include <QTest>

using namespace std::chrono_literals;
using namespace Tempera;

class TestTextGaps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneGapNeedsTwoPieces()
    {
        GapRecord record;
        QVERIFY(!record.gaps());
        record.note(5ms);
        QVERIFY(!record.gaps());
        record.note(7ms);
        QVERIFY(record.gaps() == TextGaps(2ms, 2ms, 2ms));
    }

    void quantiles()
    {
        GapRecord record;
        std::chrono::microseconds at = 0us;
        record.note(at);
        for (int gap = 20; gap >= 1; --gap)
            record.note(at += std::chrono::milliseconds(gap));
        QVERIFY(record.gaps() == TextGaps(10ms, 19ms, 20ms));
    }

    void aPauseOfHours()
    {
        GapRecord record;
        record.note(0us);
        record.note(2h);
        QVERIFY(record.gaps()->longest == 2h);
        QVERIFY(record.gaps()->median > 1h);
    }

    /// An answer without end takes no memory without end.
    void noMoreIsKeptThanNeeded()
    {
        GapRecord record;
        std::chrono::microseconds at = 0us;
        for (std::size_t i = 0; i <= GapRecord::mostKept; ++i)
            record.note(at += 1ms);
        record.note(at += 9s);
        QVERIFY(record.gaps() == TextGaps(1ms, 1ms, 9s));
    }
};

QTEST_GUILESS_MAIN(TestTextGaps)
#include "tst_textgaps.moc"
