// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/cell.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;
using namespace std::chrono_literals;

namespace {

constexpr int stateCount = static_cast<int>(CellState::NotNeeded) + 1;

Cell after(std::initializer_list<GenerationEvent> events)
{
    Cell cell;
    for (const GenerationEvent &event : events)
        cell.apply(event);
    return cell;
}

Event::Finished finished(FinishReason reason)
{
    Event::Finished event;
    event.reason = reason;
    event.usage.outputTokens = 3;
    event.timings.total = 5ms;
    event.seed = 42;
    event.reproducibility = Reproducibility::Strict;
    return event;
}

} // namespace

class CellTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void names()
    {
        for (int i = 0; i < stateCount; ++i) {
            const auto state = static_cast<CellState>(i);
            QVERIFY(!cellStateName(state).isEmpty());
            QCOMPARE(cellStateFromName(cellStateName(state)), state);
            QCOMPARE(isFinal(state), i >= static_cast<int>(CellState::Done));
        }
        QCOMPARE(cellStateFromName(u"?"_s), CellState::Planned);
    }

    void aWholeLife()
    {
        Cell cell;
        QCOMPARE(cell.state, CellState::Planned);
        cell.apply(Event::Queued{});
        QCOMPARE(cell.state, CellState::Queued);
        cell.apply(Event::Loading{0.5});
        QCOMPARE(cell.state, CellState::Loading);
        QCOMPARE(cell.loadingFraction, 0.5);
        cell.apply(Event::Started{u"m"_s});
        QCOMPARE(cell.state, CellState::Streaming);
        QCOMPARE(cell.model, u"m"_s);
        cell.apply(Event::PromptProgress{5, 10});
        cell.apply(Event::ReasoningDelta{u"hm"_s});
        cell.apply(Event::TextDelta{u"Par"_s});
        cell.apply(Event::TextDelta{u"is"_s});
        QCOMPARE(cell.state, CellState::Streaming);
        QCOMPARE(cell.text, u"Paris"_s);
        QCOMPARE(cell.reasoning, u"hm"_s);
        const auto token = std::make_shared<const TokenTrace>();
        cell.apply(Event::TraceDelta{{token, token}});
        cell.apply(Event::TraceDelta{{token}});
        QCOMPARE(cell.trace.size(), 3u);
        Usage usage;
        usage.inputTokens = 9;
        cell.apply(Event::UsageUpdate{usage});
        QCOMPARE(cell.usage.inputTokens, 9);
        QVERIFY(!cell.usage.outputTokens);
        cell.apply(finished(FinishReason::Length));
        QCOMPARE(cell.state, CellState::Done);
        QCOMPARE(cell.finishReason, FinishReason::Length);
        QCOMPARE(cell.usage.outputTokens, 3);
        QCOMPARE(cell.timings.total, 5ms);
        QCOMPARE(cell.seed, 42u);
        QCOMPARE(cell.reproducibility, Reproducibility::Strict);
        QVERIFY(!cell.cost && !cell.grade && !cell.error);
    }

    /// What an answer goes on from is part of its trace, also after a retry.
    void tracesBeginWithThePrefix()
    {
        const auto token = std::make_shared<const TokenTrace>();
        Cell cell;
        cell.request.prefix = {token, token};
        cell.apply(Event::Started{u"m"_s});
        cell.apply(Event::TraceDelta{{token}});
        QCOMPARE(cell.trace.size(), 3u);
        cell.apply(Event::Retrying{1, 1s, {}});
        cell.apply(Event::Started{u"m"_s});
        QCOMPARE(cell.trace.size(), 2u);
    }

    void scoresAreKept()
    {
        ScoredText yes;
        yes.logProbability = -0.5;
        Cell cell;
        cell.apply(Event::Started{u"m"_s});
        cell.apply(Event::Scored{{yes, {}}});
        QCOMPARE(cell.scores.size(), 2u);
        QCOMPARE(cell.scores.front().logProbability, -0.5);
    }

    void retries()
    {
        const Cell waiting = after({Event::Queued{}, Event::Started{u"m"_s}, Event::Retrying{2, 1s, {}}});
        QCOMPARE(waiting.state, CellState::Retrying);
        QCOMPARE(waiting.retries, 2);
        QVERIFY(!waiting.error);
        const Cell again = after({Event::Started{u"m"_s}, Event::Retrying{1, 1s, {}}, Event::Started{{}},
                                  Event::TextDelta{u"x"_s}, finished(FinishReason::Stop)});
        QCOMPARE(again.state, CellState::Done);
        QCOMPARE(again.retries, 1);
        QCOMPARE(again.model, u"m"_s); // an empty name tells nothing new
    }

    /// Where a server died in the middle, another one writes the answer anew.
    void whatCameBeforeARetryIsVoid()
    {
        const Cell again = after({Event::Started{u"m"_s}, Event::ReasoningDelta{u"hm"_s}, Event::TextDelta{u"half"_s},
                                  Event::Retrying{1, 0s, {}}, Event::TextDelta{u"whole"_s}, finished(FinishReason::Stop)});
        QCOMPARE(again.text, u"whole"_s);
        QCOMPARE(again.reasoning, QString());
    }

    void cancelledKeepsItsText()
    {
        const Cell cell = after({Event::Started{u"m"_s}, Event::TextDelta{u"half"_s}, finished(FinishReason::Cancelled)});
        QCOMPARE(cell.state, CellState::Cancelled);
        QCOMPARE(cell.text, u"half"_s);
    }

    void failedKeepsItsText()
    {
        const Error error = failure(ErrorKind::Interrupted, u"reset"_s).error();
        const Cell cell = after({Event::Started{u"m"_s}, Event::TextDelta{u"half"_s}, Event::Failed{error}});
        QCOMPARE(cell.state, CellState::Failed);
        QCOMPARE(cell.text, u"half"_s);
        QCOMPARE(cell.error, error);
    }

    void nothingChangesTheEnd_data()
    {
        QTest::addColumn<int>("end");
        QTest::newRow("done") << 0;
        QTest::newRow("failed") << 1;
        QTest::newRow("cancelled") << 2;
    }

    void nothingChangesTheEnd()
    {
        QFETCH(int, end);
        Cell cell = after({Event::TextDelta{u"text"_s}});
        if (end == 1)
            cell.apply(Event::Failed{failure(ErrorKind::Network, u"first"_s).error()});
        else
            cell.apply(finished(end == 0 ? FinishReason::Stop : FinishReason::Cancelled));
        const CellState state = cell.state;
        QVERIFY(isFinal(state));
        Usage usage;
        usage.outputTokens = 99;
        const std::initializer_list<GenerationEvent> late{Event::Queued{},
                                                          Event::Loading{0.1},
                                                          Event::Started{u"other"_s},
                                                          Event::PromptProgress{1, 2},
                                                          Event::TextDelta{u"!"_s},
                                                          Event::ReasoningDelta{u"!"_s},
                                                          Event::TraceDelta{{std::make_shared<TokenTrace>()}},
                                                          Event::UsageUpdate{usage},
                                                          Event::Retrying{5, 1s, {}},
                                                          finished(FinishReason::Other),
                                                          Event::Failed{failure(ErrorKind::Internal, u"second"_s).error()}};
        const FinishReason reason = cell.finishReason;
        for (const GenerationEvent &event : late) {
            cell.apply(event);
            QCOMPARE(cell.state, state);
        }
        QCOMPARE(cell.text, u"text"_s);
        QCOMPARE(cell.reasoning, QString());
        QCOMPARE(cell.model, QString());
        QCOMPARE(cell.retries, 0);
        QVERIFY(cell.trace.empty());
        QVERIFY(cell.usage.outputTokens != 99);
        QCOMPARE(cell.finishReason, reason);
        QCOMPARE(cell.error ? cell.error->detail : QString(), end == 1 ? u"first"_s : QString());
    }

    void finishReasons()
    {
        for (const FinishReason reason : {FinishReason::Stop, FinishReason::Length, FinishReason::ContentFilter,
                                          FinishReason::ToolCalls, FinishReason::Cancelled, FinishReason::Other}) {
            QVERIFY(!finishReasonName(reason).isEmpty());
            QCOMPARE(finishReasonFromName(finishReasonName(reason)), reason);
        }
        QCOMPARE(finishReasonName(FinishReason::ContentFilter), u"content_filter"_s);
        QCOMPARE(finishReasonFromName(u"tool_calls"_s), FinishReason::ToolCalls);
        QCOMPARE(finishReasonFromName(u"pause"_s), FinishReason::Other);
    }
};

QTEST_GUILESS_MAIN(CellTest)
#include "tst_cell.moc"
