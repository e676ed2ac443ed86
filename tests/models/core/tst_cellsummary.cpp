// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/cellsummary.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;
using namespace std::chrono_literals;

namespace {

Verdict verdictOf(Outcome outcome)
{
    Verdict verdict;
    verdict.outcome = outcome;
    return verdict;
}

} // namespace

class CellSummaryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatTheCellSays()
    {
        Cell cell;
        cell.request.key = {1, 2, 3, 4};
        cell.state = CellState::Done;
        cell.text = u"x"_s;
        cell.usage.inputTokens = 0;
        cell.usage.outputTokens = MostTokens;
        cell.cost = Money::fromNano(-1);
        cell.timings.firstToken = 0us;
        cell.timings.total = 5s;
        cell.timings.tokensPerSecond = 38.7;
        cell.grade = Grade{Outcome::Fail, 0.25, {verdictOf(Outcome::Pass), verdictOf(Outcome::Fail), verdictOf(Outcome::Pass)}};
        const CellSummary summary = summaryOf(cell);
        QCOMPARE(summary.key, cell.request.key);
        QCOMPARE(summary.state, CellState::Done);
        QCOMPARE(summary.outcome, Outcome::Fail);
        QCOMPARE(summary.score, 0.25);
        QCOMPARE(summary.verdicts, 3);
        QCOMPARE(summary.passedVerdicts, 2);
        QCOMPARE(summary.inputTokens.value(), 0);
        QCOMPARE(summary.outputTokens.value(), MostTokens);
        QCOMPARE(summary.cost(), Money::fromNano(-1));
        QCOMPARE(summary.firstToken(), 0us);
        QCOMPARE(summary.total(), 5s);
        QCOMPARE(static_cast<float>(summary.tokensPerSecond.value().value()), 38.7F); // to seven digits
        QVERIFY(summary.hasText);
    }

    void severalAttemptsAreMarked()
    {
        Cell cell;
        QVERIFY(!summaryOf(cell).hasAttempts);
        cell.attempts = {CellAttempt{.endpoint = u"a"_s, .model = {}, .cost = Money()},
                         CellAttempt{.endpoint = u"b"_s, .model = {}, .cost = Money()}};
        QVERIFY(summaryOf(cell).hasAttempts);
        QVERIFY(!summaryOf(cell).hasUnknownAttempt);
        cell.attempts[0].cost.reset();
        QVERIFY(summaryOf(cell).hasUnknownAttempt);
    }

    void whatIsUnknownStaysUnknown()
    {
        const CellSummary summary = summaryOf(Cell());
        QCOMPARE(summary, CellSummary());
        QVERIFY(!summary.inputTokens.value() && !summary.outputTokens.value() && !summary.cost() && !summary.outcome);
        QVERIFY(!summary.firstToken() && !summary.total() && !summary.tokensPerSecond.value());
        QCOMPARE(summary.inputTokens.valueOr(7), 7);
    }

    void anOutlineHasTheNumbersAndNoText()
    {
        Cell cell;
        cell.state = CellState::Failed;
        cell.text = u"half"_s;
        cell.usage.outputTokens = 3;
        cell.cost = Money::fromNano(9);
        const Cell outline = outlineOf(summaryOf(cell));
        QCOMPARE(outline.state, CellState::Failed);
        QCOMPARE(outline.usage.outputTokens, 3);
        QCOMPARE(outline.cost, Money::fromNano(9));
        QVERIFY(outline.text.isEmpty());
        QVERIFY(!outline.grade);
    }

    void moreVerdictsThanCanBeCountedAreTheMost()
    {
        Grade grade;
        grade.verdicts.fill(verdictOf(Outcome::Pass), 70'000);
        CellSummary summary;
        summary.setGrade(grade);
        QCOMPARE(summary.verdicts, 65'535);
        QCOMPARE(summary.passedVerdicts, 65'535);
    }
};

QTEST_GUILESS_MAIN(CellSummaryTest)
#include "tst_cellsummary.moc"
