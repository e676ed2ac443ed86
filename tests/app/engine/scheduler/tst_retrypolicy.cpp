// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/scheduler/retrypolicy.h"

#include <QTest>

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace Tempera {
namespace {

constexpr auto nothingVisible = Progress::NothingVisible;
constexpr auto somethingVisible = Progress::SomethingVisible;
constexpr int none = -1;

} // namespace

class RetryPolicyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Settings: 3 retries, base 500 ms, cap 3 s; deadline 60 s; random 0.5. `wait` −1 = no retry.
    void decision_data()
    {
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<std::optional<bool>>("said");
        QTest::addColumn<int>("retryAfter");
        QTest::addColumn<int>("retriesDone");
        QTest::addColumn<Progress>("progress");
        QTest::addColumn<int>("elapsed");
        QTest::addColumn<int>("wait");
        const std::optional<bool> silent;
        const std::optional<bool> yes = true;
        const std::optional<bool> no = false;
        const auto row = [](const char *name) -> QTestData & { return QTest::newRow(name); };

        row("429") << ErrorKind::RateLimited << silent << none << 0 << nothingVisible << 0 << 250;
        row("5xx") << ErrorKind::ServerFault << silent << none << 0 << nothingVisible << 0 << 250;
        row("network") << ErrorKind::Network << silent << none << 0 << nothingVisible << 0 << 250;
        row("timeout") << ErrorKind::Timeout << silent << none << 0 << nothingVisible << 0 << 250;
        row("401") << ErrorKind::Auth << silent << none << 0 << nothingVisible << 0 << none;
        row("400") << ErrorKind::BadRequest << silent << none << 0 << nothingVisible << 0 << none;
        row("unsupported") << ErrorKind::UnsupportedParameter << silent << none << 0 << nothingVisible << 0 << none;
        row("context") << ErrorKind::ContextTooLong << silent << none << 0 << nothingVisible << 0 << none;
        row("protocol") << ErrorKind::Protocol << silent << none << 0 << nothingVisible << 0 << none;
        row("filtered") << ErrorKind::ContentFiltered << silent << none << 0 << nothingVisible << 0 << none;

        row("quota") << ErrorKind::QuotaExhausted << silent << none << 0 << nothingVisible << 0 << none;
        row("quota, though told to") << ErrorKind::QuotaExhausted << yes << 5 << 0 << nothingVisible << 0 << none;
        row("cancelled, though told to") << ErrorKind::Cancelled << yes << none << 0 << nothingVisible << 0 << none;
        row("told not to") << ErrorKind::RateLimited << no << 5 << 0 << nothingVisible << 0 << none;
        row("told to") << ErrorKind::BadRequest << yes << none << 0 << nothingVisible << 0 << 250;

        row("after text") << ErrorKind::Network << silent << none << 0 << somethingVisible << 0 << none;
        row("after text, told to") << ErrorKind::ServerFault << yes << 1 << 0 << somethingVisible << 0 << none;

        row("second doubles") << ErrorKind::ServerFault << silent << none << 1 << nothingVisible << 0 << 500;
        row("third doubles") << ErrorKind::ServerFault << silent << none << 2 << nothingVisible << 0 << 1000;
        row("no fourth") << ErrorKind::ServerFault << silent << none << 3 << nothingVisible << 0 << none;

        row("retry-after obeyed") << ErrorKind::RateLimited << silent << 7000 << 0 << nothingVisible << 0 << 7000;
        row("retry-after over the cap") << ErrorKind::RateLimited << silent << 50'000 << 2 << nothingVisible << 0 << 50'000;
        row("retry-after zero") << ErrorKind::RateLimited << silent << 0 << 0 << nothingVisible << 0 << 0;
        row("retry-after past the deadline") << ErrorKind::RateLimited << silent << 60'001 << 0 << nothingVisible << 0 << none;
        row("deadline near") << ErrorKind::ServerFault << silent << none << 0 << nothingVisible << 59'800 << none;
        row("deadline just not") << ErrorKind::ServerFault << silent << none << 0 << nothingVisible << 59'750 << 250;
    }
    void decision()
    {
        QFETCH(ErrorKind, kind);
        QFETCH(std::optional<bool>, said);
        QFETCH(int, retryAfter);
        QFETCH(int, retriesDone);
        QFETCH(Progress, progress);
        QFETCH(int, elapsed);
        QFETCH(int, wait);

        Error error;
        error.kind = kind;
        error.shouldRetry = said;
        if (retryAfter != none)
            error.retryAfter = milliseconds(retryAfter);
        const RetrySettings settings{.maxRetries = 3, .base = milliseconds(500), .cap = milliseconds(3000)};
        const RetryState state{retriesDone, progress, milliseconds(elapsed)};
        const auto decided = retryWait(error, settings, state, 0.5, milliseconds(60'000));
        QCOMPARE(decided.has_value(), wait != none);
        if (decided)
            QCOMPARE(decided->count(), wait);
    }

    /// What another server of a pool takes over waits for nothing, also where the same server would not be asked again; but
    /// there is an end to it.
    void elsewhereAtOnce()
    {
        Error error;
        error.kind = ErrorKind::Network;
        error.shouldRetry = false;
        error.retryAfter = milliseconds(30'000);
        error.elsewhere = true;
        const RetrySettings settings{.maxRetries = 3, .base = milliseconds(500), .cap = milliseconds(3000)};
        const auto wait = [&](int retries, Progress progress, int elapsed) {
            return retryWait(error, settings, {retries, progress, milliseconds(elapsed)}, 0.5, milliseconds(60'000));
        };
        QCOMPARE(wait(0, nothingVisible, 0), milliseconds(0));
        QCOMPARE(wait(2, somethingVisible, 0), milliseconds(0));
        QVERIFY(!wait(3, nothingVisible, 0));
        QVERIFY(!wait(0, nothingVisible, 60'001));
        QVERIFY(!finalError(error, nothingVisible).elsewhere);
    }

    void jitterFillsTheWholeRange()
    {
        Error error;
        error.kind = ErrorKind::ServerFault;
        const RetrySettings settings{.maxRetries = 50, .base = milliseconds(500), .cap = milliseconds(3000)};
        const auto wait = [&](int retries, double random) {
            return retryWait(error, settings, {retries, nothingVisible, {}}, random, milliseconds(60'000))->count();
        };
        QCOMPARE(wait(0, 0.0), 0);
        QCOMPARE(wait(0, 0.999), 500);
        QCOMPARE(wait(3, 0.999), 2997); // 4000, capped
        QCOMPARE(wait(49, 0.5), 1500);  // no overflow
    }

    void brokenStreamIsInterrupted_data()
    {
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<Progress>("progress");
        QTest::addColumn<ErrorKind>("expected");
        QTest::newRow("before") << ErrorKind::Network << nothingVisible << ErrorKind::Network;
        QTest::newRow("network") << ErrorKind::Network << somethingVisible << ErrorKind::Interrupted;
        QTest::newRow("idle") << ErrorKind::Timeout << somethingVisible << ErrorKind::Interrupted;
        QTest::newRow("server") << ErrorKind::ServerFault << somethingVisible << ErrorKind::Interrupted;
        QTest::newRow("garbage") << ErrorKind::Protocol << somethingVisible << ErrorKind::Interrupted;
        QTest::newRow("filter") << ErrorKind::ContentFiltered << somethingVisible << ErrorKind::ContentFiltered;
        QTest::newRow("memory") << ErrorKind::OutOfMemory << somethingVisible << ErrorKind::OutOfMemory;
    }
    void brokenStreamIsInterrupted()
    {
        QFETCH(ErrorKind, kind);
        QFETCH(Progress, progress);
        QFETCH(ErrorKind, expected);
        Error error;
        error.kind = kind;
        error.detail = u"why"_s;
        error.httpStatus = 500;
        const Error result = finalError(error, progress);
        QCOMPARE(result.kind, expected);
        QCOMPARE(result.detail, u"why"_s);
        QCOMPARE(result.httpStatus, 500);
    }
};

} // namespace Tempera

QTEST_GUILESS_MAIN(Tempera::RetryPolicyTest)
#include "tst_retrypolicy.moc"
