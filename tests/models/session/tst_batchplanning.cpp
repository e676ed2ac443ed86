// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/batchplanning.h"

#include "models/session/resume.h"
#include "tests/models/session/batchworld.h"
#include "tests/support/handbackground.h"

using namespace Qt::StringLiterals;
using namespace Tempera;
using namespace Tempera::SessionTesting;

namespace {

const QString openAiModel = u"openai:chat:m"_s;

} // namespace

class BatchPlanningTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRunIsPlannedAndNobodyIsAsked()
    {
        BatchWorld world;
        RunOptions options;
        options.experimentPath = u"/work/lamps.yaml"_s;
        const auto planning = world.plan(experimentOf({openAiModel, u"openai:chat:other"_s}, {u"lamp"_s, u"whale"_s}), options);
        const BatchOffer &offer = planning->offer();
        QCOMPARE(offer.orders.size(), 2u); // the fake makes one for each model
        QCOMPARE(offer.orders.at(0).requests.size(), 2u);
        QCOMPARE(offer.orders.at(0).requests.at(1).messages.constLast().text, u"Say whale"_s);
        QCOMPARE(offer.costs.size(), 2u);
        QCOMPARE(offer.atBatchPrice.requests, 4);
        QCOMPARE(offer.atBatchPrice.unknownPrices, 2);
        QVERIFY(planning->leftOut().isEmpty());
        QVERIFY(!planning->overBudget());
        QCOMPARE(planning->failedCells(), 0);
        QCOMPARE(planning->share(), 1.0);
        QCOMPARE(planning->record().plannedCells, 4);
        QCOMPARE(planning->record().experimentPath, u"/work/lamps.yaml"_s);
        QCOMPARE(planning->record().title, u"A test"_s);
        QVERIFY(planning->record().experimentYaml.contains("Say {{ word }}"));
        QCOMPARE(world.engine.count(), 0);
        QCOMPARE(world.batches.saved.size(), 0);
    }

    void whatNoBatchCanCarryIsLeftOut()
    {
        BatchWorld world;
        const auto planning = world.plan(experimentOf({u"local:mini"_s, openAiModel, u"anthropic:messages:c"_s}, {u"lamp"_s}));
        QCOMPARE(planning->leftOut(), (QList<UnbatchedVariant>{{u"local:mini"_s, BatchObstacle::ThisMachine},
                                                               {u"anthropic:messages:c"_s, BatchObstacle::NoBatchApi}}));
        QCOMPARE(planning->offer().atBatchPrice.requests, 1);
        QCOMPARE(planning->offer().orders.at(0).requests.at(0).key, CellKey()); // of the run that is sent
        QVERIFY(!planning->record().experimentYaml.contains("local:mini"));
    }

    void whereNothingIsLeftThatIsSaid()
    {
        BatchWorld world;
        BatchPlanning planning(world.context, world.service);
        QSignalSpy failed(&planning, &BatchPlanning::failed);
        planning.start({.experiment = experimentOf({u"local:mini"_s}, {u"lamp"_s}), .warnings = {}, .source = {}}, {});
        QCOMPARE(failed.size(), 1);
        QCOMPARE(failed.at(0).at(0).value<Error>().kind, ErrorKind::Usage);
        QCOMPARE(planning.leftOut().size(), 1);
    }

    void promptsThatUseEarlierAnswersAreRefused()
    {
        BatchWorld world;
        Experiment experiment = experimentOf({openAiModel}, {u"lamp"_s});
        experiment.prompts[0].messages[0].text = u"{{ _conversation }} Say {{ word }}"_s;
        BatchPlanning planning(world.context, world.service);
        QSignalSpy failed(&planning, &BatchPlanning::failed);
        planning.start({.experiment = experiment, .warnings = {}, .source = {}}, {});
        QCOMPARE(failed.size(), 1);
        QVERIFY(failed.at(0).at(0).value<Error>().detail.contains(u"earlier answers"_s));
    }

    void aFileThatIsNeededAndRefused()
    {
        BatchWorld world;
        RefusedFile refused;
        refused.isNeeded = true;
        refused.error = failure(ErrorKind::File, u"not allowed"_s).error();
        BatchPlanning planning(world.context, world.service);
        QSignalSpy failed(&planning, &BatchPlanning::failed);
        planning.start(
            {.experiment = experimentOf({openAiModel}, {u"lamp"_s}), .warnings = {}, .source = {}, .refused = {refused}}, {});
        QCOMPARE(failed.size(), 1);
        QCOMPARE(failed.at(0).at(0).value<Error>().detail, u"not allowed"_s);
    }

    void cellsThatCannotBeAskedAreCounted()
    {
        BatchWorld world;
        Experiment experiment = experimentOf({openAiModel}, {u"lamp"_s, u"{{ 1 | nofilter }}"_s});
        const auto planning = world.plan(experiment);
        QCOMPARE(planning->failedCells(), 1);
        QCOMPARE(planning->offer().atBatchPrice.requests, 1);
    }

    /// Half the price, and the plain one beside it.
    void pricesStandSideBySide()
    {
        BatchWorld world;
        const auto planning = world.plan(experimentOf({openAiModel}, {u"lamp"_s}));
        const BatchOffer &offer = planning->offer();
        QVERIFY(offer.atBatchPrice.high && offer.oneByOne.high && *offer.oneByOne.high > Money());
        QCOMPARE(*offer.atBatchPrice.high * 2, *offer.oneByOne.high);
        QCOMPARE(offer.costs.at(0), offer.atBatchPrice);
    }

    /// All of a batch has to fit: it cannot be ended at a limit.
    void limitsForbidIt()
    {
        BatchWorld world;
        RunOptions options;
        options.maxCost = Money::fromNano(1);
        const auto over = world.plan(experimentOf({openAiModel}, {u"lamp"_s}), options);
        QVERIFY(over->overBudget());
        QCOMPARE(over->overBudget()->kind, ErrorKind::Budget);
        options.maxCost = Money::fromDollars(1'000);
        QVERIFY(!world.plan(experimentOf({openAiModel}, {u"lamp"_s}), options)->overBudget());
        const auto unknown = world.plan(experimentOf({u"openai:chat:of-unknown-price"_s}, {u"lamp"_s}), options);
        QVERIFY(unknown->overBudget()); // nobody knows what it may cost
        options.acceptsUnknownCost = true;
        QVERIFY(!world.plan(experimentOf({u"openai:chat:of-unknown-price"_s}, {u"lamp"_s}), options)->overBudget());
        options.maxCost.reset();
        options.limits.perDay = Money::fromNano(1); // which needs the ledger's word
        QVERIFY(world.plan(experimentOf({openAiModel}, {u"lamp"_s}), options)->overBudget());
    }

    void itIsDoneInTheBackground()
    {
        BatchWorld world;
        HandBackground background;
        world.context.background = &background;
        BatchPlanning planning(world.context, world.service);
        QSignalSpy planned(&planning, &BatchPlanning::planned);
        planning.start({.experiment = experimentOf({openAiModel}, {u"lamp"_s}), .warnings = {}, .source = {}}, {});
        QCOMPARE(background.waiting(), 1);
        QTRY_VERIFY((background.workOff(), !planned.isEmpty()));
        QCOMPARE(planning.offer().atBatchPrice.requests, 1);
    }

    void givenUpItIsSilent()
    {
        BatchWorld world;
        HandBackground background;
        world.context.background = &background;
        {
            BatchPlanning planning(world.context, world.service);
            planning.start({.experiment = experimentOf({openAiModel}, {u"lamp"_s}), .warnings = {}, .source = {}}, {});
        }
        background.workOff();
        QCOMPARE(background.waiting(), 0);
    }
};

QTEST_GUILESS_MAIN(BatchPlanningTest)
#include "tst_batchplanning.moc"
