// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/celltable.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace Tempera;
using namespace std::chrono_literals;

namespace {

CellSummary doneCellOf(int caseIndex)
{
    CellSummary cell;
    cell.key = {caseIndex, 0, caseIndex % 3, 0};
    cell.state = CellState::Done;
    cell.outcome = caseIndex % 5 == 0 ? Outcome::Fail : Outcome::Pass;
    cell.score = caseIndex % 5 == 0 ? 0 : 1;
    cell.verdicts = 2;
    cell.passedVerdicts = caseIndex % 5 == 0 ? 1 : 2;
    cell.costNano = std::optional<std::int64_t>(100 + caseIndex);
    cell.firstTokenTime = std::optional<std::int64_t>(1'000 + caseIndex);
    cell.totalTime = std::optional<std::int64_t>(50'000 + caseIndex);
    cell.inputTokens = std::optional<std::int64_t>(8);
    cell.outputTokens = std::optional<std::int64_t>(caseIndex % 100);
    cell.tokensPerSecond = std::optional(38.7);
    cell.hasText = true;
    return cell;
}

/// Each member is anything that it can be, or nothing.
class AnyCell
{
public:
    explicit AnyCell(unsigned seed) : m_random(seed) { }

    CellSummary next(const CellKey &key)
    {
        CellSummary cell;
        cell.key = key;
        cell.state = static_cast<CellState>(m_random() % 9);
        if (m_random() % 3 > 0)
            cell.outcome = static_cast<Outcome>(m_random() % 4);
        cell.hasText = m_random() % 2 == 0;
        cell.score = m_random() % 2 == 0 ? 0.1 * static_cast<double>(m_random() % 11) : static_cast<double>(m_random());
        cell.verdicts = static_cast<std::uint16_t>(m_random());
        cell.passedVerdicts = static_cast<std::uint16_t>(m_random());
        cell.costNano = number();
        cell.firstTokenTime = number();
        cell.totalTime = number();
        cell.inputTokens = tokens();
        cell.outputTokens = tokens();
        if (m_random() % 2 == 0)
            cell.tokensPerSecond = std::optional(static_cast<double>(m_random() % 100'000) / 7);
        cell.gradingCost = Money::fromNano(number().value_or(0));
        cell.otherInputTokens = static_cast<std::int32_t>(m_random());
        cell.otherOutputTokens = static_cast<std::int32_t>(m_random() % 100) - 50;
        cell.gradingInputTokens = static_cast<std::uint32_t>(m_random());
        cell.gradingOutputTokens = static_cast<std::uint32_t>(m_random());
        cell.gradingRequests = static_cast<std::uint16_t>(m_random());
        cell.gradingUnknownCosts = static_cast<std::uint16_t>(m_random());
        cell.hasAttempts = m_random() % 2 == 0;
        cell.hasUnknownAttempt = cell.hasAttempts && m_random() % 2 == 0;
        return cell;
    }

private:
    std::optional<std::int64_t> number()
    {
        if (m_random() % 4 == 0)
            return std::nullopt;
        return static_cast<std::int64_t>(m_random()) >> (m_random() % 60 + 1);
    }
    std::optional<std::int64_t> tokens() { return static_cast<std::int64_t>(m_random() % 2'000'000'000); }

    std::mt19937_64 m_random;
};

} // namespace

class CellTableTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsLost()
    {
        AnyCell any(3);
        CellTable table;
        std::vector<CellSummary> plain;
        for (int i = 0; i < 9'000; ++i) { // more than one stretch
            plain.push_back(i % 100 < 90 ? doneCellOf(i) : any.next({i, i % 2, i % 3, i % 4}));
            table.push_back(plain.back());
        }
        QCOMPARE(table.size(), plain.size());
        QVERIFY(std::ranges::equal(table, plain));
        for (std::size_t i = 0; i < plain.size(); i += 5) {
            const CellKey key = plain[i].key;
            plain[i] = any.next(key);
            table.set(i, plain[i]);
        }
        QVERIFY(std::ranges::equal(table, plain));
        QCOMPARE(table.front(), plain.front());
        QCOMPARE(table.back(), plain.back());
    }

    void columnsSayWhatTheSummarySays()
    {
        AnyCell any(5);
        CellTable table;
        for (int i = 0; i < 500; ++i)
            table.push_back(any.next({i, 0, 0, 0}));
        for (std::size_t i = 0; i < table.size(); ++i) {
            const CellSummary cell = table[i];
            QCOMPARE(table.key(i), cell.key);
            QCOMPARE(table.state(i), cell.state);
            QCOMPARE(table.outcome(i), cell.outcome);
            QCOMPARE(table.hasText(i), cell.hasText);
            QCOMPARE(table.verdicts(i), int{cell.verdicts});
            QCOMPARE(table.score(i), cell.score);
            QCOMPARE(table.outputTokens(i), cell.outputTokens.value());
            QCOMPARE(table.cost(i), cell.cost());
            QCOMPARE(table.firstToken(i), cell.firstToken());
            QCOMPARE(table.total(i), cell.total());
            QCOMPARE(table.tokensPerSecond(i), cell.tokensPerSecond.value());
        }
    }

    void whatIsPlannedIsNotKnown()
    {
        CellTable table;
        table.addPlanned({4, 3, 2, 1});
        CellSummary planned;
        planned.key = {4, 3, 2, 1};
        QCOMPARE(table[0], planned);
        table.setState(0, CellState::Queued);
        planned.state = CellState::Queued;
        QCOMPARE(table[0], planned);
    }

    void theKeyStays()
    {
        CellTable table{doneCellOf(1)};
        table.set(0, doneCellOf(2));
        QCOMPARE(table.key(0), doneCellOf(1).key);
        QCOMPARE(table.total(0), doneCellOf(2).total());
    }

    /// It is looked at in the background while the run goes on.
    void aCopyStaysAsItIs()
    {
        CellTable table;
        for (int i = 0; i < 5'000; ++i)
            table.push_back(doneCellOf(i));
        const CellTable copy = table;
        table.setState(1, CellState::Failed);
        table.set(4'999, doneCellOf(7));
        table.push_back(doneCellOf(5'000));
        QCOMPARE(copy.size(), 5'000u);
        QCOMPARE(table.size(), 5'001u);
        for (std::size_t i = 0; i < copy.size(); ++i)
            QCOMPARE(copy[i], doneCellOf(static_cast<int>(i)));
        QCOMPARE(table.state(1), CellState::Failed);
        QCOMPARE(table.outputTokens(4'999), 7);
    }
};

QTEST_GUILESS_MAIN(CellTableTest)
#include "tst_celltable.moc"
