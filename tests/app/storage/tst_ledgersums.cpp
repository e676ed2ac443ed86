// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Lists of runs and what they sum up.

#include "app/storage/ledger.h"

#include "app/storage/database.h"
#include "app/storage/memoryrunstore.h"
#include "tests/app/storage/ledgerfixture.h"

using namespace Qt::StringLiterals;
using namespace Tempera;
using namespace Tempera::LedgerTesting;

class LedgerSumsTest final : public LedgerFixture
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    /// As earlier versions wrote them.
    void sumsOfHugeNumbers()
    {
        const std::unique_ptr<Ledger> ledger = opened();
        const RunRecord run = someRun();
        ledger->beginRun(run);
        for (int i = 0; i < 4; ++i)
            ledger->saveCell(run.id, doneCell(i));
        QVERIFY(flushed(*ledger));
        const Result<std::unique_ptr<Database>> database = Database::open(path());
        QVERIFY((*database)->run(u"UPDATE cells SET cost_nano = 9223372036854775807, input_tokens = 9223372036854775807, "
                                 "output_tokens = 1000000000000 WHERE case_index < 3"_s));
        const Result<LedgerTotals> sums = totals(*ledger, QDateTime::fromMSecsSinceEpoch(0));
        QVERIFY2(sums, qPrintable(sums ? QString() : sums.error().detail));
        QVERIFY(sums->cost.isBeyond());
        QCOMPARE(sums->cells, 4);
        QCOMPARE(sums->inputTokens, 10); // what cannot be a count of tokens is unknown
        QCOMPARE(sums->outputTokens, 3);
        const Result<QList<RunSummary>> list = listed(*ledger);
        QVERIFY(list);
        QVERIFY(list->constFirst().cost.isBeyond());
        QVERIFY(!loaded(*ledger, run.id)->cells[0].usage.inputTokens);
    }

    void sumsAreExact()
    {
        const std::unique_ptr<Ledger> ledger = opened();
        const RunRecord run = someRun();
        ledger->beginRun(run);
        const QList<std::int64_t> amounts{1, 4'294'967'295, 4'294'967'296, 4'294'967'297, 9'000'000'000'000'000'000, -7};
        std::int64_t sum = 0;
        for (int i = 0; i < amounts.size(); ++i) {
            ledger->saveCell(run.id, doneCell(i, Money::fromNano(amounts[i])));
            sum += amounts[i];
        }
        QVERIFY(flushed(*ledger));
        QCOMPARE(totals(*ledger, QDateTime::fromMSecsSinceEpoch(0))->cost.nano(), sum);
        QCOMPARE(listed(*ledger)->constFirst().cost.nano(), sum);
    }

    void lists()
    {
        const std::unique_ptr<Ledger> ledger = opened();
        RunRecord old = someRun(u"old"_s);
        RunRecord young = someRun(u"young"_s);
        young.started = old.started.addDays(1);
        ledger->beginRun(young);
        ledger->beginRun(old);
        ledger->saveCell(old.id, gradedCell(0, Outcome::Pass));
        ledger->saveCell(old.id, gradedCell(1, Outcome::Fail));
        ledger->saveCell(old.id, gradedCell(2, Outcome::Error));
        ledger->saveCell(old.id, gradedCell(3, Outcome::NotEvaluated));
        ledger->saveCell(old.id, doneCell(4, std::nullopt));
        Cell refused; // failed before the first character: nothing was paid
        refused.request.key.caseIndex = 5;
        refused.state = CellState::Failed;
        ledger->saveCell(old.id, refused);
        Cell broken = refused; // broke off: something may have been paid
        broken.request.key.caseIndex = 6;
        broken.text = u"half an ans"_s;
        ledger->saveCell(old.id, broken);
        Cell left; // never asked: it neither failed nor cost anything
        left.request.key.caseIndex = 7;
        left.state = CellState::NotNeeded;
        ledger->saveCell(old.id, left);

        const QList<RunSummary> list = listed(*ledger).value();
        QCOMPARE(list.size(), 2);
        QCOMPARE(list[0].run.title, u"young"_s);
        QCOMPARE(list[0].storedCells, 0);
        QCOMPARE(list[0].cost, Money());
        QCOMPARE(list[1].run.id, old.id);
        QCOMPARE(list[1].storedCells, 8);
        QCOMPARE(list[1].notNeeded, 1);
        QCOMPARE(list[1].answered(), 7);
        QCOMPARE(list[1].passed, 1);
        QCOMPARE(list[1].failed, 2);
        QCOMPARE(list[1].errors, 2);
        QCOMPARE(list[1].cost, Money::fromNano(4000));
        QCOMPARE(list[1].unknownCosts, 2);
        QCOMPARE(listed(*ledger, 1)->size(), 1);
        QCOMPARE(listed(*ledger, 1)->first().run.id, young.id);
    }

    /// An experiment with its data inside is large; a list that carried it along with each cell took a gigabyte.
    void aListLeavesTheExperimentsWhereTheyAre()
    {
        const std::unique_ptr<Ledger> ledger = opened();
        RunRecord run = someRun(u"large"_s);
        run.experimentYaml = QByteArray(1'000'000, 'x');
        ledger->beginRun(run);
        for (int i = 0; i < 1000; ++i)
            ledger->saveCell(run.id, doneCell(i, Money::fromNano(1)));
        const QList<RunSummary> list = listed(*ledger).value();
        QCOMPARE(list.size(), 1);
        QCOMPARE(list[0].storedCells, 1000);
        QCOMPARE(list[0].cost, Money::fromNano(1000));
        QVERIFY(list[0].run.experimentYaml.isEmpty());
        QCOMPARE(loaded(*ledger, run.id)->run.experimentYaml, run.experimentYaml);
    }

    /// What judges cost is spent too; the cost of the answer stays its own.
    void judgesCountInSums()
    {
        const std::unique_ptr<Ledger> ledger = opened();
        const RunRecord run = someRun();
        ledger->beginRun(run);
        Cell judged = gradedCell(0, Outcome::Pass);
        Verdict verdict{u"llm-rubric"_s, Outcome::Pass, 1, 1, {}, u"fine"_s};
        verdict.asked = JudgeUse{"q", u"judge"_s, {}, Money::fromNano(500), true, true, 1};
        judged.grade->verdicts = {verdict, verdict};
        ledger->saveCell(run.id, judged);
        Cell unknown = judged;
        unknown.request.key.caseIndex = 1;
        unknown.grade->verdicts[1].asked->cost.reset();
        ledger->saveCell(run.id, unknown);

        const RunSummary summary = listed(*ledger)->constFirst();
        QCOMPARE(summary.cost, Money::fromNano(1000 + 2 * 500 + 1000 + 500));
        QCOMPARE(summary.unknownCosts, 1);
        QCOMPARE(totals(*ledger, m_clock.now())->cost, summary.cost);
        const WholeRun back = loaded(*ledger, run.id).value();
        QCOMPARE(back.cells[0].cost, Money::fromNano(1000));
        QCOMPARE(back.cells[0].grade, judged.grade);
        QCOMPARE(back.cells[1].cost, Money::fromNano(1000));
    }

    void totalsGoByTheClock()
    {
        const std::unique_ptr<Ledger> ledger = opened();
        const RunRecord run = someRun();
        ledger->beginRun(run);
        ledger->saveCell(run.id, doneCell(0, Money::fromNano(5)));
        m_clock.advance(std::chrono::hours(24));
        const QDateTime today = m_clock.now();
        ledger->saveCell(run.id, doneCell(1, Money::fromNano(1'000'000'000'000'000)));
        ledger->saveCell(run.id, doneCell(2, std::nullopt));

        const LedgerTotals sums = totals(*ledger, today).value();
        QCOMPARE(sums.cost, Money::fromNano(1'000'000'000'000'000));
        QCOMPARE(sums.cells, 2);
        QCOMPARE(sums.unknownCosts, 1);
        QCOMPARE(sums.inputTokens, 20);
        QCOMPARE(sums.outputTokens, 6);
        QCOMPARE(totals(*ledger, today.addDays(-2))->cells, 3);
        QCOMPARE(totals(*ledger, today.addMSecs(1))->cells, 0);
        QCOMPARE(totals(*ledger, today.addMSecs(1))->cost, Money());
    }

    void spendingByDayModelAndExperiment()
    {
        const std::unique_ptr<Ledger> ledger = opened();
        const RunRecord run = someRun(u"First"_s);
        const RunRecord other = someRun(u"Second"_s);
        ledger->beginRun(run);
        ledger->beginRun(other);
        Cell cached = doneCell(0, Money::fromNano(5));
        cached.model = u"small"_s;
        cached.usage.cachedInputTokens = 4;
        cached.retries = 2;
        cached.saved = {Money::fromNano(-3), Money::fromNano(9)};
        ledger->saveCell(run.id, cached);
        cached.saved = {}; // as it comes from the ledger, to be graded anew
        ledger->saveCell(run.id, cached);
        m_clock.advance(std::chrono::hours(24));
        const QDateTime today = m_clock.now();
        Cell dear = doneCell(1, Money::fromNano(700));
        dear.model = u"large"_s;
        ledger->saveCell(run.id, dear);
        Cell failed = doneCell(0, Money::fromNano(30));
        failed.model = u"small"_s;
        failed.state = CellState::Failed;
        ledger->saveCell(other.id, failed);
        Cell unknown = doneCell(1, std::nullopt);
        unknown.model = u"small"_s;
        ledger->saveCell(other.id, unknown);

        const QList<SpendingRow> models = spending(*ledger, {.since = {}, .by = SpendingBy::Model}).value();
        QCOMPARE(models.size(), 2);
        QCOMPARE(models[0].key, u"large"_s); // the dearest first
        QCOMPARE(models[1].key, u"small"_s);
        QCOMPARE(models[1].cells, 3);
        QCOMPARE(models[1].cost, Money::fromNano(35));
        QCOMPARE(models[1].unknownCosts, 1);
        QCOMPARE(models[1].cachedInputTokens, 4);
        QCOMPARE(models[1].retries, 2);
        QCOMPARE(models[1].failed, 1);
        QCOMPARE(models[1].failedCost, Money::fromNano(30));
        QCOMPARE(models[1].savedByPrefix, Money::fromNano(-3));
        QCOMPARE(models[1].savedByAnswers, Money::fromNano(9));
        QCOMPARE(models[0].saved(), Money());
        const QList<SpendingRow> days = spending(*ledger, {.since = {}, .by = SpendingBy::Day}).value();
        QCOMPARE(days.size(), 2);
        QVERIFY(days[0].key < days[1].key);
        QCOMPARE(days[1].key, today.toLocalTime().date().toString(Qt::ISODate));
        QCOMPARE(days[1].cells, 3);
        const QList<SpendingRow> since = spending(*ledger, {.since = today, .by = SpendingBy::Experiment}).value();
        QCOMPARE(since.size(), 2);
        QCOMPARE(since[0].key, u"First"_s);
        QCOMPARE(since[0].cost, Money::fromNano(700));
        QVERIFY(spending(*ledger, {.since = today.addMSecs(1), .by = SpendingBy::Day})->isEmpty());
    }

    /// Tokens are of the same requests as the money: of attempts that were dropped, of judges, and not of what a cache had. Both
    /// stores say the same, in all their sums.
    void tokensAreOfAllThatWasPaid()
    {
        const auto usage = [](std::int64_t input, std::int64_t cached, std::int64_t output) {
            Usage used;
            used.inputTokens = input;
            used.cachedInputTokens = cached;
            used.outputTokens = output;
            return used;
        };
        const auto cellAt = [&usage](int index, const QString &host) {
            Cell cell = doneCell(index, Money::fromNano(1000));
            cell.usage = usage(10, 1, 3);
            cell.request.endpoint.kind = EndpointKind::Remote;
            cell.request.endpoint.baseUrl = QUrl(u"https://"_s + host + u"/v1"_s);
            return cell;
        };
        Cell fallback = cellAt(0, u"a.example"_s);
        CellAttempt dropped;
        dropped.end = AttemptEnd::ChecksFailed;
        dropped.usage = usage(100, 20, 30);
        dropped.judges = usage(1000, 200, 300);
        dropped.cost = Money::fromNano(700);
        CellAttempt result;
        result.usage = fallback.usage;
        result.cost = Money::fromNano(300);
        result.isResult = true;
        fallback.attempts = {dropped, result};
        Cell judged = cellAt(1, u"a.example"_s);
        Verdict verdict{u"llm-rubric"_s, Outcome::Pass, 1, 1, {}, u"fine"_s};
        verdict.asked = JudgeUse{"q", u"judge"_s, usage(5, 2, 1), Money::fromNano(500), true, true, 1};
        judged.grade = Grade{Outcome::Pass, 1, {verdict}};
        Cell kept = cellAt(2, u"b.example"_s);
        kept.cost = Money();
        kept.notes = {{NoteKind::FromCache, {}}};

        const std::unique_ptr<Ledger> ledger = opened();
        MemoryRunStore memory(m_clock);
        const RunRecord run = someRun();
        for (RunStore *store : {static_cast<RunStore *>(ledger.get()), static_cast<RunStore *>(&memory)}) {
            store->beginRun(run);
            for (const Cell &cell : {fallback, judged, kept})
                store->saveCell(run.id, cell);
            store->saveCell(run.id, fallback); // stored again it is there once
            const QList<SpendingRow> rows = spending(*store, {.since = {}, .by = SpendingBy::Endpoint}).value();
            QCOMPARE(rows.size(), 2);
            QCOMPARE(rows[0].key, u"a.example"_s);
            QCOMPARE(rows[0].cost, Money::fromNano(1000 + 1000 + 500));
            QCOMPARE(rows[0].inputTokens, (10 + 100 + 1000) + (10 + 5));
            QCOMPARE(rows[0].cachedInputTokens, (1 + 20 + 200) + (1 + 2));
            QCOMPARE(rows[0].outputTokens, (3 + 30 + 300) + (3 + 1));
            QCOMPARE(rows[1].cost, Money());
            QCOMPARE(rows[1].inputTokens, 0);
            QCOMPARE(rows[1].outputTokens, 0);
            const LedgerTotals sums = totals(*store, QDateTime::fromMSecsSinceEpoch(0)).value();
            QCOMPARE(sums.inputTokens, rows[0].inputTokens);
            QCOMPARE(sums.outputTokens, rows[0].outputTokens);
            QCOMPARE(sums.cost, rows[0].cost);
            const WholeRun back = loaded(*store, run.id).value(); // where summaries say the same as bodies
            QCOMPARE(back.cells[0].attempts, fallback.attempts);
            QCOMPARE(back.cells[2].usage.inputTokens, 10);
        }
    }

    /// Of the same host whatever the path is; what runs here has a name of its own. Both stores say the same.
    void spendingByEndpoint()
    {
        const std::unique_ptr<Ledger> ledger = opened();
        MemoryRunStore memory(m_clock);
        const RunRecord run = someRun();
        QList<Cell> cells;
        const auto asked = [&cells](EndpointKind kind, const QString &url, qint64 nano) {
            Cell cell = doneCell(static_cast<int>(cells.size()), Money::fromNano(nano));
            cell.request.endpoint.kind = kind;
            cell.request.endpoint.baseUrl = QUrl(url);
            cells += cell;
        };
        asked(EndpointKind::Remote, u"https://api.openai.com/v1"_s, 5);
        asked(EndpointKind::Remote, u"https://api.openai.com/v2"_s, 6);
        asked(EndpointKind::Remote, u"http://localhost:8080/v1"_s, 3);
        asked(EndpointKind::Local, {}, 0);
        for (RunStore *store : {static_cast<RunStore *>(ledger.get()), static_cast<RunStore *>(&memory)}) {
            store->beginRun(run);
            for (const Cell &cell : std::as_const(cells))
                store->saveCell(run.id, cell);
            const QList<SpendingRow> rows = spending(*store, {.since = {}, .by = SpendingBy::Endpoint}).value();
            QCOMPARE(rows.size(), 3);
            QCOMPARE(rows[0].key, u"api.openai.com"_s);
            QCOMPARE(rows[0].cells, 2);
            QCOMPARE(rows[0].cost, Money::fromNano(11));
            QCOMPARE(rows[1].key, u"localhost:8080"_s);
            QCOMPARE(rows[2].key, u"local"_s);
        }
    }
};

QTEST_GUILESS_MAIN(LedgerSumsTest)
#include "tst_ledgersums.moc"
