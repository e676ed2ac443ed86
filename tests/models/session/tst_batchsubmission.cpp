// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/batchsubmission.h"

#include "models/session/resume.h"
#include "tests/models/session/batchworld.h"

using namespace Qt::StringLiterals;
using namespace Tempera;
using namespace Tempera::SessionTesting;

namespace {

const QStringList twoModels{u"openai:chat:m"_s, u"openai:chat:other"_s};

/// A planned run that is sent by hand.
struct Sending : BatchWorld {
    Sending() : planning(plan(experimentOf(twoModels, {u"lamp"_s, u"whale"_s}))) { }

    std::unique_ptr<BatchSubmission> begin()
    {
        auto made = std::make_unique<BatchSubmission>(batchContext(), planning->record(), planning->takeOffer());
        QObject::connect(made.get(), &BatchSubmission::finished, made.get(), [this] { ++ends; });
        made->start();
        return made;
    }

    std::unique_ptr<BatchPlanning> planning;
    int ends = 0;
};

} // namespace

class BatchSubmissionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// What is sent stands in the ledger before it is, and again with its name before the next one is.
    void eachIsKeptBeforeAndAfter()
    {
        Sending world;
        world.service.isHeld = true;
        const auto submission = world.begin();
        QTRY_COMPARE(world.service.sent.size(), 1u);
        QCOMPARE(world.batches.saved.size(), 1);
        QVERIFY(world.batches.saved.at(0).id.isEmpty());
        QCOMPARE(world.batches.saved.at(0).state, BatchState::Submitting);
        QCOMPARE(world.batches.saved.at(0).items.size(), 2);
        QCOMPARE(world.batches.saved.at(0).counts.total, 2);
        world.service.release();
        QTRY_COMPARE(world.ends, 1);
        QVERIFY(!submission->error());
        QCOMPARE(submission->sent().size(), 2);
        QCOMPARE(world.batches.saved.size(), 4);
        QCOMPARE(world.batches.saved.at(1).id, u"batch_1"_s);
        QCOMPARE(world.batches.saved.at(1).checked, world.clock.now());
        QVERIFY(world.batches.saved.at(1).costHigh);  // by the prices of the catalog
        QVERIFY(!world.batches.saved.at(3).costHigh); // not 0
        const StoredRun run = world.stored(submission->run().id);
        QCOMPARE(run.run.state, RunState::Stopped);
        QVERIFY(waitsForBatches(run.run));
        QVERIFY(!isResumable(run.run)); // nothing is asked and paid for twice
    }

    void whatWasRefusedIsKnown()
    {
        Sending world;
        Error refused = failure(ErrorKind::Auth, u"bad key"_s).error();
        refused.httpStatus = 401;
        world.service.submitFault = refused;
        const auto submission = world.begin();
        QTRY_COMPARE(world.ends, 1);
        QCOMPARE(submission->error()->kind, ErrorKind::Auth);
        QVERIFY(!submission->isInDoubt());
        QCOMPARE(world.service.sent.size(), 1u); // the next one is not tried
        QCOMPARE(world.batches.batches.constFirst().state, BatchState::Failed);
        QVERIFY(world.batches.batches.constFirst().detail.contains(u"bad key"_s));
    }

    void whatBrokeOffIsInDoubt()
    {
        Sending world;
        world.service.submitFault = failure(ErrorKind::Timeout, u"no answer"_s).error();
        const auto submission = world.begin();
        QTRY_COMPARE(world.ends, 1);
        QVERIFY(submission->isInDoubt());
        QCOMPARE(world.batches.batches.constFirst().state, BatchState::Submitting);
    }

    void whatCannotBeKeptIsNotSent()
    {
        Sending world;
        world.batches.refuse(0, failure(ErrorKind::Storage, u"full"_s).error());
        const auto submission = world.begin();
        QTRY_COMPARE(world.ends, 1);
        QCOMPARE(submission->error()->kind, ErrorKind::Storage);
        QVERIFY(submission->unkeptId().isEmpty());
        QVERIFY(world.service.sent.empty());
    }

    void theNameThatIsNotKeptIsTold()
    {
        Sending world;
        world.batches.refuse(1, failure(ErrorKind::Storage, u"full"_s).error());
        const auto submission = world.begin();
        QTRY_COMPARE(world.ends, 1);
        QCOMPARE(submission->unkeptId(), u"batch_1"_s);
    }

    void stoppedItSendsNoMore()
    {
        Sending world;
        world.service.isHeld = true;
        const auto submission = world.begin();
        QTRY_COMPARE(world.service.sent.size(), 1u);
        submission->stop();
        QCOMPARE(world.ends, 0); // what is being sent is waited for
        world.service.release();
        QTRY_COMPARE(world.ends, 1);
        QVERIFY(!submission->error());
        QCOMPARE(submission->sent().size(), 1);
        QCOMPARE(world.batches.batches.size(), 1);
    }
};

QTEST_GUILESS_MAIN(BatchSubmissionTest)
#include "tst_batchsubmission.moc"
