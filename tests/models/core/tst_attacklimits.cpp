// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/limitedwork.h"

#include <QTest>

#include <chrono>
#include <list>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

using namespace Tempera;

namespace {

struct Link {
    std::unique_ptr<Link> next;
    char weight[256] = {};
};

int downFor(int levels)
{
    const std::vector<int> some(100, levels); // an allocation at each level
    return levels == 0 ? 0 : downFor(levels - 1) + some.back();
}

void allocateWithoutThrowing(std::list<std::string> &kept) noexcept
{
    while (true)
        kept.emplace_back(1000, 'x');
}

} // namespace

/// What the work of a library meets at its limits.
class TestAttackLimits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatStaysWithinGoesThrough()
    {
        std::string text;
        QCOMPARE(runLimited({}, [&text] { text.assign(100'000, 'x'); }), LimitHit::None);
        QCOMPARE(text.size(), std::size_t(100'000));
    }
    void anExceptionOfTheWorkComesOut()
    {
        QVERIFY_THROWS_EXCEPTION(std::runtime_error, (void)runLimited({}, [] { throw std::runtime_error("mine"); }));
    }
    void memoryThatGrows()
    {
        std::list<std::string> kept;
        const LimitHit hit = runLimited({}, [&kept] {
            while (true)
                kept.emplace_back(100'000, 'x');
        });
        QCOMPARE(hit, LimitHit::Memory);
        QVERIFY(kept.size() > 500 && kept.size() < 700); // an allocator gives up to a quarter more than was asked for
    }
    void oneLargePiece()
    {
        QCOMPARE(runLimited({}, [] { std::string(std::size_t(1) << 30, 'x'); }), LimitHit::Memory);
    }
    void whatIsFreedDoesNotCount()
    {
        const LimitHit hit = runLimited({}, [] {
            for (int i = 0; i < 200; ++i)
                std::string(1'000'000, 'x');
        });
        QCOMPARE(hit, LimitHit::None);
    }
    void itHasNoEnd()
    {
        Limits limits;
        limits.time = std::chrono::milliseconds(50);
        QCOMPARE(runLimited(limits,
                            [] {
                                while (true)
                                    std::string(100, 'x');
                            }),
                 LimitHit::Time);
    }
    void whoStopsItIsHeard()
    {
        Limits limits;
        int asked = 0;
        limits.stop = [&asked] { return ++asked == 3; };
        QCOMPARE(runLimited(limits,
                            [] {
                                while (true)
                                    std::string(100, 'x');
                            }),
                 LimitHit::Stop);
        QCOMPARE(asked, 3);
    }
    void itGoesTooDeep()
    {
        Limits limits;
        limits.stackBytes = std::size_t{4} << 20;
        QCOMPARE(runLimited(limits, [] { (void)downFor(1'000'000); }), LimitHit::Depth);
        QCOMPARE(runLimited(limits, [] { (void)downFor(1'000); }), LimitHit::None);
    }
    void whatIsCaughtFailsAgain()
    {
        Limits limits;
        limits.stop = [] { return true; };
        int caught = 0;
        const LimitHit hit = runLimited(limits, [&caught] {
            for (int i = 0; i < 10; ++i) {
                try {
                    std::string(100, 'x');
                } catch (const std::exception &) {
                    ++caught;
                }
            }
        });
        QCOMPARE(hit, LimitHit::Stop);
        QCOMPARE(caught, 10);
    }
    void aFunctionThatMustNotThrowIsLeft()
    {
        std::list<std::string> kept;
        QCOMPARE(runLimited({}, [&kept] { allocateWithoutThrowing(kept); }), LimitHit::Memory);
        QCOMPARE(std::uncaught_exceptions(), 0);
        QVERIFY(!std::current_exception());
        QCOMPARE(runLimited({}, [] { std::string(100, 'x'); }), LimitHit::None);
    }
    /// A chain is taken apart in as many levels as it has links.
    void aLongChainFitsTheStack()
    {
        Limits limits;
        limits.time = std::chrono::minutes(2); // memory is to be what ends it, also where each allocation is watched
        const LimitHit hit = runLimited(limits, [] {
            std::unique_ptr<Link> chain;
            while (true) {
                auto link = std::make_unique<Link>();
                link->next = std::move(chain);
                chain = std::move(link);
            }
        });
        QCOMPARE(hit, LimitHit::Memory);
    }
    void limitsWithinLimits()
    {
        LimitHit inner = LimitHit::None;
        const LimitHit outer = runLimited({}, [&inner] {
            inner = runLimited({}, [] { std::string(std::size_t(1) << 30, 'x'); });
            std::string(100, 'x');
        });
        QCOMPARE(inner, LimitHit::Memory);
        QCOMPARE(outer, LimitHit::None);
    }
    void eachLimitHasItsSentence()
    {
        QVERIFY(limitSentence(LimitHit::None, {}).isEmpty());
        QVERIFY(limitSentence(LimitHit::Time, {}).contains(QLatin1StringView("2000")));
        QVERIFY(limitSentence(LimitHit::Memory, {}).contains(QLatin1StringView("64")));
        QVERIFY(limitSentence(LimitHit::Depth, {}) != limitSentence(LimitHit::Stop, {}));
    }
};

QTEST_GUILESS_MAIN(TestAttackLimits)
#include "tst_attacklimits.moc"
