// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/llama/samplerchain.h"
#include "models/sampling/counterrandom.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <map>

using namespace Tempera;

namespace {

constexpr int Vocabulary = 200;

std::vector<float> someLogits()
{
    std::vector<float> logits;
    for (std::uint32_t i = 0; i < Vocabulary; ++i)
        logits.push_back(static_cast<float>(uniformAt({.seed = 3}, i) * 8 - 4));
    return logits;
}

/// softmax(logits / T) over the k best, straight from the definition.
std::map<int, double> expectedShares(const std::vector<float> &logits, double temperature, int k)
{
    std::vector<std::pair<float, int>> order;
    for (int i = 0; i < Vocabulary; ++i)
        order.emplace_back(-logits[static_cast<std::size_t>(i)], i);
    std::ranges::sort(order);
    if (k > 0)
        order.resize(static_cast<std::size_t>(k));
    double sum = 0;
    for (const auto &[negative, id] : order)
        sum += std::exp(-negative / temperature);
    std::map<int, double> shares;
    for (const auto &[negative, id] : order)
        shares[id] = std::exp(-negative / temperature) / sum;
    return shares;
}

/// Upper 0.0001 quantile of the chi-square distribution, by Wilson and Hilferty.
double chiSquareLimit(int degrees)
{
    const double part = 2.0 / (9.0 * degrees);
    return degrees * std::pow(1 - part + 3.719 * std::sqrt(part), 3);
}

} // namespace

class TestSamplerChain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void frequenciesAreSoftmax_data()
    {
        QTest::addColumn<double>("temperature");
        QTest::addColumn<int>("k");
        for (const double temperature : {0.3, 0.7, 1.0, 1.8}) {
            for (const int k : {0, 2, 5, 40, 150})
                QTest::addRow("T %.1f k %d", temperature, k) << temperature << k;
        }
    }

    void frequenciesAreSoftmax()
    {
        QFETCH(const double, temperature);
        QFETCH(const int, k);
        constexpr int Draws = 20'000;
        const std::vector<float> logits = someLogits();
        SamplingSettings settings;
        settings.temperature = temperature;
        if (k > 0)
            settings.topK = k;
        SamplerChain chain(settings, Vocabulary);
        std::map<int, int> counts;
        for (std::uint32_t i = 0; i < Draws; ++i) {
            const Choice choice = chain.sample(logits, uniformAt({.seed = 12, .caseIndex = i % 5}, i));
            ++counts[choice.id];
        }
        const std::map<int, double> shares = expectedShares(logits, temperature, k);
        double chiSquare = 0;
        double rareShare = 0;
        int rareCount = 0;
        int bins = 0;
        const auto add = [&](double share, int count) {
            chiSquare += std::pow(count - share * Draws, 2) / (share * Draws);
            ++bins;
        };
        for (const auto &[id, share] : shares) {
            if (share * Draws >= 5) {
                add(share, counts[id]);
            } else { // too few to expect anything of one alone
                rareShare += share;
                rareCount += counts[id];
            }
        }
        if (rareShare * Draws >= 5)
            add(rareShare, rareCount);
        for (const auto &[id, count] : counts)
            QVERIFY2(count == 0 || shares.contains(id), "a token was drawn that top-k had cut");
        if (bins < 2)
            return;
        QVERIFY2(chiSquare < chiSquareLimit(bins - 1),
                 qPrintable(QStringLiteral("%1 with %2 bins").arg(chiSquare).arg(bins)));
    }

    void probabilityIsThatOfTheChain()
    {
        const std::vector<float> logits = someLogits();
        SamplingSettings settings;
        settings.temperature = 0.7;
        settings.topK = 5;
        SamplerChain chain(settings, Vocabulary);
        const auto shares = expectedShares(logits, 0.7, 5);
        for (double u = 0.05; u < 1; u += 0.1) {
            const Choice choice = chain.sample(logits, u);
            QVERIFY(std::abs(choice.probability - shares.at(choice.id)) < 1e-5);
        }
    }

    void unsetMeansTemperatureOneAndNothingCut()
    {
        const std::vector<float> logits = someLogits();
        SamplerChain unset({}, Vocabulary);
        SamplingSettings one;
        one.temperature = 1;
        one.topP = 1;
        one.minP = 0;
        one.topK = 0;
        SamplerChain plain(one, Vocabulary);
        const auto shares = expectedShares(logits, 1, 0);
        for (double u = 0; u < 1; u += 0.01) {
            const Choice choice = unset.sample(logits, u);
            QCOMPARE(plain.sample(logits, u).id, choice.id);
            QVERIFY(std::abs(choice.probability - shares.at(choice.id)) < 1e-5);
        }
    }

    void zeroTemperatureIsGreedy()
    {
        const std::vector<float> logits = someLogits();
        const auto best = static_cast<int>(std::ranges::max_element(logits) - logits.begin());
        SamplingSettings settings;
        settings.temperature = 0;
        settings.topK = 7;
        SamplerChain chain(settings, Vocabulary);
        for (const double u : {0.0, 0.5, 0.999})
            QCOMPARE(chain.sample(logits, u).id, best);
        QCOMPARE(chain.sample(logits, 0.5).probability, 1.0);
    }

    void topPAndMinPCut()
    {
        const std::vector<float> logits{2.0F, 1.0F, 0.0F, -1.0F};
        const auto reachable = [&logits](const SamplingSettings &settings) {
            SamplerChain chain(settings, 4);
            std::map<int, int> seen;
            for (double u = 0; u < 1; u += 0.001)
                ++seen[chain.sample(logits, u).id];
            return static_cast<int>(seen.size());
        };
        SamplingSettings settings; // shares 0.644, 0.237, 0.087, 0.032
        QCOMPARE(reachable(settings), 4);
        settings.topP = 0.7;
        QCOMPARE(reachable(settings), 2);
        settings.topP.reset();
        settings.minP = 0.1;
        QCOMPARE(reachable(settings), 3);
        settings.minP = 0.5;
        QCOMPARE(reachable(settings), 1);
    }

    void penaltiesRemember()
    {
        const std::vector<float> logits{2.0F, 1.9F, 0.0F};
        SamplingSettings settings;
        settings.temperature = 0;
        settings.repeatPenalty = 1.5;
        SamplerChain chain(settings, 3);
        QCOMPARE(chain.sample(logits, 0).id, 0);
        chain.accept(0);
        QCOMPARE(chain.sample(logits, 0).id, 1);
        chain.accept(1);
        QCOMPARE(chain.sample(logits, 0).id, 0); // 2.0 / 1.5 against 1.9 / 1.5
    }

    void noNumbersNoChoice()
    {
        const std::vector<float> broken(4, std::nanf(""));
        QCOMPARE(SamplerChain({}, 4).sample(broken, 0.5).id, -1);
    }
};

QTEST_GUILESS_MAIN(TestSamplerChain)
#include "tst_samplerchain.moc"
