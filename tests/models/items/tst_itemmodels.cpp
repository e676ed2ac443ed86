// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/memoryrunstore.h"
#include "models/items/checksmodel.h"
#include "models/items/checktrialmodel.h"
#include "models/items/experimentedits.h"
#include "models/items/importmodels.h"
#include "models/items/runsmodel.h"
#include "models/items/titlesmodel.h"
#include "models/items/variablestablemodel.h"
#include "models/items/variantsmodel.h"
#include "models/items/verdictsmodel.h"
#include "models/items/verdicttext.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakeengine.h"

#include <QAbstractItemModelTester>
#include <QJsonArray>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

constexpr auto strict = QAbstractItemModelTester::FailureReportingMode::QtTest;

Experiment sample()
{
    Experiment experiment = Edits::blank(endpointFromId(u"local:mini"_s));
    experiment.prompts[0].messages[0].text = u"Say {{ word }}"_s;
    experiment.variants[0].label = u"one"_s;
    Edits::setVariable(experiment.cases[0], u"word"_s, u"yes"_s);
    CheckSpec spec;
    spec.type = u"contains"_s;
    spec.value = u"yes"_s;
    experiment.cases[0].checks += spec;
    return experiment;
}

QString text(const QAbstractItemModel &model, int row, int column)
{
    return model.index(row, column).data().toString();
}

struct Fixture {
    Fixture() { document.reset({.experiment = sample(), .warnings = {}, .source = {}}, {}); }
    ExperimentDocument document;
};

} // namespace

class TestItemModels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void variablesAreEdited();
    void casesComeAndGo();
    void rowsAreImported();
    void importsArePreviewed();
    void defaultsShowThrough();
    void checksAreEdited();
    void unknownChecksAreKept();
    void checksAreTried();
    void variantsAreRenamed();
    void titlesFollow();
    void verdictsShow();
    void runsComeFromTheLedger();
    void undoBringsItAllBack();
};

void TestItemModels::variablesAreEdited()
{
    Fixture f;
    VariablesTableModel model(f.document);
    QAbstractItemModelTester tester(&model, strict);
    QCOMPARE(model.rowCount(), 2); // the case, and the empty row
    QCOMPARE(model.columnCount(), 3);
    QCOMPARE(model.headerData(1, Qt::Horizontal, Qt::EditRole).toString(), u"word"_s);
    QCOMPARE(model.headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(), u"word\nused"_s);
    QVERIFY(model.setData(model.index(0, 1), u"no"_s));
    QCOMPARE(Edits::variable(f.document.experiment().cases.at(0), u"word"_s).toString(), u"no"_s);
    QVERIFY(model.setData(model.index(0, 0), u"described"_s));
    QCOMPARE(f.document.experiment().cases.at(0).description, u"described"_s);
    QSignalSpy changes(&f.document, &ExperimentDocument::experimentChanged);
    QVERIFY(model.setData(model.index(0, 1), u"no"_s));
    QCOMPARE(changes.count(), 0);
    QVERIFY(model.addVariable(u" tone "_s));
    QVERIFY(!model.addVariable(u"tone"_s));
    QVERIFY(!model.addVariable(u"  "_s));
    QCOMPARE(model.columnCount(), 4);
    QCOMPARE(model.use(u"tone"_s), VariablesTableModel::Use::NotUsed);
    QVERIFY(model.setData(model.index(0, 2), u"kind"_s));
    QCOMPARE(Edits::variableNames(f.document.experiment()), (QStringList{u"word"_s, u"tone"_s}));
    model.removeVariable(u"word"_s);
    QCOMPARE(Edits::variableNames(f.document.experiment()), QStringList{u"tone"_s});
    QCOMPARE(model.variableNames(), (QStringList{u"word"_s, u"tone"_s})); // the prompt asks for it
    QCOMPARE(model.use(u"word"_s), VariablesTableModel::Use::Missing);
    model.removeVariable(u"tone"_s);
    QCOMPARE(model.variableNames(), QStringList{u"word"_s});
    f.document.reset({.experiment = Edits::blank(endpointFromId(u"local:mini"_s)), .warnings = {}, .source = {}}, {});
    QCOMPARE(model.columnCount(), 2);
}

void TestItemModels::casesComeAndGo()
{
    Fixture f;
    VariablesTableModel model(f.document);
    QAbstractItemModelTester tester(&model, strict);
    const QModelIndex empty = model.index(1, 1);
    QVERIFY(empty.data(VariablesTableModel::IsNewRowRole).toBool());
    QVERIFY(model.setData(empty, QString()));
    QCOMPARE(model.caseCount(), 1);
    const QPersistentModelIndex typed(empty);
    QVERIFY(model.setData(empty, u"no"_s));
    QCOMPARE(typed.row(), 1);
    QVERIFY(!typed.data(VariablesTableModel::IsNewRowRole).toBool());
    model.duplicateCase(0);
    QCOMPARE(model.caseCount(), 3);
    QCOMPARE(model.rowCount(), 4);
    QCOMPARE(text(model, 1, 1), u"yes"_s);
    QCOMPARE(text(model, 2, 1), u"no"_s);
    QCOMPARE(text(model, 3, 1), QString());
    model.removeCases({2, 0, 17, -1});
    QCOMPARE(model.caseCount(), 1);
    QCOMPARE(text(model, 0, 1), u"yes"_s);
    model.removeCases({0});
    QCOMPARE(model.rowCount(), 1);
    QVERIFY(model.index(0, 0).data(VariablesTableModel::IsNewRowRole).toBool());
}

void TestItemModels::rowsAreImported()
{
    Fixture f;
    VariablesTableModel model(f.document);
    QAbstractItemModelTester tester(&model, strict);
    const DataTable table = tableFromRows({{u"a"_s, u"contains: b"_s, u"surplus"_s}, {u"c"_s}}, false);
    const QStringList targets = suggestedTargets(table, model.importTargets(), 1);
    QCOMPARE(targets, (QStringList{u"word"_s, u"__expected"_s, u"column3"_s}));
    QVERIFY(model.importCases(table, {ImportPlacement::Overwrite, 0, targets}));
    QCOMPARE(model.caseCount(), 2);
    QCOMPARE(model.variableNames(), (QStringList{u"word"_s, u"column3"_s}));
    QCOMPARE(text(model, 0, 1), u"a"_s);
    QCOMPARE(text(model, 0, 2), u"surplus"_s);
    QCOMPARE(text(model, 1, 1), u"c"_s);
    QCOMPARE(f.document.experiment().cases.at(0).checks.size(), 1);
    QCOMPARE(f.document.experiment().cases.at(0).checks.at(0).value.toString(), u"b"_s);
    QVERIFY(model.importCases(table, {ImportPlacement::Append, 0, {QString(), QString(), u"word"_s}}));
    QCOMPARE(model.caseCount(), 4);
    QCOMPARE(text(model, 2, 1), u"surplus"_s);
    QVERIFY(model.importCases(table, {ImportPlacement::Replace, 0, targets}));
    QCOMPARE(model.caseCount(), 2);
    const Result<void> refused = model.importCases(table, {ImportPlacement::Append, 0, {u"__threshold"_s}});
    QVERIFY(!refused);
    QCOMPARE(refused.error().line, 1);
    QCOMPARE(model.caseCount(), 2);
    while (f.document.canUndo())
        f.document.undo();
    QCOMPARE(f.document.experiment(), sample());
}

void TestItemModels::importsArePreviewed()
{
    ImportColumnsModel columns;
    QAbstractItemModelTester tester(&columns, strict);
    ImportPreviewModel preview(columns);
    QAbstractItemModelTester previewTester(&preview, strict);
    QCOMPARE(preview.rowCount(), 0);
    columns.setTable(tableFromRows({{u"tone"_s, u"word"_s}, {u""_s, u"hello"_s}, {u"kind"_s, u"\nmore\nlines"_s}}, true),
                     {u"tone"_s, u"word"_s});
    QCOMPARE(preview.columnCount(), 2);
    QCOMPARE(preview.rowCount(), 2);
    QCOMPARE(text(columns, 0, ImportColumnsModel::ExampleColumn), u"kind"_s);
    QVERIFY(!columns.setData(columns.index(0, ImportColumnsModel::NameColumn), u"x"_s));
    QVERIFY(columns.setData(columns.index(0, ImportColumnsModel::TargetColumn), u"(expected)"_s));
    QCOMPARE(columns.targets(), (QStringList{u"__expected"_s, u"word"_s}));
    QCOMPARE(text(preview, 1, 0), u"kind"_s);
    QCOMPARE(text(preview, 1, 1), u"more…"_s);
    QVERIFY(columns.setData(columns.index(0, ImportColumnsModel::TargetColumn), importTargetTitle({})));
    QCOMPARE(preview.columnCount(), 1);
    QCOMPARE(preview.headerData(0, Qt::Horizontal, Qt::DisplayRole).toString(), u"word"_s);
    QVERIFY(columns.setData(columns.index(0, ImportColumnsModel::TargetColumn), u" new name "_s));
    QCOMPARE(columns.targets().at(0), u"new name"_s);
}

void TestItemModels::defaultsShowThrough()
{
    Fixture f;
    Experiment next = sample();
    Edits::setVariable(next.defaultCase, u"tone"_s, u"plain"_s);
    f.document.edit(next, u"x"_s);
    VariablesTableModel model(f.document);
    QAbstractItemModelTester tester(&model, strict);
    QCOMPARE(text(model, 0, 2), u"plain"_s);
    QVERIFY(model.index(0, 2).data(VariablesTableModel::IsDefaultRole).toBool());
    QVERIFY(!model.index(0, 1).data(VariablesTableModel::IsDefaultRole).toBool());
    QVERIFY(model.setData(model.index(0, 2), u"loud"_s));
    QVERIFY(!model.index(0, 2).data(VariablesTableModel::IsDefaultRole).toBool());
    QCOMPARE(Edits::variable(f.document.experiment().defaultCase, u"tone"_s).toString(), u"plain"_s);
}

void TestItemModels::checksAreEdited()
{
    Fixture f;
    ChecksModel model(f.document);
    QAbstractItemModelTester tester(&model, strict);
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(text(model, 0, ChecksModel::SentenceColumn), u"The answer contains “yes”"_s);
    CheckSpec check = model.check(0);
    check.type = u"contains-any"_s;
    check.value = QJsonArray{u"a"_s, 1};
    check.weight = 2.5;
    QCOMPARE(model.saveCheck(0, check, false), 0);
    QCOMPARE(f.document.experiment().cases.at(0).checks, QList<CheckSpec>{check});
    CheckSpec json;
    json.type = u"is-json"_s;
    QCOMPARE(model.saveCheck(-1, json, true), 0);
    QCOMPARE(model.rowCount(), 2);
    QVERIFY(model.isForAll(0));
    QCOMPARE(model.saveCheck(1, check, true), 1);
    QCOMPARE(f.document.experiment().defaultCase.checks, (QList<CheckSpec>{json, check}));
    QVERIFY(f.document.experiment().cases.at(0).checks.isEmpty());
    QCOMPARE(model.saveCheck(0, json, false), 1);
    QCOMPARE(f.document.experiment().cases.at(0).checks, QList<CheckSpec>{json});
    model.removeChecks({0, 1, 7, -1});
    QCOMPARE(model.rowCount(), 0);
    model.setCaseIndex(5);
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.saveCheck(-1, json, false), -1);
    QCOMPARE(model.saveCheck(-1, json, true), 0);
    while (f.document.canUndo())
        f.document.undo();
    QCOMPARE(f.document.experiment(), sample());
}

void TestItemModels::unknownChecksAreKept()
{
    Fixture f;
    Experiment next = sample();
    next.defaultCase.checks = next.cases.at(0).checks;
    next.cases[0].checks[0].type = u"python"_s;
    f.document.edit(next, u"x"_s);
    ChecksModel model(f.document);
    QAbstractItemModelTester tester(&model, strict);
    QCOMPARE(model.rowCount(), 2);
    QVERIFY(model.index(0, 0).data(ChecksModel::IsForAllRole).toBool());
    QVERIFY(model.index(0, 0).data(ChecksModel::IsKnownRole).toBool());
    QVERIFY(!model.index(1, 0).data(ChecksModel::IsKnownRole).toBool());
    QVERIFY(text(model, 1, 0).contains(u"python"_s));
}

void TestItemModels::checksAreTried()
{
    Fixture f;
    FakeClock clock;
    MemoryRunStore store(clock);
    FakeEngine engine;
    const Catalog catalog = Catalog::builtIn();
    Session session({&engine, &store, &clock, &catalog, [](const QString &model) -> Result<QString> { return model; }});
    CheckTrialModel model(f.document, session);
    QAbstractItemModelTester tester(&model, strict);
    const CheckSpec check = f.document.experiment().cases.at(0).checks.at(0);
    model.setCheck(check, 0);
    QTRY_VERIFY(!model.isTrying());
    QCOMPARE(model.rowCount(), 0);
    session.follow(f.document.experiment());
    RunOptions options;
    QVERIFY(session.run(f.document.experiment(), options));
    QTRY_COMPARE(engine.count(), 1);
    engine.answer(0, u"oh yes"_s, Usage());
    QTRY_COMPARE(model.rowCount(), 1);
    QCOMPARE(model.index(0, 0).data(VerdictText::OutcomeRole).toInt(), static_cast<int>(Outcome::Pass));
    CheckSpec other = check;
    other.value = u"{{ word }}!"_s; // variables are put in
    model.setCheck(other, -1);
    QTRY_COMPARE(model.index(0, 0).data(VerdictText::OutcomeRole).toInt(), static_cast<int>(Outcome::Fail));
    QVERIFY(text(model, 0, CheckTrialModel::ReasonColumn).contains(u"yes!"_s));
    model.setCheck({}, -1);
    QTRY_COMPARE(model.rowCount(), 0);
}

void TestItemModels::variantsAreRenamed()
{
    Fixture f;
    VariantsModel model(f.document);
    QAbstractItemModelTester tester(&model, strict);
    QCOMPARE(text(model, 0, VariantsModel::TitleColumn), u"one"_s);
    QVERIFY(model.setData(model.index(0, 0), u"two"_s));
    QCOMPARE(f.document.experiment().variants.at(0).label, u"two"_s);
    QVERIFY(model.setData(model.index(0, 0), u"local:mini"_s));
    QCOMPARE(f.document.experiment().variants.at(0).label, QString());
    f.document.edit(Edits::duplicateVariant(f.document.experiment(), 0), u"x"_s);
    QCOMPARE(model.rowCount(), 2);
    f.document.edit(Edits::removeVariant(f.document.experiment(), 0), u"x"_s);
    QCOMPARE(text(model, 0, VariantsModel::TitleColumn), u"local:mini 2"_s);
}

void TestItemModels::titlesFollow()
{
    Fixture f;
    TitlesModel cases(f.document);
    QAbstractItemModelTester tester(&cases, strict);
    QCOMPARE(text(cases, 0, 0), u"yes"_s);
    Experiment next = sample();
    next.cases += Case{};
    f.document.edit(next, u"x"_s);
    QCOMPARE(cases.rowCount(), 2);
    f.document.undo();
    QCOMPARE(cases.rowCount(), 1);
}

void TestItemModels::verdictsShow()
{
    VerdictsModel model;
    QAbstractItemModelTester tester(&model, strict);
    Verdict verdict;
    verdict.type = u"contains"_s;
    verdict.outcome = Outcome::Fail;
    verdict.reason = u"The text has no \x1b[1m“Paris”.\nReally."_s;
    model.setVerdicts({verdict});
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(text(model, 0, VerdictsModel::OutcomeColumn), u"✗ failed"_s);
    QVERIFY(!text(model, 0, VerdictsModel::ReasonColumn).contains(u'\x1b'));
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    model.setVerdicts({verdict});
    QCOMPARE(resets.count(), 0);
    verdict.parts = {{true, 0.5, u"half"_s}};
    verdict.asked = JudgeUse{"q", u"gpt-%1"_s, {}, Money::fromNano(2'000'000), true, true, 1};
    verdict.asked->usage.inputTokens = 20;
    model.setVerdicts({verdict});
    const QString tip = model.index(0, 0).data(Qt::ToolTipRole).toString();
    for (const QString &part : {u"Really."_s, u"0.5 half"_s, u"gpt-%1"_s, u"20 tokens"_s, u"unknown written"_s, u"$0.0020"_s})
        QVERIFY2(tip.contains(part), qPrintable(tip));
    QVERIFY(!tip.contains(u'\x1b'));
    verdict.outcome = Outcome::NotEvaluated;
    model.setVerdicts({verdict});
    QCOMPARE(text(model, 0, VerdictsModel::ScoreColumn), QString());
}

void TestItemModels::runsComeFromTheLedger()
{
    FakeClock clock;
    MemoryRunStore store(clock);
    RunsModel model(&store);
    QAbstractItemModelTester tester(&model, strict);
    QSignalSpy loaded(&model, &RunsModel::loaded);
    model.reload();
    QTRY_COMPARE(loaded.count(), 1);
    QCOMPARE(model.rowCount(), 0);
    RunRecord run;
    run.id = QUuid::createUuid();
    run.title = u"Capitals"_s;
    run.started = clock.now();
    run.plannedCells = 2;
    store.beginRun(run);
    Cell cell;
    cell.state = CellState::Done;
    store.saveCell(run.id, cell);
    model.reload();
    QTRY_COMPARE(loaded.count(), 2);
    QCOMPARE(model.rowCount(), 1);
    const QString started = QLocale().toString(clock.now().toLocalTime(), QLocale::ShortFormat);
    QCOMPARE(text(model, 0, 0), u"%1  Capitals"_s.arg(started));
    const QString summary = model.index(0).data(RunsModel::SummaryRole).toString();
    QCOMPARE(summary, u"1/2 · ✓ 0  ✗ 0 · %1"_s.arg(moneyText(std::nullopt)));
    QVERIFY(model.index(0).data(Qt::AccessibleTextRole).toString().contains(summary));
    QVERIFY(!model.index(0).data(RunsModel::FailedRole).toBool());
    QCOMPARE(model.index(0, 0).data(RunsModel::IdRole).toUuid(), run.id);
}

void TestItemModels::undoBringsItAllBack()
{
    Fixture f;
    VariablesTableModel model(f.document);
    QAbstractItemModelTester tester(&model, strict);
    QVERIFY(model.setData(model.index(0, 1), u"other"_s));
    QVERIFY(model.addVariable(u"b"_s));
    QVERIFY(model.setData(model.index(1, 2), u"v"_s));
    model.removeCases({0, 1});
    while (f.document.canUndo())
        f.document.undo();
    QCOMPARE(f.document.experiment(), sample());
    QCOMPARE(model.caseCount(), 1);
    QCOMPARE(text(model, 0, 1), u"yes"_s);
}

QTEST_GUILESS_MAIN(TestItemModels)
#include "tst_itemmodels.moc"
