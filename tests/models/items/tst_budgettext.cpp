// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/budgettext.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

Money dollars(double amount)
{
    return Money::fromDollars(amount);
}

CostEstimate between(double low, std::optional<double> high)
{
    CostEstimate estimate;
    estimate.low = dollars(low);
    if (high)
        estimate.high = dollars(*high);
    estimate.requests = 4;
    return estimate;
}

} // namespace

class TestBudgetText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsExpected_data();
    void whatIsExpected();
    void whatWasSpent();
    void nothingIsAllowed();
};

void TestBudgetText::whatIsExpected_data()
{
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high"); // −1 = unknown
    QTest::addColumn<double>("likely");
    QTest::addColumn<double>("share");
    QTest::addColumn<bool>("forbidden");
    QTest::addColumn<QString>("sign");
    QTest::newRow("within") << 0.1 << 1.0 << -1.0 << 0.2 << false << u"20 %"_s;
    QTest::newRow("likely") << 0.1 << 1.0 << 0.5 << 0.1 << false << u"10 %"_s;
    QTest::newRow("may exceed") << 1.0 << 9.0 << 2.0 << 0.4 << false << u"⚠ 40 %"_s;
    QTest::newRow("no upper bound") << 1.0 << -1.0 << -1.0 << 0.2 << false << u"⚠ 20 %"_s;
    QTest::newRow("exceeds") << 6.0 << 9.0 << 7.5 << 1.5 << true << u"⚠ 150 %"_s;
    QTest::newRow("free") << 0.0 << 0.0 << -1.0 << 0.0 << false << u"0 %"_s;
}

void TestBudgetText::whatIsExpected()
{
    QFETCH(double, low);
    QFETCH(double, high);
    QFETCH(double, likely);
    const BudgetUse use = budgetUse(dollars(5), between(low, high < 0 ? std::nullopt : std::optional(high)),
                                    likely < 0 ? std::nullopt : std::optional(dollars(likely)), std::nullopt);
    QTEST(use.share, "share");
    QTEST(use.isForbidden, "forbidden");
    QTEST(use.sign, "sign");
    QVERIFY2(use.text.contains(u"$5.00"_s), qPrintable(use.text));
}

void TestBudgetText::whatWasSpent()
{
    const BudgetUse use = budgetUse(dollars(5), between(6, 9), dollars(7), dollars(1.25));
    QCOMPARE(use.share, 0.25);
    QCOMPARE(use.sign, u"25 %"_s);
    QVERIFY(!use.isForbidden); // it runs already
    QCOMPARE(use.text, u"$1.25 of $5.00 spent"_s);
    QCOMPARE(budgetUse(dollars(5), {}, {}, dollars(5)).sign, u"⚠ 100 %"_s);
}

void TestBudgetText::nothingIsAllowed()
{
    QVERIFY(budgetUse(Money(), between(0.01, 0.02), {}, {}).isForbidden);
    QCOMPARE(budgetUse(Money(), between(0.01, 0.02), {}, {}).share, 1.0);
    QCOMPARE(budgetUse(Money(), between(0, 0), {}, {}).share, 0.0);
    QCOMPARE(budgetUse(Money(), between(0, 0), {}, Money()).sign, u"0 %"_s);
}

QTEST_GUILESS_MAIN(TestBudgetText)
#include "tst_budgettext.moc"
