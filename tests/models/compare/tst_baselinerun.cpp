// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/compare/baselinetable.h"
#include "models/items/baselinebodies.h"
#include "tests/support/testpaths.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

Case caseOf(const QString &word, const QString &expected)
{
    Case made;
    made.variables = {{u"word"_s, word}};
    CheckSpec check;
    check.type = u"contains"_s;
    check.value = expected;
    made.checks = {check};
    return made;
}

Experiment experimentOf(const QStringList &words)
{
    Experiment experiment;
    Prompt prompt;
    prompt.messages = {{Role::User, u"Say {{ word }}"_s}};
    experiment.prompts = {prompt};
    for (const QString &name : {u"cool"_s, u"warm"_s}) {
        Variant variant;
        variant.label = name;
        variant.endpoint = endpointFromId(u"local:mini"_s);
        variant.sampling.temperature = name == u"cool"_s ? 0 : 1;
        experiment.variants += variant;
    }
    for (const QString &word : words)
        experiment.cases += caseOf(word, word);
    return experiment;
}

CellSummary cellOf(int caseIndex, int variantIndex, bool passed)
{
    CellSummary cell;
    cell.key = {caseIndex, 0, variantIndex, 0};
    cell.state = CellState::Done;
    cell.verdicts = 1;
    cell.outcome = passed ? Outcome::Pass : Outcome::Fail;
    cell.score = passed ? 1 : 0;
    return cell;
}

ScoreSheet sheetOf(const Experiment &experiment, bool passed)
{
    ScoreSheetMaker maker;
    for (int i = 0; i < experiment.cases.size(); ++i) {
        for (int v = 0; v < experiment.variants.size(); ++v)
            maker.add(cellOf(i, v, passed));
    }
    return maker.take(experiment, 0);
}

} // namespace

class TestBaselineRun : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void casesBelongTogetherByTheirValues();
    void equalRunsAreExact();
    void otherChecksAreLeftOut();
    void anotherPromptIsComparedAndToldOf();
    void columnsWithoutACounterpartAreLeftOut();
    void aSingleColumnThereIsEverybodysBaseline();
    void nothingSharedIsSaid();
    void theBaselineStandsFirstAndKeepsItsMark();
    void aSheetKnowsItsReferences();
    void filesAreMatchedByWhatTheySay();
    void whatIsNotSaidOfAFileIsTold();
    void aTableStandsByTheCasesOfTheShownRun();
    void aTableOfNothingSharedHasNoColumn();
};

void TestBaselineRun::casesBelongTogetherByTheirValues()
{
    Experiment then = experimentOf({u"fox"_s, u"owl"_s, u"fox"_s, u"bee"_s});
    then.cases[0].description = u"another name"_s;
    const BaselineMatch match(experimentOf({u"owl"_s, u"fox"_s, u"cat"_s}), then);
    QCOMPARE(match.caseHere(0), 1);
    QCOMPARE(match.caseHere(1), 0);
    QCOMPARE(match.caseHere(2), -1); // there is one fox only
    QCOMPARE(match.caseHere(3), -1);
    QCOMPARE(match.caseHere(99), -1);
    QCOMPARE(match.comparability().shared, 2);
    QCOMPARE(match.comparability().onlyHere, 1);
    QCOMPARE(match.comparability().onlyThere, 2);
}

void TestBaselineRun::equalRunsAreExact()
{
    const Experiment experiment = experimentOf({u"a"_s, u"b"_s});
    BaselineRun baseline{.name = u"run of 04:05"_s, .experiment = experiment, .cells = {}};
    for (int i = 0; i < 2; ++i)
        baseline.cells.push_back(cellOf(i, 0, false));
    for (int i = 0; i < 2; ++i)
        baseline.cells.push_back(cellOf(i, 1, false));
    ScoreSheet sheet = sheetOf(experiment, true);
    const Comparability facts = putBaselineFirst(sheet, baseline, BaselineMatch(experiment, experiment)).comparability;
    QVERIFY(facts.isExact() && facts.isComparable());
    QCOMPARE(comparabilityText(baseline.name, facts), u"Compared with run of 04:05: 2 cases the same."_s);
}

void TestBaselineRun::otherChecksAreLeftOut()
{
    const Experiment now = experimentOf({u"a"_s, u"b"_s, u"c"_s});
    Experiment then = now;
    then.cases[1].checks[0].value = u"B"_s;
    const BaselineMatch match(now, then);
    QCOMPARE(match.caseHere(1), -1);
    QCOMPARE(match.comparability().otherChecks, 1);
    QCOMPARE(match.comparability().shared, 2);
    const QString text = comparabilityText(u"then"_s, match.comparability());
    QVERIFY2(text.contains(u"Left out: 1 case with other checks."_s), qPrintable(text));
    then.defaultCase.checks = then.cases[0].checks; // all have one more
    QCOMPARE(BaselineMatch(now, then).comparability().otherChecks, 3);
    Experiment marked = now;
    marked.cases[0].threshold = 0.5;
    QCOMPARE(BaselineMatch(now, marked).comparability().otherChecks, 1);
}

void TestBaselineRun::anotherPromptIsComparedAndToldOf()
{
    const Experiment now = experimentOf({u"a"_s});
    Experiment then = now;
    then.prompts[0].messages[0].text = u"Please say {{ word }}"_s;
    then.variants[1].sampling.temperature = 0.7;
    const BaselineRun baseline{.name = u"then"_s, .experiment = then, .cells = {cellOf(0, 0, true), cellOf(0, 1, false)}};
    ScoreSheet sheet = sheetOf(now, true);
    const Comparability facts = putBaselineFirst(sheet, baseline, BaselineMatch(now, then)).comparability;
    QCOMPARE(facts.otherPrompts, 1);
    QCOMPARE(facts.otherSettings, 1);
    QVERIFY(facts.isComparable() && !facts.isExact());
    QVERIFY(comparabilityText(u"then"_s, facts).contains(u"Not the same in both: the prompt, model or settings."_s));
}

void TestBaselineRun::columnsWithoutACounterpartAreLeftOut()
{
    Experiment now = experimentOf({u"a"_s});
    const Experiment then = now;
    now.variants += now.variants.first();
    now.variants.last().label = u"new"_s;
    now.variants.last().sampling.temperature = 2;
    const BaselineRun baseline{.name = u"then"_s, .experiment = then, .cells = {cellOf(0, 0, true), cellOf(0, 1, false)}};
    ScoreSheet sheet = sheetOf(now, true);
    const Comparability facts = putBaselineFirst(sheet, baseline, BaselineMatch(now, then)).comparability;
    QCOMPARE(facts.columnsLeftOut, QStringList{u"new"_s});
    QCOMPARE(sheet.contenders.size(), 5U);
    QCOMPARE(sheet.contenders.back().reference, -1);
}

void TestBaselineRun::aSingleColumnThereIsEverybodysBaseline()
{
    const Experiment now = experimentOf({u"a"_s});
    Experiment then = now;
    then.variants = {now.variants.at(0)};
    then.variants[0].label = u"other"_s;
    then.variants[0].sampling.temperature = 0.3;
    const BaselineRun baseline{.name = u"then"_s, .experiment = then, .cells = {cellOf(0, 0, true)}};
    ScoreSheet sheet = sheetOf(now, true);
    const Comparability facts = putBaselineFirst(sheet, baseline, BaselineMatch(now, then)).comparability;
    QVERIFY(facts.columnsLeftOut.isEmpty());
    QCOMPARE(facts.otherSettings, 2);
    QCOMPARE(sheet.contenders.size(), 3U);
    QCOMPARE(sheet.contenders[1].reference, 0);
    QCOMPARE(sheet.contenders[2].reference, 0);
}

void TestBaselineRun::nothingSharedIsSaid()
{
    const Experiment now = experimentOf({u"a"_s});
    const Experiment then = experimentOf({u"b"_s});
    const BaselineRun baseline{.name = u"then"_s, .experiment = then, .cells = {cellOf(0, 0, true), cellOf(0, 1, true)}};
    ScoreSheet sheet = sheetOf(now, true);
    const Comparability facts = putBaselineFirst(sheet, baseline, BaselineMatch(now, then)).comparability;
    QVERIFY(!facts.isComparable());
    for (const Contender &each : sheet.contenders)
        QCOMPARE(each.reference, -1);
    const QString text = comparabilityText(u"then"_s, facts);
    QVERIFY2(text.startsWith(u"Cannot be compared with then: no case is the same (1 case only here, 1 case only there"_s),
             qPrintable(text));
}

/// Variants changed places since: each is compared with its own, which has its mark of now.
void TestBaselineRun::theBaselineStandsFirstAndKeepsItsMark()
{
    const Experiment now = experimentOf({u"a"_s, u"b"_s});
    Experiment then = now;
    then.variants.swapItemsAt(0, 1);
    const BaselineRun baseline{.name = u"then"_s,
                               .experiment = then,
                               .cells = {cellOf(0, 0, true), cellOf(1, 0, true), cellOf(0, 1, false), cellOf(1, 1, false)}};
    ScoreSheet sheet = sheetOf(now, true);
    const BaselineMatch match(now, then);
    const BaselineJoined joined = putBaselineFirst(sheet, baseline, match);
    QVERIFY(joined.comparability.isExact());
    QCOMPARE(joined.counterparts.at({0, 0}), std::pair(0, 1));
    const BaselineFigures figures = baselineFigures(baseline, match, joined.counterparts);
    QVERIFY(passRate(figures.at({0, 0})) == (PassCount{0, 2}));
    QVERIFY(passRate(figures.at({0, 1})) == (PassCount{2, 2}));
    QCOMPARE(figures.at({0, 1}).passInterval()->interval, wilsonInterval(2, 2));
    QCOMPARE(sheet.contenders.size(), 4U);
    QCOMPARE(sheet.contenders[0].name, u"cool (then)"_s);
    QCOMPARE(sheet.contenders[0].mark, variantMark(0));
    QCOMPARE(sheet.contenders[0].scores[0].mean(), 0.0); // "cool" was the second then
    QCOMPARE(sheet.contenders[1].mark, variantMark(1));
    QCOMPARE(sheet.contenders[1].scores[1].mean(), 1.0);
    QCOMPARE(sheet.contenders[2].reference, 0);
    QCOMPARE(sheet.contenders[3].reference, 1);
}

void TestBaselineRun::aSheetKnowsItsReferences()
{
    Experiment experiment = experimentOf({u"a"_s});
    experiment.prompts += experiment.prompts.first();
    ScoreSheetMaker maker(ScoreMeasure::Passes);
    for (int prompt = 0; prompt < 2; ++prompt) {
        for (int variant = 0; variant < 2; ++variant) {
            CellSummary cell = cellOf(0, variant, true);
            cell.key.promptIndex = prompt;
            if (prompt == 1) { // a request that failed did not pass
                cell.state = CellState::Failed;
                cell.outcome.reset();
                cell.verdicts = 0;
            }
            maker.add(cell);
        }
    }
    const ScoreSheet sheet = maker.take(experiment, 1);
    QCOMPARE(sheet.contenders.size(), 4U);
    QCOMPARE(sheet.contenders[0].variantIndex, 1);
    QCOMPARE(sheet.contenders[0].reference, -1);
    QCOMPARE(sheet.contenders[1].promptIndex, 1); // the baseline under the second prompt, against itself under the first
    QCOMPARE(sheet.contenders[1].reference, 0);
    QCOMPARE(sheet.contenders[2].reference, 0);
    QCOMPARE(sheet.contenders[3].reference, 1);
    QCOMPARE(sheet.contenders[1].scores[0].repeats, 1);
    QCOMPARE(sheet.contenders[1].scores[0].mean(), 0.0);
    QVERIFY(!measuredScore(ScoreMeasure::Score, CellSummary()));
}

/// promptfoo's results of the words fox, owl and bee beside an experiment of owl, bee and cat.
void TestBaselineRun::filesAreMatchedByWhatTheySay()
{
    QFile file(testDataPath(u"results/promptfoo.json"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    Result<ResultFile> read = readResultFile(file.readAll(), u"promptfoo.json"_s);
    QVERIFY(read);
    const Experiment now = experimentOf({u"owl"_s, u"bee"_s, u"cat"_s});
    FileBaseline made = baselineFromFile(std::move(*read), u"promptfoo.json"_s, now.prompts);
    QVERIFY(made.run->isFile && made.run->remarks.isEmpty());
    const BaselineMatch match(now, *made.run);
    QCOMPARE(match.caseHere(1), 0);
    QCOMPARE(match.caseHere(2), 1);
    QCOMPARE(match.caseHere(0), -1);
    QCOMPARE(match.comparability().shared, 2);
    QCOMPARE(match.comparability().otherChecks, 0);
    QVERIFY(!match.isOtherPrompt(0));
    QVERIFY(!match.hasOtherSettings(0) && !match.hasOtherSettings(1));
    const std::shared_ptr<const BaselineTable> table = baselineTable(made.run, now);
    QCOMPARE(table->columns(), 2);
    const int cell = table->cellFor({0, 0, 1, 0});
    QCOMPARE(made.answers->body(cell)->text, u"No."_s);
    QVERIFY(passRate(table->column(1).figures) == (PassCount{0, 2}));
    QVERIFY(!made.answers->body(-1) && !made.answers->body(1000));
}

void TestBaselineRun::whatIsNotSaidOfAFileIsTold()
{
    const Experiment now = experimentOf({u"fox"_s, u"owl"_s, u"bee"_s});
    const auto factsOf = [&now](const QString &name) {
        QFile file(testDataPath(u"results/"_s + name));
        if (!file.open(QIODevice::ReadOnly))
            return Comparability();
        return BaselineMatch(now, *baselineFromFile(*readResultFile(file.readAll(), name), name, now.prompts).run)
            .comparability();
    };
    const Comparability others = factsOf(u"othercases.json"_s);
    QCOMPARE(others.shared, 1); // the one whose check stands in a file of its own
    QCOMPARE(others.unknownChecks, 1);
    QCOMPARE(others.otherChecks, 1);
    QCOMPARE(others.onlyHere, 1);
    QCOMPARE(others.onlyThere, 1);
    const QString text = comparabilityText(u"othercases.json"_s, others);
    QVERIFY2(text.contains(u"It does not say what was checked in 1 case."_s), qPrintable(text));
    const Comparability old = factsOf(u"promptfoo2.json"_s);
    QCOMPARE(old.shared, 3);
    QCOMPARE(old.unknownChecks, 3);
    QVERIFY(!old.isExact());
    QFile file(testDataPath(u"results/twice.json"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const FileBaseline twice = baselineFromFile(*readResultFile(file.readAll(), u"twice.json"_s), u"twice.json"_s, {});
    QCOMPARE(twice.run->remarks, QStringList{u"2 results of the file stand there again; the first ones count."_s});
}

void TestBaselineRun::aTableStandsByTheCasesOfTheShownRun()
{
    const Experiment now = experimentOf({u"b"_s, u"a"_s, u"new"_s});
    auto run = std::make_shared<BaselineRun>();
    run->name = u"then"_s;
    run->experiment = experimentOf({u"a"_s, u"gone"_s, u"b"_s});
    run->experiment.variants.swapItemsAt(0, 1);
    for (int i = 0; i < 3; ++i) {
        for (int v = 0; v < 2; ++v) {
            for (int repeat = 0; repeat < 2; ++repeat) {
                CellSummary cell = cellOf(i, v, v == 0);
                cell.key.repeat = repeat;
                run->cells.push_back(cell);
            }
        }
    }
    const std::shared_ptr<const BaselineTable> table = baselineTable(run, now);
    QCOMPARE(table->columns(), 2);
    QCOMPARE(table->columnFor(0, 0), 0);
    QCOMPARE(table->column(0).variant, 1); // "cool" was the second then
    QCOMPARE(table->column(0).title, u"then · cool"_s);
    QCOMPARE(table->column(0).markOf, 0);
    QCOMPARE(table->cell(table->cellFor({0, 0, 0, 1})).key, (CellKey{2, 0, 1, 1}));
    QCOMPARE(table->cell(table->cellFor({0, 0, 0, 7})).key, (CellKey{2, 0, 1, 0})); // no such repeat: the first
    QCOMPARE(table->cellFor({2, 0, 0, 0}), -1);
    QCOMPARE(table->cellFor({99, 0, 0, 0}), -1);
    QCOMPARE(table->cellFor({0, 0, 7, 0}), -1);
    const int first = table->first(0, 0);
    QCOMPARE(table->next(first), first + 1);
    QCOMPARE(table->next(table->next(first)), -1);
    QVERIFY(passRate(table->column(1).figures) == (PassCount{4, 4})); // of the cases that both have
    QVERIFY(table->standsLike(*baselineTable(run, now)));
    QVERIFY(!table->standsLike(*baselineTable(run, experimentOf({u"a"_s, u"b"_s}))));
}

void TestBaselineRun::aTableOfNothingSharedHasNoColumn()
{
    auto run = std::make_shared<BaselineRun>();
    run->experiment = experimentOf({u"a"_s});
    run->cells = {cellOf(0, 0, true)};
    const std::shared_ptr<const BaselineTable> table = baselineTable(run, experimentOf({u"b"_s}));
    QCOMPARE(table->columns(), 0);
    QCOMPARE(table->cellFor({0, 0, 0, 0}), -1);
    QVERIFY(!table->summaryFor({0, 0, 0, 0}));
}

QTEST_GUILESS_MAIN(TestBaselineRun)
#include "tst_baselinerun.moc"
