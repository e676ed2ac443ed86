// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/database.h"
#include "app/storage/ledger.h"
#include "tests/app/storage/await.h"
#include "tests/app/storage/randomcell.h"
#include "tests/support/fakeclock.h"

#include <QDir>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <thread>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

/// A finished cell without anything unknown.
Cell doneCell(int caseIndex, std::optional<Money> cost = Money::fromNano(1000))
{
    Cell cell;
    cell.request.key.caseIndex = caseIndex;
    cell.state = CellState::Done;
    cell.text = u"answer %1"_s.arg(caseIndex);
    cell.cost = cost;
    cell.usage.inputTokens = 10;
    cell.usage.outputTokens = 3;
    return cell;
}

Cell gradedCell(int caseIndex, Outcome outcome)
{
    Cell cell = doneCell(caseIndex);
    cell.grade = Grade{outcome, outcome == Outcome::Pass ? 1.0 : 0.0, {}};
    return cell;
}

QByteArray contentOf(const QString &folder)
{
    QByteArray all;
    for (const QFileInfo &info : QDir(folder).entryInfoList(QDir::Files)) {
        QFile file(info.filePath());
        if (file.open(QIODevice::ReadOnly))
            all += file.readAll();
    }
    return all;
}

} // namespace

class LedgerTest final : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    FakeClock m_clock;

    QString path() const { return m_folder->filePath(u"deep/er/ledger.db"_s); }
    QString folder() const { return m_folder->filePath(u"deep/er"_s); }

    std::unique_ptr<Ledger> opened(TraceStorage traces = TraceStorage::Keep)
    {
        Result<std::unique_ptr<Ledger>> ledger = Ledger::open(path(), m_clock, traces);
        if (!ledger)
            qFatal("%ls", qUtf16Printable(errorSentence(ledger.error())));
        return *std::move(ledger);
    }

    /// What an open that must fail says.
    Error refusal(const QString &file)
    {
        const Result<std::unique_ptr<Ledger>> ledger = Ledger::open(file, m_clock);
        if (ledger)
            qFatal("it was opened");
        return ledger.error();
    }

    void writeFile(const QByteArray &content)
    {
        QVERIFY(QDir().mkpath(folder()));
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
    }

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

        const QList<RunSummary> list = listed(*ledger).value();
        QCOMPARE(list.size(), 2);
        QCOMPARE(list[0].run.title, u"young"_s);
        QCOMPARE(list[0].storedCells, 0);
        QCOMPARE(list[0].cost, Money());
        QCOMPARE(list[1].run.id, old.id);
        QCOMPARE(list[1].storedCells, 7);
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
        QCOMPARE(answer->usage, cell.usage);
        QCOMPARE(answer->timings, cell.timings);
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

    void anUnknownRunIsAnError()
    {
        const std::unique_ptr<Ledger> ledger = opened();
        const Result<WholeRun> missing = loaded(*ledger, QUuid::createUuid());
        QVERIFY(!missing);
        QCOMPARE(missing.error().kind, ErrorKind::Storage);

        const RunRecord run = someRun();
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"There is no run"_s));
        ledger->saveCell(QUuid::createUuid(), doneCell(0));
        ledger->beginRun(run);
        ledger->saveCell(run.id, doneCell(1)); // is not held up by the other one
        const Result<void> first = flushed(*ledger);
        QVERIFY(!first);
        QCOMPARE(first.error().kind, ErrorKind::Storage);
        QVERIFY(flushed(*ledger)); // told once
        QCOMPARE(loaded(*ledger, run.id)->cells.size(), 1u);
    }

    void writesWaitForBetterTimes()
    {
        const std::unique_ptr<Ledger> ledger = opened();
        const RunRecord run = someRun();
        QVERIFY(flushed(*ledger));
        const std::unique_ptr<Database> other = Database::open(path()).value();
        QVERIFY(other->run(u"ALTER TABLE cells RENAME TO hidden"_s));
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"cells"_s));
        ledger->beginRun(run);
        ledger->saveCell(run.id, doneCell(0));
        const Result<void> result = flushed(*ledger);
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::Storage);
        QCOMPARE(result.error().place, path());
        QVERIFY(other->run(u"ALTER TABLE hidden RENAME TO cells"_s));
        QVERIFY(flushed(*ledger));
        QCOMPARE(loaded(*ledger, run.id)->cells.size(), 1u);
    }

    /// Tens of thousands of results while nothing can be written: not each tries to write all those before it, what is
    /// kept is bounded, and the loss is told. The run itself is not lost.
    void aFullDiskIsBounded()
    {
        const std::unique_ptr<Ledger> ledger = opened();
        const RunRecord run = someRun();
        QVERIFY(flushed(*ledger));
        const std::unique_ptr<Database> other = Database::open(path()).value();
        QVERIFY(other->run(u"ALTER TABLE cells RENAME TO hidden"_s));
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"cells"_s));
        ledger->beginRun(run);
        constexpr int many = 50'000;
        for (int i = 0; i < many; ++i)
            ledger->saveCell(run.id, doneCell(i));
        QVERIFY(!loaded(*ledger, run.id)); // behind all of them: none comes only when the disk is well again
        QVERIFY(other->run(u"ALTER TABLE hidden RENAME TO cells"_s));
        const Result<void> result = flushed(*ledger);
        QVERIFY(!result);
        QVERIFY2(result.error().detail.contains(u"could not be kept"_s), qPrintable(result.error().detail));
        const Result<WholeRun> back = loaded(*ledger, run.id);
        QVERIFY(back);
        QVERIFY(back->cells.size() >= 5'000 && back->cells.size() <= 20'000);
        QCOMPARE(back->cells.back().request.key.caseIndex, many - 1); // the newest are kept
    }

    void whatNobodyCarriesOutIsInterrupted()
    {
        const RunRecord run = someRun();
        const RunRecord other = someRun();
        std::unique_ptr<Ledger> gone = opened();
        gone->beginRun(run);
        QVERIFY(flushed(*gone));
        const std::unique_ptr<Ledger> stays = opened();
        QCOMPARE(loaded(*stays, run.id)->run.state, RunState::Running);
        stays->beginRun(other);
        QVERIFY(flushed(*stays));
        gone.reset();
        const std::unique_ptr<Ledger> third = opened();
        QCOMPARE(loaded(*third, run.id)->run.state, RunState::Interrupted);
        QVERIFY(!loaded(*third, run.id)->run.finished.isValid());
        QCOMPARE(loaded(*third, other.id)->run.state, RunState::Running);
        third->beginRun(run); // taken up again
        QVERIFY(flushed(*third));
        QCOMPARE(loaded(*opened(), run.id)->run.state, RunState::Running);
    }

    /// Nothing of a program that carries a run out is changed by another one that wants to go on with it.
    void aRunThatIsUnderWayIsNotTakenUp()
    {
        const std::unique_ptr<Ledger> one = opened();
        const RunRecord run = someRun();
        one->beginRun(run);
        one->saveCell(run.id, doneCell(0));
        QVERIFY(flushed(*one));
        const std::unique_ptr<Ledger> two = opened();
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"under way in another program"_s));
        RunRecord again = run;
        again.plannedCells = 99;
        two->beginRun(again);
        two->saveCell(run.id, doneCell(1));
        two->finishRun(run.id, RunState::Stopped, run.started.addSecs(1));
        const Result<void> refused = flushed(*two);
        QVERIFY(!refused);
        QVERIFY2(refused.error().detail.contains(u"under way"_s), qPrintable(refused.error().detail));
        const Result<WholeRun> kept = loaded(*two, run.id);
        QCOMPARE(kept->run.state, RunState::Running);
        QCOMPARE(kept->run.plannedCells, run.plannedCells);
        QCOMPARE(kept->cells.size(), 1u);
        // It is free when it has ended there.
        one->finishRun(run.id, RunState::Stopped, run.started.addSecs(2));
        QVERIFY(flushed(*one));
        two->beginRun(again);
        two->saveCell(run.id, doneCell(1));
        QVERIFY(flushed(*two));
        QCOMPARE(loaded(*one, run.id)->cells.size(), 2u);
        QCOMPARE(loaded(*one, run.id)->run.state, RunState::Running);
    }

    /// A program that was killed while this one had the ledger open.
    void whatWasKilledMeanwhileIsInterrupted()
    {
        const RunRecord run = someRun();
        std::unique_ptr<Ledger> gone = opened();
        gone->beginRun(run);
        QVERIFY(flushed(*gone));
        const std::unique_ptr<Ledger> stays = opened();
        const RunRecord own = someRun();
        stays->beginRun(own);
        QCOMPARE(loaded(*stays, run.id)->run.state, RunState::Running);
        gone.reset();
        const QList<RunSummary> list = listed(*stays).value();
        for (const RunSummary &each : list)
            QCOMPARE(each.run.state, each.run.id == own.id ? RunState::Running : RunState::Interrupted);
        QCOMPARE(loaded(*stays, run.id)->run.state, RunState::Interrupted);
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

    void aLockIsWaitedFor()
    {
        const std::unique_ptr<Ledger> ledger = opened();
        const RunRecord run = someRun();
        const std::unique_ptr<Database> other = Database::open(path()).value();
        QVERIFY(other->run(u"BEGIN IMMEDIATE"_s));
        ledger->beginRun(run);
        ledger->saveCell(run.id, doneCell(0));
        QObject guard;
        std::optional<Result<void>> result;
        ledger->flush(&guard, [&result](const Result<void> &value) { result = value; });
        QVERIFY(other->run(u"COMMIT"_s));
        QTRY_VERIFY_WITH_TIMEOUT(result, 30'000);
        QVERIFY(*result);
        QCOMPARE(loaded(*ledger, run.id)->cells.size(), 1u);
    }

    void twoLedgersShareAFile()
    {
        const std::unique_ptr<Ledger> one = opened();
        const std::unique_ptr<Ledger> two = opened();
        const RunRecord first = someRun(u"first"_s);
        const RunRecord second = someRun(u"second"_s);
        one->beginRun(first);
        two->beginRun(second);
        for (int i = 0; i < 500; ++i) {
            one->saveCell(first.id, doneCell(i));
            two->saveCell(second.id, doneCell(i));
        }
        QVERIFY(flushed(*one));
        QVERIFY(flushed(*two));
        QCOMPARE(loaded(*one, second.id)->cells.size(), 500u);
        QCOMPARE(loaded(*two, first.id)->cells.size(), 500u);
        QCOMPARE(listed(*one)->size(), 2);
    }

    void nothingComesWithoutAGuard()
    {
        const std::unique_ptr<Ledger> ledger = opened();
        auto guard = std::make_unique<QObject>();
        bool called = false;
        for (int i = 0; i < 50; ++i)
            ledger->listRuns(10, guard.get(), [&called](const auto &) { called = true; });
        guard.reset();
        QVERIFY(flushed(*ledger)); // all the others were answered before this
        QCoreApplication::sendPostedEvents();
        QVERIFY(!called);
    }

    void callbacksComeOnTheCallersThread()
    {
        const std::unique_ptr<Ledger> ledger = opened();
        ledger->put("key", CachedAnswer{u"text"_s, {}, {}, {}, FinishReason::Stop});
        bool right = false;
        std::thread([&] {
            const Qt::HANDLE self = QThread::currentThreadId();
            QObject guard;
            QEventLoop loop;
            ledger->find("key", &guard, [&](const std::optional<CachedAnswer> &answer) {
                right = answer && QThread::currentThreadId() == self;
                loop.quit();
            });
            loop.exec();
        }).join();
        QVERIFY(right);
    }

    void aCallbackMayDestroyEverything()
    {
        std::unique_ptr<Ledger> ledger = opened();
        auto *guard = new QObject;
        ledger->flush(guard, [&ledger, guard](const Result<void> &) {
            delete guard;
            ledger.reset();
        });
        QTRY_VERIFY_WITH_TIMEOUT(!ledger, 30'000);
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

    void garbageIsRefused()
    {
        writeFile(QByteArray(10'000, 'x'));
        const Error error = refusal(path());
        QCOMPARE(error.kind, ErrorKind::Storage);
        QCOMPARE(error.place, path());
        QVERIFY(error.detail.contains(u"not a database"_s));
        QCOMPARE(contentOf(folder()), QByteArray(10'000, 'x')); // it is not ours to mend
    }

    void aTornFileIsRefused()
    {
        const RunRecord run = someRun();
        {
            const std::unique_ptr<Ledger> ledger = opened();
            ledger->beginRun(run);
            for (int i = 0; i < 200; ++i)
                ledger->saveCell(run.id, doneCell(i));
        }
        QFile file(path());
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.size() > 30'000);
        QVERIFY(file.seek(4096));
        QVERIFY(file.write(QByteArray(file.size() - 4096, '\xff')) > 0);
        file.close();
        const Result<std::unique_ptr<Ledger>> ledger = Ledger::open(path(), m_clock);
        if (ledger) {
            const Result<WholeRun> back = loaded(**ledger, run.id);
            QVERIFY(!back);
            QCOMPARE(back.error().kind, ErrorKind::Storage);
            QVERIFY(!back.error().detail.isEmpty());
        } else {
            QCOMPARE(ledger.error().kind, ErrorKind::Storage);
            QCOMPARE(ledger.error().place, path());
        }
    }

    void newerIsRefused()
    {
        opened().reset();
        QVERIFY(Database::open(path()).value()->run(u"PRAGMA user_version = 999"_s));
        QVERIFY(refusal(path()).detail.contains(u"newer"_s));
    }

    void anotherProgramsDatabaseIsRefused()
    {
        opened().reset();
        QVERIFY(Database::open(path()).value()->run(u"PRAGMA application_id = 77"_s));
        QVERIFY(refusal(path()).detail.contains(u"another program"_s));
    }

    void noFolderNoLedger()
    {
        writeFile("I am a file");
        QVERIFY(refusal(path() + u"/ledger.db"_s).detail.contains(u"folder"_s));
        QVERIFY(refusal(folder()).detail.contains(u"not a file"_s));
    }

    void aReadOnlyFolderIsRefused()
    {
        if (geteuid() == 0)
            QSKIP("root may write everywhere; the folder that cannot be made is tried in noFolderNoLedger()");
        QVERIFY(QDir().mkpath(folder()));
        QVERIFY(QFile::setPermissions(folder(), QFile::ReadOwner | QFile::ExeOwner));
        const Error error = refusal(path());
        QFile::setPermissions(folder(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        QCOMPARE(error.kind, ErrorKind::Storage);
        QCOMPARE(error.place, path());
    }
};

QTEST_GUILESS_MAIN(LedgerTest)
#include "tst_ledger.moc"
