// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/report/report.h"
#include "models/report/writers.h"
#include "tests/support/samplereport.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

class ReportTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void outcomeOfACell();
    void columnsAreVariantsOutsidePromptsInside();
    void repeatsAreRows();
    void holesAreNull();
    void totalsKeepUnknownApart();
    void mediansOfWhatIsKnown();
    void titles();
    void noCells();
};

static Cell cellAt(int caseIndex, int prompt, int variant, int repeat = 0)
{
    Cell cell;
    cell.request.key = {caseIndex, prompt, variant, repeat};
    return cell;
}

void ReportTest::outcomeOfACell()
{
    Cell cell;
    QCOMPARE(cellOutcome(cell), CellOutcome::Cancelled); // never begun
    cell.state = CellState::NotNeeded;
    QCOMPARE(cellOutcome(cell), CellOutcome::NotNeeded);
    QCOMPARE(cellOutcomeName(CellOutcome::NotNeeded), u"not-needed"_s);
    cell.state = CellState::Failed;
    QCOMPARE(cellOutcome(cell), CellOutcome::Error);
    cell.state = CellState::Done;
    QCOMPARE(cellOutcome(cell), CellOutcome::NotEvaluated); // without a grade it did not pass
    cell.grade = Grade{};
    QCOMPARE(cellOutcome(cell), CellOutcome::Passed);
    cell.grade->outcome = Outcome::NotEvaluated;
    QCOMPARE(cellOutcome(cell), CellOutcome::NotEvaluated);
    cell.grade->outcome = Outcome::Error;
    QCOMPARE(cellOutcome(cell), CellOutcome::ChecksFailed);
    cell.grade->outcome = Outcome::Fail;
    QCOMPARE(cellOutcome(cell), CellOutcome::ChecksFailed);
}

void ReportTest::columnsAreVariantsOutsidePromptsInside()
{
    WholeReport whole;
    whole.experiment.prompts = {{u"a"_s, {}, {}}, {u"b"_s, {}, {}}};
    Variant one;
    one.label = u"one"_s;
    Variant two;
    two.endpoint.id = u"echo"_s;
    two.sampling.topK = 3;
    whole.experiment.variants = {one, two};
    whole.cells = {cellAt(0, 1, 1), cellAt(0, 0, 1), cellAt(0, 1, 0), cellAt(0, 0, 0)};
    const RunReport report = whole.report();
    const ReportGrid grid(report);
    QCOMPARE(grid.columns().size(), 4u);
    QCOMPARE(grid.columns()[0].head(), u"one · a"_s);
    QCOMPARE(grid.columns()[1].head(), u"one · b"_s);
    QCOMPARE(grid.columns()[2].head(), u"echo · k 3 · a"_s);
    QCOMPARE(grid.columns()[3].head(), u"echo · k 3 · b"_s);
    QCOMPARE(grid.index(0, 1), 2);
}

void ReportTest::repeatsAreRows()
{
    WholeReport whole;
    whole.experiment.cases = {Case{}, Case{}};
    whole.cells = {cellAt(1, 0, 0, 0), cellAt(0, 0, 0, 1), cellAt(0, 0, 0, 0), cellAt(1, 0, 0, 1)};
    const RunReport report = whole.report();
    const ReportGrid grid(report);
    QCOMPARE(grid.rowCount(), std::size_t(4));
    QCOMPARE(grid.row(1).title, u"#1 (2/2)"_s);
    QCOMPARE(grid.index(1, 0), 1);
    QCOMPARE(grid.index(2, 0), 0);
}

void ReportTest::holesAreNull()
{
    WholeReport whole;
    whole.cells = {cellAt(0, 0, 0), cellAt(1, 0, 1)};
    const RunReport report = whole.report();
    const ReportGrid grid(report);
    QVERIFY(grid.cell(0, 0));
    QVERIFY(!grid.cell(0, 1));
    QCOMPARE(grid.columnTotals(0).cells, 1);
    QCOMPARE(grid.totals().cells, 2);
}

void ReportTest::totalsKeepUnknownApart()
{
    const WholeReport whole = sampleReport();
    const RunReport report = whole.report();
    const ReportGrid grid(report);
    const ReportTotals local = grid.columnTotals(0);
    QCOMPARE(local.passed, 1);
    QCOMPARE(local.errors, 1);
    QCOMPARE(costText(local), u"$0.00"_s); // known and free; the refused request used nothing
    QCOMPARE(tokensText(local), u"1,200 → 2"_s);
    const ReportTotals hosted = grid.columnTotals(1);
    QCOMPARE(hosted.checksFailed, 1);
    QCOMPARE(hosted.notEvaluated, 1);
    QCOMPARE(hosted.unknownCosts, 1);
    QCOMPARE(costText(hosted), u"$0.0021 + unknown"_s);
    QCOMPARE(tokensText(hosted), u"40 → 30 + unknown"_s);
    const ReportTotals unknown = totalsOf(whole.cells[3]);
    QCOMPARE(costText(unknown), u"unknown"_s);
    QCOMPARE(tokensText(unknown), u"unknown"_s);
    QVERIFY(!unknown.knownCost());
}

void ReportTest::mediansOfWhatIsKnown()
{
    std::vector<CellSummary> cells(4);
    cells[0].firstTokenTime = std::optional<std::int64_t>(10'000);
    cells[1].firstTokenTime = std::optional<std::int64_t>(1'000'000);
    cells[2].firstTokenTime = std::optional<std::int64_t>(20'000);
    QCOMPARE(totalsOf({cells[0], cells[1], cells[2], cells[3]}).firstTokenMs, 20.0);
    QCOMPARE(totalsOf({cells[0], cells[2]}).firstTokenMs, 15.0);
    QVERIFY(!totalsOf(CellTable{cells[3]}).firstTokenMs);
    QVERIFY(!totalsOf(CellTable()).tokensPerSecond);
}

void ReportTest::titles()
{
    const Experiment experiment = sampleReport().experiment;
    QCOMPARE(caseName(experiment, 0), u"=2+3 lamps, \"nice\""_s);
    QVERIFY(caseName(experiment, 1).startsWith(u"好灯"_s));
    QVERIFY(caseName(experiment, 1).size() <= 60);
    QCOMPARE(caseName(experiment, 7), u"#8"_s);
    QCOMPARE(promptName(experiment, 0), u"short"_s);
    QCOMPARE(promptName(experiment, 9), u"#10"_s);
    QCOMPARE(messagesText({{Role::User, u"hi"_s}}), u"hi"_s);
    QCOMPARE(messagesText({{Role::System, u"s"_s}}), u"[{\"content\":\"s\",\"role\":\"system\"}]"_s);
}

void ReportTest::noCells()
{
    const RunReport report;
    const ReportGrid grid(report);
    QVERIFY(grid.columns().empty());
    QVERIFY(grid.rowCount() == 0);
    QCOMPARE(grid.totals().cells, 0);
}

QTEST_GUILESS_MAIN(ReportTest)
#include "tst_report.moc"
