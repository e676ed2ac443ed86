// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/text/sequencediff.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace Tempera;

namespace {

/// The plain quadratic way.
int longestCommon(const std::vector<int> &a, const std::vector<int> &b)
{
    std::vector<int> row(b.size() + 1, 0);
    for (const int entry : a) {
        int diagonal = 0;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const int above = row[j + 1];
            row[j + 1] = entry == b[j] ? diagonal + 1 : std::max(row[j], above);
            diagonal = above;
        }
    }
    return row.back();
}

std::vector<int> randomEntries(int most, int vocabulary, QRandomGenerator &random)
{
    std::vector<int> entries(static_cast<std::size_t>(random.bounded(most)));
    std::ranges::generate(entries, [&] { return random.bounded(vocabulary); });
    return entries;
}

/// How many are kept; −1 where they do not rise, or differ.
int keptCount(const std::vector<int> &a, const std::vector<int> &b, const std::vector<int> &kept)
{
    int count = 0;
    int last = -1;
    for (std::size_t i = 0; i < kept.size(); ++i) {
        if (kept[i] < 0)
            continue;
        if (kept[i] <= last || kept[i] >= static_cast<int>(b.size()) || a[i] != b[static_cast<std::size_t>(kept[i])])
            return -1;
        last = kept[i];
        ++count;
    }
    return kept.size() == a.size() ? count : -1;
}

} // namespace

class TestSequenceDiff : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isLongestForSmallOnes();
    void isLongestWhereFewThingsChange();
    void isRightAndBoundedForLargeOnes();
    void aStopLeavesTheRest();
};

void TestSequenceDiff::isLongestForSmallOnes()
{
    QRandomGenerator random(11);
    for (int round = 0; round < 2000; ++round) {
        const std::vector<int> a = randomEntries(40, 2 + round % 7, random);
        const std::vector<int> b = randomEntries(40, 2 + round % 7, random);
        QCOMPARE(keptCount(a, b, keptEntries(a, b)), longestCommon(a, b));
    }
    QVERIFY(keptEntries({}, std::vector<int>{1}).empty());
}

void TestSequenceDiff::isLongestWhereFewThingsChange()
{
    QRandomGenerator random(5);
    std::vector<int> a(3000);
    std::ranges::generate(a, [&] { return random.bounded(100); });
    std::vector<int> b = a;
    for (int i = 0; i < 200; ++i)
        b[random.bounded(quint32(b.size()))] = random.bounded(100);
    b.erase(b.begin() + 500, b.begin() + 600);
    QCOMPARE(keptCount(a, b, keptEntries(a, b)), longestCommon(a, b));
}

void TestSequenceDiff::isRightAndBoundedForLargeOnes()
{
    QRandomGenerator random(9);
    std::vector<int> a(120'000);
    std::vector<int> b(120'000);
    std::ranges::generate(a, [&] { return random.bounded(40); });
    std::ranges::generate(b, [&] { return random.bounded(40); });
    const int kept = keptCount(a, b, keptEntries(a, b));
    QVERIFY2(kept > 30'000, qPrintable(QString::number(kept))); // a bound is no excuse for finding little
    QCOMPARE(mostEdits(1'000'000), 256);
    QVERIFY(mostEdits(7'000) > 3'500);
}

void TestSequenceDiff::aStopLeavesTheRest()
{
    std::stop_source stop;
    stop.request_stop();
    const std::vector<int> a{1, 2, 3};
    QCOMPARE(keptCount(a, a, keptEntries(a, a, stop.get_token())), 0);
}

QTEST_GUILESS_MAIN(TestSequenceDiff)
#include "tst_sequencediff.moc"
