// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/stats/resampling.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Tempera;

class TestResampling : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSameEverywhere();
    void everyNumberIsAsLikely();
    void normalNumbers();
    void everyOrderIsAsLikely();
};

void TestResampling::theSameEverywhere()
{
    StatsRandom random;
    random.discard(9'999);
    QCOMPARE(random(), 9'981'545'732'273'789'042ULL); // as the standard has it
    StatsRandom first(7);
    StatsRandom second(7);
    QCOMPARE(randomOrder(20, first), randomOrder(20, second));
    QCOMPARE(uniformReal(first), uniformReal(second));
}

void TestResampling::everyNumberIsAsLikely()
{
    StatsRandom random(1);
    std::array<int, 7> hits{};
    for (int i = 0; i < 70'000; ++i)
        ++hits.at(uniformBelow(random, 7));
    double distance = 0; // χ² with 6 degrees of freedom: 22.5 at p = 0.001
    for (const int each : hits)
        distance += (each - 10'000.0) * (each - 10'000.0) / 10'000;
    QVERIFY(distance < 22.5);
    for (int i = 0; i < 100; ++i)
        QCOMPARE(uniformBelow(random, 1), std::size_t{0});
}

void TestResampling::normalNumbers()
{
    StatsRandom random(2);
    double sum = 0;
    double squares = 0;
    int beyond = 0;
    constexpr int times = 100'000;
    for (int i = 0; i < times; ++i) {
        const double z = normalReal(random);
        sum += z;
        squares += z * z;
        beyond += std::abs(z) > 1.959963984540054 ? 1 : 0;
    }
    QVERIFY(std::abs(sum / times) < 0.012);
    QVERIFY(std::abs(squares / times - 1) < 0.018);
    QVERIFY(std::abs(beyond - 5'000) < 280);
}

void TestResampling::everyOrderIsAsLikely()
{
    StatsRandom random(3);
    std::vector<std::size_t> order = randomOrder(50, random);
    std::ranges::sort(order);
    for (std::size_t i = 0; i < order.size(); ++i)
        QCOMPARE(order[i], i);
    QVERIFY(randomOrder(0, random).empty());

    std::array<int, 27> hits{}; // the 6 orders of three, as numbers of base three
    for (int i = 0; i < 60'000; ++i) {
        const std::vector<std::size_t> three = randomOrder(3, random);
        ++hits.at(three[0] * 9 + three[1] * 3 + three[2]);
    }
    int seen = 0;
    for (const int each : hits) {
        seen += each > 0 ? 1 : 0;
        QVERIFY(each == 0 || std::abs(each - 10'000) < 400);
    }
    QCOMPARE(seen, 6);
}

QTEST_GUILESS_MAIN(TestResampling)
#include "tst_resampling.moc"
