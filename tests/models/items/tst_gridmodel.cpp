// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/gridtext.h"
#include "models/session/backgroundruns.h"
#include "tests/models/items/gridrun.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;
using namespace Tempera::GridTesting;

namespace {

constexpr auto strict = QAbstractItemModelTester::FailureReportingMode::QtTest;

} // namespace

class TestGridModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itRepeatsWhatTheSessionSays();
    void changesCarryRanges();
    void filtersLeaveRowsWithOneMatch();
    void bodiesAreFetchedForTheFilter();
    void rowsAreSorted();
    void repeatsAreFolded();
    void theBaselineMoves();
    void manyRowsAreFilteredInSlices();
    void cellsAreCopied();
    void rowsAreAddedPageByPage();
};

void TestGridModel::itRepeatsWhatTheSessionSays()
{
    GridRun f;
    GridModel model(f.session);
    const QAbstractItemModelTester tester(&model, strict);
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(f.run(gridExperiment(3)));
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.columnCount(), 2);
    QVERIFY(!model.index(0, 0).data(GridModel::OutcomeRole).isValid());
    QVERIFY(f.answerAll(answerOf));
    QCOMPARE(casesOf(model), (QStringList{u"case 1"_s, u"case 2"_s, u"case 3"_s}));
    QCOMPARE(model.index(0, 0).data().toString(), u"✓ yes"_s);
    QCOMPARE(model.index(1, 1).data().toString(), u"✗ no"_s);
    QCOMPARE(model.index(1, 1).data(GridModel::OutcomeRole).toInt(), int(Outcome::Fail));
    QCOMPARE(model.index(1, 1).data(GridModel::DeltaRole).toDouble(), -1.0);
    QVERIFY(!model.index(1, 0).data(GridModel::DeltaRole).isValid());
    QTRY_COMPARE(model.figures(1).finished, 3);
    QTRY_VERIFY(passRate(model.figures(1)) == (PassCount{2, 3})); // graded in the background
    const QString head = model.headerData(1, Qt::Horizontal, Qt::DisplayRole).toString();
    QCOMPARE(head.section(u'\n', 0, 0), u"two"_s);
    QVERIFY2(head.contains(u"66.7 % pass (2 of 3)"_s) && head.contains(u"0 better, 1 worse"_s), qPrintable(head));
    QVERIFY2(head.contains(u"21 … 94 %"_s) && head.contains(u"(−33.3 points)"_s), qPrintable(head)); // Wilson's of 2 of 3
    QCOMPARE(head.count(u'\n'), 2);
    QCOMPARE(model.headerData(1, Qt::Horizontal, GridModel::VariantRole).toInt(), 1);
    QVERIFY(f.session.release() == nullptr);
    QCOMPARE(model.rowCount(), 0);
}

void TestGridModel::changesCarryRanges()
{
    GridRun f;
    GridModel model(f.session);
    const QAbstractItemModelTester tester(&model, strict);
    QVERIFY(f.run(gridExperiment(4)));
    QTRY_COMPARE(f.engine.count(), 8);
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    int third = 0;
    while (f.engine.at(third).request.key.caseIndex != 2)
        ++third;
    f.engine.started(third);
    f.engine.text(third, u"yes"_s);
    QVERIFY(!changes.isEmpty());
    for (const QList<QVariant> &change : std::as_const(changes)) {
        QCOMPARE(change.at(0).toModelIndex().row(), 2);
        QCOMPARE(change.at(1).toModelIndex().row(), 2);
    }
    QVERIFY(f.answerAll(answerOf) || !f.session.isRunning());
}

void TestGridModel::filtersLeaveRowsWithOneMatch()
{
    GridRun f;
    GridModel model(f.session);
    const QAbstractItemModelTester tester(&model, strict);
    QVERIFY(f.run(gridExperiment(3)));
    QVERIFY(f.answerAll(answerOf));
    model.setFilter(GridRun::filter(u"failed"_s));
    QTRY_COMPARE(casesOf(model), QStringList{u"case 2"_s});
    QCOMPARE(model.allRows(), 3);
    QCOMPARE(model.index(0, 1).data(GridModel::MatchesRole).toBool(), true);
    QCOMPARE(model.index(0, 0).data(GridModel::MatchesRole).toBool(), false);
    QVERIFY(!model.indexOf({0, 0, 0, 0}).isValid());
    QCOMPARE(model.indexOf({1, 0, 1, 0}), model.index(0, 1));
    model.setFilter(GridRun::filter(u"failed and tokens > 25"_s));
    QTRY_COMPARE(model.rowCount(), 0);
    QTRY_VERIFY(!model.isSearching());
    QVERIFY2(model.whyEmpty().contains(u"“failed” alone matches 1 case"_s)
                 && model.whyEmpty().contains(u"“tokens > 25” alone matches 1 case"_s),
             qPrintable(model.whyEmpty()));
    model.setFilter({});
    QTRY_COMPARE(model.rowCount(), 3);
    QCOMPARE(model.whyEmpty(), QString());
}

/// The memory of bodies holds one at a time: the ledger has to bring them.
void TestGridModel::bodiesAreFetchedForTheFilter()
{
    GridRun f;
    QVERIFY(f.run(gridExperiment(100), 1));
    QVERIFY(f.answerAll(
        [](const CellKey &key) { return key.caseIndex == 90 && key.variantIndex == 1 ? u"yes, a fox"_s : u"yes"_s; }));
    GridModel model(f.session);
    const QAbstractItemModelTester tester(&model, strict);
    QTRY_COMPARE(model.rowCount(), 100);
    QVERIFY(!f.session.bodyInMemory(5));
    model.setFilter(GridRun::filter(u"FOX"_s));
    QTRY_COMPARE(casesOf(model), QStringList{u"case 91"_s});
    QVERIFY(!model.isSearching());
    model.setFilter(GridRun::filter(u"differs"_s));
    QTRY_VERIFY(!model.isSearching());
    QCOMPARE(casesOf(model), QStringList{u"case 91"_s});
}

void TestGridModel::rowsAreSorted()
{
    GridRun f;
    GridModel model(f.session);
    const QAbstractItemModelTester tester(&model, strict);
    QVERIFY(f.run(gridExperiment(3)));
    QVERIFY(f.answerAll(answerOf));
    const QStringList inOrder{u"case 1"_s, u"case 2"_s, u"case 3"_s};
    model.setOrder({GridOrder::By::Measure, 1, GridMeasure::Tokens, true});
    QTRY_COMPARE(casesOf(model), (QStringList{u"case 3"_s, u"case 2"_s, u"case 1"_s}));
    model.setOrder({GridOrder::By::Measure, 1, GridMeasure::Score, false});
    QTRY_COMPARE(casesOf(model), (QStringList{u"case 2"_s, u"case 1"_s, u"case 3"_s}));
    model.setOrder({GridOrder::By::Regression, 0, GridMeasure::Score, false});
    QTRY_COMPARE(casesOf(model), (QStringList{u"case 2"_s, u"case 1"_s, u"case 3"_s}));
    model.setOrder({GridOrder::By::Disagreement, 0, GridMeasure::Score, false});
    QTRY_COMPARE(casesOf(model).first(), u"case 2"_s);
    model.setOrder({GridOrder::By::Measure, 1, GridMeasure::Speed, false}); // of none it is known
    QTRY_COMPARE(casesOf(model), inOrder);
    model.setOrder({});
    QTRY_COMPARE(casesOf(model), inOrder);
}

void TestGridModel::repeatsAreFolded()
{
    GridRun f;
    GridModel model(f.session);
    const QAbstractItemModelTester tester(&model, strict);
    QVERIFY(f.run(gridExperiment(2, 3)));
    QVERIFY(f.answerAll([](const CellKey &key) { return key.repeat == 1 && key.caseIndex == 1 ? u"no"_s : u"yes"_s; }));
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.columnCount(), 2);
    QCOMPARE(model.cellsAt(model.index(1, 0)).size(), 3);
    QCOMPARE(model.index(0, 0).data().toString(), u"✓ 3/3 yes"_s);
    QCOMPARE(model.index(1, 0).data().toString(), u"✗ 2/3 yes"_s);
    model.setFilter(GridRun::filter(u"failed"_s)); // the one that failed is shown
    QTRY_COMPARE(model.rowCount(), 1);
    QCOMPARE(model.index(0, 0).data().toString(), u"✗ 2/3 no"_s);
    QCOMPARE(f.session.summary(model.index(0, 0).data(GridModel::CellRole).toInt()).key.repeat, 1);
}

void TestGridModel::theBaselineMoves()
{
    GridRun f;
    GridModel model(f.session);
    const QAbstractItemModelTester tester(&model, strict);
    QVERIFY(f.run(gridExperiment(3)));
    QVERIFY(f.answerAll(answerOf));
    model.setBaseline(1);
    QCOMPARE(model.columnCount(), 2);
    QVERIFY(model.headerData(0, Qt::Horizontal, Qt::DisplayRole).toString().startsWith(u"two\n"_s));
    QTRY_COMPARE(model.rowCount(), 3);
    QCOMPARE(model.index(1, 1).data(GridModel::DeltaRole).toDouble(), 1.0);
    model.setFilter(GridRun::filter(u"better"_s));
    QTRY_COMPARE(casesOf(model), QStringList{u"case 2"_s});
}

void TestGridModel::manyRowsAreFilteredInSlices()
{
    GridRun f;
    Experiment experiment = gridExperiment(1);
    const Case one = experiment.cases.first();
    while (experiment.cases.size() < 20'000)
        experiment.cases += one;
    StoredRun stored;
    stored.run.id = QUuid::createUuid();
    for (int i = 0; i < 40'000; ++i) {
        CellSummary cell;
        cell.key = {i / 2, 0, i % 2, 0};
        cell.state = CellState::Done;
        cell.outputTokens = std::optional<std::int64_t>(i);
        stored.cells.push_back(cell);
    }
    f.session.restore(stored, experiment);
    GridModel model(f.session);
    QTRY_COMPARE(model.rowCount(), 20'000);
    const QAbstractItemModelTester tester(&model, strict);
    model.setFilter(GridRun::filter(u"tokens >= 39990 and case ~ case"_s));
    QTRY_COMPARE(model.rowCount(), 5);
    model.setOrder({GridOrder::By::Measure, 0, GridMeasure::Tokens, true});
    QTRY_COMPARE(f.session.summary(model.cellAt(model.index(0, 0))).key.caseIndex, 19'999);
    // Another filter takes the place of one that is still being applied.
    model.setFilter(GridRun::filter(u"tokens < 10"_s));
    model.setFilter(GridRun::filter(u"tokens < 4"_s));
    QTRY_VERIFY(!model.isSearching());
    QCOMPARE(model.rowCount(), 2);
}

void TestGridModel::cellsAreCopied()
{
    GridRun f;
    GridModel model(f.session);
    Experiment experiment = gridExperiment(2);
    experiment.cases[0].description = u"=SUM(A1), \"x\""_s;
    QVERIFY(f.run(experiment));
    QVERIFY(f.answerAll([](const CellKey &key) { return key.caseIndex == 0 ? u"yes | <b>"_s : u"yes"_s; }));
    const QModelIndexList chosen{model.index(1, 1), model.index(0, 0)};
    QCOMPARE(gridText(chosen, GridCopy::Text), u"Case\tone\ttwo\n=SUM(A1), \"x\"\t✓ yes | <b>\t\ncase 2\t\t✓ yes"_s);
    QCOMPARE(gridText(chosen, GridCopy::Csv), u"Case,one,two\n\"'=SUM(A1), \"\"x\"\"\",✓ yes | <b>,\ncase 2,,✓ yes"_s);
    QCOMPARE(gridText(chosen, GridCopy::Markdown),
             u"| Case | one | two |\n| --- | --- | --- |\n| =SUM(A1), \"x\" | ✓ yes \\| \\<b\\> |  |\n| case 2 |  | ✓ yes |"_s);
    QCOMPARE(gridText({}, GridCopy::Text), QString());
}

/// A run is read from the ledger in pages: its first rows stay where they are while others come below.
void TestGridModel::rowsAreAddedPageByPage()
{
    GridRun f;
    constexpr int many = 10'000;
    StoredRun stored;
    stored.run.id = QUuid::createUuid();
    stored.run.plannedCells = many;
    f.store.beginRun(stored.run);
    Cell cell;
    cell.state = CellState::Done;
    for (int i = 0; i < many; ++i) {
        cell.request.key.caseIndex = i;
        cell.usage.outputTokens = many - i;
        f.store.saveCell(stored.run.id, cell);
        if (i < 3)
            stored.cells.push_back(summaryOf(cell));
    }
    stored.hasMore = true;
    GridModel model(f.session);
    const QAbstractItemModelTester tester(&model, strict);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    f.session.restore(stored, gridExperiment(1));
    QTRY_COMPARE(model.rowCount(), 3);
    const qsizetype before = resets.count();
    QTRY_COMPARE(model.rowCount(), many);
    QCOMPARE(resets.count(), before);
    QVERIFY(inserted.count() > 0);
    QCOMPARE(inserted.last().at(2).toInt(), many - 1);
    model.setOrder({GridOrder::By::Measure, 0, GridMeasure::Tokens, false});
    QTRY_COMPARE(f.session.summary(model.cellAt(model.index(0, 0))).key.caseIndex, many - 1);
}

QTEST_GUILESS_MAIN(TestGridModel)
#include "tst_gridmodel.moc"
