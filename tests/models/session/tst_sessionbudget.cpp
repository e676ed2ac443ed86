// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// A run within its budget.

#include "models/session/spentbefore.h"
#include "models/session/worstcase.h"
#include "models/stats/resampling.h"

#include "tests/models/session/sessionworld.h"

#include <optional>

using namespace Qt::StringLiterals;
using namespace Tempera;
using namespace Tempera::SessionTesting;

namespace {

QStringList wordsOf(int cases, StatsRandom &random)
{
    QStringList words;
    for (int i = 0; i < cases; ++i)
        words += QString(static_cast<qsizetype>(1 + uniformBelow(random, 400)), u'w') + QString::number(i);
    return words;
}

Experiment unchecked(Experiment experiment)
{
    experiment.cases.changeEach([](Case &each) { each.checks.clear(); });
    return experiment;
}

} // namespace

class SessionBudgetTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// 1,000 cells of random sizes, 32 under way, answered in any order; the limit is in the middle of what all would cost.
    void neverPassedAndNearlyUsed()
    {
        StatsRandom random(17);
        World world;
        Experiment experiment = unchecked(experimentOf({u"openai:chat:m"_s}, wordsOf(1000, random)));
        experiment.maxConcurrency = 32;
        RunOptions options;
        options.maxCost = Money::fromDollars(120); // a thousand cells of 0.1 to 0.5 dollars
        QSignalSpy finished(world.session.get(), &Session::finished);
        QVERIFY(world.session->run(experiment, options));
        Money spent;
        QList<int> open;
        int seen = 0;
        bool isWithin = true;
        const bool ended = QTest::qWaitFor(
            [&] {
                while (seen < world.engine.count())
                    open += seen++;
                isWithin = isWithin && open.size() <= 32;
                for (int i = 0; i < 16 && !open.isEmpty(); ++i) {
                    const int number =
                        open.takeAt(static_cast<qsizetype>(uniformBelow(random, static_cast<std::size_t>(open.size()))));
                    const auto input =
                        static_cast<std::int64_t>(world.engine.at(number).request.messages.constFirst().text.size());
                    const auto output = static_cast<std::int64_t>(uniformBelow(random, 11));
                    spent += Money::fromDollars(0.001) * input + Money::fromDollars(0.002) * output;
                    world.engine.answer(number, u"w"_s, used(input, output));
                    isWithin = isWithin && spent <= *options.maxCost;
                }
                return !world.session->isRunning();
            },
            60'000);
        QVERIFY(ended);
        QVERIFY(isWithin);
        QCOMPARE(world.session->totals().cost, spent);
        QVERIFY2(spent.dollars() >= 0.95 * options.maxCost->dollars(), qPrintable(spent.text()));
        QVERIFY(world.session->totals().done < 1000);
        QCOMPARE(world.stored(world.session->runId()).run.state, RunState::Stopped);
    }

    void whatNobodyKnowsNeedsAYes()
    {
        World world;
        Experiment experiment = unchecked(experimentOf({u"openai:chat:nobody-knows-it"_s}, {u"a"_s}));
        RunOptions options;
        options.maxCost = Money::fromDollars(5);
        QSignalSpy finished(world.session.get(), &Session::finished);
        QVERIFY(world.session->run(experiment, options));
        waitForEnd(world, finished);
        QCOMPARE(world.engine.count(), 0);
        QCOMPARE(world.session->body(0)->error->kind, ErrorKind::Budget);

        World willing;
        options.acceptsUnknownCost = true;
        QVERIFY(willing.session->run(experiment, options));
        QCOMPARE(willing.engine.count(), 1);
    }

    void otherLimitsCountWhatWasBefore()
    {
        World world;
        Experiment experiment = unchecked(experimentOf({u"openai:chat:m"_s}, {u"a"_s, u"b"_s}));
        RunOptions options;
        options.limits.perMonth = Money::fromDollars(10);
        options.spentBefore.month = Money::fromDollars(9.95);
        QSignalSpy finished(world.session.get(), &Session::finished);
        QVERIFY(world.session->run(experiment, options));
        waitForEnd(world, finished);
        QCOMPARE(world.engine.count(), 0);
        QVERIFY(world.session->body(0)->error->detail.contains(u"$9.95"_s));
    }

    /// Each of two runs at the same time would fit into the day by itself.
    void runsAtTheSameTimeShareTheDay()
    {
        StatsRandom random(5);
        World world;
        SharedSpending spending;
        world.context.spending = &spending;
        Session first(world.context);
        Session second(world.context);
        RunOptions options;
        options.limits.perDay = Money::fromDollars(12);
        std::optional<SpentBefore> before;
        loadSpentBefore(world.context, options.limits, this,
                        [&before](const Result<SpentBefore> &read) { before = read.value_or(SpentBefore()); });
        QTRY_VERIFY(before);
        Experiment experiment = unchecked(experimentOf({u"openai:chat:m"_s}, wordsOf(60, random)));
        experiment.maxConcurrency = 8;
        QVERIFY(first.run(experiment, options));
        QVERIFY(second.run(experiment, options));
        Money spent;
        QList<int> open;
        int seen = 0;
        bool isWithin = true;
        const bool ended = QTest::qWaitFor(
            [&] {
                while (seen < world.engine.count())
                    open += seen++;
                for (int i = 0; i < 3 && !open.isEmpty(); ++i) {
                    const int number =
                        open.takeAt(static_cast<qsizetype>(uniformBelow(random, static_cast<std::size_t>(open.size()))));
                    const auto input =
                        static_cast<std::int64_t>(world.engine.at(number).request.messages.constFirst().text.size());
                    spent += Money::fromDollars(0.001) * input + Money::fromDollars(0.002) * 5;
                    world.engine.answer(number, u"w"_s, used(input, 5));
                    isWithin = isWithin && spent <= *options.limits.perDay && spending.day() <= *options.limits.perDay;
                }
                return !first.isRunning() && !second.isRunning();
            },
            60'000);
        QVERIFY(ended);
        QVERIFY2(isWithin, qPrintable(spent.text()));
        QVERIFY2(spent.dollars() >= 0.9 * options.limits.perDay->dollars(), qPrintable(spent.text()));
        QCOMPARE(first.totals().cost + second.totals().cost, spent);
        QCOMPARE(spending.day(), spent);
        QCOMPARE(spending.inFlight().all, Money());
    }

    /// Answers that are there were paid for; what they cost counts, and a judge still has to fit.
    void answersThatAreThereMeetNoLimit()
    {
        World world;
        FakeEngine answers;
        SessionContext context = world.context;
        context.answers = &answers;
        Session session(context);
        RunOptions options;
        options.maxCost = Money();
        QSignalSpy finished(&session, &Session::finished);
        QVERIFY(session.run(judgedExperiment(1), options));
        QCOMPARE(answers.count(), 1);
        answers.answer(0, u"a lamp"_s, used(10, 5));
        QVERIFY(QTest::qWaitFor([&] { return finished.size() == 1; }));
        QCOMPARE(session.totals().done, 1);
        QCOMPARE(session.totals().cost, Money::fromDollars(0.02));
        QCOMPARE(world.engine.count(), 0);
    }

    /// Judges are never among the answers.
    void judgesOfGivenAnswersAreAsked()
    {
        World world;
        FakeEngine answers;
        SessionContext context = world.context;
        context.answers = &answers;
        Session session(context);
        QSignalSpy finished(&session, &Session::finished);
        QVERIFY(session.run(judgedExperiment(1), {}));
        answers.answer(0, u"a lamp"_s, used(10, 5));
        QVERIFY(QTest::qWaitFor([&] { return world.engine.count() == 1; }));
        world.engine.answer(0, u"{\"reason\": \"ok\", \"pass\": true, \"score\": 1}"_s, used(20, 10));
        QVERIFY(QTest::qWaitFor([&] { return finished.size() == 1; }));
        QCOMPARE(answers.count(), 1);
        QCOMPARE(session.totals().passed, 1);
    }

    void worstCases()
    {
        World world;
        GenerationRequest request;
        request.endpoint = endpointFromId(u"openai:chat:m"_s);
        request.messages = {{Role::User, u"héllo"_s}};
        request.sampling.maxTokens = 7;
        setProvider(request, SharedProvider(world.catalog.providerFor(request.endpoint)));
        // 6 bytes, 16 for the message and 64 around: 86 × $0.001 + 7 × $0.002
        QCOMPARE(worstCase(request), Cost::exact(Money::fromDollars(0.1)));
        request.sampling.maxTokens.reset();
        QCOMPARE(worstCase(request), Cost::exact(Money::fromDollars(0.086 + 0.2))); // the model's own limit of 100
        request.messages = {messageOfParts(Role::User, {ImagePart{u"image/png"_s, "x", {}, {}}})};
        QCOMPARE(worstCase(request), Cost::exact(Money::fromDollars(1.0 + 0.2))); // the whole context
        QCOMPARE(budgetEndpoint(request), u"openai"_s);
        GenerationRequest echo;
        echo.endpoint = endpointFromId(u"echo"_s);
        setProvider(echo, SharedProvider(world.catalog.providerFor(echo.endpoint)));
        QCOMPARE(worstCase(echo), Cost::exact(Money()));
    }
};

QTEST_GUILESS_MAIN(SessionBudgetTest)
#include "tst_sessionbudget.moc"
