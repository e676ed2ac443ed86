// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// What people say of answers is in the ledger like the answers themselves.

#include "app/storage/database.h"
#include "app/storage/ledgerormemory.h"
#include "app/storage/memoryrunstore.h"
#include "app/storage/migrations.h"
#include "tests/app/storage/ledgerfixture.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace Tempera;
using namespace Tempera::LedgerTesting;

namespace {

Judgements judgementsOf(RunStore &store, const QUuid &run)
{
    const auto found = await<Result<Judgements>>([&](QObject *guard, auto done) { store.loadJudgements(run, guard, done); });
    if (!found)
        qFatal("%ls", qUtf16Printable(errorSentence(found.error())));
    return *found;
}

/// With all that a text can be: markup, quotes, a byte order mark, another script.
Rating fullRating()
{
    return {.thumb = Thumb::Down,
            .score = 0.35,
            .comment = u"\ufeff<b>'; DROP TABLE ratings; --\nどう？"_s,
            .tags = {u"too-long"_s, u"\"quoted\""_s, u"日本"_s}};
}

JudgedPair pairOf(int caseIndex, Preference preference, int number)
{
    return {{caseIndex, 0, 0, 1}, {caseIndex, 0, 2, 1}, preference, caseIndex % 2 == 1, preference != Preference::Tie, number};
}

/// What is written into a store, and what has to come back.
void write(RunStore &store, const QUuid &run)
{
    store.saveRating(run, {1, 0, 0, 0}, {.thumb = Thumb::Up});
    store.saveRating(run, {0, 0, 1, 2}, fullRating());
    store.saveRating(run, {2, 0, 0, 0}, {.score = 1.0});
    store.saveRating(run, {1, 0, 0, 0}, {.thumb = Thumb::Down}); // another opinion
    store.saveRating(run, {2, 0, 0, 0}, {});                     // none any more
    store.savePair(run, pairOf(4, Preference::Second, 1));
    store.savePair(run, pairOf(3, Preference::Skipped, 2));
    store.savePair(run, pairOf(5, Preference::Tie, 3));
    store.savePair(run, pairOf(3, Preference::First, 4)); // judged again
    store.removePair(run, pairOf(5, Preference::Tie, 3));
}

void compare(const Judgements &found)
{
    QCOMPARE(found.ratings.size(), 2u);
    QVERIFY(found.ratings[0] == (RatedCell{{0, 0, 1, 2}, fullRating()}));
    QVERIFY(found.ratings[1] == (RatedCell{{1, 0, 0, 0}, {.thumb = Thumb::Down}}));
    QCOMPARE(found.pairs.size(), 2u);
    QVERIFY(found.pairs[0] == pairOf(4, Preference::Second, 1));
    QVERIFY(found.pairs[1] == pairOf(3, Preference::First, 4));
    QVERIFY(found.ratingOf({1, 0, 0, 0}));
    QVERIFY(!found.ratingOf({1, 0, 0, 1}));
}

} // namespace

class LedgerJudgementsTest final : public LedgerFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void theySurviveTheProgram()
    {
        const RunRecord run = someRun();
        {
            const std::unique_ptr<Ledger> ledger = opened();
            ledger->beginRun(run);
            write(*ledger, run.id);
            ledger->finishRun(run.id, RunState::Finished, run.started);
            QVERIFY(flushed(*ledger));
        }
        const std::unique_ptr<Ledger> again = opened();
        compare(judgementsOf(*again, run.id));
        // Long after its end, and what another run is called does not matter.
        again->saveRating(run.id, {7, 0, 0, 0}, {.tags = {u"late"_s}});
        QCOMPARE(judgementsOf(*again, run.id).ratings.size(), 3u);
        QVERIFY(judgementsOf(*again, QUuid::createUuid()).isEmpty());
    }

    void theMemoryIsLikeTheLedger()
    {
        MemoryRunStore memory(m_clock);
        const RunRecord run = someRun();
        memory.beginRun(run);
        write(memory, run.id);
        compare(judgementsOf(memory, run.id));
        const std::unique_ptr<Ledger> ledger = opened();
        memory.copyTo(*ledger);
        compare(judgementsOf(*ledger, run.id));
    }

    /// What is asked for before the file is open waits.
    void theyWaitForTheFile()
    {
        LedgerOrMemory store(path(), m_clock);
        const RunRecord run = someRun();
        store.beginRun(run);
        write(store, run.id);
        compare(judgementsOf(store, run.id));
    }

    void aRunThatIsNotThereIsTold()
    {
        const std::unique_ptr<Ledger> ledger = opened();
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"There is no run"_s));
        ledger->saveRating(QUuid::createUuid(), {}, {.thumb = Thumb::Up});
        const Result<void> result = flushed(*ledger);
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::Storage);
    }

    /// A ledger of the version before, with a run and its cell, is brought to this one and then holds them.
    void anOldLedgerIsMigrated()
    {
        const RunRecord run = someRun(u"old"_s);
        QVERIFY(QDir().mkpath(folder()));
        {
            const std::unique_ptr<Database> database = Database::open(path()).value();
            QList<MigrationFile> old = migrationFiles();
            old.removeIf([](const MigrationFile &file) { return file.number > 7; });
            QCOMPARE(old.size(), 7);
            QVERIFY(migrate(*database, old));
            QVERIFY(!database->number(u"SELECT count(*) FROM ratings"_s)); // it has none
            QVERIFY(database->run(
                u"INSERT INTO runs (uuid, started, state, planned_cells, title, experiment_path, "
                "experiment_yaml) VALUES ('%1', 1, 'finished', 1, 'old', '', x'')"_s.arg(run.id.toString(QUuid::WithoutBraces))));
        }
        const std::unique_ptr<Ledger> ledger = opened();
        QCOMPARE(listed(*ledger)->first().run.title, u"old"_s);
        QVERIFY(judgementsOf(*ledger, run.id).isEmpty());
        write(*ledger, run.id);
        compare(judgementsOf(*ledger, run.id));
    }

    /// While nothing can be written, results make room for each other, but not for what a person said.
    void theyAreNotDroppedForResults()
    {
        const std::unique_ptr<Ledger> ledger = opened();
        const RunRecord run = someRun();
        ledger->beginRun(run);
        QVERIFY(flushed(*ledger));
        const std::unique_ptr<Database> other = Database::open(path()).value();
        QVERIFY(other->run(u"ALTER TABLE cells RENAME TO hidden"_s));
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"cells"_s));
        ledger->saveRating(run.id, {1, 0, 0, 0}, {.thumb = Thumb::Up});
        for (int i = 0; i < 50'000; ++i)
            ledger->saveCell(run.id, doneCell(i));
        QVERIFY(!flushed(*ledger));
        QVERIFY(other->run(u"ALTER TABLE hidden RENAME TO cells"_s));
        static_cast<void>(flushed(*ledger)); // tells of the results that are lost
        QCOMPARE(judgementsOf(*ledger, run.id).ratings.size(), 1u);
    }
};

QTEST_GUILESS_MAIN(LedgerJudgementsTest)
#include "tst_ledgerjudgements.moc"
