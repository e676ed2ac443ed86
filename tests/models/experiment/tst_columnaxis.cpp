// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/experiment/columnaxis.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

class TestColumnAxis : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsColumns();
    void aPlaceAndItsColumnBelongTogether();
    void titlesSayWhatDiffers();
};

namespace {

Experiment threeByTwoByFour()
{
    Experiment experiment;
    experiment.variants.resize(3);
    experiment.variants[1].label = u"warm"_s;
    experiment.prompts.resize(2);
    experiment.prompts[1].label = u"second"_s;
    experiment.repeat = 4;
    return experiment;
}

} // namespace

void TestColumnAxis::countsColumns()
{
    Experiment experiment = threeByTwoByFour();
    QCOMPARE(columnsAlong(ColumnAxis::Variants, experiment), 3);
    QCOMPARE(columnsAlong(ColumnAxis::Prompts, experiment), 2);
    QCOMPARE(columnsAlong(ColumnAxis::Repeats, experiment), 4);
    experiment.repeat = 1;
    QCOMPARE(usableAxis(ColumnAxis::Prompts, experiment), ColumnAxis::Prompts);
    QCOMPARE(usableAxis(ColumnAxis::Repeats, experiment), ColumnAxis::Variants);
    experiment.variants.clear();
    for (const ColumnAxis axis : {ColumnAxis::Variants, ColumnAxis::Prompts, ColumnAxis::Repeats}) {
        QCOMPARE(columnsAlong(axis, experiment), 0);
        QCOMPARE(usableAxis(axis, experiment), ColumnAxis::Variants);
    }
}

void TestColumnAxis::aPlaceAndItsColumnBelongTogether()
{
    const CellKey selected{5, 1, 2, 3};
    QCOMPARE(placeInColumn(ColumnAxis::Variants, selected, 0), (CellKey{5, 1, 0, 3}));
    QCOMPARE(placeInColumn(ColumnAxis::Prompts, selected, 0), (CellKey{5, 0, 2, 3}));
    QCOMPARE(placeInColumn(ColumnAxis::Repeats, selected, 0), (CellKey{5, 1, 2, 0}));
    for (const ColumnAxis axis : {ColumnAxis::Variants, ColumnAxis::Prompts, ColumnAxis::Repeats})
        QCOMPARE(placeInColumn(axis, selected, columnOfPlace(axis, selected)), selected);
}

void TestColumnAxis::titlesSayWhatDiffers()
{
    const Experiment experiment = threeByTwoByFour();
    const CellKey place{0, 1, 1, 2};
    QCOMPARE(columnTitle(ColumnAxis::Variants, experiment, place), u"warm"_s);
    QCOMPARE(columnTitle(ColumnAxis::Prompts, experiment, place), u"second · warm"_s);
    QCOMPARE(columnTitle(ColumnAxis::Repeats, experiment, place), u"Repeat 3 · warm"_s);
}

QTEST_GUILESS_MAIN(TestColumnAxis)
#include "tst_columnaxis.moc"
