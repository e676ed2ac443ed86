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
        QTest::newRow("fractions") << 0.13 << 0.41 << QStringList{u"0.10"_s, u"0.15"_s, u"0.20"_s, u"0.25"_s,
                                                                  u"0.30"_s, u"0.35"_s, u"0.40"_s, u"0.45"_s};
        QTest::newRow("small") << 0.0 << 0.0021
                               << QStringList{u"0.0000"_s, u"0.0005"_s, u"0.0010"_s, u"0.0015"_s, u"0.0020"_s, u"0.0025"_s};
        QTest::newRow("below zero") << -3.0 << 8.0 << QStringList{u"-4"_s, u"-2"_s, u"0"_s, u"2"_s, u"4"_s, u"6"_s, u"8"_s};
        QTest::newRow("nothing but zero") << 0.0 << 0.0
                                          << QStringList{u"0.0"_s, u"0.2"_s, u"0.4"_s, u"0.6"_s, u"0.8"_s, u"1.0"_s};
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

    /// What would be too long to be read is written in a power of ten, which the title says.
    void longNumbersAreWrittenInAPowerOfTen_data()
    {
        QTest::addColumn<ChartUnit>("unit");
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QStringList>("texts");
        const QStringList halves{u"0.0"_s, u"0.5"_s, u"1.0"_s, u"1.5"_s, u"2.0"_s, u"2.5"_s};
        QTest::newRow("dollars, as they are")
            << ChartUnit::Dollars << 0.0 << 0.0021 << u"Cost"_s
            << QStringList{u"$0.0000"_s, u"$0.0005"_s, u"$0.0010"_s, u"$0.0015"_s, u"$0.0020"_s, u"$0.0025"_s};
        QTest::newRow("millionths") << ChartUnit::Dollars << 0.0 << 0.0000021 << u"Cost (in 10⁻⁶ $)"_s << halves;
        QTest::newRow("hundred-thousandths") << ChartUnit::Dollars << 0.0 << 0.000042 << u"Cost (in 10⁻⁶ $)"_s
                                             << QStringList{u"0"_s, u"10"_s, u"20"_s, u"30"_s, u"40"_s, u"50"_s};
        QTest::newRow("a nano-dollar") << ChartUnit::Dollars << 0.0 << 0.000000001 << u"Cost (in 10⁻⁹ $)"_s
                                       << QStringList{u"0.0"_s, u"0.2"_s, u"0.4"_s, u"0.6"_s, u"0.8"_s, u"1.0"_s};
        QTest::newRow("less than any digit") << ChartUnit::Dollars << 0.0 << 2.1e-15 << u"Cost (in 10⁻¹⁵ $)"_s << halves;
        QTest::newRow("close together") << ChartUnit::Dollars << 0.012341 << 0.012345 << u"Cost (in 10⁻³ $)"_s
                                        << QStringList{u"12.341"_s, u"12.342"_s, u"12.343"_s, u"12.344"_s, u"12.345"_s};
        QTest::newRow("below zero") << ChartUnit::Number << -0.000002 << 0.000001 << u"Cost (in 10⁻⁶)"_s
                                    << QStringList{u"-2.0"_s, u"-1.5"_s, u"-1.0"_s, u"-0.5"_s, u"0.0"_s, u"0.5"_s, u"1.0"_s};
        QTest::newRow("seconds") << ChartUnit::Seconds << 0.0 << 0.0000021 << u"Cost (in 10⁻⁶ s)"_s << halves;
        QTest::newRow("large") << ChartUnit::Number << 0.0 << 21'000'000.0 << u"Cost (in 10⁶)"_s
                               << QStringList{u"0"_s, u"5"_s, u"10"_s, u"15"_s, u"20"_s, u"25"_s};
        QTest::newRow("shares stay per cent")
            << ChartUnit::Share << 0.0 << 0.000021 << u"Cost"_s
            << QStringList{u"0.0000 %"_s, u"0.0005 %"_s, u"0.0010 %"_s, u"0.0015 %"_s, u"0.0020 %"_s, u"0.0025 %"_s};
    }

    void longNumbersAreWrittenInAPowerOfTen()
    {
        QFETCH(const ChartUnit, unit);
        QFETCH(const double, low);
        QFETCH(const double, high);
        QFETCH(const QString, title);
        QFETCH(const QStringList, texts);
        const ChartAxis axis = numberAxis(u"Cost"_s, unit, low, high);
        QCOMPARE(tickTexts(axis), texts);
        QCOMPARE(axis.title, title);
        const double slack = (high - low) * 1e-6;
        QVERIFY(axis.low <= low + slack && axis.high >= high - slack); // marks stand at the numbers themselves
        QCOMPARE(axis.ticks.constLast().value, axis.high);
        const ChartAxis exact = exactAxis(u"Cost"_s, unit, low, high);
        QCOMPARE(exact.title, title);
        QCOMPARE(exact.high, high);
        QVERIFY(exact.ticks.size() <= axis.ticks.size() && exact.ticks.constLast().value <= high);
    }

    /// No label of an axis is longer than what pictures have room for.
    void numbersOfAnAxisAreShort()
    {
        for (const double size : {1e-300, 1e-12, 1e-9, 3e-7, 0.0000123, 0.00456, 0.5, 7.0, 12345.6, 7.8e9, 1e15, 1e300}) {
            for (const ChartUnit unit : {ChartUnit::Number, ChartUnit::Dollars, ChartUnit::Seconds}) {
                const QStringList texts = tickTexts(numberAxis({}, unit, 0, size));
                for (const QString &text : texts)
                    QVERIFY2(text.size() <= 10, qPrintable(text));
                QCOMPARE(QSet<QString>(texts.begin(), texts.end()).size(), texts.size());
            }
        }
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
        QCOMPARE(chartNumber(0.0000123, ChartUnit::Dollars), u"$0.0000123"_s);
        QCOMPARE(chartNumber(0.000000123, ChartUnit::Dollars), u"$1.23e-07"_s);
        QCOMPARE(chartNumber(4.2e-12, ChartUnit::Dollars), u"$4.2e-12"_s); // never "$0"
        QCOMPARE(chartNumber(-4.2e-12, ChartUnit::Number), u"-4.2e-12"_s);
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
        QCOMPARE(chartElided(u"👩‍👩‍👧‍👦👩‍👩‍👧‍👦"_s, 12),
                 u"👩‍👩‍👧‍👦…"_s); // a family is not taken apart
        QCOMPARE(chartElided({}, 0), QString());
    }
};

QTEST_GUILESS_MAIN(TestChartData)
#include "tst_chartdata.moc"
