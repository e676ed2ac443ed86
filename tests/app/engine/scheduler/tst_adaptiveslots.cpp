// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/scheduler/adaptiveslots.h"

#include <QTest>

#include <deque>

using namespace std::chrono_literals;

namespace Tempera {

class AdaptiveSlotsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void halvesAndGrowsBack()
    {
        AdaptiveSlots slots;
        QCOMPARE(slots.allowed(16), 16);
        slots.overloaded(10s, 16);
        QCOMPARE(slots.allowed(16), 8);
        slots.overloaded(10'999ms, 16); // the same overload
        QCOMPARE(slots.allowed(16), 8);
        slots.overloaded(11s, 16);
        QCOMPARE(slots.allowed(16), 4);
        for (int i = 0; i < 5; ++i)
            slots.answered(16);
        QCOMPARE(slots.allowed(16), 5);
        for (int i = 0; i < 200; ++i)
            slots.answered(16);
        QCOMPARE(slots.allowed(16), 16);
        QCOMPARE(slots.allowed(20), 20); // nothing is remembered of it
    }

    void oneIsLeft()
    {
        AdaptiveSlots slots;
        for (int i = 0; i < 20; ++i)
            slots.overloaded(std::chrono::seconds(10 * i), 100);
        QCOMPARE(slots.allowed(100), 1);
        QCOMPARE(AdaptiveSlots().allowed(0), 1);
    }

    void whatOverloads()
    {
        const auto error = [](ErrorKind kind, int status) {
            Error made;
            made.kind = kind;
            made.httpStatus = status;
            return made;
        };
        QVERIFY(isOverload(error(ErrorKind::RateLimited, 429)));
        QVERIFY(isOverload(error(ErrorKind::ServerFault, 503)));
        QVERIFY(isOverload(error(ErrorKind::ServerFault, 529)));
        QVERIFY(!isOverload(error(ErrorKind::ServerFault, 500)));
        QVERIFY(!isOverload(error(ErrorKind::QuotaExhausted, 429)));
        QVERIFY(!isOverload(error(ErrorKind::Network, 0)));
        Error ofOneServer = error(ErrorKind::ServerFault, 503); // the others of its pool have room
        ofOneServer.elsewhere = true;
        QVERIFY(!isOverload(ofOneServer));
    }

    /// A server that takes ten at once, a second each, and refuses the rest: of what it can do most is used, and little is
    /// refused.
    void findsWhatAServerTakes()
    {
        constexpr int most = 100;
        constexpr int capacity = 10;
        AdaptiveSlots slots;
        std::deque<std::chrono::milliseconds> ends;
        int answered = 0;
        int refused = 0;
        int counted = 0;
        for (std::chrono::milliseconds now{0}; now < 600s; now += 10ms) {
            while (!ends.empty() && ends.front() <= now) {
                ends.pop_front();
                slots.answered(most);
                answered += now >= 60s;
            }
            int asked = 0;
            while (static_cast<int>(ends.size()) + asked < slots.allowed(most)) {
                if (static_cast<int>(ends.size()) < capacity) {
                    ends.push_back(now + 1s);
                    continue;
                }
                ++asked; // refused, and tried again with the next step
                refused += now >= 60s;
                slots.overloaded(now, most);
            }
            ++counted;
        }
        QCOMPARE(counted, 60'000);
        const double possible = capacity * 540.0;
        QVERIFY2(answered > 0.8 * possible, qPrintable(QString::number(answered)));
        QVERIFY2(refused < 0.05 * possible, qPrintable(QString::number(refused)));
    }
};

} // namespace Tempera

QTEST_APPLESS_MAIN(Tempera::AdaptiveSlotsTest)
#include "tst_adaptiveslots.moc"
