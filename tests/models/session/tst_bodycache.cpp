// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/bodycache.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

Cell cellOf(int index, qsizetype characters)
{
    Cell cell;
    cell.request.key.caseIndex = index;
    cell.text = QString(characters, u'x');
    return cell;
}

constexpr std::size_t oneCell = sizeof(Cell) + 2 * 1000;

} // namespace

class BodyCacheTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasNotLookedAtForLongestGoes()
    {
        BodyCache cache(3 * oneCell);
        for (int i = 0; i < 3; ++i)
            cache.insert(i, cellOf(i, 1000));
        QCOMPARE(cache.bytes(), 3 * oneCell);
        QCOMPARE(cache.find(0)->request.key.caseIndex, 0); // it is looked at
        cache.insert(3, cellOf(3, 1000));
        QVERIFY(cache.find(1)); // nothing goes before trim()
        QVERIFY(cache.find(0));
        cache.trim();
        QCOMPARE(cache.size(), std::size_t(3));
        QVERIFY(!cache.contains(2));
        QVERIFY(cache.contains(0) && cache.contains(1) && cache.contains(3));
        QVERIFY(cache.bytes() <= 3 * oneCell);
    }

    void theLastOneStaysHoweverLargeItIs()
    {
        BodyCache cache(0);
        cache.insert(7, cellOf(7, 1'000'000));
        cache.trim();
        QVERIFY(cache.contains(7));
        cache.insert(8, cellOf(8, 10));
        cache.trim();
        QVERIFY(!cache.contains(7));
        QVERIFY(cache.contains(8));
    }

    void whatIsReplacedIsCountedOnce()
    {
        BodyCache cache(100 * oneCell);
        cache.insert(1, cellOf(1, 1000));
        Cell &second = cache.insert(1, cellOf(1, 500));
        QCOMPARE(cache.size(), std::size_t(1));
        QCOMPARE(cache.bytes(), sizeof(Cell) + 2 * 500);
        QCOMPARE(cache.find(1), &second);
        cache.erase(1);
        cache.erase(1);
        QCOMPARE(cache.bytes(), std::size_t(0));
        QVERIFY(!cache.find(1));
    }

    /// A trace is most of what an answer takes.
    void tracesCount()
    {
        BodyCache cache(100 * oneCell);
        Cell traced = cellOf(1, 0);
        auto token = std::make_shared<TokenTrace>();
        token->candidates.resize(50);
        traced.trace.assign(10, token);
        cache.insert(1, traced);
        QVERIFY(cache.bytes() >= 10 * (sizeof(TokenTrace) + 50 * sizeof(Candidate)));
    }
};

QTEST_GUILESS_MAIN(BodyCacheTest)
#include "tst_bodycache.moc"
