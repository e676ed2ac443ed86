// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/charts/chartnumbers.h"
#include "models/charts/chartspread.h"

#include <QLineF>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

constexpr double halfMark = 5;

const ChartFrame &picture()
{
    static const ChartFrame frame{QRectF(50, 20, 400, 200)};
    return frame;
}

/// A variant each, at these places between 0 and 1.
ChartData pointsAt(const QList<QPointF> &places)
{
    ChartData chart;
    chart.x = numberAxis(u"Cost"_s, ChartUnit::Number, 0, 1);
    chart.y = numberAxis(u"Score"_s, ChartUnit::Number, 0, 1);
    for (int i = 0; i < places.size(); ++i) {
        ChartSeries series;
        series.title = u"v%1"_s.arg(i);
        series.sign = variantMark(i);
        series.marks = {ChartMark{.x = places.at(i).x(), .y = places.at(i).y(), .fields = {}, .filter = {}}};
        chart.series += series;
    }
    return chart;
}

double nearestPair(const ChartData &chart, const ChartSpread &spread)
{
    double nearest = 1e9;
    const QList<ChartPlace> places = chartPlaces(chart);
    for (qsizetype i = 0; i < places.size(); ++i) {
        for (qsizetype j = 0; j < i; ++j)
            nearest = std::min(nearest, QLineF(spread.place(places.at(i)), spread.place(places.at(j))).length());
    }
    return nearest;
}

} // namespace

class TestChartSpread : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatStandsAloneStays();
    void nothingCoversAnother_data();
    void nothingCoversAnother();
    void whoStandsTogetherIsKnown();
    void ringsStayInThePicture();
    void rowsAndLinesStay();
};

void TestChartSpread::whatStandsAloneStays()
{
    const ChartData chart = pointsAt({{0.1, 0.1}, {0.5, 0.5}, {0.9, 0.2}});
    const ChartSpread spread(chart, picture(), halfMark);
    for (const ChartPlace &each : chartPlaces(chart)) {
        QVERIFY(!spread.isMoved(each));
        QVERIFY(spread.together(each).isEmpty());
        QCOMPARE(spread.place(each), picture().place(chart, chartMark(chart, each)));
    }
}

void TestChartSpread::nothingCoversAnother_data()
{
    QTest::addColumn<QList<QPointF>>("places");
    QTest::newRow("two at one place") << QList<QPointF>{{0.5, 0.5}, {0.5, 0.5}};
    QTest::newRow("two that nearly are") << QList<QPointF>{{0.5, 0.5}, {0.51, 0.5}};
    QTest::newRow("twelve") << QList<QPointF>(12, {0.5, 0.5});
    QTest::newRow("a chain") << QList<QPointF>{{0.5, 0.5}, {0.52, 0.5}, {0.54, 0.5}, {0.56, 0.5}, {0.58, 0.5}};
    // The ring of the five would touch the one that stood free.
    QTest::newRow("a ring that reaches another")
        << QList<QPointF>{{0.5, 0.5}, {0.5, 0.5}, {0.5, 0.5}, {0.5, 0.5}, {0.5, 0.5}, {0.54, 0.5}};
    QTest::newRow("two rings") << QList<QPointF>{{0.5, 0.5}, {0.5, 0.5}, {0.56, 0.5}, {0.56, 0.5}, {0.2, 0.9}};
}

void TestChartSpread::nothingCoversAnother()
{
    QFETCH(QList<QPointF>, places);
    const ChartData chart = pointsAt(places);
    const ChartSpread spread(chart, picture(), halfMark);
    QVERIFY2(nearestPair(chart, spread) >= 2 * halfMark, qPrintable(QString::number(nearestPair(chart, spread))));
    // Nobody goes far from where its numbers are.
    for (const ChartPlace &each : chartPlaces(chart)) {
        const QPointF home = picture().place(chart, chartMark(chart, each));
        QVERIFY(QLineF(home, spread.place(each)).length() < 2 * halfMark * static_cast<double>(places.size()));
    }
}

void TestChartSpread::whoStandsTogetherIsKnown()
{
    const ChartData chart = pointsAt({{0.5, 0.5}, {0.1, 0.1}, {0.501, 0.5}, {0.5, 0.5}});
    const ChartSpread spread(chart, picture(), halfMark);
    const QList<ChartPlace> expected{{0, 0}, {3, 0}, {2, 0}}; // as the arrow keys go
    QCOMPARE(spread.together({2, 0}), expected);
    QVERIFY(spread.together({1, 0}).isEmpty());
    QVERIFY(spread.place({0, 0}).x() < spread.place({2, 0}).x());
    QCOMPARE(chartGroupText(chart, expected), u"3 here: A · v0; D · v3; C · v2"_s);
}

void TestChartSpread::ringsStayInThePicture()
{
    for (const QPointF &corner : {QPointF(0, 0), QPointF(1, 1), QPointF(0, 1)}) {
        const ChartData chart = pointsAt(QList<QPointF>(16, corner));
        const ChartSpread spread(chart, picture(), halfMark);
        for (const ChartPlace &each : chartPlaces(chart))
            QVERIFY(picture().plot.adjusted(-11, -11, 11, 11).contains(spread.place(each)));
    }
}

void TestChartSpread::rowsAndLinesStay()
{
    ChartData chart = pointsAt({{0.5, 0.5}, {0.5, 0.5}});
    chart.y.hasNames = true;
    QVERIFY(!ChartSpread(chart, picture(), halfMark).isMoved({0, 0}));
    chart.y.hasNames = false;
    QVERIFY(ChartSpread(chart, picture(), halfMark).isMoved({0, 0}));
    chart.series[0].form = ChartSeries::Form::Line;
    QVERIFY(!ChartSpread(chart, picture(), halfMark).isMoved({0, 0}));
    QVERIFY(!ChartSpread(chart, picture(), halfMark).isMoved({1, 0}));
}

QTEST_GUILESS_MAIN(TestChartSpread)
#include "tst_chartspread.moc"
