// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/batchmerge.h"

#include "tests/models/session/batchworld.h"
#include "tests/support/handbackground.h"

using namespace Qt::StringLiterals;
using namespace Tempera;
using namespace Tempera::SessionTesting;

namespace {

/// A run of three cells whose batch was sent.
struct Merging : BatchWorld {
    explicit Merging(const Experiment &sent = experimentOf({u"openai:chat:m"_s}, {u"lamp"_s, u"whale"_s, u"fox"_s}))
        : experiment(sent), run(submit(sent))
    {
    }

    [[nodiscard]] std::unique_ptr<BatchMerge> begin(BatchResults results, const RunOptions &limits = {})
    {
        ends = 0;
        error.reset();
        auto merge = std::make_unique<BatchMerge>(context, service, std::move(results));
        QObject::connect(merge.get(), &BatchMerge::finished, merge.get(), [this] { ++ends; });
        QObject::connect(merge.get(), &BatchMerge::failed, merge.get(), [this](const Error &told) { error = told; });
        merge->start(run, [sent = experiment](const RunRecord &) { return sent; }, limits);
        return merge;
    }

    [[nodiscard]] BatchResults answers() const
    {
        return {{service.item(0, 0, BatchOutcome::Answered, "a lamp"), service.item(0, 1, BatchOutcome::Expired),
                 service.item(0, 2, BatchOutcome::Answered, "a dog")},
                {}};
    }

    Experiment experiment;
    QUuid run;
    int ends = 0;
    std::optional<Error> error;
};

} // namespace

class BatchMergeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Each answer goes to its cell by its name, whatever their order, and is judged and stored.
    void answersGoToTheirCells()
    {
        Merging world;
        BatchResults results = world.answers();
        std::ranges::reverse(results.items);
        const auto merge = world.begin(results);
        QTRY_COMPARE(world.ends, 1);
        QVERIFY(!world.error);
        const StoredRun stored = world.stored(world.run);
        QCOMPARE(stored.run.state, RunState::Finished);
        QCOMPARE(stored.cells.size(), 3u);
        const Cell lamp = world.storedCell(world.run, {0, 0, 0, 0});
        QCOMPARE(lamp.text, u"a lamp"_s);
        QCOMPARE(lamp.grade->outcome, Outcome::Pass);
        QVERIFY(lamp.cost && *lamp.cost > Money());
        const Cell whale = world.storedCell(world.run, {1, 0, 0, 0});
        QCOMPARE(whale.state, CellState::Failed);
        QCOMPARE(whale.error->detail, u"too late"_s);
        QCOMPARE(world.storedCell(world.run, {2, 0, 0, 0}).grade->outcome, Outcome::Fail);
        QCOMPARE(merge->answers().answered(), 2);
        QCOMPARE(merge->answers().endings().size(), 1);
        QCOMPARE(merge->totals().failed, 1);
        QCOMPARE(world.engine.count(), 0);
    }

    void anAnswerToAnotherQuestionIsNone()
    {
        Merging world;
        world.experiment.prompts[0].messages[0].text = u"Name a {{ word }}"_s; // of a file that has changed
        const auto merge = world.begin(world.answers());
        QTRY_COMPARE(world.ends, 1);
        QCOMPARE(merge->answers().missing().size(), 3);
        QCOMPARE(world.storedCell(world.run, {0, 0, 0, 0}).state, CellState::Failed);
    }

    void whatIsMergedIsNotMergedAgain()
    {
        Merging world;
        const auto first = world.begin(world.answers());
        QTRY_COMPARE(world.ends, 1);
        const auto second = world.begin(world.answers());
        QTRY_VERIFY(world.error);
        QCOMPARE(world.error->kind, ErrorKind::Usage);
        QCOMPARE(world.ends, 0);
    }

    /// Judges are asked one by one, within the limits that hold for any run.
    void judgesAreAsked()
    {
        Merging world(judgedExperiment(3));
        const auto merge = world.begin(world.answers());
        QTRY_COMPARE(world.engine.count(), 2); // of the answers that there are
        for (int i = 0; i < 2; ++i)
            world.engine.answer(i, u"{\"reason\": \"ok\", \"pass\": true, \"score\": 1}"_s, used(20, 10));
        QTRY_COMPARE(world.ends, 1);
        QCOMPARE(world.storedCell(world.run, {0, 0, 0, 0}).grade->outcome, Outcome::Pass);
    }

    void judgesHaveALimit()
    {
        Merging world(judgedExperiment(3));
        RunOptions limits;
        limits.maxCost = Money::fromNano(1);
        const auto merge = world.begin(world.answers(), limits);
        QTRY_COMPARE(world.ends, 1);
        QCOMPARE(world.engine.count(), 0);
        QVERIFY(world.storedCell(world.run, {0, 0, 0, 0}).grade->outcome != Outcome::Pass);
        QCOMPARE(world.storedCell(world.run, {0, 0, 0, 0}).text, u"a lamp"_s);
    }

    /// It goes on where it was stopped.
    void stoppedItCanBeginAgain()
    {
        constexpr int cells = 200;
        QStringList words;
        for (int i = 0; i < cells; ++i)
            words += u"lamp %1"_s.arg(i);
        Merging world(experimentOf({u"openai:chat:m"_s}, words));
        BatchResults results;
        for (int i = 0; i < cells; ++i)
            results.items.push_back(world.service.item(0, i, BatchOutcome::Answered, words.at(i).toUtf8()));
        {
            const auto merge = world.begin(results);
            QObject::connect(merge.get(), &BatchMerge::progressed, merge.get(), [&merge] { merge->stop(); });
            QTRY_COMPARE(world.ends, 1);
        }
        const StoredRun stopped = world.stored(world.run);
        QCOMPARE(stopped.run.state, RunState::Stopped);
        QVERIFY(stopped.cells.size() < cells);
        const auto again = world.begin(results);
        QTRY_COMPARE(world.ends, 1);
        const StoredRun whole = world.stored(world.run);
        QCOMPARE(whole.run.state, RunState::Finished);
        QCOMPARE(whole.cells.size(), std::size_t(cells));
        QCOMPARE(again->totals().passed, cells);
    }

    void theExperimentIsReadInTheBackground()
    {
        Merging world;
        HandBackground background;
        world.context.background = &background;
        const auto merge = world.begin(world.answers());
        QTRY_COMPARE(background.waiting(), 1);
        QTRY_VERIFY((background.workOff(), world.ends == 1));
    }

    void faultsAreTold()
    {
        Merging world;
        BatchMerge merge(world.context, world.service, world.answers());
        QSignalSpy failed(&merge, &BatchMerge::failed);
        merge.start(world.run, [](const RunRecord &) -> Result<Experiment> { return failure(ErrorKind::Syntax, u"broken"_s); },
                    {});
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed.at(0).at(0).value<Error>().detail, u"broken"_s);
        BatchMerge ofNone(world.context, world.service, world.answers());
        QSignalSpy told(&ofNone, &BatchMerge::failed);
        ofNone.start(QUuid::createUuid(), [sent = world.experiment](const RunRecord &) { return sent; }, {});
        QTRY_COMPARE(told.size(), 1);
    }
};

QTEST_GUILESS_MAIN(BatchMergeTest)
#include "tst_batchmerge.moc"
