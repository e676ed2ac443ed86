// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// What is written beside the axes of a chart, as it is painted.

#include "widgets/charts/chartview.h"

#include "models/charts/chartnumbers.h"
#include "models/charts/spendingchart.h"
#include "tests/widgets/picture.h"

#include <QBuffer>
#include <QLocale>
#include <QSvgGenerator>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

/// All texts that the widget paints.
QStringList paintedTexts(QWidget &widget)
{
    QBuffer buffer;
    QSvgGenerator picture;
    picture.setOutputDevice(&buffer);
    picture.setSize(widget.size());
    widget.render(&picture);
    QStringList texts;
    QXmlStreamReader reader(buffer.data());
    while (!reader.atEnd()) {
        if (reader.readNext() == QXmlStreamReader::StartElement && reader.name() == "text"_L1)
            texts += reader.readElementText().trimmed();
    }
    return texts;
}

ChartData spentOn(const QList<std::int64_t> &nanos)
{
    QList<SpendingRow> rows;
    for (const std::int64_t nano : nanos) {
        SpendingRow row;
        row.key = u"model %1"_s.arg(rows.size());
        row.cells = 1;
        row.cost = Money::fromNano(nano);
        rows += row;
    }
    return spendingChart(rows, SpendingBy::Model);
}

} // namespace

class TestChartView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale::c()); }

    void numbersOfTheAxesAreWhole_data()
    {
        QTest::addColumn<ChartData>("chart");
        QTest::addColumn<QString>("title");
        QTest::newRow("nano-dollars") << spentOn({7, 3, 12}) << u"US dollars (in 10⁻⁹ $)"_s;
        QTest::newRow("millionths") << spentOn({120'000, 43'000, 1'000}) << u"US dollars (in 10⁻⁶ $)"_s;
        QTest::newRow("thousandths") << spentOn({2'100'000, 43'000, 1'000}) << u"US dollars"_s;
        QTest::newRow("millions of dollars") << spentOn({42'000'000'000'000'000, 5}) << u"US dollars (in 10⁶ $)"_s;
    }

    /// In any size of letters: a label is as wide as a fraction of a pixel more or less makes it.
    void numbersOfTheAxesAreWhole()
    {
        QFETCH(const ChartData, chart);
        QFETCH(const QString, title);
        QVERIFY(!chart.y.ticks.isEmpty());
        for (const int width : {160, 320, 900}) {
            for (const double size : {7.3, 9.0, 10.7, 13.9}) {
                ChartView view;
                QFont font = view.font();
                font.setPointSizeF(size);
                view.setFont(font);
                view.setChart(chart);
                view.resize(width, 300);
                const QStringList texts = paintedTexts(view);
                QVERIFY2(texts.contains(title), qPrintable(texts.join(u'|')));
                for (const ChartTick &tick : chart.y.ticks)
                    QVERIFY2(texts.contains(tick.text), qPrintable(tick.text + u" is not in "_s + texts.join(u'|')));
                QVERIFY2(texts.filter(u"…"_s).isEmpty(), qPrintable(texts.join(u'|')));
            }
        }
        ChartView view;
        view.setChart(chart);
        view.resize(640, 320);
        keepPicture(&view, u"chart-"_s + QString::fromLatin1(QTest::currentDataTag()).replace(u' ', u'-'));
    }

    /// Names may be of any length: these are cut, so that there is room for the marks.
    void longNamesLeaveRoom()
    {
        ChartData chart;
        chart.x = shareAxis(u"Pass rate"_s);
        chart.y = nameAxis(u"Variant"_s, {QString(300, u'n'), u"short"_s}, true);
        chart.series = {{.title = u"a"_s, .sign = {}, .marks = {{.x = 0, .y = 0, .fields = {}}}}};
        ChartView view;
        view.setChart(chart);
        view.resize(400, 300);
        QVERIFY(view.positionOf({0, 0}).x() < 200);
        const QStringList texts = paintedTexts(view);
        QVERIFY(texts.contains(u"short"_s));
        QCOMPARE(texts.filter(u"…"_s).size(), 1);
    }
};

QTEST_MAIN(TestChartView)
#include "tst_chartview.moc"
