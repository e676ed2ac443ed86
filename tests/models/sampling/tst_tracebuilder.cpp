// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/sampling/counterrandom.h"
#include "models/sampling/tracebuilder.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

using namespace Tempera;

namespace {

std::vector<float> randomLogits(int count, float spread)
{
    std::vector<float> logits;
    for (int i = 0; i < count; ++i) {
        const double u = uniformAt({.seed = 11}, static_cast<std::uint32_t>(i));
        logits.push_back(static_cast<float>(std::pow(u, 4)) * spread - 20.0F);
    }
    return logits;
}

std::uint32_t tailCount(const TailHistogram &tail)
{
    return std::accumulate(tail.counts.begin(), tail.counts.end(), 0U);
}

} // namespace

class TestTraceBuilder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsWhatMatters_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<float>("spread");
        QTest::addColumn<int>("most");
        QTest::newRow("tiny") << 3 << 1.0F << 4096;
        QTest::newRow("odd size") << 1'001 << 60.0F << 4096;
        QTest::newRow("real vocabulary") << 49'152 << 40.0F << 4096;
        QTest::newRow("flat") << 49'152 << 4.0F << 4096;
        QTest::newRow("all equal") << 10'000 << 0.0F << 4096;
        QTest::newRow("only a few") << 49'152 << 4.0F << 16;
        QTest::newRow("all") << 10'000 << 4.0F << 65'536;
    }

    void keepsWhatMatters()
    {
        QFETCH(const int, count);
        QFETCH(const float, spread);
        QFETCH(const int, most);
        const std::vector<float> logits = randomLogits(count, spread);
        TokenTrace trace;
        trace.chosen = count / 2;
        TraceBuilder builder(static_cast<std::size_t>(most));
        builder.build(logits, trace);

        std::vector<Candidate> all;
        for (std::size_t i = 0; i < logits.size(); ++i)
            all.push_back({static_cast<std::int32_t>(i), logits[i]});
        std::ranges::sort(
            all, [](const Candidate &a, const Candidate &b) { return a.logit != b.logit ? a.logit > b.logit : a.id < b.id; });
        const float cut = all.front().logit - TraceBuilder::Depth;
        std::size_t within = 0;
        while (within < all.size() && all[within].logit >= cut)
            ++within;
        const std::size_t kept = std::min(within, static_cast<std::size_t>(most));
        QCOMPARE(trace.candidates.size(), kept);
        QVERIFY(std::equal(trace.candidates.begin(), trace.candidates.end(), all.begin()));
        QCOMPARE(tailCount(trace.tail) + kept, logits.size());
        QCOMPARE(trace.chosenLogit, logits.at(static_cast<std::size_t>(count / 2)));

        // The promise of the histogram: the tail's mass at any temperature, within e^(±width / 2T).
        if (kept == logits.size())
            return;
        for (const double temperature : {0.3, 1.0, 2.5}) {
            double exact = 0;
            for (std::size_t i = kept; i < all.size(); ++i)
                exact += std::exp(all[i].logit / temperature);
            double told = 0;
            for (int bin = 0; bin < TailHistogram::BinCount; ++bin) {
                const double middle = trace.tail.highest - (bin + 0.5) * trace.tail.binWidth;
                told += trace.tail.counts[static_cast<std::size_t>(bin)] * std::exp(middle / temperature);
            }
            const double bound = trace.tail.binWidth / (2 * temperature) * 1.001 + 1e-5;
            QVERIFY(std::abs(std::log(told / exact)) <= bound);
        }
    }

    void forbiddenTokensAreNowhere()
    {
        const float never = -std::numeric_limits<float>::infinity();
        const std::vector<float> logits{never, 1.0F, std::nanf(""), -30.0F, never, 0.5F};
        TokenTrace trace;
        trace.chosen = 1;
        TraceBuilder().build(logits, trace);
        QCOMPARE(trace.candidates, (std::vector<Candidate>{{1, 1.0F}, {5, 0.5F}}));
        QCOMPARE(tailCount(trace.tail), 1U);
        QCOMPARE(trace.tail.highest, -30.0F);
    }

    /// Neither where the last cut fits nor where it does not, and not for tokens that are crowded in one place.
    void whatCameBeforeMakesNoDifference()
    {
        std::vector<std::vector<float>> rows;
        for (const float spread : {4.0F, 4.0F, 4.2F, 3.0F, 9.0F, 40.0F, 4.0F, 2'000.0F, 0.0F, 4.0F})
            rows.push_back(randomLogits(49'152, spread));
        rows.push_back(rows.front()); // the very same again
        rows.push_back(randomLogits(49'152, 0.001F));
        rows.back()[77] = 9.0F; // one far above the crowd
        rows.push_back(rows.back());
        TraceBuilder used;
        for (const std::vector<float> &row : rows) {
            TokenTrace again;
            TokenTrace fresh;
            used.build(row, again);
            TraceBuilder().build(row, fresh);
            QCOMPARE(again.candidates, fresh.candidates);
            QCOMPARE(again.tail, fresh.tail);
            QVERIFY(std::ranges::is_sorted(again.candidates, [](const Candidate &a, const Candidate &b) {
                return a.logit != b.logit ? a.logit > b.logit : a.id < b.id;
            }));
        }
    }

    void usedAgainStartsAnew()
    {
        TraceBuilder builder;
        TokenTrace trace;
        builder.build(randomLogits(49'152, 4.0F), trace);
        builder.build(std::vector<float>{2.0F, 1.0F}, trace);
        QCOMPARE(trace.candidates, (std::vector<Candidate>{{0, 2.0F}, {1, 1.0F}}));
        QCOMPARE(trace.tail, TailHistogram{});
        builder.build({}, trace);
        QVERIFY(trace.candidates.empty());
    }
};

QTEST_GUILESS_MAIN(TestTraceBuilder)
#include "tst_tracebuilder.moc"
