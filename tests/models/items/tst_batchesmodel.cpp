// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/batchesmodel.h"

#include "app/storage/memoryrunstore.h"
#include "models/items/batchtext.h"
#include "models/session/batchbook.h"
#include "tests/support/fakebatches.h"
#include "tests/support/fakeclock.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// Two batches of a run that is there, and one of which nobody knows whether it was sent, of a run that is not.
struct ShownBatches {
    ShownBatches()
    {
        run.id = QUuid::createUuid();
        run.title = u"Lamps\nand more"_s;
        run.started = clock.now();
        run.plannedCells = 3;
        runs.beginRun(run);
        runs.finishRun(run.id, RunState::Stopped, clock.now());
        BatchRecord first;
        first.run = run.id;
        first.id = u"batch_1"_s;
        first.endpoint = endpointFromId(u"openai:chat:gpt-4o"_s, [](const QString &) { return QString(); });
        first.experimentPath = u"/work/lamps.yaml"_s;
        first.items = {u"a"_s, u"b"_s, u"c"_s};
        first.submitted = clock.now();
        first.checked = clock.now();
        first.state = BatchState::Running;
        first.counts = {3, 1, 0, 0};
        first.costLow = Money::fromNano(210'000'000);
        first.costHigh = Money::fromNano(430'000'000);
        BatchRecord doubted;
        doubted.run = QUuid(u"{0123abcd-0000-0000-0000-000000000000}"_s);
        doubted.items = {u"a"_s};
        doubted.submitted = clock.now();
        store.batches = {first, doubted};
    }

    FakeClock clock;
    MemoryRunStore runs{clock};
    MemoryBatchStore store;
    FakeBatchService service;
    RunRecord run;
    BatchBook book{{&runs, &clock, &service, &store}};
};

QString shown(const BatchesModel &model, int row, int column)
{
    return model.index(row, column).data().toString();
}

} // namespace

class BatchesModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void batchesAreListed()
    {
        ShownBatches world;
        BatchesModel model(world.book);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.rowCount(), 0);
        world.book.reload();
        QTRY_COMPARE(model.rowCount(), 2);
        QCOMPARE(shown(model, 0, BatchesModel::Run), u"Lamps…"_s);
        QCOMPARE(shown(model, 0, BatchesModel::Provider), u"openai:chat:gpt-4o"_s);
        QCOMPARE(shown(model, 0, BatchesModel::State), u"running"_s);
        QCOMPARE(shown(model, 0, BatchesModel::Answered), u"1 of 3"_s);
        QCOMPARE(shown(model, 0, BatchesModel::Cost), u"$0.21–$0.43"_s);
        QVERIFY(!shown(model, 0, BatchesModel::Submitted).isEmpty());
        QVERIFY(model.index(0, 0).data(Qt::ToolTipRole).toString().contains(u"batch_1"_s));
        QCOMPARE(shown(model, 1, BatchesModel::Run), u"0123abcd"_s); // its run is far back
        QCOMPARE(shown(model, 1, BatchesModel::State), u"not confirmed"_s);
        QCOMPARE(shown(model, 1, BatchesModel::Checked), u"–"_s);
        QCOMPARE(shown(model, 1, BatchesModel::Cost), u"unknown"_s); // not $0
        QVERIFY(model.index(1, 0).data(Qt::ToolTipRole).toString().contains(u"0123abcd-0000"_s));
    }

    void theyChange()
    {
        ShownBatches world;
        BatchesModel model(world.book);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        world.book.reload();
        QTRY_COMPARE(model.rowCount(), 2);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        world.service.tell(u"batch_1"_s, BatchState::Expired, {3, 1, 2, 1});
        world.book.ask(BatchRound::Errand::Refresh, world.book.batches());
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(shown(model, 0, BatchesModel::State), u"expired"_s);
        QCOMPARE(shown(model, 0, BatchesModel::Failed), u"1"_s);
        QCOMPARE(shown(model, 0, BatchesModel::Expired), u"1"_s);
        world.runs.finishRun(world.run.id, RunState::Finished, world.clock.now());
        world.store.batches.removeLast();
        world.book.reload();
        QTRY_COMPARE(model.rowCount(), 1);
        QCOMPARE(shown(model, 0, BatchesModel::State), u"expired, fetched"_s);
    }

    void sentences()
    {
        BatchRecord batch;
        batch.items = {u"a"_s, u"b"_s, u"c"_s, u"d"_s};
        batch.counts = {4, 1, 3, 2};
        QCOMPARE(BatchText::over(u"Lamps"_s, {batch}),
                 u"The batches of “Lamps” are over: 1 of 4 answered. Expired: 2. Failed: 1."_s);
        QVERIFY(BatchText::leftOut({u"mini"_s, BatchObstacle::ThisMachine}).contains(u"this machine"_s));
        QVERIFY(BatchText::leftOut({u"claude\x1b[31m"_s, BatchObstacle::NoBatchApi}).contains(u"␛"_s)); // data, never a control
        BatchResults results;
        for (const BatchOutcome outcome : {BatchOutcome::Answered, BatchOutcome::Failed, BatchOutcome::Expired,
                                           BatchOutcome::Expired, BatchOutcome::Cancelled}) {
            BatchItem item;
            item.name = QString::number(results.items.size());
            item.outcome = outcome;
            item.error = failure(ErrorKind::BadRequest, u"too long"_s).error();
            results.items.push_back(item);
        }
        BatchAnswers answers(results);
        (void)answers.ask(u"not there"_s);
        const QStringList lines = BatchText::merged(u"Lamps"_s, answers);
        QCOMPARE(lines.size(), 5);
        QVERIFY2(lines.at(0).contains(u"1 of 6"_s), qPrintable(lines.at(0)));
        QVERIFY2(lines.at(1).startsWith(u"Failed: 1. "_s) && lines.at(1).contains(u"too long"_s), qPrintable(lines.at(1)));
        QVERIFY2(lines.at(2).startsWith(u"Expired: 2."_s), qPrintable(lines.at(2)));
        QCOMPARE(lines.at(3), u"Cancelled: 1."_s);
        QCOMPARE(lines.at(4), u"Without a result: 1."_s);
    }

    void offers()
    {
        GenerationRequest request;
        request.endpoint = endpointFromId(u"openai:chat:gpt-4o"_s, [](const QString &) { return QString(); });
        BatchOffer offer;
        offer.orders = {BatchOrder{{request, request}}, BatchOrder{{request}}};
        offer.atBatchPrice.low = Money::fromNano(210'000'000);
        offer.atBatchPrice.high = Money::fromNano(430'000'000);
        offer.atBatchPrice.requests = 3;
        offer.oneByOne.low = Money::fromNano(420'000'000);
        offer.oneByOne.high = Money::fromNano(860'000'000);
        QCOMPARE(BatchText::requests(offer), u"Requests: 3. Batches: 2, to openai:chat:gpt-4o (2), openai:chat:gpt-4o (1)."_s);
        QCOMPARE(BatchText::prices(offer), u"At batch price: $0.21–$0.43. Run one by one: $0.42–$0.86."_s);
    }
};

} // namespace Tempera

QTEST_GUILESS_MAIN(Tempera::BatchesModelTest)
#include "tst_batchesmodel.moc"
