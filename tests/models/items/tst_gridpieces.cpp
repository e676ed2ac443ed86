// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/experimentedits.h"
#include "models/items/gridmodel.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakeengine.h"

#include <QAbstractItemModelTester>
#include <QMap>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>

#include <deque>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

constexpr auto strict = QAbstractItemModelTester::FailureReportingMode::QtTest;

Experiment foxExperiment(int cases)
{
    Experiment experiment = Edits::blank(endpointFromId(u"local:mini"_s));
    experiment.cases.clear();
    for (int i = 0; i < cases; ++i) {
        Case row;
        row.description = u"case %1"_s.arg(i + 1);
        experiment.cases += row;
    }
    return experiment;
}

/// The bodies of a ledger that answers when it is told to.
class HeldStore final : public RunStore
{
public:
    void beginRun(const RunRecord &) override { }
    void saveCell(const QUuid &, const Cell &cell) override { m_cells.insert(cell.request.key, cell); }
    void saveBranch(const QUuid &, const Branch &) override { }
    void finishRun(const QUuid &, RunState, const QDateTime &) override { }
    void listRuns(int, QObject *, std::function<void(Result<QList<RunSummary>>)>) override { }
    void loadPage(const QUuid &, const RunPage &, QObject *, std::function<void(Result<StoredRun>)>) override { }
    void totalsSince(const QDateTime &, QObject *, std::function<void(Result<LedgerTotals>)>) override { }
    void flush(QObject *, std::function<void(Result<void>)>) override { }
    void saveRating(const QUuid &, const CellKey &, const Rating &) override { }
    void savePair(const QUuid &, const JudgedPair &) override { }
    void removePair(const QUuid &, const JudgedPair &) override { }
    void loadJudgements(const QUuid &, QObject *, std::function<void(Result<Judgements>)>) override { }
    void loadCells(const QUuid &, const QList<CellKey> &keys, QObject *guard,
                   std::function<void(Result<std::vector<Cell>>)> callback) override
    {
        Result<std::vector<Cell>> found;
        for (const CellKey &key : keys)
            found->push_back(m_cells.value(key));
        m_held.push_back([guard = QPointer(guard), callback = std::move(callback), found = std::move(found)] {
            if (guard)
                callback(found);
        });
        if (m_isOpen)
            QMetaObject::invokeMethod(&m_here, [this] { letGo(); }, Qt::QueuedConnection);
    }
    [[nodiscard]] bool isAsked() const { return !m_held.empty(); }
    bool letGo()
    {
        if (m_held.empty())
            return false;
        const auto next = std::move(m_held.front());
        m_held.pop_front();
        next();
        return true;
    }
    void letAllGo()
    {
        m_isOpen = true;
        while (letGo()) { }
    }

private:
    QMap<CellKey, Cell> m_cells;
    std::deque<std::function<void()>> m_held;
    bool m_isOpen = false;
    QObject m_here;
};

/// A run in the ledger, of which only summaries are in memory: every other answer has a fox.
struct HeldRun {
    explicit HeldRun(int rows)
    {
        StoredRun stored;
        stored.run.id = QUuid::createUuid();
        stored.run.plannedCells = rows;
        store.beginRun(stored.run);
        Cell cell;
        cell.state = CellState::Done;
        for (int i = 0; i < rows; ++i) {
            cell.request.key.caseIndex = i;
            cell.text = i % 2 == 0 ? u"a fox"_s : u"an owl"_s;
            store.saveCell(stored.run.id, cell);
            stored.cells.push_back(summaryOf(cell));
        }
        session.restore(stored, foxExperiment(rows));
    }

    FakeEngine engine;
    FakeClock clock;
    HeldStore store;
    const Catalog catalog;
    Session session{{&engine, &store, &clock, &catalog, [](const QString &) -> Result<QString> { return u"/m.gguf"_s; }}};
};

} // namespace

/// A filter that has to wait for the ledger.
class TestGridPieces : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void matchesComeInPieces();
    void aSearchIsStopped();
};

/// Bodies come when they are let go.
void TestGridPieces::matchesComeInPieces()
{
    HeldRun f(4000);
    GridModel model(f.session);
    const QAbstractItemModelTester tester(&model, strict);
    QTRY_COMPARE(model.rowCount(), 4000);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    model.setFilter(*parseFilter(u"fox"_s));
    QTRY_VERIFY(f.store.isAsked());
    QCOMPARE(model.rowCount(), 4000); // nothing was found yet
    QTRY_VERIFY((f.store.letGo(), model.rowCount() < 4000));
    QVERIFY(model.rowCount() > 0);
    QVERIFY(model.isSearching());
    QVERIFY(model.searchProgress() > 0 && model.searchProgress() < 1);
    QCOMPARE(model.headerData(0, Qt::Vertical, Qt::DisplayRole).toString(), u"case 1"_s);
    QVERIFY(model.index(0, 0).data(GridModel::MatchesRole).toBool());
    const int found = model.rowCount();
    const qsizetype before = resets.count();
    f.store.letAllGo();
    QTRY_COMPARE(model.rowCount(), 2000); // every other one
    QVERIFY(!model.isSearching());
    QVERIFY(found < 2000);
    QCOMPARE(resets.count(), before); // they came below those that were there
}

void TestGridPieces::aSearchIsStopped()
{
    HeldRun f(4000);
    GridModel model(f.session);
    const QAbstractItemModelTester tester(&model, strict);
    QTRY_COMPARE(model.rowCount(), 4000);
    model.setFilter(*parseFilter(u"fox"_s));
    QTRY_VERIFY(f.store.isAsked());
    model.stopSearch();
    QVERIFY(!model.isSearching() && model.isStopped());
    QCOMPARE(model.rowCount(), 0);
    QVERIFY2(model.whyEmpty().contains(u"stopped"_s), qPrintable(model.whyEmpty()));
    f.store.letAllGo();
    QCoreApplication::processEvents();
    QCOMPARE(model.rowCount(), 0); // what comes later is not looked at
    model.setFilter({});
    QTRY_COMPARE(model.rowCount(), 4000);
    QVERIFY(!model.isStopped());
}

QTEST_GUILESS_MAIN(TestGridPieces)
#include "tst_gridpieces.moc"
