// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/memoryrunstore.h"
#include "models/judging/runjudgements.h"
#include "tests/support/fakeclock.h"

#include <QSignalSpy>
#include <QTest>

#include <optional>

using namespace Qt::StringLiterals;
using namespace Tempera;

class TestRunJudgements : public QObject
{
    Q_OBJECT

    FakeClock m_clock;
    std::optional<MemoryRunStore> m_kept;
    const QUuid m_run = QUuid::createUuid();
    const QUuid m_earlier = QUuid::createUuid();
    const CellKey m_key{3, 0, 1, 0};

    void load(RunJudgements &judgements)
    {
        judgements.show(m_run, {m_earlier});
        QTRY_VERIFY(judgements.isLoaded());
    }

private Q_SLOTS:
    void init()
    {
        m_kept.emplace(m_clock);
        RunRecord run;
        run.id = m_run;
        m_kept->beginRun(run);
        run.id = m_earlier;
        m_kept->beginRun(run);
    }

    void stepsAreUndone()
    {
        RunJudgements judgements(&*m_kept);
        load(judgements);
        const AnswerOrigin answer{m_run, m_key};
        QSignalSpy changed(&judgements, &RunJudgements::ratingChanged);
        judgements.rate(answer, {.thumb = Thumb::Up});
        judgements.rate(answer, {.thumb = Thumb::Up}); // no step
        judgements.rate(answer, {.thumb = Thumb::Down, .comment = u"no"_s});
        QCOMPARE(changed.count(), 2);
        judgements.undo();
        QCOMPARE(judgements.ratingOf(answer)->thumb, Thumb::Up);
        judgements.undo();
        QVERIFY(!judgements.ratingOf(answer) && !judgements.canUndo());
        judgements.redo();
        judgements.redo();
        QCOMPARE(judgements.ratingOf(answer)->comment, u"no"_s);
        QVERIFY(!judgements.canRedo());
        judgements.undo();
        judgements.rate(answer, {});
        QVERIFY(!judgements.canRedo()); // another way was taken
        RunJudgements again(&*m_kept);
        load(again);
        QVERIFY(!again.hasRatings()); // the store has each step
    }

    /// An answer of an earlier run is rated where it is.
    void earlierRunsKeepTheirOwn()
    {
        RunJudgements judgements(&*m_kept);
        load(judgements);
        judgements.rate({m_earlier, m_key}, {.tags = {u"b"_s, u"a"_s}});
        judgements.rate({m_run, m_key}, {.tags = {u"a"_s}});
        QCOMPARE(judgements.tags(), (QStringList{u"a"_s, u"b"_s}));
        RunJudgements alone(&*m_kept);
        alone.show(m_earlier, {});
        QTRY_VERIFY(alone.isLoaded());
        QCOMPARE(alone.ratingOf({m_earlier, m_key})->tags.size(), 2);
        QVERIFY(!alone.ratingOf({m_run, m_key}));
    }

    void pairsComeBack()
    {
        RunJudgements judgements(&*m_kept);
        load(judgements);
        const JudgedPair pair{{1, 0, 0, 0}, {1, 0, 1, 0}, Preference::Second, true, true, 1};
        judgements.judge(pair);
        JudgedPair other = pair;
        other.first.caseIndex = other.second.caseIndex = 2;
        other.number = 2;
        judgements.judge(other);
        judgements.takeBack(pair);
        RunJudgements again(&*m_kept);
        QSignalSpy pairs(&again, &RunJudgements::pairsChanged);
        load(again);
        QVERIFY(again.pairs() == std::vector<JudgedPair>{other});
        QCOMPARE(pairs.count(), 2); // none, then what the store has
        again.show({}, {});
        QVERIFY(again.pairs().empty() && again.isLoaded());
    }

    /// What is said while the store is still asked is newer than what it answers.
    void whatIsSaidMeanwhileIsNewer()
    {
        {
            RunJudgements judgements(&*m_kept);
            load(judgements);
            judgements.rate({m_run, m_key}, {.thumb = Thumb::Down});
            judgements.judge({{1, 0, 0, 0}, {1, 0, 1, 0}, Preference::First, false, true, 1});
        }
        RunJudgements judgements(&*m_kept);
        judgements.show(m_run, {});
        judgements.rate({m_run, m_key}, {.thumb = Thumb::Up});
        judgements.judge({{1, 0, 0, 0}, {1, 0, 1, 0}, Preference::Tie, false, true, 1});
        QTRY_VERIFY(judgements.isLoaded());
        QCOMPARE(judgements.ratingOf({m_run, m_key})->thumb, Thumb::Up);
        QCOMPARE(judgements.pairs().size(), 1u);
        QCOMPARE(judgements.pairs()[0].preference, Preference::Tie);
    }

    /// What cannot be kept is told at once, and not only when the next run ends.
    void faultsAreTold()
    {
        MemoryRunStore broken(m_clock, failure(ErrorKind::Storage, u"the disk is full"_s).error());
        RunJudgements judgements(&broken);
        QSignalSpy failed(&judgements, &RunJudgements::failed);
        judgements.show(m_run, {});
        judgements.rate({m_run, m_key}, {.thumb = Thumb::Up});
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(failed.first().first().value<Error>().detail, u"the disk is full"_s);
        QCOMPARE(judgements.ratingOf({m_run, m_key})->thumb, Thumb::Up);
    }

    void tagsAreTidied()
    {
        QCOMPARE(tagsFromText(u" #Good, too long;good\t\u200b \u202elie"_s),
                 (QStringList{u"Good"_s, u"too"_s, u"long"_s, u"lie"_s}));
        QCOMPARE(tagsFromText(QString(100, u'x')).first().size(), 60);
        QVERIFY(tagsFromText(u" ,; "_s).isEmpty());
        QCOMPARE((Rating{.thumb = Thumb::Down}).value(), 0.0);
        QCOMPARE((Rating{.thumb = Thumb::Down, .score = 0.8}).value(), 0.8);
        QVERIFY(!(Rating{.comment = u"hm"_s}).value());
    }
};

QTEST_GUILESS_MAIN(TestRunJudgements)
#include "tst_runjudgements.moc"
