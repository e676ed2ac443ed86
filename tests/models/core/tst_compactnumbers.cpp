// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/compactnumbers.h"

#include <QTest>

#include <cmath>
#include <random>

using namespace Tempera;

namespace {

using Number = std::optional<std::int64_t>;

CompactNumbers listOf(const std::vector<Number> &numbers)
{
    CompactNumbers list;
    for (const Number &number : numbers)
        list.push_back(number);
    return list;
}

constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();

} // namespace

class CompactNumbersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsTheSameTakesNoRoom()
    {
        QCOMPARE(listOf({1'000'000, 1'000'000, 1'000'000}).bytesEach(), 0);
        QCOMPARE(listOf({{}, {}, {}}).bytesEach(), 0);
        QVERIFY(!listOf({{}, {}, {}}).at(2));
        QCOMPARE(listOf({1'000'000, 1'000'000}).at(1), 1'000'000);
    }

    void numbersTakeAsMuchAsTheyNeed_data()
    {
        QTest::addColumn<std::vector<Number>>("numbers");
        QTest::addColumn<int>("bytes");
        QTest::newRow("near") << std::vector<Number>{1'000'000, 1'000'127, 999'873} << 1;
        QTest::newRow("near, one unknown") << std::vector<Number>{1'000'000, {}, 1'000'100} << 1;
        QTest::newRow("unknown first") << std::vector<Number>{{}, {}, 1'000'000, 1'000'001} << 1;
        QTest::newRow("one more than a byte tells") << std::vector<Number>{0, -128} << 2;
        QTest::newRow("two bytes") << std::vector<Number>{0, 32'767, -32'767, {}} << 2;
        QTest::newRow("four bytes") << std::vector<Number>{5, 32'800, {}} << 4;
        QTest::newRow("eight bytes") << std::vector<Number>{5, 3'000'000'000, {}, -1} << 8;
        QTest::newRow("ends") << std::vector<Number>{most, least + 1, 0, {}, most - 1} << 8;
        QTest::newRow("from one end to the other")
            << std::vector<Number>{least + 1, most, {}} << 1; // as near as any, modulo 2^64
    }

    void numbersTakeAsMuchAsTheyNeed()
    {
        QFETCH(const std::vector<Number>, numbers);
        const CompactNumbers list = listOf(numbers);
        QTEST(list.bytesEach(), "bytes");
        QCOMPARE(list.size(), numbers.size());
        for (std::size_t i = 0; i < numbers.size(); ++i)
            QCOMPARE(list.at(i), numbers[i]);
    }

    void theSmallestCountsAsTheOneAboveIt()
    {
        QCOMPARE(listOf({least}).at(0), least + 1);
        QCOMPARE(listOf({0, least}).at(1), least + 1);
    }

    /// Whatever is put where, the list says what a plain one says.
    void itIsAsAPlainList()
    {
        std::mt19937_64 random(17); // NOLINT: the same each time
        for (int round = 0; round < 200; ++round) {
            CompactNumbers list;
            std::vector<Number> plain;
            const int width = 1 + round % 60;
            for (int i = 0; i < 100; ++i) {
                const Number number = random() % 7 == 0 ? Number() : Number(static_cast<std::int64_t>(random()) >> (63 - width));
                if (plain.empty() || random() % 3 > 0) {
                    plain.push_back(number);
                    list.push_back(number);
                } else {
                    const std::size_t index = random() % plain.size();
                    plain[index] = number;
                    list.set(index, number);
                }
            }
            QCOMPARE(list.size(), plain.size());
            for (std::size_t i = 0; i < plain.size(); ++i)
                QCOMPARE(list.at(i), plain[i]);
        }
    }

    void fewMeasuresTakeAByte()
    {
        CompactMeasures list;
        list.push_back(0.1);
        list.push_back(0.1);
        QCOMPARE(list.bytesEach(), 0);
        list.push_back(1.0 / 3);
        list.set(0, std::nan(""));
        QCOMPARE(list.bytesEach(), 1);
        QVERIFY(std::isnan(list.at(0)));
        QCOMPARE(list.at(1), 0.1);
        QCOMPARE(list.at(2), 1.0 / 3); // nothing is lost
    }

    void manyMeasuresStayWhatTheyAre()
    {
        CompactMeasures floats;
        CompactMeasures doubles;
        for (int i = 0; i < 1000; ++i) {
            floats.push_back(static_cast<double>(static_cast<float>(i) / 7.0F));
            doubles.push_back(i / 7.0);
        }
        QCOMPARE(floats.bytesEach(), 4);
        QCOMPARE(doubles.bytesEach(), 8);
        for (int i = 0; i < 1000; ++i) {
            QVERIFY(floats.at(static_cast<std::size_t>(i)) == static_cast<double>(static_cast<float>(i) / 7.0F));
            QVERIFY(doubles.at(static_cast<std::size_t>(i)) == i / 7.0);
        }
        floats.set(3, 0.1); // no float
        QCOMPARE(floats.bytesEach(), 8);
        QVERIFY(floats.at(3) == 0.1 && floats.at(999) == static_cast<double>(999.0F / 7.0F));
    }
};

QTEST_GUILESS_MAIN(CompactNumbersTest)
#include "tst_compactnumbers.moc"
