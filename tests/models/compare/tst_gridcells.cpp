// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/compare/gridcells.h"
#include "models/compare/gridfigures.h"

#include <QTest>

using namespace Tempera;
using namespace std::chrono_literals;

namespace {

CellSummary finishedCell(Outcome outcome, double score, std::int64_t time)
{
    CellSummary cell;
    cell.state = CellState::Done;
    cell.hasText = true;
    cell.outcome = outcome;
    cell.verdicts = 1;
    cell.passedVerdicts = outcome == Outcome::Pass ? 1 : 0;
    cell.score = score;
    cell.totalTime = std::optional(time);
    cell.costNano = std::optional<std::int64_t>(5);
    return cell;
}

} // namespace

class TestGridCells : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsAnEmptyGrid()
    {
        const GridCells grid({}, 0);
        QCOMPARE(grid.rows(), 0);
        QCOMPARE(grid.columns(), 0);
        QCOMPARE(grid.rowOf(0), -1);
    }

    void casesAreRowsAndRepeatsAreFolded()
    {
        // Cases 2 and 7 ran; the second repeat of one of them came from an earlier run, at the end.
        const CellKeys cells{{7, 0, 0, 0}, {7, 0, 1, 0}, {2, 0, 0, 0}, {2, 0, 1, 0}, {7, 0, 1, 1}};
        const GridCells grid(cells, 0);
        QCOMPARE(grid.rows(), 2);
        QCOMPARE(grid.columns(), 2);
        QCOMPARE(grid.caseAt(0), 2);
        QCOMPARE(grid.caseAt(1), 7);
        QCOMPARE(grid.rowOf(7), 1);
        QCOMPARE(grid.rowOf(3), -1);
        QCOMPARE(grid.rowOf(100), -1);
        QCOMPARE(grid.first(0, 0), 2);
        QCOMPARE(grid.first(1, 1), 1);
        QCOMPARE(grid.next(1), 4);
        QCOMPARE(grid.next(4), -1);
    }

    void theBaselineIsLeftmost()
    {
        const CellKeys cells{{0, 0, 0, 0}, {0, 0, 1, 0}, {0, 1, 0, 0}, {0, 1, 1, 0}, {0, 1, 0, 1}};
        const GridCells grid(cells, 1);
        QCOMPARE(grid.columns(), 4);
        QVERIFY(grid.column(0) == (GridColumn{0, 1}));
        QVERIFY(grid.column(1) == (GridColumn{1, 1}));
        QVERIFY(grid.column(2) == (GridColumn{0, 0}));
        QCOMPARE(grid.columnOf({1, 0}), 3);
        QCOMPARE(grid.baselineOf(cells, 0), 1);
        QCOMPARE(grid.baselineOf(cells, 1), -1);
        QCOMPARE(grid.baselineOf(cells, 2), 3);
        QCOMPARE(grid.baselineOf(cells, 4), 3); // there is no second repeat of it
    }

    /// A page of a run that is read comes below; a resumed run has repeats of what is there.
    void cellsAreAdded()
    {
        CellKeys cells{{0, 0, 0, 0}, {0, 0, 1, 0}};
        GridCells grid(cells, 1);
        cells.push_back({3, 0, 0, 0});
        cells.push_back({0, 0, 1, 1});
        cells.push_back({0, 0, 1, 2});
        QVERIFY(grid.add(cells));
        const GridCells whole(cells, 1);
        QCOMPARE(grid.rows(), 2);
        for (const GridCells &each : {grid, whole}) {
            QCOMPARE(each.rowOf(3), 1);
            QCOMPARE(each.first(0, 0), 1);
            QCOMPARE(each.next(1), 3);
            QCOMPARE(each.next(3), 4);
            QCOMPARE(each.next(4), -1);
            QCOMPARE(each.first(1, 0), -1);
            QCOMPARE(each.first(1, 1), 2);
            QCOMPARE(each.next(2), -1);
        }
        // What would stand between or beside the others changes nothing.
        CellKeys others = cells;
        others.push_back({4, 0, 0, 0});
        others.push_back({2, 0, 0, 0});
        QVERIFY(!grid.add(others));
        CellKeys besides = cells;
        besides.push_back({4, 0, 0, 0});
        besides.push_back({5, 1, 0, 0});
        QVERIFY(!grid.add(besides));
        QVERIFY(!grid.add({}));
        QCOMPARE(grid.rows(), 2);
        QCOMPARE(grid.rowOf(4), -1);
    }

    void figuresCountWhatIsKnown()
    {
        GridFigures figures;
        const CellSummary baseline = finishedCell(Outcome::Pass, 1, 100);
        figures.add(finishedCell(Outcome::Fail, 0.5, 300), &baseline);
        figures.add(finishedCell(Outcome::Pass, 1, 100), &baseline);
        figures.add(finishedCell(Outcome::Pass, 1, 200), nullptr);
        CellSummary unknown = finishedCell(Outcome::NotEvaluated, 0, 500);
        unknown.costNano = {};
        figures.add(unknown, &baseline);
        CellSummary broken;
        broken.state = CellState::Failed;
        figures.add(broken, &baseline);
        figures.add(CellSummary(), &baseline); // not begun
        QCOMPARE(figures.cells, 6);
        QCOMPARE(figures.finished, 5);
        figures.endCase(); // four repeats of one case: hardly anything is known
        QCOMPARE(figures.passInterval()->value, 0.5);
        QCOMPARE(figures.passInterval()->interval, wilsonInterval(0.5, 1));
        QVERIFY(!GridFigures().passInterval());
        QVERIFY(passRate(figures) == (PassCount{2, 4})); // an error counts against it, what nobody checked does not
        QCOMPARE(figures.worse, 1);
        QCOMPARE(figures.better, 0);
        QCOMPARE(figures.cost, Money::fromNano(15));
        QCOMPARE(figures.unknownCosts, 1);
        QVERIFY(figures.medianTime() == 250us);
        figures.settle();
        QVERIFY(figures.medianTime() == 250us && figures.times.empty());
        QVERIFY(!GridFigures().medianTime());
    }
};

QTEST_GUILESS_MAIN(TestGridCells)
#include "tst_gridcells.moc"
