// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/compare/rowsorting.h"

#include <QTest>

#include <algorithm>
#include <limits>
#include <random>

using namespace Tempera;

class TestRowSorting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsSortedAtOnce()
    {
        RowSorting sorting;
        while (!sorting.step()) { }
        QVERIFY(sorting.take().empty());
    }

    /// Every length around that of a step, and many of them.
    void itIsAStableSort_data()
    {
        QTest::addColumn<int>("count");
        for (const int count : {1, 2, 2047, 2048, 2049, 4095, 4096, 4097, 6144, 100'000})
            QTest::addRow("%d", count) << count;
    }
    void itIsAStableSort()
    {
        QFETCH(int, count);
        std::mt19937 random(7);
        std::vector<std::pair<double, int>> expected;
        RowSorting sorting;
        for (int row = 0; row < count; ++row) {
            const double key = row % 50 == 0 ? std::numeric_limits<double>::infinity() : static_cast<double>(random() % 97);
            expected.emplace_back(key, row);
            sorting.add(key, row);
        }
        std::ranges::stable_sort(expected, {}, &std::pair<double, int>::first);
        int steps = 0;
        while (!sorting.step())
            ++steps;
        QVERIFY(count < 5000 || steps > 2); // it was not done at once
        const std::vector<int> rows = sorting.take();
        QCOMPARE(rows.size(), expected.size());
        for (std::size_t i = 0; i < rows.size(); ++i)
            QCOMPARE(rows[i], expected[i].second);
        QVERIFY(sorting.take().empty());
    }

    void whatWasLeftIsForgotten()
    {
        RowSorting sorting;
        for (int row = 0; row < 10'000; ++row)
            sorting.add(-row, row);
        sorting.step();
        sorting.step();
        sorting.clear();
        sorting.add(2, 1);
        sorting.add(1, 2);
        while (!sorting.step()) { }
        QVERIFY(sorting.take() == (std::vector<int>{2, 1}));
    }
};

QTEST_GUILESS_MAIN(TestRowSorting)
#include "tst_rowsorting.moc"
