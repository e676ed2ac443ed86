// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Cells that need several attempts: the next model, and another answer of the same one.

#include "models/session/resume.h"
#include "models/stats/resampling.h"

#include "tests/models/session/sessionworld.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace Tempera;
using namespace Tempera::SessionTesting;
using namespace std::chrono_literals;

namespace {

/// A token of m costs $0.001 in and $0.002 out, one of n twice as much.
const QByteArray twoPrices = R"({"as_of": "2026-11-10", "source": "test", "providers": {"openai": {"title": "OpenAI",
    "hosts": ["api.openai.com"], "models": {
    "m": {"title": "M", "context": 1000, "max_output": 100, "price": {"input": 1000, "output": 2000}},
    "n": {"title": "N", "context": 1000, "max_output": 100, "price": {"input": 2000, "output": 4000}}}}}})";

struct AttemptWorld : World {
    AttemptWorld() { catalog = Catalog::fromJson(twoPrices, u"prices"_s).value(); }

    /// Answers a request and waits until the next one is made, or the run is over.
    bool answerAndWait(int request, const QString &text, const Usage &usage = used(10, 5))
    {
        engine.answer(request, text, usage);
        return QTest::qWaitFor([&] { return engine.count() > request + 1 || !session->isRunning(); });
    }
};

QJsonObject modelN()
{
    return {{u"id"_s, u"openai:chat:n"_s}, {u"config"_s, QJsonObject{{u"max_tokens"_s, 10}}}};
}

/// m, then n; one cell a word, which has to be in the answer.
Experiment chained(const QStringList &words, const QJsonObject &more = {})
{
    Experiment experiment = experimentOf({u"openai:chat:m"_s}, words);
    experiment.variants[0].config = more;
    experiment.variants[0].config.insert(u"fallback"_s, QJsonArray{modelN()});
    return experiment;
}

Error down(int status = 503)
{
    Error error;
    error.kind = status == 401 ? ErrorKind::Auth : ErrorKind::ServerFault;
    error.httpStatus = status;
    error.detail = u"no answer today"_s;
    return error;
}

Money dollars(double amount)
{
    return Money::fromDollars(amount);
}

QList<AttemptEnd> endsOf(const Cell &cell)
{
    QList<AttemptEnd> ends;
    for (const CellAttempt &attempt : cell.attempts)
        ends += attempt.end;
    return ends;
}

} // namespace

class SessionAttemptsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsDownIsFollowedByTheNext()
    {
        AttemptWorld world;
        QSignalSpy finished(world.session.get(), &Session::finished);
        QVERIFY(world.session->run(chained({u"one"_s}), {}));
        world.engine.fail(0, down());
        QCOMPARE(world.engine.count(), 2);
        const GenerationRequest next = world.engine.at(1).request;
        QCOMPARE(next.endpoint.id, u"openai:chat:n"_s);
        QCOMPARE(next.messages, world.engine.at(0).request.messages);
        QCOMPARE(next.sampling.maxTokens, 10);
        QVERIFY(!next.provider.isNull());
        QVERIFY(!isFinal(world.session->summary(0).state));
        world.engine.answer(1, u"one"_s, used(10, 5));
        waitForEnd(world, finished);

        const Cell cell = *world.session->body(0);
        QCOMPARE(cell.state, CellState::Done);
        QCOMPARE(cell.text, u"one"_s);
        QCOMPARE(endsOf(cell), (QList{AttemptEnd::Failed, AttemptEnd::Answered}));
        QCOMPARE(cell.attempts[0].endpoint, u"openai:chat:m"_s);
        QCOMPARE(cell.attempts[0].error->httpStatus, 503);
        QCOMPARE(cell.attempts[0].cost, Money());
        QVERIFY(cell.attempts[1].isResult);
        QCOMPARE(cell.attempts[1].usage.inputTokens, 10);
        QCOMPARE(cell.cost, dollars(0.04)); // at the price of who answered
        QCOMPARE(world.session->totals().cost, dollars(0.04));
        QCOMPARE(attemptsSentence(cell.attempts), u"Answered by openai:chat:n after openai:chat:m failed: 503"_s);
        QVERIFY(world.session->summary(0).hasAttempts);
        QCOMPARE(cell.request.endpoint.id, u"openai:chat:n"_s);
        QCOMPARE(plannedRequest(cell).endpoint.id, u"openai:chat:m"_s);
        QCOMPARE(plannedRequest(cell).messages, cell.request.messages);
        QCOMPARE(world.storedCell(world.session->runId(), {}).attempts, cell.attempts);
        QCOMPARE(world.session->totals().done, 1);
    }

    void whatIsRefusedAsSuchIsNot()
    {
        for (const ErrorKind kind : {ErrorKind::BadRequest, ErrorKind::ContextTooLong, ErrorKind::ContentFiltered}) {
            AttemptWorld world;
            QSignalSpy finished(world.session.get(), &Session::finished);
            QVERIFY(world.session->run(chained({u"one"_s}), {}));
            Error error;
            error.kind = kind;
            world.engine.fail(0, error);
            waitForEnd(world, finished);
            QCOMPARE(world.engine.count(), 1);
            QVERIFY(world.session->body(0)->attempts.isEmpty());
            QCOMPARE(world.session->body(0)->error->kind, kind);
        }
    }

    /// What came before a stream broke is told and paid for, and no part of the answer.
    void aBrokenStreamIsAnAttempt()
    {
        AttemptWorld world;
        QSignalSpy finished(world.session.get(), &Session::finished);
        QVERIFY(world.session->run(chained({u"one"_s}), {}));
        world.engine.text(0, u"par"_s);
        Error broken;
        broken.kind = ErrorKind::Interrupted;
        world.engine.deliver(0, {Event::UsageUpdate{used(10, 3)}, Event::Failed{broken}});
        QCOMPARE(world.engine.count(), 2);
        world.engine.answer(1, u"one"_s, used(10, 5));
        waitForEnd(world, finished);
        const Cell cell = *world.session->body(0);
        QCOMPARE(cell.text, u"one"_s);
        QCOMPARE(cell.attempts[0].text, u"par"_s);
        QCOMPARE(cell.attempts[0].cost, dollars(0.016));
        QCOMPARE(cell.cost, dollars(0.056));
        QCOMPARE(world.session->totals().cost, dollars(0.056));
        QCOMPARE(world.session->totals().inputTokens, 20); // of the same requests
        QCOMPARE(world.session->totals().outputTokens, 8);
    }

    void whatABrokenStreamCostIsUnknownWithoutUsage()
    {
        AttemptWorld world;
        QSignalSpy finished(world.session.get(), &Session::finished);
        QVERIFY(world.session->run(chained({u"one"_s}), {}));
        world.engine.text(0, u"par"_s);
        Error broken;
        broken.kind = ErrorKind::Interrupted;
        world.engine.fail(0, broken);
        world.engine.fail(1, down());
        waitForEnd(world, finished);
        const Cell cell = *world.session->body(0);
        QCOMPARE(cell.state, CellState::Failed);
        QVERIFY(!cell.cost);
        QCOMPARE(cell.error->httpStatus, 503);
        QCOMPARE(world.session->totals().unknownCosts, 1);
    }

    void failedChecksAskAgainThenTheNext()
    {
        AttemptWorld world;
        Experiment experiment = chained({u"one"_s}, {{u"retryOnFailedChecks"_s, 1}, {u"fallbackOnFailedChecks"_s, true}});
        experiment.variants[0].sampling.seed = 7;
        QSignalSpy finished(world.session.get(), &Session::finished);
        QVERIFY(world.session->run(experiment, {}));
        QVERIFY(world.answerAndWait(0, u"wrong"_s));
        QCOMPARE(world.engine.count(), 2);
        QVERIFY(!isFinal(world.session->summary(0).state));
        QCOMPARE(world.engine.at(1).request.endpoint.id, u"openai:chat:m"_s);
        QCOMPARE(world.engine.at(1).request.sampling.seed, 7u + mostRepeats);
        QVERIFY(world.answerAndWait(1, u"wrong again"_s));
        QCOMPARE(world.engine.count(), 3);
        QCOMPARE(world.engine.at(2).request.endpoint.id, u"openai:chat:n"_s);
        QVERIFY(world.answerAndWait(2, u"one"_s));
        waitForEnd(world, finished);
        const Cell cell = *world.session->body(0);
        QCOMPARE(endsOf(cell), (QList{AttemptEnd::ChecksFailed, AttemptEnd::ChecksFailed, AttemptEnd::Answered}));
        QCOMPARE(cell.attempts[1].text, u"wrong again"_s);
        QVERIFY(cell.attempts[0].reason.startsWith(u"contains"_s));
        QCOMPARE(cell.cost, dollars(0.02 + 0.02 + 0.04));
        QCOMPARE(world.session->totals().passed, 1);
        QCOMPARE(world.session->totals().checksFailed, 0);
        QCOMPARE(world.session->totals().cost, dollars(0.08));
        QCOMPARE(world.session->totals().inputTokens, 30);
        QCOMPARE(world.session->totals().outputTokens, 15);
    }

    void failedChecksCountOnlyWhereTheUserSaidSo()
    {
        AttemptWorld world;
        QSignalSpy finished(world.session.get(), &Session::finished);
        QVERIFY(world.session->run(chained({u"one"_s}), {}));
        world.engine.answer(0, u"wrong"_s, used(10, 5));
        waitForEnd(world, finished);
        QCOMPARE(world.engine.count(), 1);
        QCOMPARE(world.session->totals().checksFailed, 1);
        QVERIFY(world.session->body(0)->attempts.isEmpty());
    }

    void whenAllFailTheLastErrorStays()
    {
        AttemptWorld world;
        QSignalSpy finished(world.session.get(), &Session::finished);
        QVERIFY(world.session->run(chained({u"one"_s}), {}));
        world.engine.fail(0, down());
        world.engine.fail(1, down(401));
        waitForEnd(world, finished);
        const Cell cell = *world.session->body(0);
        QCOMPARE(cell.state, CellState::Failed);
        QCOMPARE(cell.error->kind, ErrorKind::Auth);
        QCOMPARE(endsOf(cell), (QList{AttemptEnd::Failed, AttemptEnd::Failed}));
        QVERIFY(cell.attempts[1].isResult);
        QCOMPARE(attemptsSentence(cell.attempts), u"No answer: openai:chat:m failed: 503, openai:chat:n failed: 401"_s);
        QCOMPARE(world.session->totals().failed, 1);
    }

    void anAnswerCountsBeforeAFailure()
    {
        AttemptWorld world;
        QSignalSpy finished(world.session.get(), &Session::finished);
        QVERIFY(world.session->run(chained({u"one"_s}, {{u"fallbackOnFailedChecks"_s, true}}), {}));
        QVERIFY(world.answerAndWait(0, u"wrong"_s));
        world.engine.fail(1, down());
        waitForEnd(world, finished);
        const Cell cell = *world.session->body(0);
        QCOMPARE(cell.state, CellState::Done);
        QCOMPARE(cell.text, u"wrong"_s);
        QCOMPARE(cell.grade->outcome, Outcome::Fail);
        QCOMPARE(endsOf(cell), (QList{AttemptEnd::ChecksFailed, AttemptEnd::Failed}));
        QVERIFY(cell.attempts[0].isResult);
        QCOMPARE(cell.cost, dollars(0.02));
        QCOMPARE(cell.request.endpoint.id, u"openai:chat:m"_s);
        QCOMPARE(attemptsSentence(cell.attempts), u"Answered by openai:chat:m; openai:chat:n failed: 503"_s);
    }

    void stoppedInTheMiddle()
    {
        AttemptWorld world;
        QSignalSpy finished(world.session.get(), &Session::finished);
        QVERIFY(world.session->run(chained({u"one"_s}), {}));
        world.engine.fail(0, down());
        world.session->stop();
        QCOMPARE(world.engine.at(1).cancels, 1);
        world.engine.finishCancelled(1);
        waitForEnd(world, finished);
        const Cell cell = *world.session->body(0);
        QCOMPARE(cell.state, CellState::Cancelled);
        QCOMPARE(endsOf(cell), (QList{AttemptEnd::Failed, AttemptEnd::Cancelled}));
        QCOMPARE(world.engine.count(), 2);
    }

    void stoppedWhileItIsChecked()
    {
        AttemptWorld world;
        QSignalSpy finished(world.session.get(), &Session::finished);
        QVERIFY(world.session->run(chained({u"one"_s}, {{u"fallbackOnFailedChecks"_s, true}}), {}));
        world.engine.answer(0, u"wrong"_s, used(10, 5));
        world.session->stop();
        waitForEnd(world, finished);
        QCOMPARE(world.session->body(0)->state, CellState::Done);
        QCOMPARE(world.engine.count(), 1);
    }

    void aRunThatContinuesKnowsThem()
    {
        AttemptWorld world;
        const Experiment experiment = [] {
            Experiment two = chained({u"one"_s, u"two"_s});
            two.maxConcurrency = 1;
            return two;
        }();
        QSignalSpy finished(world.session.get(), &Session::finished);
        QVERIFY(world.session->run(experiment, {}));
        world.engine.fail(0, down());
        QVERIFY(world.answerAndWait(1, u"one"_s));
        QCOMPARE(world.engine.count(), 3); // the second cell
        world.session->stop();
        world.engine.finishCancelled(2);
        waitForEnd(world, finished);

        std::optional<RunToResume> run;
        loadRunToResume(world.store, world.session->runId(), world.session.get(),
                        [&run](Result<RunToResume> loaded) { run = std::move(loaded.value()); });
        QTRY_VERIFY(run);
        run->then = experiment;
        RunOptions options;
        options.resume = std::make_shared<const RunToResume>(*run);
        const Result<void> resumed = world.session->run(experiment, options);
        QVERIFY2(resumed, qPrintable(resumed ? QString() : resumed.error().detail));
        QTRY_COMPARE(world.engine.count(), 4);
        QCOMPARE(world.engine.at(3).request.key.caseIndex, 1);
        QCOMPARE(world.engine.at(3).request.endpoint.id, u"openai:chat:m"_s);
        world.engine.answer(3, u"two"_s, used(10, 5));
        QTRY_VERIFY(!world.session->isRunning());
        QCOMPARE(world.session->totals().passed, 2);
        QCOMPARE(world.session->totals().cost, dollars(0.06));
        QVERIFY(world.session->summary(0).hasAttempts);
        QTRY_VERIFY(world.session->body(0));
        QCOMPARE(world.session->body(0)->attempts.size(), 2);
    }

    void theBudgetIsAskedBeforeEachAttempt()
    {
        AttemptWorld world;
        RunOptions options;
        options.maxCost = dollars(0.15); // 87 tokens at most and 10 of an answer: $0.107 of m, twice as much of n
        QSignalSpy finished(world.session.get(), &Session::finished);
        QVERIFY(world.session->run(chained({u"one"_s}), options));
        QCOMPARE(world.engine.count(), 1);
        world.engine.fail(0, down());
        waitForEnd(world, finished);
        QCOMPARE(world.engine.count(), 1);
        const Cell cell = *world.session->body(0);
        QCOMPARE(cell.error->httpStatus, 503);
        QCOMPARE(endsOf(cell), (QList{AttemptEnd::Failed, AttemptEnd::NotAsked}));
        QCOMPARE(cell.attempts[1].error->kind, ErrorKind::Budget);
    }

    /// 300 cells, 16 under way, a third of all requests fails; the limit is in the middle of what all would cost.
    void theLimitIsNeverPassed()
    {
        StatsRandom random(5);
        AttemptWorld world;
        QStringList words;
        for (int i = 0; i < 300; ++i)
            words += u"w%1"_s.arg(i);
        Experiment experiment = chained(words);
        experiment.cases.changeEach([](Case &each) { each.checks.clear(); });
        experiment.maxConcurrency = 16;
        RunOptions options;
        options.maxCost = dollars(5);
        QVERIFY(world.session->run(experiment, options));
        Money spent;
        QList<int> open;
        int seen = 0;
        bool isWithin = true;
        const bool ended = QTest::qWaitFor(
            [&] {
                while (seen < world.engine.count())
                    open += seen++;
                isWithin = isWithin && open.size() <= 16;
                for (int i = 0; i < 8 && !open.isEmpty(); ++i) {
                    const int number =
                        open.takeAt(static_cast<qsizetype>(uniformBelow(random, static_cast<std::size_t>(open.size()))));
                    if (uniformBelow(random, 3) == 0) {
                        world.engine.fail(number, down());
                        continue;
                    }
                    const int price = world.engine.at(number).request.endpoint.model == u"n"_s ? 2 : 1;
                    spent += dollars(0.001) * (40 * price) + dollars(0.002) * (5 * price);
                    world.engine.answer(number, u"w"_s, used(40, 5));
                    isWithin = isWithin && spent <= *options.maxCost;
                }
                return !world.session->isRunning();
            },
            60'000);
        QVERIFY(ended);
        QVERIFY(isWithin);
        QCOMPARE(world.session->totals().cost, spent);
        QVERIFY(world.session->totals().done < 300);
    }

    void whatCannotBeAskedIsPassedOver()
    {
        AttemptWorld world;
        Experiment experiment = experimentOf({u"nobody:knows:it"_s}, {u"one"_s});
        experiment.variants[0].config = {{u"fallback"_s, QJsonArray{u"nobody:at:all"_s, u"openai:chat:n"_s}}};
        QSignalSpy finished(world.session.get(), &Session::finished);
        QVERIFY(world.session->run(experiment, {}));
        QCOMPARE(world.engine.count(), 1);
        QCOMPARE(world.engine.at(0).request.endpoint.id, u"openai:chat:n"_s);
        world.engine.answer(0, u"one"_s, used(10, 5));
        waitForEnd(world, finished);
        const Cell cell = *world.session->body(0);
        QCOMPARE(endsOf(cell), (QList{AttemptEnd::NotAsked, AttemptEnd::NotAsked, AttemptEnd::Answered}));
        QCOMPARE(cell.cost, dollars(0.04));
        QCOMPARE(plannedRequest(cell).endpoint.id, u"nobody:knows:it"_s);
    }

    /// That of a cell is that of all its attempts.
    void theDeadlineIsShared()
    {
        AttemptWorld world;
        Experiment experiment = chained({u"one"_s, u"two"_s});
        experiment.maxConcurrency = 1;
        experiment.deadline = 1000ms;
        QSignalSpy finished(world.session.get(), &Session::finished);
        QVERIFY(world.session->run(experiment, {}));
        world.clock.advance(400ms);
        world.engine.fail(0, down());
        QCOMPARE(world.engine.count(), 2);
        QCOMPARE(world.engine.at(1).request.timeouts.total, 600ms);
        QVERIFY(world.answerAndWait(1, u"one"_s));
        QCOMPARE(world.engine.count(), 3);
        QCOMPARE(world.engine.at(2).request.timeouts.total, 1000ms);
        world.clock.advance(1000ms);
        Error late;
        late.kind = ErrorKind::Timeout;
        world.engine.fail(2, late);
        waitForEnd(world, finished);
        QCOMPARE(world.engine.count(), 3);
    }

    /// The cache has the answer that failed its checks.
    void anotherSampleIsNotThatOfTheCache()
    {
        AttemptWorld world;
        RunOptions options;
        options.cache = CacheUse::Always;
        QSignalSpy finished(world.session.get(), &Session::finished);
        QVERIFY(world.session->run(chained({u"one"_s}, {{u"retryOnFailedChecks"_s, 2}}), options));
        QCOMPARE(world.engine.at(0).request.cache, CacheUse::Always);
        QVERIFY(world.answerAndWait(0, u"wrong"_s));
        QCOMPARE(world.engine.count(), 2);
        QCOMPARE(world.engine.at(1).request.cache, CacheUse::Never);
        QVERIFY(world.answerAndWait(1, u"one"_s));
        waitForEnd(world, finished);
        QCOMPARE(world.session->body(0)->attempts.size(), 2);
    }

    /// What the judges of a dropped answer cost is a part of what the cell cost, once.
    void judgesOfDroppedAnswersArePaidFor()
    {
        AttemptWorld world;
        const QString no = u"{\"reason\": \"no\", \"pass\": false, \"score\": 0}"_s;
        const QString yes = u"{\"reason\": \"yes\", \"pass\": true, \"score\": 1}"_s;
        Experiment experiment = judgedExperiment(1);
        experiment.variants[0].config = {{u"retryOnFailedChecks"_s, 1}};
        QSignalSpy finished(world.session.get(), &Session::finished);
        QVERIFY(world.session->run(experiment, {}));
        QVERIFY(world.answerAndWait(0, u"a stone"_s));     // $0.02
        QVERIFY(world.answerAndWait(1, no, used(20, 10))); // the judge: $0.04
        QVERIFY(world.answerAndWait(2, u"a lamp"_s));
        QVERIFY(world.answerAndWait(3, yes, used(20, 10)));
        waitForEnd(world, finished);
        const Cell cell = *world.session->body(0);
        QCOMPARE(cell.text, u"a lamp"_s);
        QCOMPARE(cell.attempts[0].cost, dollars(0.06));
        QCOMPARE(cell.cost, dollars(0.08));
        QCOMPARE(costWithJudges(cell), dollars(0.12));
        QCOMPARE(world.session->totals().cost, dollars(0.12));
        QCOMPARE(world.session->totals().inputTokens, 10 + 20 + 10 + 20); // of the same requests
        QCOMPARE(world.session->totals().outputTokens, 5 + 10 + 5 + 10);
        QCOMPARE(cell.attempts[0].judges.inputTokens, 20);
        QCOMPARE(cell.attempts[1].judges, Usage()); // they are counted with its grade
    }
};

QTEST_GUILESS_MAIN(SessionAttemptsTest)
#include "tst_sessionattempts.moc"
