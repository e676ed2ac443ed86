// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Batches are followed after a restart: the ledger has all that is needed for it, and nothing secret.

#include "app/storage/ledgerormemory.h"
#include "tests/app/storage/ledgerfixture.h"

using namespace Qt::StringLiterals;
using namespace Tempera;
using namespace Tempera::LedgerTesting;

namespace {

Result<QList<BatchRecord>> batchesIn(BatchStore &store)
{
    return await<Result<QList<BatchRecord>>>([&](QObject *guard, auto done) { store.listBatches(guard, done); });
}

Result<void> keptBatch(BatchStore &store, const BatchRecord &batch)
{
    return await<Result<void>>([&](QObject *guard, auto done) { store.saveBatch(batch, guard, done); });
}

BatchRecord batchOf(const QUuid &run, int number)
{
    BatchRecord batch;
    batch.run = run;
    batch.number = number;
    batch.endpoint = endpointFromId(u"openai:chat:gpt-4o"_s, [](const QString &) { return QString(); });
    batch.endpoint.wire = openAiChatWire;
    batch.experimentPath = u"/home/me/ünï.yaml"_s;
    batch.items = {u"c0-p0-v0-r0-00000000"_s, u"c1-p0-v0-r0-11111111"_s};
    batch.submitted = QDateTime::fromMSecsSinceEpoch(1'764'400'000'123 + number, QTimeZone::UTC);
    batch.counts = {2, 0, 0};
    return batch;
}

} // namespace

class LedgerBatchesTest final : public LedgerFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void theyOutliveTheProgram()
    {
        const QUuid run = QUuid::createUuid();
        BatchRecord known = batchOf(run, 1);
        {
            const auto ledger = opened();
            ledger->beginRun({.id = run, .title = u"t"_s, .started = m_clock.now(), .plannedCells = 2});
            ledger->finishRun(run, RunState::Stopped, m_clock.now());
            QVERIFY(keptBatch(*ledger, batchOf(run, 0)));
            QVERIFY(keptBatch(*ledger, known));
            known.id = u"batch_1"_s; // what is known of it has changed
            known.state = BatchState::Expired;
            known.checked = known.submitted.addSecs(60);
            known.counts = {2, 1, 1, 1};
            known.costLow = Money::fromNano(12);
            known.costHigh = Money::fromNano(9'000'000'000'000);
            known.input = u"file-in"_s;
            known.results = u"file-out"_s;
            known.errors = u"file-err"_s;
            known.detail = u"\"why\" –\n日本"_s;
            QVERIFY(keptBatch(*ledger, known));
        }
        const auto ledger = opened();
        const Result<QList<BatchRecord>> list = batchesIn(*ledger);
        QVERIFY(list);
        QCOMPARE(list->size(), 2);
        QVERIFY(list->at(0) == known); // the newest first
        QVERIFY(list->at(1) == batchOf(run, 0));
    }

    void oneOfNoRunIsRefused()
    {
        const auto ledger = opened();
        const Result<void> kept = keptBatch(*ledger, batchOf(QUuid::createUuid(), 0));
        QVERIFY(!kept);
        QCOMPARE(kept.error().kind, ErrorKind::Storage);
        QVERIFY(batchesIn(*ledger)->isEmpty());
    }

    void noSecretIsKept()
    {
        const QUuid run = QUuid::createUuid();
        {
            const auto ledger = opened();
            ledger->beginRun({.id = run, .title = u"t"_s, .started = m_clock.now(), .plannedCells = 2});
            BatchRecord batch = batchOf(run, 0);
            batch.endpoint.headers.insert(u"X-Api-Key"_s, u"sk-canary"_s);
            batch.endpoint.baseUrl = QUrl(u"https://me:pw-canary@llm.example.com/v1?key=q-canary"_s);
            QVERIFY(keptBatch(*ledger, batch));
        }
        QVERIFY(!contentOf(folder()).contains("canary"));
    }

    void withoutALedgerThereAreNone()
    {
        QVERIFY(QDir().mkpath(path())); // a folder where the file should be
        LedgerOrMemory store(path(), m_clock);
        const Result<void> kept = keptBatch(store, batchOf(QUuid::createUuid(), 0));
        QVERIFY(!kept);
        QCOMPARE(kept.error().kind, ErrorKind::Storage);
        QVERIFY(!batchesIn(store));
    }
};

QTEST_GUILESS_MAIN(LedgerBatchesTest)
#include "tst_ledgerbatches.moc"
