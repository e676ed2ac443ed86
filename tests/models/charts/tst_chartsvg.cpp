// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/charts/chartnumbers.h"
#include "models/charts/chartsvg.h"
#include "tests/support/goldenfile.h"

#include <QLocale>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

ChartData rates()
{
    ChartData chart{
        .title = u"Pass rate by variant"_s,
        .note = {},
        .x = shareAxis(u"Pass rate"_s),
        .y = nameAxis(u"Variant"_s, {u"mini cool"_s, u"<b>\"warm\"</b> & a name that is much too long to be written"_s}, true),
        .series = {},
        .lines = {},
        .heads = {u"Variant"_s, u"Pass rate"_s},
        .empty = {}};
    chart.series = {
        {.title = u"mini cool"_s,
         .sign = variantMark(0),
         .marks = {{.x = 0.75, .y = 1, .across = ConfidenceInterval{0.51, 0.88}, .fields = {u"mini cool"_s, u"75 %"_s}}}},
        {.title = u"<b>\"warm\"</b>"_s,
         .sign = variantMark(1),
         .marks = {
             {.x = 0.5, .y = 0, .across = ConfidenceInterval{0.3, 0.7}, .fields = {u"<b>\u0001\"warm\"</b>"_s, u"50 %"_s}}}}};
    return chart;
}

ChartData counts()
{
    ChartData chart{.title = u"Scores"_s,
                    .note = {},
                    .x = numberAxis(u"Score"_s, ChartUnit::Number, 0, 1),
                    .y = numberAxis(u"Cells"_s, ChartUnit::Number, 0, 12),
                    .series = {},
                    .lines = {{u"Mean"_s, {{0.4, 0}, {0.4, 12}}}},
                    .heads = {u"Score"_s},
                    .empty = {}};
    chart.series = {{.title = u"mini cool"_s,
                     .form = ChartSeries::Form::Bars,
                     .sign = variantMark(0),
                     .marks = {{.x = 0.25, .y = 12, .across = ConfidenceInterval{0, 0.5}, .fields = {u"0 – 0.5"_s}},
                               {.x = 0.75, .y = 3, .across = ConfidenceInterval{0.5, 1}, .fields = {u"0.5 – 1"_s}}}},
                    {.title = u"over runs"_s,
                     .form = ChartSeries::Form::Line,
                     .sign = variantMark(4),
                     .marks = {{.x = 0.2, .y = 5, .up = ConfidenceInterval{4, 7}, .fields = {u"first"_s}},
                               {.x = 0.9, .y = 9, .up = ConfidenceInterval{8, 10}, .fields = {u"second"_s}}}}};
    return chart;
}

bool isWellFormed(const QByteArray &svg)
{
    QXmlStreamReader reader(svg);
    while (!reader.atEnd())
        reader.readNext();
    return !reader.hasError();
}

} // namespace

class TestChartSvg : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale::c()); }

    void pictures_data()
    {
        QTest::addColumn<ChartData>("chart");
        QTest::addColumn<QString>("file");
        QTest::newRow("dots with intervals") << rates() << u"rates.svg"_s;
        QTest::newRow("bars and lines") << counts() << u"counts.svg"_s;
        ChartData nothing = counts();
        nothing.series.clear();
        nothing.empty = u"No cell has a score yet."_s;
        QTest::newRow("nothing") << nothing << u"empty.svg"_s;
    }

    void pictures()
    {
        QFETCH(const ChartData, chart);
        QFETCH(const QString, file);
        const QByteArray svg = chartSvg(chart);
        QVERIFY(isWellFormed(svg));
        QVERIFY(isGolden(u"charts/"_s + file, svg));
        QLocale::setDefault(QLocale(QLocale::German)); // numbers of the picture are not those of the language
        QCOMPARE(chartSvg(chart), svg);
    }

    void textsAreData()
    {
        const QByteArray svg = chartSvg(rates());
        QVERIFY(!svg.contains("<b>"));
        QVERIFY(svg.contains("&lt;b&gt;"));
        QVERIFY(!svg.contains('\x01'));
        QVERIFY(svg.contains(u"\uFFFD"_s.toUtf8()));
        ChartSvgStyle style;
        style.colours = {u"\"/><script>"_s};
        QVERIFY(isWellFormed(chartSvg(rates(), style)));
        QVERIFY(!chartSvg(rates(), style).contains("<script"));
    }

    /// A number that is cut is another number.
    void numbersAreNotCut()
    {
        ChartData chart = counts();
        chart.y = exactAxis(u"Cost"_s, ChartUnit::Dollars, 0.0121, 0.0189);
        chart.y.ticks += ChartTick{0.0185, u"$123,456.7890"_s};
        const QByteArray svg = chartSvg(chart, {.width = 1, .colours = {}}); // the narrowest
        QVERIFY(svg.contains(">$123,456.7890<"));
        QVERIFY(!svg.contains(u"…</text>"_s.toUtf8()));
        QVERIFY(isWellFormed(svg));
    }

    void loneSurrogatesStayReadable()
    {
        ChartData chart = rates();
        chart.title = u"half "_s + QChar(0xD83D);
        QVERIFY(isWellFormed(chartSvg(chart)));
    }

    void oddChartsArePictures()
    {
        QVERIFY(isWellFormed(chartSvg({})));
        ChartSvgStyle narrow{.width = -5, .colours = {}};
        QVERIFY(isWellFormed(chartSvg(rates(), narrow)));
    }
};

QTEST_GUILESS_MAIN(TestChartSvg)
#include "tst_chartsvg.moc"
