// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/charts/spendingchart.h"
#include "models/report/spendingcsv.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

SpendingRow spentOn(const QString &key, double dollars, std::int64_t unknown = 0)
{
    SpendingRow row;
    row.key = key;
    row.cells = 4;
    row.inputTokens = 1000;
    row.cachedInputTokens = 250;
    row.outputTokens = 200;
    row.cost = Money::fromDollars(dollars);
    row.unknownCosts = unknown;
    row.retries = 2;
    row.failed = 1;
    row.failedCost = Money::fromDollars(0.01);
    row.savedByPrefix = Money::fromDollars(0.3);
    row.savedByAnswers = Money::fromDollars(0.2);
    return row;
}

} // namespace

/// What was spent, as a chart with its table and as a file.
class TestSpending : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBarEachWithAllItsFigures();
    void manyAreOneBarTogether();
    void unknownIsNotNothing();
    void theFileIsSafeForSpreadsheets();
};

void TestSpending::aBarEachWithAllItsFigures()
{
    const ChartData chart = spendingChart({spentOn(u"2026-11-28"_s, 1.5), spentOn(u"2026-11-29"_s, 0.5)}, SpendingBy::Day);
    QCOMPARE(chart.series.size(), 1);
    const QList<ChartMark> &marks = chart.series.first().marks;
    QCOMPARE(marks.size(), 2);
    QCOMPARE(marks.at(0).y, 1.5);
    QVERIFY(marks.at(0).across->low > chart.x.low && marks.at(1).across->high < chart.x.high);
    QCOMPARE(marks.at(0).fields.size(), chart.heads.size());
    QCOMPARE(marks.at(0).fields.sliced(1), (QStringList{u"4"_s, u"1,000"_s, u"25 %"_s, u"200"_s, u"1,200"_s, u"2"_s, u"1"_s,
                                                        u"$0.010"_s, u"$0.50"_s, u"$1.50"_s}));
    QVERIFY(!spendingChart({}, SpendingBy::Model).empty.isEmpty());
}

void TestSpending::manyAreOneBarTogether()
{
    QList<SpendingRow> rows;
    for (int i = 0; i < 40; ++i)
        rows += spentOn(u"model %1"_s.arg(i), 1);
    const ChartData chart = spendingChart(rows, SpendingBy::Model);
    const QList<ChartMark> &marks = chart.series.first().marks;
    QCOMPARE(marks.size(), mostSpendingBars);
    QCOMPARE(marks.last().y, 40.0 - (mostSpendingBars - 1));
    QVERIFY(!chart.note.isEmpty());
}

void TestSpending::unknownIsNotNothing()
{
    QCOMPARE(spentText(spentOn({}, 0, 4)), u"unknown"_s);
    QCOMPARE(spentText(spentOn({}, 1, 3)), u"$1.00 + 3 unknown"_s);
    const QByteArray csv = spendingCsv({spentOn(u"x"_s, 0, 4)}, SpendingBy::Endpoint);
    QCOMPARE(csv, "endpoint,cells,input_tokens,cached_input_tokens,output_tokens,cost_usd,unknown_costs,retries,failed,"
                  "failed_cost_usd,saved_by_prompt_cache_usd,saved_by_answer_cache_usd\n"
                  "x,4,1000,250,200,,4,2,1,0.010000000,0.300000000,0.200000000\n");
}

void TestSpending::theFileIsSafeForSpreadsheets()
{
    const QByteArray csv = spendingCsv({spentOn(u"=cmd(\"a\")"_s, 1), spentOn(u"a, b"_s, 2)}, SpendingBy::Experiment);
    const QList<QByteArray> lines = csv.split('\n');
    QVERIFY2(lines.at(1).startsWith("\"'=cmd(\"\"a\"\")\",4,"), lines.at(1).constData());
    QVERIFY2(lines.at(2).startsWith("\"a, b\",4,"), lines.at(2).constData());
}

QTEST_GUILESS_MAIN(TestSpending)
#include "tst_spending.moc"
