// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/charttablemodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

ChartData chartOfTwo()
{
    ChartData chart;
    chart.heads = {u"Variant"_s, u"Pass rate"_s};
    chart.series = {
        {.title = u"cold"_s,
         .sign = variantMark(0),
         .marks = {{.fields = {u"cold"_s, u"75 %"_s}, .filter = u"variant = cold"_s}}},
        {.title = u"warm"_s, .sign = variantMark(1), .marks = {{.fields = {u"warm"_s}}, {.fields = {u"warm"_s, u"20 %"_s}}}}};
    return chart;
}

} // namespace

class TestChartModels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void marksAreRows()
    {
        ChartTableModel model;
        const QAbstractItemModelTester tester(&model);
        QCOMPARE(model.rowCount(), 0);
        const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        model.setChart(chartOfTwo());
        QCOMPARE(resets.count(), 1);
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.columnCount(), 2);
        QCOMPARE(model.headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(), u"Pass rate"_s);
        QCOMPARE(model.index(0, 1).data().toString(), u"75 %"_s);
        QCOMPARE(model.index(0, 0).data(ChartTableModel::FilterRole).toString(), u"variant = cold"_s);
        QCOMPARE(model.index(1, 1).data().toString(), QString()); // nothing is said of it
        QCOMPARE(model.placeOf(2), (ChartPlace{1, 1}));
        QCOMPARE(model.rowOf({1, 0}), 1);
        QCOMPARE(model.rowOf({5, 0}), -1);
        QVERIFY(!model.placeOf(9).isValid());
        model.setChart({});
        QCOMPARE(model.rowCount(), 0);
    }
};

QTEST_GUILESS_MAIN(TestChartModels)
#include "tst_chartmodels.moc"
