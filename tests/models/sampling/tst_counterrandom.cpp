// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/sampling/counterrandom.h"

#include <QTest>

#include <cmath>

using namespace Tempera;

using Counter = std::array<std::uint32_t, 4>;

class TestCounterRandom : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Known answers of Random123 (kat_vectors, philox4x32 10).
    void knownAnswers()
    {
        QCOMPARE(philox4x32({0, 0, 0, 0}, {0, 0}), (Counter{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}));
        QCOMPARE(philox4x32({0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff}, {0xffffffff, 0xffffffff}),
                 (Counter{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}));
        QCOMPARE(philox4x32({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, {0xa4093822, 0x299f31d0}),
                 (Counter{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}));
    }

    void numberIsMadeOfTheFirstTwoWords()
    {
        const auto words = philox4x32({5, 2, 3, 0}, {7, 1});
        const std::uint64_t bits = ((std::uint64_t{words[0]} << 32) | words[1]) >> 11;
        QCOMPARE(uniformAt({.seed = (std::uint64_t{1} << 32) | 7, .caseIndex = 2, .repeat = 3}, 5),
                 static_cast<double>(bits) / 9007199254740992.0);
    }

    void everyPartMatters()
    {
        const RandomStream stream{.seed = 1, .caseIndex = 2, .repeat = 3};
        const double u = uniformAt(stream, 4);
        QCOMPARE(uniformAt(stream, 4), u);
        QVERIFY(uniformAt(stream, 5) != u);
        QVERIFY(uniformAt({2, 2, 3}, 4) != u);
        QVERIFY(uniformAt({1, 3, 3}, 4) != u);
        QVERIFY(uniformAt({1, 2, 4}, 4) != u);
        QVERIFY(uniformAt({(std::uint64_t{1} << 32) | 1, 2, 3}, 4) != u);
    }

    void isUniform()
    {
        constexpr int Draws = 100'000;
        constexpr int Bins = 100;
        std::array<int, Bins> counts{};
        double previous = 0.5;
        double correlation = 0;
        for (int i = 0; i < Draws; ++i) {
            const double u = uniformAt({.seed = 99, .caseIndex = static_cast<std::uint32_t>(i % 7), .repeat = 0},
                                       static_cast<std::uint32_t>(i));
            QVERIFY(u >= 0 && u < 1);
            ++counts[static_cast<std::size_t>(u * Bins)];
            correlation += (u - 0.5) * (previous - 0.5);
            previous = u;
        }
        double chiSquare = 0;
        for (const int count : counts)
            chiSquare += std::pow(count - Draws / Bins, 2) / (Draws / Bins);
        QVERIFY2(chiSquare < 161.3, qPrintable(QString::number(chiSquare))); // 99 degrees of freedom, p = 0.0001
        QVERIFY(std::abs(correlation / Draws * 12) < 4 / std::sqrt(Draws));
    }
};

QTEST_GUILESS_MAIN(TestCounterRandom)
#include "tst_counterrandom.moc"
