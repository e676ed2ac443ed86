// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/othertokens.h"

#include "models/core/cellsummary.h"

#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

Usage usageOf(std::int64_t input, std::int64_t cached, std::int64_t output)
{
    Usage usage;
    usage.inputTokens = input;
    usage.cachedInputTokens = cached;
    usage.outputTokens = output;
    return usage;
}

Verdict judged(const Usage &usage)
{
    Verdict verdict{u"llm-rubric"_s, Outcome::Pass, 1, 1, {}, {}};
    verdict.asked = JudgeUse{"q", u"judge"_s, usage, Money::fromNano(5), true, true, 1};
    return verdict;
}

Cell answered()
{
    Cell cell;
    cell.state = CellState::Done;
    cell.usage = usageOf(10, 4, 3);
    return cell;
}

} // namespace

class OtherTokensTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneAnswerIsAll()
    {
        QCOMPARE(otherTokens(answered()), OtherTokens());
        QCOMPARE(otherTokens(Cell()), OtherTokens());
    }

    /// Whose answer it is counts by the cell's own usage, and not again.
    void theOtherAttemptsCount()
    {
        Cell cell = answered();
        CellAttempt dropped;
        dropped.usage = usageOf(100, 40, 30);
        dropped.judges = usageOf(1000, 400, 300);
        CellAttempt silent; // said nothing of what it used
        CellAttempt result;
        result.usage = cell.usage;
        result.isResult = true;
        cell.attempts = {dropped, silent, result};
        QCOMPARE(otherTokens(cell), (OtherTokens{1100, 440, 330}));
    }

    void judgesCount()
    {
        Cell cell = answered();
        cell.grade = Grade{Outcome::Pass, 1, {judged(usageOf(7, 2, 1)), Verdict(), judged(usageOf(70, 20, 10))}};
        QCOMPARE(otherTokens(cell), (OtherTokens{77, 22, 11}));
        const CellSummary summary = summaryOf(cell); // which has them by themselves
        QCOMPARE(summary.grading().inputTokens, 77);
        QCOMPARE(summary.otherInputTokens, 0);
        QCOMPARE(summary.otherOutputTokens, 0);
    }

    /// Nothing was asked for what was there; its judges were.
    void anAnswerFromTheCacheUsesNothing()
    {
        Cell cell = answered();
        cell.notes = {{NoteKind::FromCache, {}}};
        QCOMPARE(otherTokens(cell), (OtherTokens{-10, -4, -3}));
        cell.grade = Grade{Outcome::Pass, 1, {judged(usageOf(7, 2, 1))}};
        QCOMPARE(otherTokens(cell), (OtherTokens{-3, -2, -2}));
        QCOMPARE(summaryOf(cell).otherInputTokens, -10);
    }

    void whatCannotBeACountCountsForNothing()
    {
        Cell cell = answered();
        CellAttempt odd;
        odd.usage = usageOf(-5, MostTokens + 1, std::numeric_limits<std::int64_t>::max());
        cell.attempts = {odd};
        QCOMPARE(otherTokens(cell), OtherTokens());
        cell.attempts[0].usage = usageOf(MostTokens, 0, MostTokens);
        cell.attempts = QList<CellAttempt>(30, CellAttempt(cell.attempts.constFirst()));
        QCOMPARE(otherTokens(cell).input, 30 * MostTokens);
        QCOMPARE(summaryOf(cell).otherInputTokens, std::numeric_limits<std::int32_t>::max());
    }
};

QTEST_GUILESS_MAIN(OtherTokensTest)
#include "tst_othertokens.moc"
