// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/memoryrunstore.h"
#include "models/session/session.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakeengine.h"
#include "tests/support/traces.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

Experiment experimentOf(const QString &provider)
{
    Experiment experiment;
    experiment.prompts = {{QString(), {{Role::User, u"Capital?"_s}}, {}}};
    Variant variant;
    variant.endpoint = endpointFromId(provider);
    variant.sampling.temperature = 0.9;
    experiment.variants = {variant, variant};
    return experiment;
}

} // namespace

class BranchesTest : public QObject
{
    Q_OBJECT

    struct World {
        FakeEngine engine;
        FakeClock clock;
        MemoryRunStore store{clock};
        Catalog catalog = Catalog::builtIn();
        std::shared_ptr<const Vocabulary> vocabulary = vocabularyOf({" Paris", " Lyon", "."});
        Session session{{&engine, &store, &clock, &catalog, [](const QString &) -> Result<QString> { return u"/m.gguf"_s; }}};

        void run(const QString &provider = u"local:m"_s)
        {
            RunOptions options;
            options.plan.wantTrace = true;
            QVERIFY(session.run(experimentOf(provider), options));
        }
        /// " Paris." with its trace.
        void answer(int generation)
        {
            engine.deliver(generation, {Event::Started{u"m"_s, vocabulary}, Event::TextDelta{u" Paris."_s},
                                        Event::TraceDelta{{tokenOf({0.6, 0.3, 0.1}, 0, 0.2, *vocabulary),
                                                           tokenOf({0.1, 0.1, 0.8}, 2, 0.9, *vocabulary)}}});
            Event::Finished finished;
            finished.seed = 77;
            engine.deliver(generation, {finished});
        }
    };

private Q_SLOTS:
    void aBranchReusesThePrefix();
    void branchesOfBranches();
    void continuingDrawsAnewWithOtherSettings();
    void whileARunIsGoing();
    void stopStopsBranches();
    void branchesAreKeptAndComeAgain();
    void whatCannotBeContinuedIsRefused();
    void anotherRunPutsThemAway();
    void oldTracesMakeRoom();
};

void BranchesTest::aBranchReusesThePrefix()
{
    World w;
    w.run();
    w.answer(0);
    QSignalSpy added(&w.session, &Session::branchAdded);
    const Result<int> index = w.session.branch(0, -1, {.position = 0, .token = 1, .piece = " Lyon"});
    QCOMPARE(index.value(), 0);
    QCOMPARE(added.count(), 1);
    const GenerationRequest &request = w.engine.at(2).request;
    QCOMPARE(request.prefix.size(), 1U);
    QCOMPARE(request.prefix[0]->chosen, 1);
    QCOMPARE(request.prefix[0]->piece, QByteArray(" Lyon"));
    QVERIFY(std::abs(request.prefix[0]->chosenLogit - w.session.body(0)->trace[0]->candidates[1].logit) < 1e-6F);
    QCOMPARE(request.sampling.seed, 77U); // common random numbers
    QVERIFY(request.wantTrace);
    w.engine.deliver(2, {Event::Started{u"m"_s, w.vocabulary}, Event::TextDelta{u" Lyon"_s}});
    const Branch &branch = w.session.branches().at(0);
    QCOMPARE(branch.cell.text, u" Lyon"_s);
    QCOMPARE(branch.cell.trace.size(), 1U);
    QVERIFY(branch.chosen);
    QCOMPARE(branch.cell.request.key, w.session.body(0)->request.key);
    QCOMPARE(w.session.totals().planned, 2); // branches do not count
}

void BranchesTest::branchesOfBranches()
{
    World w;
    w.run();
    w.answer(0);
    QVERIFY(w.session.branch(0, -1, {.position = 1, .token = 0, .piece = " Paris"}));
    w.engine.deliver(2, {Event::Started{u"m"_s, w.vocabulary}, Event::TextDelta{u" Paris Paris."_s},
                         Event::TraceDelta{{tokenOf({0.1, 0.1, 0.8}, 2, 0.9, *w.vocabulary)}}});
    const Result<int> second = w.session.branch(0, 0, {.position = 2, .token = 1, .piece = " Lyon"});
    QCOMPARE(second.value(), 1);
    const Branch &branch = w.session.branches().at(1);
    QCOMPARE(branch.parent, 1);
    QCOMPARE(branch.number, 2);
    const AnswerPrefix &prefix = w.engine.at(3).request.prefix;
    QCOMPARE(prefix.size(), 3U);
    QCOMPARE(prefix[1]->chosen, 0);
    QCOMPARE(prefix[2]->chosen, 1);
}

void BranchesTest::continuingDrawsAnewWithOtherSettings()
{
    World w;
    w.run();
    w.answer(0);
    SamplingSettings settings;
    settings.temperature = 0.1;
    settings.seed = 5; // what the answer was drawn with holds
    QVERIFY(w.session.branch(0, -1, {.position = 1, .token = -1, .piece = {}, .sampling = settings}));
    const GenerationRequest &request = w.engine.at(2).request;
    QCOMPARE(request.prefix.size(), 1U);
    QCOMPARE(request.prefix[0], w.session.body(0)->trace[0]);
    QCOMPARE(request.sampling.temperature, 0.1);
    QCOMPARE(request.sampling.seed, 77U);
    QVERIFY(!w.session.branches().at(0).chosen);
}

void BranchesTest::whileARunIsGoing()
{
    World w;
    w.run();
    w.answer(0);
    QVERIFY(w.session.isRunning());
    QVERIFY(w.session.branch(0, -1, {.position = 0, .token = 1, .piece = " Lyon"}));
    QVERIFY(w.session.hasRunningBranches());
    w.answer(1);
    QTRY_VERIFY(!w.session.isRunning());
    QVERIFY2(w.session.hasRunningBranches(), "a branch goes on after the run");
    QSignalSpy running(&w.session, &Session::branchesRunning);
    w.engine.answer(2, u" Lyon."_s);
    QCOMPARE(running.count(), 1);
    QVERIFY(!w.session.hasRunningBranches());
    QCOMPARE(w.session.branches().at(0).cell.state, CellState::Done);
    QTRY_COMPARE(w.engine.destructions(), 3);
}

void BranchesTest::stopStopsBranches()
{
    World w;
    w.run();
    w.answer(0);
    w.answer(1);
    QTRY_VERIFY(!w.session.isRunning());
    QVERIFY(w.session.branch(0, -1, {.position = 0, .token = 1, .piece = " Lyon"}));
    w.session.stop();
    QCOMPARE(w.engine.at(2).cancels, 1);
    w.engine.finishCancelled(2);
    QCOMPARE(w.session.branches().at(0).cell.state, CellState::Cancelled);
    QVERIFY(!w.session.hasRunningBranches());
}

void BranchesTest::branchesAreKeptAndComeAgain()
{
    World w;
    w.run();
    w.answer(0);
    w.answer(1);
    QTRY_VERIFY(!w.session.isRunning());
    QVERIFY(w.session.branch(0, -1, {.position = 0, .token = 1, .piece = " Lyon"}));
    w.engine.answer(2, u" Lyon."_s);
    w.session.setBranchRemoved(0, true);
    w.session.setBranchRemoved(0, false);
    w.session.setBranchRemoved(0, true);
    std::optional<StoredRun> stored;
    w.store.loadRun(w.session.runId(), this, [&stored](const Result<StoredRun> &run) { stored = run.value(); });
    QTRY_VERIFY(stored);
    QCOMPARE(stored->branches.size(), 1U);
    QVERIFY(stored->branches[0].removed);
    QCOMPARE(stored->cells.size(), 2U);
    Session other({&w.engine, &w.store, &w.clock, &w.catalog, {}});
    other.restore(*stored, experimentOf(u"local:m"_s));
    QCOMPARE(other.branches().size(), 1U);
    QCOMPARE(other.branches()[0].cell.text, u" Lyon."_s);
    QVERIFY(!other.branch(0, -1, {.position = 1, .token = 1, .piece = " Lyon"})); // its answer is still to be read
    QTRY_VERIFY(other.bodyInMemory(0));
    const Result<int> next = other.branch(0, -1, {.position = 1, .token = 1, .piece = " Lyon"});
    QCOMPARE(next.value(), 1);
    QCOMPARE(other.branches()[1].number, 2);
}

void BranchesTest::whatCannotBeContinuedIsRefused()
{
    World w;
    QVERIFY(!w.session.branch(0, -1, {}));
    w.run(u"openai:chat:gpt-4o-mini"_s);
    w.answer(0);
    QVERIFY(!w.session.branch(0, -1, {.position = 0, .token = 1, .piece = " Lyon"}));
    World local;
    local.run();
    local.answer(0);
    QVERIFY(!local.session.branch(0, -1, {.position = 5, .token = 1, .piece = {}}));
    QVERIFY(!local.session.branch(9, -1, {}));
    QVERIFY(!local.session.branch(0, 4, {}));
    QCOMPARE(local.engine.count(), 2);
}

void BranchesTest::anotherRunPutsThemAway()
{
    World w;
    w.run();
    w.answer(0);
    w.answer(1);
    QTRY_VERIFY(!w.session.isRunning());
    QVERIFY(w.session.branch(0, -1, {.position = 0, .token = 1, .piece = " Lyon"}));
    w.run();
    QVERIFY(w.session.branches().empty());
    QTRY_VERIFY(w.engine.at(2).destroyed);
    QCOMPARE(w.engine.at(2).cancels, 1);
}

void BranchesTest::oldTracesMakeRoom()
{
    World w;
    RunOptions options;
    options.plan.wantTrace = true;
    options.bodyMemory = 0; // room for one answer
    QVERIFY(w.session.run(experimentOf(u"local:m"_s), options));
    w.answer(0);
    QCOMPARE(w.session.body(0)->trace.size(), 2U);
    const Trace before = w.session.body(0)->trace;
    w.answer(1);
    QVERIFY(!w.session.bodyInMemory(0));
    QCOMPARE(w.session.body(1)->trace.size(), 2U);

    // Who looks at it gets it back; the other one makes room in turn.
    QSignalSpy changes(&w.session, &Session::cellsChanged);
    QVERIFY(!w.session.body(0));
    QVERIFY(!w.session.body(0)); // asked for already
    QVERIFY(w.session.body(1));  // there
    QTRY_VERIFY(w.session.bodyInMemory(0));
    QCOMPARE(w.session.body(0)->trace.size(), 2U);
    QCOMPARE(*w.session.body(0)->trace[1], *before[1]);
    QVERIFY(!w.session.bodyInMemory(1));
    QCOMPARE(changes, (QList<QVariantList>{{0, 0}}));
}

QTEST_GUILESS_MAIN(BranchesTest)
#include "tst_branches.moc"
