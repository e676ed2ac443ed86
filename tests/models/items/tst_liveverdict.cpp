// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/memoryrunstore.h"
#include "models/items/experimentedits.h"
#include "models/items/liveverdict.h"

#include "models/session/backgroundruns.h"
#include "models/session/session.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakeengine.h"
#include "tests/support/handbackground.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

Experiment judgedExperiment(int cases)
{
    Experiment experiment = Edits::blank(endpointFromId(u"local:mini"_s));
    experiment.variants += experiment.variants.first();
    experiment.cases.clear();
    for (int i = 0; i < cases; ++i) {
        Case row;
        CheckSpec spec;
        spec.type = u"contains"_s;
        spec.value = u"yes"_s;
        row.checks += spec;
        experiment.cases += row;
    }
    experiment.maxConcurrency = 1000;
    return experiment;
}

class JudgedRun
{
public:
    bool run(int cases) { return session.run(judgedExperiment(cases), {}).has_value(); }
    bool answerAll()
    {
        return QTest::qWaitFor([this] {
            for (; next < engine.count(); ++next)
                engine.answer(next, engine.at(next).request.key.variantIndex == 0 ? u"yes"_s : u"no"_s);
            return next > 0 && !session.isRunning();
        });
    }

    int next = 0;
    FakeEngine engine;
    FakeClock clock;
    MemoryRunStore store{clock};
    const Catalog catalog;
    Session session{{&engine, &store, &clock, &catalog, [](const QString &) -> Result<QString> { return u"/m.gguf"_s; }}};
};

} // namespace

class TestLiveVerdict : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsComputedWhileNobodyLooks();
    void cellsAreJudgedTogether();
    void anotherRunIsForgotten();
    void whatWasGivenUpSaysNothing();
};

void TestLiveVerdict::nothingIsComputedWhileNobodyLooks()
{
    JudgedRun f;
    LiveVerdict verdict(f.session, nullptr);
    QVERIFY(f.run(6) && f.answerAll());
    QCoreApplication::processEvents();
    QVERIFY(verdict.report().contenders.empty());
    QVERIFY(verdict.isStale());
    verdict.setWatched(true);
    QTRY_VERIFY(!verdict.isStale());
    QCOMPARE(verdict.report().pairs.size(), 1U);
    QVERIFY((verdict.report().pairs[0].verdict.counts == PairedCounts{0, 6, 0}));
    QVERIFY(!verdict.comparability());
}

/// However many cells come while one judgement is under way, one more follows.
void TestLiveVerdict::cellsAreJudgedTogether()
{
    JudgedRun f;
    HandBackground background;
    LiveVerdict verdict(f.session, &background);
    verdict.setWatched(true);
    QVERIFY(f.run(30));
    QTRY_COMPARE(background.waiting(), 1);
    QVERIFY(f.answerAll());
    QTest::qWait(0);
    QCOMPARE(background.waiting(), 1);
    background.workOff();
    QTRY_COMPARE(background.waiting(), 1);
    background.workOff();
    QVERIFY((verdict.report().pairs.at(0).verdict.counts == PairedCounts{0, 30, 0}));
}

void TestLiveVerdict::anotherRunIsForgotten()
{
    JudgedRun f;
    LiveVerdict verdict(f.session, nullptr);
    verdict.setWatched(true);
    QVERIFY(f.run(3) && f.answerAll());
    QTRY_VERIFY(!verdict.report().pairs.empty() && !verdict.isStale());
    const QSignalSpy changed(&verdict, &LiveVerdict::changed);
    QVERIFY(f.session.release() == nullptr);
    QVERIFY(verdict.report().contenders.empty());
    QCOMPARE(changed.size(), 1);
}

void TestLiveVerdict::whatWasGivenUpSaysNothing()
{
    JudgedRun f;
    HandBackground background;
    auto verdict = std::make_unique<LiveVerdict>(f.session, &background);
    verdict->setWatched(true);
    QVERIFY(f.run(3) && f.answerAll());
    QTRY_COMPARE(background.waiting(), 1);
    verdict->setMeasure(ScoreMeasure::Passes); // the one that waits is of scores
    QTRY_COMPARE(background.waiting(), 2);
    background.workOff();
    QCOMPARE(verdict->report().measure, ScoreMeasure::Passes);
    verdict->setMargin(0.1);
    QTRY_COMPARE(background.waiting(), 1);
    verdict.reset();
    background.workOff(); // and nobody is told
}

QTEST_GUILESS_MAIN(TestLiveVerdict)
#include "tst_liveverdict.moc"
