// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/charts/distributionchart.h"
#include "models/charts/groupcharts.h"
#include "models/charts/runschart.h"
#include "models/charts/transformchart.h"
#include "models/charts/variantcharts.h"
#include "models/compare/filtermatching.h"
#include "models/experiment/caseinput.h"
#include "models/experiment/labelset.h"

#include <QLocale>
#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

Variant variantNamed(const QString &label)
{
    Variant variant;
    variant.label = label;
    return variant;
}

/// Eight cases with a town each, three variants, two of which have one name.
Experiment experimentOfTowns()
{
    Experiment experiment;
    experiment.prompts.resize(1);
    experiment.variants = {variantNamed(u"cold"_s), variantNamed(u"warm \"x\""_s), variantNamed(u"COLD"_s)};
    const QStringList towns{u"Paris"_s, u"paris"_s, u"Rome"_s, u"Rome"_s, u"Rome"_s, u"a/b"_s, QString(), u"Oslo"_s};
    for (const QString &town : towns) {
        Case aCase;
        aCase.variables += Variable{u"town"_s, town};
        experiment.cases += aCase;
    }
    return experiment;
}

CellSummary finishedCell(int caseIndex, int variant, bool passed, double score, double seconds, std::int64_t nano)
{
    CellSummary cell;
    cell.key = {caseIndex, 0, variant, 0};
    cell.state = CellState::Done;
    cell.hasText = true;
    cell.outcome = passed ? Outcome::Pass : Outcome::Fail;
    cell.verdicts = 1;
    cell.passedVerdicts = passed ? 1 : 0;
    cell.score = score;
    cell.totalTime = std::optional<std::int64_t>(qRound64(seconds * 1e6));
    cell.firstTokenTime = std::optional<std::int64_t>(qRound64(seconds * 1e5));
    cell.costNano = std::optional(nano);
    return cell;
}

/// Variant 0 passes 3 of 4 (the first cases), 1 passes all of 8, 2 failed with an error once.
std::vector<CellSummary> cellsOfTowns()
{
    std::vector<CellSummary> cells;
    for (int i = 0; i < 4; ++i)
        cells.push_back(finishedCell(i, 0, i < 3, i < 3 ? 1 : 0.25, 0.1 * (i + 1), 1'000'000));
    for (int i = 0; i < 8; ++i)
        cells.push_back(finishedCell(i, 1, true, 1, 0.5 + 0.25 * i, 3'000'000));
    CellSummary broken;
    broken.key = {0, 0, 2, 0};
    broken.state = CellState::Failed;
    cells.push_back(broken);
    return cells;
}

ChartCells chartCellsOf(const Experiment &experiment, const std::vector<CellSummary> &cells)
{
    ChartCells made;
    std::vector<GridColumn> columns;
    for (int i = 0; i < experiment.variants.size(); ++i)
        columns.push_back({0, i});
    made.columns = chartColumns(experiment, columns);
    for (const CellSummary &cell : cells)
        made.cells.push_back(chartCell(cell, cell.key.variantIndex));
    return made;
}

class TownSubject final : public FilterSubject
{
public:
    TownSubject(const Experiment &experiment, const CellSummary &cell) : m_experiment(experiment), m_cell(cell) { }
    const CellSummary &summary() const override { return m_cell; }
    const CellSummary *baseline() const override { return nullptr; }
    QString name(FilterField) const override { return m_experiment.variants.at(m_cell.key.variantIndex).title(); }
    bool disagrees() const override { return false; }
    bool isOutdated() const override { return false; }
    const Cell *body() const override { return nullptr; }
    const Cell *baselineBody() const override { return nullptr; }
    std::optional<QString> variable(const QString &name) const override
    {
        return variableText(m_experiment, m_experiment.cases.value(m_cell.key.caseIndex), name);
    }
    std::optional<QString> metadata(const QString &key) const override
    {
        return metadataText(m_experiment, m_experiment.cases.value(m_cell.key.caseIndex), key);
    }

private:
    const Experiment &m_experiment;
    const CellSummary &m_cell;
};

/// How many cells a filter leaves; −1: it cannot be read.
int leftBy(const QString &filter, const Experiment &experiment, const std::vector<CellSummary> &cells)
{
    const auto read = parseFilter(filter);
    if (!read || !read->root)
        return -1;
    FilterTrouble trouble;
    int left = 0;
    for (const CellSummary &cell : cells)
        left += filterMatch(*read->root, TownSubject(experiment, cell), trouble) == FilterMatch::Yes ? 1 : 0;
    return left;
}

bool isNear(double a, double b)
{
    return std::abs(a - b) < 5e-4;
}

} // namespace

class TestCharts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale::c()); }

    void passRatesHaveWilsonsIntervals()
    {
        const Experiment experiment = experimentOfTowns();
        const ChartData chart = passRateChart(chartCellsOf(experiment, cellsOfTowns()));
        QCOMPARE(chart.empty, QString());
        QCOMPARE(chart.series.size(), 3);
        const ChartMark &cold = chart.series.at(0).marks.front();
        QCOMPARE(cold.x, 0.75);
        QVERIFY(isNear(cold.across->low, 0.3006) && isNear(cold.across->high, 0.9544)); // Wilson, 3 of 4
        QCOMPARE(cold.fields, (QStringList{u"A · cold"_s, u"75 %"_s, u"30.1 % – 95.4 %"_s, u"3"_s, u"4"_s}));
        QCOMPARE(chart.series.at(1).sign, variantMark(1));
        QCOMPARE(chart.series.at(2).marks.front().x, 0.0); // an error counts against it
        QVERIFY(chart.series.at(0).marks.front().y > chart.series.at(1).marks.front().y);
    }

    void variantsOfOneNameAreToldApart()
    {
        const Experiment experiment = experimentOfTowns();
        const std::vector<CellSummary> cells = cellsOfTowns();
        const ChartData chart = passRateChart(chartCellsOf(experiment, cells));
        QCOMPARE(chart.series.at(0).marks.front().filter, u"variant-number = 1"_s);
        QCOMPARE(leftBy(chart.series.at(0).marks.front().filter, experiment, cells), 4);
        QCOMPARE(leftBy(chart.series.at(1).marks.front().filter, experiment, cells), 8);
        QCOMPARE(leftBy(chart.series.at(2).marks.front().filter, experiment, cells), 1);
    }

    void theFrontIsWhatNothingBeats()
    {
        QCOMPARE(paretoFront({{3, 9}, {1, 5}, {2, 4}, {2, 7}, {1, 5}, {4, 9}}), (QList<QPointF>{{1, 5}, {2, 7}, {3, 9}}));
        QVERIFY(paretoFront({}).isEmpty());
        const ChartData chart = costQualityChart(chartCellsOf(experimentOfTowns(), cellsOfTowns()));
        QCOMPARE(chart.series.size(), 2);
        QCOMPARE(chart.series.at(0).marks.front().x, 0.001);
        QCOMPARE(chart.series.at(0).marks.front().y, 0.8125); // (3 + 0.25) / 4
        QCOMPARE(chart.lines.front().points, (QList<QPointF>{{0.001, 0.8125}, {0.003, 1}}));
        QVERIFY2(chart.note.contains(u"COLD"_s), qPrintable(chart.note)); // neither a cost nor a score
        QCOMPARE(chart.series.at(1).marks.front().fields.last(), u"yes"_s);
    }

    void distributionsCountEveryCellOnce_data()
    {
        QTest::addColumn<ChartMeasure>("measure");
        QTest::newRow("time") << ChartMeasure::Seconds;
        QTest::newRow("first token") << ChartMeasure::FirstToken;
        QTest::newRow("score") << ChartMeasure::Score;
        QTest::newRow("cost") << ChartMeasure::Dollars;
    }

    void distributionsCountEveryCellOnce()
    {
        QFETCH(const ChartMeasure, measure);
        const Experiment experiment = experimentOfTowns();
        const std::vector<CellSummary> cells = cellsOfTowns();
        const ChartData chart = distributionChart(chartCellsOf(experiment, cells), measure);
        QCOMPARE(chart.series.size(), 2);
        double all = 0;
        for (const ChartSeries &series : chart.series) {
            for (const ChartMark &mark : series.marks) {
                all += mark.y;
                QVERIFY(mark.across->low < mark.across->high);
                QCOMPARE(leftBy(mark.filter, experiment, cells), static_cast<int>(mark.y)); // its cells, and no others
            }
        }
        QCOMPARE(all, 12.0);
    }

    void rangesAreRoundAndTakeTheirLowerEnd()
    {
        const ChartBins bins = chartBins({0.1, 0.2, 0.3, 0.4, 1.2});
        QCOMPARE(bins.edges.first(), 0.1);
        QCOMPARE(bins.binOf(0.3), bins.binOf(0.1 + 0.2)); // an edge that binary fractions miss
        QVERIFY(bins.binOf(0.3) > bins.binOf(0.29));
        QCOMPARE(bins.binOf(bins.edges.last()), bins.size() - 1);
        QVERIFY(!bins.isOpenAbove);
        std::vector<double> slow(200, 1.0);
        slow.push_back(500); // one that hung
        slow.push_back(0.2);
        const ChartBins open = chartBins(slow);
        QVERIFY(open.isOpenAbove);
        QVERIFY(open.edges.last() <= 2);
        QCOMPARE(open.binOf(500), open.size() - 1);
    }

    void nothingSaysWhy()
    {
        const ChartCells none = chartCellsOf(experimentOfTowns(), {});
        QVERIFY(!passRateChart(none).empty.isEmpty());
        QVERIFY(!costQualityChart(none).empty.isEmpty());
        QVERIFY(!distributionChart(none, ChartMeasure::Seconds).empty.isEmpty());
        QVERIFY(!checkChart(none.columns, {}).empty.isEmpty());
    }

    void casesAreGroupedByValue()
    {
        const Experiment experiment = experimentOfTowns();
        const std::vector<CellSummary> cells = cellsOfTowns();
        const ChartCells charted = chartCellsOf(experiment, cells);
        const ChartSlices slices = chartSlices(experiment, charted, {u"town"_s});
        QCOMPARE(slices.names, (QStringList{u"Rome"_s, u"Paris"_s, u"(empty)"_s, u"a/b"_s, u"Oslo"_s}));
        QCOMPARE(slices.ofCase, (std::vector<int>{1, 1, 0, 0, 0, 3, 2, 4}));
        const ChartData chart = sliceChart(charted, slices, u"town"_s);
        const ChartMark &rome = chart.series.at(0).marks.front();
        QCOMPARE(rome.fields.first(), u"Rome"_s);
        QCOMPARE(rome.x, 0.5); // cold: case 2 passed, case 3 did not
        for (const ChartSeries &series : chart.series) {
            for (const ChartMark &mark : series.marks)
                QCOMPARE(QString::number(leftBy(mark.filter, experiment, cells)), mark.fields.last());
        }
    }

    void rareValuesStandTogether()
    {
        Experiment experiment = experimentOfTowns();
        experiment.cases.clear();
        std::vector<CellSummary> cells;
        for (int i = 0; i < 30; ++i) {
            Case aCase;
            aCase.variables += Variable{u"town"_s, u"t%1"_s.arg(i % 20)};
            experiment.cases += aCase;
            cells.push_back(finishedCell(i, 0, true, 1, 1, 1));
        }
        const ChartCells charted = chartCellsOf(experiment, cells);
        const ChartSlices slices = chartSlices(experiment, charted, {u"town"_s});
        QCOMPARE(slices.names.size(), mostSlices);
        const ChartData chart = sliceChart(charted, slices, u"town"_s);
        const ChartMark &rest = chart.series.front().marks.last();
        QCOMPARE(rest.fields.last(), u"9"_s); // 30 − 10 frequent ones twice − one more
        QCOMPARE(leftBy(rest.filter, experiment, cells), 9);
    }

    void casesAreGroupedByMetadata()
    {
        Experiment experiment = experimentOfTowns();
        experiment.defaultCase.other.insert(u"metadata"_s, QJsonObject{{u"topic"_s, u"tax"_s}});
        for (int i = 0; i < 3; ++i)
            experiment.cases[i].other.insert(u"metadata"_s, QJsonObject{{u"topic"_s, u"law & order"_s}});
        const std::vector<CellSummary> cells = cellsOfTowns();
        const ChartCells charted = chartCellsOf(experiment, cells);
        const ChartSlices slices = chartSlices(experiment, charted, {.variable = u"topic"_s, .isMetadata = true});
        QCOMPARE(slices.names, (QStringList{u"tax"_s, u"law & order"_s}));
        QCOMPARE(slices.filters, (QStringList{u"meta:topic = tax"_s, u"meta:topic = \"law & order\""_s}));
        QCOMPARE(slices.ofCase, (std::vector<int>{1, 1, 1, 0, 0, 0, 0, 0}));
        const ChartData chart = sliceChart(charted, slices, u"topic"_s);
        QCOMPARE(chart.series.at(0).marks.at(0).x, 0.0); // cold: case 3 alone, which did not pass
        QCOMPARE(chart.series.at(0).marks.at(1).x, 1.0);
        for (const ChartSeries &series : chart.series) {
            for (const ChartMark &mark : series.marks)
                QCOMPARE(QString::number(leftBy(mark.filter, experiment, cells)), mark.fields.last());
        }
        const ChartSlices matched =
            chartSlices(experiment, charted, {.variable = u"topic"_s, .pattern = u"^l"_s, .isMetadata = true});
        QCOMPARE(matched.ofCase, (std::vector<int>{0, 0, 0, 1, 1, 1, 1, 1}));
        QCOMPARE(leftBy(matched.filters.at(0), experiment, cells), 7);
        // A variable of that name is another thing.
        QVERIFY(chartSlices(experiment, charted, {.variable = u"topic"_s}).names.isEmpty());
    }

    void casesAreGroupedByPattern()
    {
        const Experiment experiment = experimentOfTowns();
        const std::vector<CellSummary> cells = cellsOfTowns();
        const ChartCells charted = chartCellsOf(experiment, cells);
        const ChartSlices slices = chartSlices(experiment, charted, {u"town"_s, u"/|^O"_s});
        QCOMPARE(slices.ofCase, (std::vector<int>{1, 1, 1, 1, 1, 0, 1, 0}));
        QCOMPARE(leftBy(slices.filters.at(0), experiment, cells), 2);
        QCOMPARE(leftBy(slices.filters.at(1), experiment, cells), 11);
        const ChartSlices broken = chartSlices(experiment, charted, {u"town"_s, u"(("_s});
        QVERIFY(!broken.problem.isEmpty());
        QCOMPARE(sliceChart(charted, broken, u"town"_s).empty, broken.problem);
    }

    void keptSharesAreMeans()
    {
        const ChartCells charted = chartCellsOf(experimentOfTowns(), {});
        TransformTally tally{Experiment()};
        // cold: three cases, the first one twice; warm: one.
        tally.add(0, 0, {.kept = 0.5, .changed = 0.25, .removed = 0.25, .added = 0.5});
        tally.add(0, 0, {.kept = 0.7, .changed = 0.05, .removed = 0.25, .added = 0});
        tally.add(0, 1, {.kept = 0.8, .changed = 0.2, .removed = 0, .added = 0});
        tally.add(0, 2, {.kept = 1, .changed = 0, .removed = 0, .added = 0});
        tally.add(1, 2, {.kept = 0.25, .changed = 0.75, .removed = 0, .added = 0.1});
        const ChartData chart = tally.chart(charted.columns);
        QCOMPARE(chart.series.size(), 2);
        const ChartMark &cold = chart.series.at(0).marks.front();
        QVERIFY(isNear(cold.x, 0.75));
        // Mean 0.75; the cases are off by −0.3, 0.05 and 0.25: SE² = 0.155 · 3/2 / 16, times Student's 4.3027 of two degrees.
        QVERIFY(cold.across && isNear(cold.across->low, 0.75 - 4.30265 * std::sqrt(0.155 * 1.5 / 16)));
        QCOMPARE(cold.across->high, 1.0); // no share is more
        QCOMPARE(cold.fields,
                 (QStringList{u"A · cold"_s, u"75 %"_s, u"23.1 % – 100 %"_s, u"12.5 %"_s, u"12.5 %"_s, u"12.5 %"_s, u"4"_s}));
        QCOMPARE(cold.filter, charted.columns.front().filter + u" done"_s);
        const ChartMark &warm = chart.series.at(1).marks.front();
        QVERIFY(!warm.across); // of one case nothing is known
        QCOMPARE(warm.fields.at(2), u"–"_s);
        QVERIFY(!TransformTally(Experiment()).chart(charted.columns).empty.isEmpty());
    }

    void answersAreComparedWithTheirInputs()
    {
        Experiment experiment = experimentOfTowns();
        experiment.cases[0].variables = {{u"text"_s, u"one two three four"_s}};
        TransformTally tally(experiment);
        const Messages asked{{Role::User, u"Translate: one two three four"_s}};
        tally.look({{.key = {0, 0, 0, 0}, .column = 0, .text = u"one two three five"_s, .asked = asked},
                    {.key = {0, 0, 0, 1}, .column = 0, .text = u"one two"_s, .asked = asked},
                    {.key = {1, 0, 0, 0}, .column = 0, .text = u"what?"_s, .asked = {}}});
        const ChartData chart = tally.chart(chartColumns(experiment, {{0, 0}}));
        QVERIFY(isNear(chart.series.front().marks.front().x, (0.75 + 0.5) / 2));
        QVERIFY2(chart.note.endsWith(u"Left out: 1 answer to no words."_s), qPrintable(chart.note));
    }

    void checksAreCountedByType()
    {
        const ChartCells charted = chartCellsOf(experimentOfTowns(), cellsOfTowns());
        const auto verdict = [](const QString &type, Outcome outcome) {
            Verdict made;
            made.type = type;
            made.outcome = outcome;
            return made;
        };
        CheckTally tally;
        tally.add({Outcome::Fail, 0, {verdict(u"is-json"_s, Outcome::Pass), verdict(u"contains"_s, Outcome::Fail)}}, 0, 0);
        tally.add({Outcome::Pass, 1, {verdict(u"is-json"_s, Outcome::Pass), verdict(u"contains"_s, Outcome::Pass)}}, 1, 0);
        // Twice in a cell: both have to pass; what nobody could say does not count.
        tally.add({Outcome::Fail,
                   0,
                   {verdict(u"contains"_s, Outcome::Pass), verdict(u"contains"_s, Outcome::Error),
                    verdict(u"x"_s, Outcome::NotEvaluated)}},
                  2, 0);
        QCOMPARE(tally.types, (QStringList{u"is-json"_s, u"contains"_s}));
        const ChartData chart = checkChart(charted.columns, tally);
        QCOMPARE(chart.series.size(), 1);
        QCOMPARE(chart.series.front().marks.at(0).x, 1.0);
        QVERIFY(isNear(chart.series.front().marks.at(1).x, 1.0 / 3));
        QCOMPARE(chart.series.front().marks.at(1).fields.last(), u"3"_s);
        QVERIFY(parseFilter(chart.series.front().marks.at(1).filter));
    }

    void pastRunsAreInTheirOrder()
    {
        const auto run = [](const QString &path, int day, int passed, int failed, int errors) {
            RunSummary made;
            made.run.experimentPath = path;
            made.run.title = u"Towns"_s;
            made.run.started = QDateTime(QDate(2026, 1, day), QTime(12, 0), QTimeZone::UTC);
            made.passed = passed;
            made.failed = failed;
            made.errors = errors;
            return made;
        };
        RunRecord shown;
        shown.experimentPath = u"/a.yaml"_s;
        shown.title = u"Towns"_s;
        const QList<RunSummary> all{run(u"/a.yaml"_s, 9, 6, 1, 1), run(u"/b.yaml"_s, 8, 1, 1, 0), run(u"/a.yaml"_s, 7, 0, 0, 0),
                                    run(u"/a.yaml"_s, 3, 3, 1, 0)};
        const ChartData chart = runsChart(all, shown);
        QCOMPARE(chart.series.size(), 1);
        QCOMPARE(chart.series.front().marks.size(), 2); // of the same file, and checked
        QCOMPARE(chart.series.front().marks.at(0).x, 0.0);
        QCOMPARE(chart.series.front().marks.at(0).y, 0.75); // the older one comes first
        QVERIFY(isNear(chart.series.front().marks.at(0).up->low, 0.3006));
        QCOMPARE(chart.series.front().marks.at(1).y, 0.75); // an error counts against it
        QCOMPARE(chart.series.front().marks.at(1).fields.at(4), u"8"_s);
        QVERIFY(!runsChart({}, shown).empty.isEmpty());
        shown.experimentPath.clear(); // never saved: by its title
        QVERIFY(!runsChart(all, shown).empty.isEmpty());
    }

    void expectedAnswersOfVariables()
    {
        Experiment experiment;
        CheckSpec equals;
        equals.type = u"equals"_s;
        equals.value = u"{{ label }}"_s;
        CheckSpec any;
        any.type = u"icontains-any"_s;
        any.value = u"good, bad"_s;
        CheckSpec script;
        script.type = u"contains"_s;
        script.value = u"{% if x %}y{% endif %}"_s;
        experiment.defaultCase.checks = {equals, any};
        Case aCase;
        aCase.variables += Variable{u"label"_s, u"good"_s};
        QCOMPARE(knownAnswers(experiment, aCase), QStringList{u"good"_s});
        aCase.checks += script; // what needs a script is not known
        QCOMPARE(knownAnswers(experiment, aCase), QStringList{u"good"_s});
        aCase.variables.clear();
        QCOMPARE(knownAnswers(experiment, aCase), (QStringList{u"good"_s, u"bad"_s}));
    }
};

QTEST_GUILESS_MAIN(TestCharts)
#include "tst_charts.moc"
