// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/memoryrunstore.h"
#include "models/session/spentbefore.h"
#include "tests/support/fakeclock.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

/// A store that has no sums.
class SilentStore final : public RunStore
{
public:
    void beginRun(const RunRecord &) override { }
    void saveCell(const QUuid &, const Cell &) override { }
    void saveBranch(const QUuid &, const Branch &) override { }
    void finishRun(const QUuid &, RunState, const QDateTime &) override { }
    void listRuns(int, QObject *, std::function<void(Result<QList<RunSummary>>)>) override { }
    void loadPage(const QUuid &, const RunPage &, QObject *, std::function<void(Result<StoredRun>)>) override { }
    void loadCells(const QUuid &, const QList<CellKey> &, QObject *, std::function<void(Result<std::vector<Cell>>)>) override { }
    void totalsSince(const QDateTime &, QObject *, std::function<void(Result<LedgerTotals>)>) override { }
    void saveRating(const QUuid &, const CellKey &, const Rating &) override { }
    void savePair(const QUuid &, const JudgedPair &) override { }
    void removePair(const QUuid &, const JudgedPair &) override { }
    void loadJudgements(const QUuid &, QObject *, std::function<void(Result<Judgements>)>) override { }
    void flush(QObject *, std::function<void(Result<void>)>) override { }
};

Cell askedAt(int caseIndex, const QString &address, Money cost)
{
    Cell cell;
    cell.request.key.caseIndex = caseIndex;
    cell.request.endpoint.kind = EndpointKind::Remote;
    cell.request.endpoint.baseUrl = QUrl(address);
    cell.state = CellState::Done;
    cell.cost = cost;
    return cell;
}

} // namespace

class TestSpentBefore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void dayMonthAndEndpointsAreToldApart();
    void whatCannotBeToldIsNotNothing();
    void endpointsHaveTheNameOfTheirPrices();
};

void TestSpentBefore::dayMonthAndEndpointsAreToldApart()
{
    FakeClock clock;
    clock.advance(std::chrono::hours(24 * 40)); // 10 February
    MemoryRunStore store(clock);
    const Catalog catalog = Catalog::builtIn();
    SessionContext context;
    context.store = &store;
    context.clock = &clock;
    context.catalog = &catalog;
    RunRecord run;
    run.id = QUuid::createUuid();
    store.beginRun(run);
    store.saveCell(run.id, askedAt(0, u"https://api.openai.com/v1"_s, Money::fromDollars(1)));
    clock.advance(std::chrono::hours(48));
    store.saveCell(run.id, askedAt(1, u"https://api.openai.com/v1"_s, Money::fromDollars(2)));
    store.saveCell(run.id, askedAt(2, u"https://models.example.net:8443/v1"_s, Money::fromDollars(4)));
    const Budget limits{.perRun = {}, .perDay = {}, .perMonth = {}, .perEndpoint = {{u"openai"_s, Money()}}};
    std::optional<SpentBefore> before;
    loadSpentBefore(context, limits, this, [&before](const Result<SpentBefore> &result) {
        if (result)
            before = *result;
    });
    QTRY_VERIFY(before);
    QCOMPARE(before->day, Money::fromDollars(6));
    QCOMPARE(before->month, Money::fromDollars(7));
    QCOMPARE(before->endpoints.value(u"openai"_s), Money::fromDollars(3));
    QCOMPARE(before->endpoints.value(u"models.example.net"_s), Money::fromDollars(4));
    clock.advance(std::chrono::hours(24 * 25)); // March
    before.reset();
    loadSpentBefore(context, {.perRun = {}, .perDay = Money()}, this,
                    [&before](const Result<SpentBefore> &result) { before = result.value_or(SpentBefore()); });
    QTRY_VERIFY(before);
    QCOMPARE(before->month, Money());
}

void TestSpentBefore::whatCannotBeToldIsNotNothing()
{
    FakeClock clock;
    SilentStore store;
    const Catalog catalog;
    SessionContext context;
    context.store = &store;
    context.clock = &clock;
    context.catalog = &catalog;
    bool isRefused = false;
    loadSpentBefore(context, {.perRun = {}, .perDay = Money()}, this,
                    [&isRefused](const Result<SpentBefore> &result) { isRefused = !result; });
    QTRY_VERIFY(isRefused);
}

void TestSpentBefore::endpointsHaveTheNameOfTheirPrices()
{
    const Catalog catalog = Catalog::builtIn();
    QCOMPARE(budgetNameOf(catalog, u"api.openai.com"_s), u"openai"_s);
    QCOMPARE(budgetNameOf(catalog, u"models.example.net:8443"_s), u"models.example.net"_s);
    QCOMPARE(budgetNameOf(catalog, u"local"_s), u"local"_s);
}

QTEST_GUILESS_MAIN(TestSpentBefore)
#include "tst_spentbefore.moc"
