// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/money.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;
using namespace Tempera;

class MoneyTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fromDollars_data()
    {
        QTest::addColumn<double>("dollars");
        QTest::addColumn<qint64>("nano");
        QTest::newRow("0") << 0.0 << qint64(0);
        QTest::newRow("a cent") << 0.01 << qint64(10'000'000);
        QTest::newRow("no exact double") << 0.1 << qint64(100'000'000);
        QTest::newRow("a nano-dollar") << 1e-9 << qint64(1);
        QTest::newRow("rounded up") << 1.6e-9 << qint64(2);
        QTest::newRow("rounded down") << 1.4e-9 << qint64(1);
        QTest::newRow("negative") << -2.5 << qint64(-2'500'000'000);
    }

    void fromDollars()
    {
        QFETCH(double, dollars);
        QFETCH(qint64, nano);
        QCOMPARE(Money::fromDollars(dollars).nano(), nano);
    }

    void sumsAreExact()
    {
        Money sum;
        for (int i = 0; i < 1'000'000; ++i)
            sum += Money::fromDollars(0.1);
        QCOMPARE(sum, Money::fromNano(100'000LL * 1'000'000'000));
        QCOMPARE(Money::fromNano(5) + Money::fromNano(7), Money::fromNano(12));
        QCOMPARE(Money::fromNano(5) - Money::fromNano(7), Money::fromNano(-2));
        QCOMPARE(Money::fromNano(5) * 7, Money::fromNano(35));
        QVERIFY(Money::fromNano(1) > Money());
        QCOMPARE(Money::fromNano(1'500'000'000).dollars(), 1.5);
    }

    void sumsStayAtTheEndOfTheRange()
    {
        const Money most = Money::fromNano(std::numeric_limits<std::int64_t>::max());
        const Money least = Money() - most;
        QVERIFY(most.isBeyond() && least.isBeyond());
        QVERIFY(!(most - Money::fromNano(1)).isBeyond());
        QCOMPARE(most + Money::fromNano(1), most);
        QCOMPARE(least - Money::fromNano(1), least);
        QCOMPARE(Money::fromNano(std::numeric_limits<std::int64_t>::min()), least);
        Money sum = most;
        sum += most;
        QCOMPARE(sum, most);
        QCOMPARE(Money::fromNano(12'500'000'000) * 800'000'000, most);
        QCOMPARE(Money::fromNano(-12'500'000'000) * 800'000'000, least);
        QCOMPARE(most * most.nano(), most);
        QCOMPARE(moneyForTokens(Money::fromDollars(9'000'000), 9'000'000'000'000'000), most);
        QCOMPARE(Money::fromDollars(1e300), most);
        QCOMPARE(Money::fromDollars(-1e300), least);
        QCOMPARE(Money::fromDollars(std::numeric_limits<double>::quiet_NaN()), Money());
        QCOMPARE(most.text(), u"more than $9,223,372,036"_s);
        QCOMPARE(least.text(), u"less than -$9,223,372,036"_s);
        QCOMPARE((most - Money::fromNano(1)).text(), u"$9223372036.85"_s);
    }

    void text_data()
    {
        QTest::addColumn<qint64>("nano");
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << qint64(0) << u"$0.00"_s;
        QTest::newRow("dollars") << qint64(12'345'000'000) << u"$12.35"_s;
        QTest::newRow("ten cents") << qint64(100'000'000) << u"$0.10"_s;
        QTest::newRow("small") << qint64(2'100'000) << u"$0.0021"_s;
        QTest::newRow("smaller") << qint64(123'456) << u"$0.00012"_s;
        QTest::newRow("smallest") << qint64(1) << u"$0.000000001"_s;
        QTest::newRow("owed") << qint64(-2'100'000) << u"-$0.0021"_s;
    }

    void text()
    {
        QFETCH(qint64, nano);
        QFETCH(QString, text);
        QCOMPARE(Money::fromNano(nano).text(), text);
    }

    void unknownIsAWord()
    {
        QCOMPARE(moneyText(std::nullopt), u"unknown"_s);
        QCOMPARE(moneyText(Money()), u"$0.00"_s);
    }

    void forTokens_data()
    {
        QTest::addColumn<qint64>("perMillion");
        QTest::addColumn<qint64>("tokens");
        QTest::addColumn<qint64>("nano");
        QTest::newRow("none") << qint64(2'500'000'000) << qint64(0) << qint64(0);
        QTest::newRow("free") << qint64(0) << qint64(1000) << qint64(0);
        QTest::newRow("a million") << qint64(2'500'000'000) << qint64(1'000'000) << qint64(2'500'000'000);
        QTest::newRow("one") << qint64(2'500'000'000) << qint64(1) << qint64(2500);
        QTest::newRow("a part of a nano-dollar") << qint64(1) << qint64(1) << qint64(1);
        QTest::newRow("just whole") << qint64(1) << qint64(1'000'000) << qint64(1);
        QTest::newRow("just over") << qint64(1) << qint64(1'000'001) << qint64(2);
        QTest::newRow("much") << qint64(600'000'000'000) << qint64(1'000'000'000) << qint64(600'000'000'000'000);
    }

    void forTokens()
    {
        QFETCH(qint64, perMillion);
        QFETCH(qint64, tokens);
        QFETCH(qint64, nano);
        QCOMPARE(moneyForTokens(Money::fromNano(perMillion), tokens).nano(), nano);
    }

    /// Rounded up, by less than one nano-dollar.
    void forTokensIsTheCeiling()
    {
        for (const qint64 price : {1LL, 999'999LL, 1'000'000LL, 1'000'001LL, 150'000'000LL, 123'456'789'012LL}) {
            for (const qint64 tokens : {1LL, 7LL, 999'999LL, 1'000'001LL, 12'345'678LL}) {
                const long double exact = static_cast<long double>(price) * tokens / 1'000'000;
                QCOMPARE(moneyForTokens(Money::fromNano(price), tokens).nano(), static_cast<qint64>(std::ceil(exact)));
            }
        }
    }
};

QTEST_GUILESS_MAIN(MoneyTest)
#include "tst_money.moc"
