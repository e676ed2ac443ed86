// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The lens against the engine's own chain: equal logits, equal settings, equal random number, equal token.

#include "app/engine/llama/sampling/samplerchain.h"
#include "models/sampling/counterrandom.h"
#include "models/sampling/lens.h"
#include "models/sampling/tracebuilder.h"

#include <QTest>

#include <cmath>

using namespace Tempera;

namespace {

std::vector<float> someLogits(int count, double spread, std::uint64_t seed)
{
    std::vector<float> logits;
    for (int i = 0; i < count; ++i)
        logits.push_back(
            static_cast<float>(5 - spread * std::pow(uniformAt({.seed = seed}, static_cast<std::uint32_t>(i)), 0.3)));
    return logits;
}

SamplingSettings someSettings(std::uint32_t round)
{
    const auto random = [round](std::uint32_t draw) { return uniformAt({.seed = 17, .caseIndex = round}, draw); };
    SamplingSettings settings;
    if (random(0) < 0.7)
        settings.temperature = std::round(random(1) * 30) / 10;
    if (random(2) < 0.4)
        settings.topK = static_cast<int>(random(3) * 100);
    if (random(4) < 0.5)
        settings.topP = random(5);
    if (random(6) < 0.4)
        settings.minP = random(7) * 0.3;
    return settings;
}

} // namespace

class TestLensChain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void choicesAreTheEngines_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<double>("spread");
        QTest::addRow("small") << 500 << 12.0;
        QTest::addRow("49k") << 49'152 << 50.0;
        QTest::addRow("49k flat") << 49'152 << 9.0;
    }

    void choicesAreTheEngines()
    {
        QFETCH(const int, count);
        QFETCH(const double, spread);
        int claimed = 0;
        int likely = 0;
        constexpr int Rounds = 200;
        Lens lens;
        for (std::uint32_t round = 0; round < Rounds; ++round) {
            const std::vector<float> logits = someLogits(count, spread, round % 5);
            const double u = uniformAt({.seed = 23}, round);
            TokenTrace trace;
            trace.random = u;
            trace.chosen = SamplerChain::create({}, {nullptr, count, 512})->sample(logits, u).id;
            TraceBuilder().build(logits, trace);
            const SamplingSettings settings = someSettings(round);
            const Choice choice = SamplerChain::create(settings, {nullptr, count, 512})->sample(logits, u);
            lens.setChain(lensChain(settings));
            const TokenFacts facts = tokenFacts(trace);
            const LensToken token = lens.look(trace, facts);
            const auto where = "round " + QByteArray::number(round);
            if (token.choice >= 0) {
                ++claimed;
                QVERIFY2(token.choice == choice.id,
                         where + ": " + QByteArray::number(token.choice) + " is not " + QByteArray::number(choice.id));
            }
            if (token.outcome == TokenOutcome::Kept) {
                ++likely;
                QCOMPARE(choice.id, trace.chosen);
                QVERIFY(choice.probability >= token.probability.low * (1 - 1e-4)
                        && choice.probability <= token.probability.high * (1 + 1e-4));
            }
            if (token.outcome == TokenOutcome::Changed || token.outcome == TokenOutcome::Cut)
                QVERIFY2(choice.id != trace.chosen, where);
        }
        QVERIFY2(claimed > Rounds / 2 && (likely > 0 || spread < 10), QByteArray::number(claimed));
    }
};

QTEST_APPLESS_MAIN(TestLensChain)
#include "tst_lenschain.moc"
