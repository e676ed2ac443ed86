// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/compare/baselinetable.h"
#include "models/items/baselinebodies.h"
#include "tests/models/items/gridrun.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace Tempera;
using namespace Tempera::GridTesting;

namespace {

constexpr auto strictTester = QAbstractItemModelTester::FailureReportingMode::QtTest;

/// Another run of the same experiment, in which the second variant was right where it is wrong now.
OtherRun otherRunOf(const Experiment &experiment)
{
    ResultFile file;
    file.experiment = experiment;
    file.knowsSettings = true;
    for (int i = 0; i < experiment.cases.size(); ++i) {
        for (int v = 0; v < experiment.variants.size(); ++v) {
            Cell cell;
            cell.request.key = {i, 0, v, 0};
            cell.state = CellState::Done;
            cell.text = i == 0 ? u"other yes"_s : u"yes"_s;
            cell.cost = Money();
            Verdict right;
            right.outcome = Outcome::Pass;
            right.score = 1;
            Grade grade;
            grade.verdicts = {right};
            cell.grade = grade;
            file.cells.push_back(cell);
        }
    }
    const FileBaseline made = baselineFromFile(std::move(file), u"nightly.json"_s, experiment.prompts);
    return {baselineTable(made.run, experiment), made.answers};
}

} // namespace

class TestGridBaseline : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anotherRunStandsFirst();
    void cellsAreFilteredAndSortedAgainstAnotherRun();
    void answersOfAnotherRunComeFromTheLedger();
};

void TestGridBaseline::anotherRunStandsFirst()
{
    GridRun f;
    GridModel model(f.session);
    const QAbstractItemModelTester tester(&model, strictTester);
    QVERIFY(f.run(gridExperiment(3)));
    QVERIFY(f.answerAll(answerOf));
    model.setBaseline(-1);
    const OtherRun other = otherRunOf(f.session.experiment());
    model.setBaselineRun(other);
    QCOMPARE(model.baselineColumns(), 2);
    QCOMPARE(model.columnCount(), 4);
    const auto head = [&model](int column) { return model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString(); };
    QCOMPARE(head(0).section(u'\n', 0, 0), u"baseline: nightly.json · one"_s);
    QVERIFY2(head(1).contains(u"100.0 % pass (3 of 3)"_s), qPrintable(head(1)));
    QTRY_VERIFY2(head(3).contains(u"66.7 % pass (2 of 3) (−33.3 points)"_s), qPrintable(head(3)));
    QTRY_VERIFY2(head(3).contains(u"0 better, 1 worse"_s), qPrintable(head(3)));
    QCOMPARE(model.headerData(1, Qt::Horizontal, GridModel::VariantRole).toInt(), 1);
    const QModelIndex there = model.index(1, 1);
    QCOMPARE(there.data().toString(), u"✓ yes"_s);
    QCOMPARE(there.data(GridModel::CellRole).toInt(), -1);
    QCOMPARE(there.data(GridModel::OutcomeRole).toInt(), int(Outcome::Pass));
    QVERIFY(!there.data(GridModel::DeltaRole).isValid());
    QVERIFY(there.data(Qt::AccessibleTextRole).toString().startsWith(u"baseline: nightly.json · two"_s));
    QCOMPARE(model.index(1, 3).data(GridModel::DeltaRole).toDouble(), -1.0);
    QCOMPARE(model.nearestCell(there), model.cellAt(model.index(1, 3)));
    QVERIFY(model.cellsAt(there).isEmpty());
    QVERIFY(model.columnFilter(0, u"better"_s).isEmpty());
    QCOMPARE(model.indexOf({1, 0, 1, 0}), model.index(1, 3));
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    model.setBaselineRun(
        {baselineTable(std::make_shared<BaselineRun>(other.table->run()), f.session.experiment()), other.answers});
    QVERIFY(reset.count() > 0); // another run that says the same
    model.setBaselineRun(other);
    reset.clear();
    model.setBaselineRun(other);
    QCOMPARE(reset.count(), 0);
    model.setBaselineRun({});
    QCOMPARE(model.columnCount(), 2);
    QCOMPARE(head(0).section(u'\n', 0, 0), u"one"_s);
}

void TestGridBaseline::cellsAreFilteredAndSortedAgainstAnotherRun()
{
    GridRun f;
    GridModel model(f.session);
    const QAbstractItemModelTester tester(&model, strictTester);
    QVERIFY(f.run(gridExperiment(3)));
    QVERIFY(f.answerAll(answerOf));
    model.setBaseline(-1);
    model.setBaselineRun(otherRunOf(f.session.experiment()));
    model.setFilter(GridRun::filter(u"delta < 0"_s));
    QTRY_COMPARE(casesOf(model), QStringList{u"case 2"_s});
    model.setFilter(GridRun::filter(u"differs variant = one"_s));
    QTRY_COMPARE(casesOf(model), QStringList{u"case 1"_s});
    model.setFilter({});
    GridOrder order;
    order.by = GridOrder::By::Regression;
    model.setOrder(order);
    QTRY_COMPARE(casesOf(model).value(0), u"case 2"_s);
    order = {GridOrder::By::Measure, 3, GridMeasure::Score, false}; // the second variant of this run
    model.setOrder(order);
    QTRY_COMPARE(casesOf(model).value(0), u"case 2"_s);
    order.column = 1; // of the other run all are equal: they stay in order
    model.setOrder(order);
    QTRY_COMPARE(casesOf(model).value(0), u"case 1"_s);
}

void TestGridBaseline::answersOfAnotherRunComeFromTheLedger()
{
    GridRun f;
    QVERIFY(f.run(gridExperiment(3)));
    QVERIFY(f.answerAll(answerOf));
    const RunRecord before = f.session.record();
    auto run = std::make_shared<BaselineRun>();
    run->name = u"then"_s;
    run->experiment = f.session.experiment();
    run->cells = f.session.summaries();
    const auto answers = std::make_shared<StoredAnswers>(&f.store, before.id, run);
    GridModel model(f.session);
    const QAbstractItemModelTester tester(&model, strictTester);
    model.setBaseline(-1);
    model.setBaselineRun({baselineTable(run, run->experiment), answers});
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QCOMPARE(model.index(1, 1).data(GridModel::HeadRole).toString(), u"…"_s);
    QTRY_COMPARE(model.index(1, 1).data(GridModel::HeadRole).toString(), u"no"_s);
    QVERIFY(!changed.isEmpty());
    // What the ledger has not got is known by its numbers.
    const auto lost = std::make_shared<StoredAnswers>(&f.store, QUuid::createUuid(), run);
    QSignalSpy arrived(lost.get(), &BaselineAnswers::arrived);
    QVERIFY(!lost->body(0));
    QTRY_COMPARE(arrived.count(), 1);
    QVERIFY(lost->body(0) && lost->body(0)->text.isEmpty());
}

QTEST_GUILESS_MAIN(TestGridBaseline)
#include "tst_gridbaseline.moc"
