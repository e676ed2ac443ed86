// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/batchfetch.h"

#include "tests/models/session/batchworld.h"

using namespace Qt::StringLiterals;
using namespace Tempera;
using namespace Tempera::SessionTesting;

namespace {

/// Two batches of one run that were sent.
struct Fetching : BatchWorld {
    Fetching() { run = submit(experimentOf({u"openai:chat:m"_s, u"openai:chat:other"_s}, {u"lamp"_s, u"whale"_s})); }

    void fetchAll()
    {
        fetch = std::make_unique<BatchFetch>(batchContext(), batches.batches);
        QObject::connect(fetch.get(), &BatchFetch::failed, fetch.get(), [this](const Error &error) { errors += error.detail; });
        QSignalSpy finished(fetch.get(), &BatchFetch::finished);
        fetch->start();
        QVERIFY(QTest::qWaitFor([&finished] { return finished.size() == 1; }));
    }

    QUuid run;
    std::unique_ptr<BatchFetch> fetch;
    QStringList errors;
};

} // namespace

class BatchFetchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsFetchedWhileOneIsOpen()
    {
        Fetching world;
        world.service.tell(u"batch_1"_s, BatchState::Completed, {2, 2, 0});
        world.fetchAll();
        QCOMPARE(world.fetch->outcome(), BatchFetch::Outcome::StillOpen);
        QVERIFY(world.service.fetchedIds.isEmpty());
        QCOMPARE(world.batches.batches.at(1).state, BatchState::Completed); // what was told is kept
    }

    /// What became of the requests is counted from their results.
    void resultsOfAllAreFetched()
    {
        Fetching world;
        world.service.tell(u"batch_1"_s, BatchState::Completed, {2, 0, 0});
        world.service.tell(u"batch_2"_s, BatchState::Expired, {2, 0, 0});
        world.service.results.insert(u"batch_1"_s, {{world.service.item(0, 0, BatchOutcome::Answered, "lamp"),
                                                     world.service.item(0, 1, BatchOutcome::Failed, "too long")},
                                                    {}});
        world.service.results.insert(u"batch_2"_s, {{world.service.item(1, 0, BatchOutcome::Expired)}, {}});
        world.fetchAll();
        QCOMPARE(world.fetch->outcome(), BatchFetch::Outcome::Fetched);
        QCOMPARE(world.fetch->takeResults().items.size(), 3u);
        QCOMPARE(world.batches.batches.at(1).counts, (BatchCounts{2, 1, 1, 0}));
        QCOMPARE(world.batches.batches.at(0).counts, (BatchCounts{2, 0, 1, 1}));
    }

    void aBatchThatFailedAsAWhole()
    {
        Fetching world;
        world.service.tell(u"batch_1"_s, BatchState::Failed, {2, 0, 0});
        world.service.tell(u"batch_2"_s, BatchState::Completed, {2, 2, 0});
        world.fetchAll();
        QCOMPARE(world.fetch->outcome(), BatchFetch::Outcome::Fetched);
        QCOMPARE(world.service.fetchedIds, QStringList{u"batch_2"_s});
        const BatchResults results = world.fetch->takeResults();
        QCOMPARE(results.items.size(), 2u);
        QCOMPARE(results.items.at(0).outcome, BatchOutcome::Failed);
        QCOMPARE(world.batches.batches.at(1).counts, (BatchCounts{2, 0, 2, 0}));
    }

    /// Its cells are to be asked again.
    void aBatchOfWhichNobodyKnows()
    {
        Fetching world;
        world.batches.batches[1].id.clear();
        world.batches.batches[1].state = BatchState::Submitting;
        world.service.tell(u"batch_2"_s, BatchState::Completed, {2, 2, 0});
        world.fetchAll();
        QCOMPARE(world.fetch->outcome(), BatchFetch::Outcome::Fetched);
        QCOMPARE(world.service.fetchedIds, QStringList{u"batch_2"_s});
        QVERIFY(world.fetch->takeResults().items.empty());
    }

    void faultsAreTold()
    {
        Fetching world;
        world.service.refreshFault = failure(ErrorKind::Network, u"no way"_s).error();
        world.fetchAll();
        QCOMPARE(world.fetch->outcome(), BatchFetch::Outcome::Failed);
        QCOMPARE(world.errors, (QStringList{u"no way"_s, u"no way"_s})); // each was asked
        world.errors.clear();
        world.service.refreshFault.reset();
        world.service.tell(u"batch_1"_s, BatchState::Completed, {2, 2, 0});
        world.service.tell(u"batch_2"_s, BatchState::Completed, {2, 2, 0});
        world.service.fetchFault = failure(ErrorKind::Network, u"cut"_s).error();
        world.fetchAll();
        QCOMPARE(world.fetch->outcome(), BatchFetch::Outcome::Failed);
        QCOMPARE(world.errors, QStringList{u"cut"_s});
    }
};

QTEST_GUILESS_MAIN(BatchFetchTest)
#include "tst_batchfetch.moc"
