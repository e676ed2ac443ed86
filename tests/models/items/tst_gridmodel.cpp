// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/memoryrunstore.h"
#include "models/items/baselinebodies.h"
#include "models/items/experimentedits.h"
#include "models/items/gridmodel.h"
#include "models/items/gridtext.h"
#include "models/session/backgroundruns.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakeengine.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

constexpr auto strict = QAbstractItemModelTester::FailureReportingMode::QtTest;

/// Two variants; each case expects "yes".
Experiment gridExperiment(int cases, int repeat = 1)
{
    Experiment experiment = Edits::blank(endpointFromId(u"local:mini"_s));
    experiment.prompts[0].messages[0].text = u"Say {{ word }}"_s;
    experiment.variants[0].label = u"one"_s;
    experiment.variants += experiment.variants.first();
    experiment.variants[1].label = u"two"_s;
    experiment.repeat = repeat;
    experiment.cases.clear();
    for (int i = 0; i < cases; ++i) {
        Case row;
        row.description = u"case %1"_s.arg(i + 1);
        Edits::setVariable(row, u"word"_s, QString::number(i));
        CheckSpec spec;
        spec.type = u"contains"_s;
        spec.value = u"yes"_s;
        row.checks += spec;
        experiment.cases += row;
    }
    experiment.maxConcurrency = 1000;
    return experiment;
}

/// A session whose engine answers by what a cell is.
class GridRun
{
public:
    bool run(const Experiment &experiment, std::size_t bodyMemory = std::size_t{1} << 20)
    {
        RunOptions options;
        options.bodyMemory = bodyMemory;
        return session.run(experiment, options).has_value();
    }

    /// Answers all that is asked until the run is over.
    bool answerAll(const std::function<QString(const CellKey &)> &text)
    {
        int next = 0;
        return QTest::qWaitFor([&] {
            for (; next < engine.count(); ++next) {
                const CellKey key = engine.at(next).request.key;
                Usage usage;
                usage.outputTokens = 10 * (key.caseIndex + 1);
                engine.answer(next, text(key), usage);
            }
            return next > 0 && !session.isRunning();
        });
    }

    [[nodiscard]] static FilterExpression filter(const QString &text) { return *parseFilter(text); }

    FakeEngine engine;
    FakeClock clock;
    MemoryRunStore store{clock};
    const Catalog catalog;
    Session session{{&engine, &store, &clock, &catalog, [](const QString &) -> Result<QString> { return u"/m.gguf"_s; }}};
};

QStringList casesOf(const GridModel &model)
{
    QStringList titles;
    for (int row = 0; row < model.rowCount(); ++row)
        titles += model.headerData(row, Qt::Vertical, Qt::DisplayRole).toString();
    return titles;
}

/// "two" fails the second case and gives the third one another answer.
QString answerOf(const CellKey &key)
{
    if (key.variantIndex == 1 && key.caseIndex == 1)
        return u"no"_s;
    return key.variantIndex == 1 && key.caseIndex == 2 ? u"oh yes"_s : u"yes"_s;
}

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
    void anotherRunStandsFirst();
    void cellsAreFilteredAndSortedAgainstAnotherRun();
    void answersOfAnotherRunComeFromTheLedger();
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

namespace {

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

void TestGridModel::anotherRunStandsFirst()
{
    GridRun f;
    GridModel model(f.session);
    const QAbstractItemModelTester tester(&model, strict);
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
    model.setBaselineRun({baselineTable(std::make_shared<BaselineRun>(other.table->run()), f.session.experiment()), other.answers});
    QCOMPARE(reset.count(), 1); // another run that says the same
    model.setBaselineRun(other);
    reset.clear();
    model.setBaselineRun(other);
    QCOMPARE(reset.count(), 0);
    model.setBaselineRun({});
    QCOMPARE(model.columnCount(), 2);
    QCOMPARE(head(0).section(u'\n', 0, 0), u"one"_s);
}

void TestGridModel::cellsAreFilteredAndSortedAgainstAnotherRun()
{
    GridRun f;
    GridModel model(f.session);
    const QAbstractItemModelTester tester(&model, strict);
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

void TestGridModel::answersOfAnotherRunComeFromTheLedger()
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
    const QAbstractItemModelTester tester(&model, strict);
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

QTEST_GUILESS_MAIN(TestGridModel)
#include "tst_gridmodel.moc"
