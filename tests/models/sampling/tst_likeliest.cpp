// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/sampling/likeliest.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

using namespace Tempera;

namespace {

constexpr float Never = -std::numeric_limits<float>::infinity();

std::vector<float> randomLogits(std::size_t size, unsigned seed)
{
    std::mt19937 random(seed);
    std::normal_distribution<float> normal(0, 3);
    std::vector<float> logits(size);
    std::ranges::generate(logits, [&] { return normal(random); });
    return logits;
}

} // namespace

class TestLikeliest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void enoughAndFewMore_data()
    {
        QTest::addColumn<std::size_t>("size");
        QTest::addColumn<std::size_t>("count");
        for (const std::size_t size : {100U, 2'011U, 4'096U, 49'152U, 151'937U}) {
            for (const std::size_t count : {1U, 2U, 40U, 128U, 129U, 1'000U, 4'096U}) {
                if (count < size)
                    QTest::addRow("%zu of %zu", count, size) << size << count;
            }
        }
    }
    void enoughAndFewMore()
    {
        QFETCH(std::size_t, size);
        QFETCH(std::size_t, count);
        Likeliest likeliest;
        for (unsigned seed = 1; seed <= 8; ++seed) {
            const std::vector<float> logits = randomLogits(size, seed);
            const float cut = likeliest.cutFor(logits, Never, count);
            const std::size_t found = countFrom(logits, cut);
            QVERIFY2(found >= count, qPrintable(QString::number(found)));
            if (cut > Never) // a few too many are no harm; far too many would be slow
                QVERIFY2(found <= 3 * count + 600, qPrintable(QString::number(found)));
        }
    }

    void theFloorStays()
    {
        const std::vector<float> logits = randomLogits(49'152, 3);
        const float best = std::ranges::max(logits);
        Likeliest likeliest;
        QCOMPARE(likeliest.cutFor(logits, best, 40), best);
        QCOMPARE(likeliest.cutFor(logits, best, 4'000), best);
        QCOMPARE(likeliest.cutFor({}, Never, 40), Never);
    }

    void whatIsNotPossibleOrNotANumber()
    {
        std::vector<float> logits(49'152, Never);
        logits[7] = std::nanf("");
        Likeliest likeliest;
        QCOMPARE(likeliest.cutFor(logits, Never, 40), Never);
        logits[49'151] = 2;
        QCOMPARE(likeliest.cutFor(logits, Never, 1), 2.0F);
        QCOMPARE(likeliest.cutFor(logits, Never, 2), Never);
        std::vector<Candidate> found;
        QCOMPARE(collectFrom(logits, 2, found), std::size_t{1});
        QCOMPARE(found.front(), (Candidate{49'151, 2}));
    }

    void collectsByRisingId()
    {
        for (const std::size_t size : {0U, 1U, 31U, 32U, 33U, 1'000U, 49'152U}) {
            const std::vector<float> logits = randomLogits(size, 5);
            for (const float cut : {Never, 0.0F, 4.0F, 1'000.0F}) {
                std::vector<Candidate> expected;
                for (std::size_t i = 0; i < size; ++i) {
                    if (logits[i] >= cut)
                        expected.push_back({static_cast<std::int32_t>(i), logits[i]});
                }
                std::vector<Candidate> found;
                const std::size_t count = collectFrom(logits, cut, found);
                QCOMPARE(count, expected.size());
                QVERIFY(std::ranges::equal(std::span(found).first(count), expected));
                QCOMPARE(countFrom(logits, cut), count);
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestLikeliest)
#include "tst_likeliest.moc"
