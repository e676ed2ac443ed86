// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/charts/chartframe.h"
#include "models/charts/chartnumbers.h"

#include <QLocale>
#include <QSet>
#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

QStringList tickTexts(const ChartAxis &axis)
{
    QStringList texts;
    for (const ChartTick &tick : axis.ticks)
        texts += tick.text;
    return texts;
}

} // namespace

class TestChartData : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale::c()); }
    void cleanup() { QLocale::setDefault(QLocale::c()); }

    void ticksAreRoundNumbers_data()
    {
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::addColumn<QStringList>("texts");
        QTest::newRow("one to seven") << 1.0 << 7.0 << QStringList{u"1"_s, u"2"_s, u"3"_s, u"4"_s, u"5"_s, u"6"_s, u"7"_s};
        QTest::newRow("fractions") << 0.13 << 0.41
                                   << QStringList{u"0.10"_s, u"0.15"_s, u"0.20"_s, u"0.25"_s, u"0.30"_s, u"0.35"_s, u"0.40"_s, u"0.45"_s};
        QTest::newRow("tiny") << 0.0 << 0.0000021
                              << QStringList{u"0.0000000"_s, u"0.0000005"_s, u"0.0000010"_s, u"0.0000015"_s, u"0.0000020"_s, u"0.0000025"_s};
        QTest::newRow("below zero") << -3.0 << 8.0 << QStringList{u"-4"_s, u"-2"_s, u"0"_s, u"2"_s, u"4"_s, u"6"_s, u"8"_s};
        QTest::newRow("nothing but zero") << 0.0 << 0.0 << QStringList{u"0.0"_s, u"0.2"_s, u"0.4"_s, u"0.6"_s, u"0.8"_s, u"1.0"_s};
        QTest::newRow("one number") << 4.0 << 4.0 << QStringList{u"2"_s, u"3"_s, u"4"_s, u"5"_s, u"6"_s};
        QTest::newRow("swapped") << 2.0 << 0.0 << QStringList{u"0.0"_s, u"0.5"_s, u"1.0"_s, u"1.5"_s, u"2.0"_s};
        QTest::newRow("not a number") << std::numeric_limits<double>::quiet_NaN() << 3.0
                                      << QStringList{u"0.0"_s, u"0.2"_s, u"0.4"_s, u"0.6"_s, u"0.8"_s, u"1.0"_s};
    }

    void ticksAreRoundNumbers()
    {
        QFETCH(const double, low);
        QFETCH(const double, high);
        QFETCH(const QStringList, texts);
        const ChartAxis axis = numberAxis(u"Axis"_s, ChartUnit::Number, low, high);
        QCOMPARE(tickTexts(axis), texts);
        QVERIFY(axis.low < axis.high);
    }

    void numbersFollowTheLanguage()
    {
        QCOMPARE(chartNumber(0.75, ChartUnit::Share), u"75 %"_s);
        QCOMPARE(chartNumber(0.9973, ChartUnit::Share), u"99.7 %"_s);
        QCOMPARE(chartNumber(0, ChartUnit::Share), u"0 %"_s);
        QCOMPARE(chartNumber(0.00214, ChartUnit::Dollars), u"$0.00214"_s);
        QCOMPARE(chartNumber(12.5, ChartUnit::Seconds), u"12.5 s"_s);
        QCOMPARE(chartNumber(300, ChartUnit::Number), u"300"_s);
        QCOMPARE(chartNumber(0.5, ChartUnit::Number), u"0.5"_s);
        QLocale::setDefault(QLocale(QLocale::German));
        QCOMPARE(chartNumber(0.9973, ChartUnit::Share), u"99,7 %"_s);
        QCOMPARE(chartNumber(0.50, ChartUnit::Seconds), u"0,5 s"_s);
        QCOMPARE(tickTexts(numberAxis({}, ChartUnit::Number, 0, 1)).at(1), u"0,2"_s);
    }

    void namesAreWrittenFromTheTop()
    {
        const ChartAxis axis = nameAxis(u"Variant"_s, {u"cool"_s, u"warm"_s}, true);
        QCOMPARE(axis.ticks.first().text, u"cool"_s);
        QCOMPARE(axis.ticks.first().value, 1.0);
        QCOMPARE(axis.low, -0.5);
        QCOMPARE(axis.high, 1.5);
        const ChartAxis none = nameAxis(u"Variant"_s, {}, true);
        QVERIFY(none.low < none.high);
    }

    void marksAreWalkedAsOneSeesThem()
    {
        ChartData chart;
        chart.series = {{.title = u"a"_s, .sign = {}, .marks = {{.x = 3, .y = 0}, {.x = 1, .y = 1}}},
                        {.title = u"b"_s, .sign = {}, .marks = {{.x = 2, .y = 2}, {.x = 1, .y = 0}}}};
        QCOMPARE(chartWalk(chart), (QList<ChartPlace>{{1, 1}, {0, 1}, {1, 0}, {0, 0}}));
        chart.y.hasNames = true; // from the top
        QCOMPARE(chartWalk(chart), (QList<ChartPlace>{{1, 0}, {0, 1}, {1, 1}, {0, 0}}));
    }

    void aMarkSaysWhatItIs()
    {
        ChartData chart;
        chart.heads = {u"Variant"_s, u"Pass rate"_s, u"Interval"_s};
        chart.series = {{.title = u"a"_s, .sign = {}, .marks = {{.fields = {u"%1 warm"_s, u"75 %"_s, QString()}}}}};
        QCOMPARE(chartMarkText(chart, {0, 0}), u"Variant: %1 warm · Pass rate: 75 %"_s);
    }

    void numbersHaveTheirPlaces()
    {
        ChartData chart;
        chart.x = {.title = {}, .low = 0, .high = 10, .ticks = {}};
        chart.y = {.title = {}, .low = 0, .high = 1, .ticks = {}};
        const ChartFrame frame{QRectF(100, 50, 200, 80)};
        QCOMPARE(frame.place(chart, QPointF(5, 0.5)), QPointF(200, 90));
        QCOMPARE(frame.place(chart, QPointF(0, 1)), QPointF(100, 50));
        QCOMPARE(frame.place(chart, QPointF(99, -3)), QPointF(300, 130)); // what lies outside stays at the edge
        QCOMPARE(frame.bar(chart, ChartMark{.x = 3, .y = 0.5, .across = ConfidenceInterval{2, 4}}), QRectF(140, 90, 40, 40));
    }

    void shapesDiffer()
    {
        QSet<qsizetype> corners;
        for (int shape = 0; shape < MarkShapes; ++shape)
            corners += chartShape(static_cast<MarkShape>(shape)).size();
        QCOMPARE(corners, (QSet<qsizetype>{0, 4, 3, 12})); // square and diamond have four both
        QVERIFY(chartShape(MarkShape::Square) != chartShape(MarkShape::Diamond));
    }

    void longNamesAreCut()
    {
        QCOMPARE(chartElided(u"short"_s, 5), u"short"_s);
        QCOMPARE(chartElided(u"longer"_s, 5), u"long…"_s);
        QCOMPARE(chartElided(u"日本語の名前"_s, 7), u"日本語…"_s);
        QCOMPARE(chartElided(u"👩‍👩‍👧‍👦👩‍👩‍👧‍👦"_s, 12), u"👩‍👩‍👧‍👦…"_s); // a family is not taken apart
        QCOMPARE(chartElided({}, 0), QString());
    }
};

QTEST_GUILESS_MAIN(TestChartData)
#include "tst_chartdata.moc"
