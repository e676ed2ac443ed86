// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/ledger.h"

#include "app/storage/database.h"
#include "app/storage/memoryrunstore.h"
#include "tests/app/storage/ledgerfixture.h"
#include "tests/app/storage/randomcell.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Tempera;
using namespace Tempera::LedgerTesting;

class LedgerTest final : public LedgerFixture
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void branchesComeBackWithTheirVocabulary()
    {
        RandomCells random(5);
        const RunRecord run = someRun();
        auto vocabulary = std::make_shared<Vocabulary>();
        vocabulary->append(" Paris");
        vocabulary->append("\xe2\x82");
        Branch branch;
        branch.number = 2;
        branch.parent = 1;
        branch.position = 1;
        branch.chosen = true;
        branch.cell = random.cell({3, 0, 1, 2});
        branch.cell.vocabulary = vocabulary;
        branch.cell.trace = {std::make_shared<TokenTrace>(random.token()), std::make_shared<TokenTrace>(random.token()),
                             std::make_shared<TokenTrace>(random.token())};
        Cell cell = random.cell({3, 0, 1, 2});
        cell.vocabulary = vocabulary;
        {
            const std::unique_ptr<Ledger> ledger = opened();
            ledger->beginRun(run);
            ledger->saveCell(run.id, cell);
            ledger->saveBranch(run.id, branch);
            branch.removed = true;
            ledger->saveBranch(run.id, branch); // it replaces
            QVERIFY(flushed(*ledger));
        }
        const std::unique_ptr<Ledger> ledger = opened();
        const Result<WholeRun> back = loaded(*ledger, run.id);
        QVERIFY(back);
        QCOMPARE(back->cells.size(), 1U);
        QVERIFY(back->cells[0].vocabulary && *back->cells[0].vocabulary == *vocabulary);
        QCOMPARE(back->branches.size(), 1U);
        const Branch &kept = back->branches[0];
        QCOMPARE(kept.number, 2);
        QCOMPARE(kept.parent, 1);
        QCOMPARE(kept.position, 1);
        QVERIFY(kept.chosen && kept.removed);
        QVERIFY(kept.cell.vocabulary && *kept.cell.vocabulary == *vocabulary);
        QCOMPARE(kept.cell.request.prefix.size(), 2U);
        QCOMPARE(kept.cell.request.prefix[1]->chosen, branch.cell.trace[1]->chosen);
        Branch expected = branch;
        expected.cell.request.prefix = kept.cell.request.prefix;
        QCOMPARE(firstDifference(kept.cell, expected.cell), QString());
        const Result<QList<RunSummary>> runs = listed(*ledger);
        QVERIFY(runs);
        QCOMPARE(runs->constFirst().storedCells, 1); // branches do not count
    }

    void cellsCanBeAskedForByKey()
    {
        RandomCells random(11);
        const RunRecord run = someRun();
        Cell traced = random.cell({1, 0, 2, 0});
        traced.trace = {std::make_shared<TokenTrace>(random.token()), std::make_shared<TokenTrace>(random.token())};
        Cell bare = random.cell({2, 0, 2, 0});
        bare.trace = {};
        const std::unique_ptr<Ledger> ledger = opened();
        ledger->beginRun(run);
        ledger->saveCell(run.id, bare);
        ledger->saveCell(run.id, traced);
        // In the order of the question, without what is not there; what was not committed yet is seen.
        const Result<std::vector<Cell>> back = loadedCells(*ledger, run.id, {traced.request.key, {9, 9, 9, 9}, bare.request.key});
        QVERIFY(back);
        QCOMPARE(back->size(), 2U);
        QCOMPARE(firstDifference((*back)[0], traced), QString());
        QCOMPARE(firstDifference((*back)[1], bare), QString());
        QVERIFY(loadedCells(*ledger, run.id, {}).value().empty());
        QCOMPARE(loadedCells(*ledger, QUuid::createUuid(), {traced.request.key}).error().kind, ErrorKind::Storage);
    }

    void aRunIsReadPageByPage_data()
    {
        QTest::addColumn<bool>("inMemory");
        QTest::newRow("file") << false;
        QTest::newRow("memory") << true;
    }

    /// In the order of the keys, whatever the order in which cells were written; the first page knows the run, too.
    void aRunIsReadPageByPage()
    {
        QFETCH(bool, inMemory);
        const std::unique_ptr<Ledger> ledger = inMemory ? nullptr : opened();
        MemoryRunStore memory(m_clock);
        RunStore &store = inMemory ? static_cast<RunStore &>(memory) : *ledger;
        RunRecord run = someRun(u"in pages"_s);
        run.experimentYaml = "prompts: [x]";
        store.beginRun(run);
        for (const int i : {7, 3, 0, 9, 1, 5, 2, 8, 4, 6}) {
            Cell cell = doneCell(i / 4);
            cell.request.key.variantIndex = i % 4 / 2;
            cell.request.key.repeat = i % 2;
            store.saveCell(run.id, cell);
        }
        const Result<StoredRun> whole = loadedPage(store, run.id, {});
        QVERIFY(whole);
        QCOMPARE(whole->cells.size(), 10U);
        QVERIFY(!whole->hasMore);
        for (const int limit : {1, 3, 5, 10, 100}) {
            CellTable cells;
            RunPage next{.after = {}, .limit = limit};
            bool hasMore = true;
            while (hasMore) {
                const Result<StoredRun> page = loadedPage(store, run.id, next);
                QVERIFY(page);
                QVERIFY(std::ssize(page->cells) <= limit);
                QCOMPARE(page->run.id, run.id);
                QCOMPARE(page->run.experimentYaml, next.after ? QByteArray() : run.experimentYaml);
                for (const CellSummary &cell : page->cells)
                    cells.push_back(cell);
                hasMore = page->hasMore;
                QVERIFY(!hasMore || !page->cells.empty());
                if (hasMore)
                    next.after = page->cells.back().key;
            }
            QVERIFY(std::ranges::equal(cells, whole->cells));
        }
        QVERIFY(loadedPage(store, run.id, {.after = CellKey{99, 0, 0, 0}, .limit = 5})->cells.empty());
        QVERIFY(!loadedPage(store, QUuid::createUuid(), {.after = {}, .limit = 5}));
    }

    void everyFieldComesBack()
    {
        RandomCells random(21);
        RunRecord run = someRun(u"\uFEFFlamps"_s);
        run.experimentPath = u"/home/ä/lamps.yaml"_s;
        run.experimentYaml = QByteArray("a: b\0\xff", 6);
        std::vector<Cell> cells;
        for (int i = 0; i < 300; ++i)
            cells.push_back(random.cell({i / 8, i / 4 % 2, i / 2 % 2, i % 2}));
        {
            const std::unique_ptr<Ledger> ledger = opened();
            ledger->beginRun(run);
            for (const Cell &cell : cells)
                ledger->saveCell(run.id, cell);
            ledger->finishRun(run.id, RunState::Stopped, run.started.addMSecs(4321));
            QVERIFY(flushed(*ledger));
        }
        const std::unique_ptr<Ledger> ledger = opened();
        const Result<WholeRun> back = loaded(*ledger, run.id);
        QVERIFY(back);
        QCOMPARE(back->run.id, run.id);
        QCOMPARE(back->run.title, run.title);
        QCOMPARE(back->run.experimentPath, run.experimentPath);
        QCOMPARE(back->run.experimentYaml, run.experimentYaml);
        QCOMPARE(back->run.started, run.started);
        QCOMPARE(back->run.finished, run.started.addMSecs(4321));
        QCOMPARE(back->run.state, RunState::Stopped);
        QCOMPARE(back->run.plannedCells, 12);
        QCOMPARE(back->cells.size(), cells.size());
        for (std::size_t i = 0; i < cells.size(); ++i)
            QCOMPARE(firstDifference(back->cells[i], cells[i]), QString());
    }

    void theDestructorCommits()
    {
        const RunRecord run = someRun();
        {
            const std::unique_ptr<Ledger> ledger = opened();
            ledger->beginRun(run);
            for (int i = 0; i < 150; ++i)
                ledger->saveCell(run.id, doneCell(i));
        }
        QCOMPARE(loaded(*opened(), run.id)->cells.size(), 150u);
    }

    void aCellIsReplaced()
    {
        const std::unique_ptr<Ledger> ledger = opened();
        const RunRecord run = someRun();
        ledger->beginRun(run);
        ledger->saveCell(run.id, doneCell(0, std::nullopt));
        Cell again = doneCell(0, Money::fromNano(7));
        again.text = u"better"_s;
        ledger->saveCell(run.id, again);
        const Result<WholeRun> back = loaded(*ledger, run.id);
        QCOMPARE(back->cells.size(), 1u);
        QCOMPARE(firstDifference(back->cells[0], again), QString());
        QCOMPARE(listed(*ledger)->first().unknownCosts, 0);
    }

    void aRunIsTakenUpAgain()
    {
        const std::unique_ptr<Ledger> ledger = opened();
        RunRecord run = someRun();
        ledger->beginRun(run);
        ledger->saveCell(run.id, doneCell(0));
        ledger->finishRun(run.id, RunState::Stopped, run.started.addSecs(1));
        run.plannedCells = 40;
        ledger->beginRun(run);
        const Result<WholeRun> back = loaded(*ledger, run.id);
        QCOMPARE(back->cells.size(), 1u);
        QCOMPARE(back->run.state, RunState::Running);
        QVERIFY(!back->run.finished.isValid());
        QCOMPARE(back->run.plannedCells, 40);
    }

    void unknownStaysUnknown()
    {
        const std::unique_ptr<Ledger> ledger = opened();
        const RunRecord run = someRun();
        ledger->beginRun(run);
        Cell cell;
        cell.state = CellState::Done;
        ledger->saveCell(run.id, cell);
        const Result<WholeRun> back = loaded(*ledger, run.id);
        QVERIFY(back);
        QVERIFY(!back->cells[0].cost);
        QVERIFY(!back->cells[0].usage.inputTokens);
        QVERIFY(!back->cells[0].seed);
        QVERIFY(!back->cells[0].grade);
        const Result<std::unique_ptr<Database>> database = Database::open(path());
        QCOMPARE((*database)->number(u"SELECT count(*) FROM cells WHERE cost_nano IS NULL AND input_tokens IS NULL"_s), 1);
    }

    void answersAreKept()
    {
        const QByteArray key = QByteArray::fromHex("00ff10");
        RandomCells random(5);
        {
            const std::unique_ptr<Ledger> ledger = opened();
            QVERIFY(!found(*ledger, key));
            ledger->put(key, CachedAnswer{u"old"_s, {}, {}, {}, FinishReason::Stop});
            const Cell cell = random.cell({});
            ledger->put(key, CachedAnswer{u"\uFEFFgrüß"_s, u"m"_s, cell.usage, cell.timings, FinishReason::Length});
            QCOMPARE(found(*ledger, key)->text, u"\uFEFFgrüß"_s); // before it was committed
        }
        const std::unique_ptr<Ledger> ledger = opened();
        const std::optional<CachedAnswer> answer = found(*ledger, key);
        const Cell cell = RandomCells(5).cell({});
        QVERIFY(answer);
        QCOMPARE(answer->text, u"\uFEFFgrüß"_s);
        QCOMPARE(answer->model, u"m"_s);
        QCOMPARE(answer->usage.cacheWrite1hTokens, cell.usage.cacheWrite1hTokens);
        QCOMPARE(answer->usage.outputTokens, cell.usage.outputTokens);
        QCOMPARE(answer->usage.exactness, cell.usage.exactness);
        QCOMPARE(answer->timings.queued, cell.timings.queued);
        QCOMPARE(answer->timings.tokensPerSecond, cell.timings.tokensPerSecond);
        QCOMPARE(answer->finishReason, FinishReason::Length);
        QVERIFY(!found(*ledger, "another"));
    }

    void tracesCanBeLeftOut()
    {
        const RunRecord run = someRun();
        Cell cell = doneCell(0);
        cell.trace.push_back(std::make_shared<TokenTrace>(RandomCells(1).token()));
        const std::unique_ptr<Ledger> ledger = opened(TraceStorage::Drop);
        ledger->beginRun(run);
        ledger->saveCell(run.id, cell);
        QVERIFY(loaded(*ledger, run.id)->cells[0].trace.empty());
        QCOMPARE(cell.trace.size(), 1u);
    }

    void aDamagedTraceCostsOnlyTheTrace()
    {
        const std::unique_ptr<Ledger> ledger = opened();
        const RunRecord run = someRun();
        ledger->beginRun(run);
        ledger->saveCell(run.id, doneCell(0));
        QVERIFY(flushed(*ledger));
        QVERIFY(Database::open(path()).value()->run(u"UPDATE cells SET trace = x'00000001ff'"_s));
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"qUncompress"_s));
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"trace is damaged"_s));
        const Result<WholeRun> back = loaded(*ledger, run.id);
        QVERIFY(back);
        QCOMPARE(back->cells[0].text, u"answer 0"_s);
    }

    void howARunWasPlannedComesBack()
    {
        const std::unique_ptr<Ledger> ledger = opened();
        RunRecord run = someRun();
        run.planOptions = R"({"repeat":3})";
        ledger->beginRun(run);
        const RunRecord plain = someRun();
        ledger->beginRun(plain);
        QCOMPARE(loaded(*ledger, run.id)->run.planOptions, run.planOptions);
        QVERIFY(loaded(*ledger, plain.id)->run.planOptions.isEmpty());
        const QList<RunSummary> list = listed(*ledger).value();
        for (const RunSummary &each : list)
            QCOMPARE(each.run.planOptions, each.run.id == run.id ? run.planOptions : QByteArray());
        run.planOptions = R"({"repeat":4})";
        ledger->beginRun(run); // taken up again
        QCOMPARE(loaded(*ledger, run.id)->run.planOptions, run.planOptions);
    }

    void noKeyInTheFile()
    {
        const QByteArray key = "sk-fake-4f9d2c81";
        qputenv("OPENAI_API_KEY", key);
        const RunRecord run = someRun();
        {
            const std::unique_ptr<Ledger> ledger = opened();
            ledger->beginRun(run);
            Cell cell = doneCell(0);
            cell.request.endpoint = endpointFromId(u"openai:chat:gpt-4o-mini"_s);
            cell.request.endpoint.headers = {{u"Authorization"_s, u"Bearer "_s + QString::fromLatin1(key)}};
            cell.request.endpoint.baseUrl.setPassword(QString::fromLatin1(key));
            ledger->saveCell(run.id, cell);
            QVERIFY(flushed(*ledger));
            QVERIFY(contentOf(folder()).contains("answer 0"));
            QVERIFY(!contentOf(folder()).contains(key));
        }
        QVERIFY(!contentOf(folder()).contains(key));
        qunsetenv("OPENAI_API_KEY");
    }

    void writing()
    {
        const std::unique_ptr<Ledger> ledger = opened();
        const RunRecord run = someRun();
        ledger->beginRun(run);
        QBENCHMARK_ONCE
        {
            for (int i = 0; i < 4000; ++i)
                ledger->saveCell(run.id, gradedCell(i, Outcome::Pass));
            QVERIFY(flushed(*ledger));
        }
        QCOMPARE(listed(*ledger)->first().storedCells, 4000);
    }
};

QTEST_GUILESS_MAIN(LedgerTest)
#include "tst_ledger.moc"
