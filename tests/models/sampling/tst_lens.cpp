// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/vocabulary.h"
#include "models/sampling/choice.h"
#include "models/sampling/counterrandom.h"
#include "models/sampling/lens.h"
#include "models/sampling/tracebuilder.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

using namespace Tempera;

namespace {

using Logits = std::vector<float>;
using Step = LensStep;

/// A peaked distribution with a long tail, as language models give them; `spread` nats wide.
Logits someLogits(int count, double spread, std::uint64_t seed)
{
    Logits logits;
    for (int i = 0; i < count; ++i) {
        const double u = uniformAt({.seed = seed}, static_cast<std::uint32_t>(i));
        logits.push_back(static_cast<float>(6 - spread * std::pow(u, 0.35)));
    }
    return logits;
}

TokenTrace traceOf(const Logits &logits, std::int32_t chosen, double u)
{
    TokenTrace trace;
    trace.chosen = chosen;
    trace.random = u;
    TraceBuilder().build(logits, trace);
    return trace;
}

/// A distribution in full, as pairs of id and logit in the order of falling logit, with the chain's steps straight from
/// their definitions.
struct Full {
    std::vector<std::pair<int, double>> tokens;

    explicit Full(const Logits &logits)
    {
        for (std::size_t i = 0; i < logits.size(); ++i)
            tokens.emplace_back(static_cast<int>(i), static_cast<double>(logits[i]));
        std::ranges::stable_sort(tokens, std::greater(), &std::pair<int, double>::second);
    }

    [[nodiscard]] std::vector<double> shares() const
    {
        std::vector<double> shares;
        double sum = 0;
        for (const auto &[id, logit] : tokens) {
            shares.push_back(std::exp(logit - tokens.front().second));
            sum += shares.back();
        }
        for (double &share : shares)
            share /= sum;
        return shares;
    }

    void apply(const Step &step)
    {
        switch (step.kind) {
        case Step::Kind::TopK: tokens.resize(std::min(tokens.size(), static_cast<std::size_t>(step.value))); break;
        case Step::Kind::Temperature:
            for (auto &[id, logit] : tokens)
                logit /= step.value;
            break;
        case Step::Kind::MinP:
            std::erase_if(tokens, [limit = tokens.front().second + std::log(step.value)](const auto &token) {
                return token.second < limit;
            });
            break;
        case Step::Kind::TopP: {
            const std::vector<double> each = shares();
            double sum = 0;
            std::size_t kept = 0;
            while (kept < each.size() && sum < step.value)
                sum += each[kept++];
            tokens.resize(kept);
            break;
        }
        case Step::Kind::TopNSigma: {
            double mean = 0;
            for (const auto &[id, logit] : tokens)
                mean += logit / static_cast<double>(tokens.size());
            double variance = 0;
            for (const auto &[id, logit] : tokens)
                variance += (logit - mean) * (logit - mean) / static_cast<double>(tokens.size());
            const double limit = tokens.front().second - step.value * std::sqrt(variance);
            std::erase_if(tokens, [limit](const auto &token) { return token.second < limit; });
            break;
        }
        case Step::Kind::Typical: applyTypical(step.value); break;
        }
    }

    void applyTypical(double p)
    {
        const std::vector<double> each = shares();
        double entropy = 0;
        for (const double share : each)
            entropy -= share > 0 ? share * std::log(share) : 0;
        std::vector<std::size_t> order(each.size());
        std::iota(order.begin(), order.end(), 0U);
        std::ranges::sort(order, {}, [&](std::size_t i) { return std::abs(-std::log(each[i]) - entropy); });
        std::vector<bool> left(each.size());
        double sum = 0;
        for (std::size_t i = 0; i < order.size() && sum <= p; ++i) {
            sum += each[order[i]];
            left[order[i]] = true;
        }
        std::vector<std::pair<int, double>> kept;
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            if (left[i])
                kept.push_back(tokens[i]);
        }
        tokens = kept;
    }

    [[nodiscard]] std::optional<double> probability(int id) const
    {
        const std::vector<double> each = shares();
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            if (tokens[i].first == id)
                return each[i];
        }
        return std::nullopt;
    }

    [[nodiscard]] int choice(double u) const
    {
        const std::vector<double> each = shares();
        double sum = 0;
        for (std::size_t i = 0; i < each.size(); ++i) {
            sum += each[i];
            if (sum > u)
                return tokens[i].first;
        }
        return tokens.back().first;
    }

    /// How far u is from the nearest border between two tokens; rounding may decide what lies nearer than that.
    [[nodiscard]] double margin(double u) const
    {
        double sum = 0;
        double nearest = 1;
        for (const double share : shares()) {
            sum += share;
            nearest = std::min(nearest, std::abs(sum - u));
        }
        return nearest;
    }
};

double surprise(const Logits &logits)
{
    double sum = 0;
    for (const double share : Full(logits).shares())
        sum -= share > 0 ? share * std::log(share) : 0;
    return sum;
}

bool contains(const Bounds &bounds, double value)
{
    const double slack = 1e-5 * std::abs(value) + 1e-9;
    return value >= bounds.low - slack && value <= bounds.high + slack;
}

QByteArray describe(const Bounds &bounds, double value)
{
    return QByteArray::number(value) + " in [" + QByteArray::number(bounds.low) + ", " + QByteArray::number(bounds.high) + "]";
}

/// Chains of one to four steps in any order.
LensChain randomChain(std::uint32_t round)
{
    const auto random = [round](std::uint32_t draw) { return uniformAt({.seed = 99, .caseIndex = round}, draw); };
    LensChain chain;
    const int steps = 1 + static_cast<int>(random(0) * 4);
    for (int i = 0; i < steps; ++i) {
        const double u = random(static_cast<std::uint32_t>(2 * i + 1));
        const double v = random(static_cast<std::uint32_t>(2 * i + 2));
        switch (static_cast<int>(u * 6)) {
        case 0: chain.steps.push_back({Step::Kind::TopK, std::floor(1 + v * 200)}); break;
        case 1: chain.steps.push_back({Step::Kind::TopP, 0.05 + v * 0.94}); break;
        case 2: chain.steps.push_back({Step::Kind::MinP, 0.001 + v * 0.5}); break;
        case 3: chain.steps.push_back({Step::Kind::Typical, 0.2 + v * 0.75}); break;
        case 4: chain.steps.push_back({Step::Kind::TopNSigma, 0.5 + v * 3}); break;
        default: chain.steps.push_back({Step::Kind::Temperature, static_cast<double>(static_cast<float>(0.2 + v * 2))}); break;
        }
    }
    return chain;
}

} // namespace

class TestLens : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void factsAreThoseOfTheWholeVocabulary_data();
    void factsAreThoseOfTheWholeVocabulary();
    void chainsAgreeWithTheirDefinitions_data();
    void chainsAgreeWithTheirDefinitions();
    void everyTemperatureIsBounded();
    void greedyTakesTheBest();
    void cutsThatFallIntoTheTailAreBounded();
    void aRemoteTraceSaysWhatItCan();
    void settingsBecomeAChain();
    void viewsAddUp();
    void vocabularySurvivesBytes();
};

void TestLens::factsAreThoseOfTheWholeVocabulary_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<double>("spread");
    for (const int count : {2, 200, 5000, 49'152}) {
        for (const double spread : {3.0, 12.0, 30.0, 80.0})
            QTest::addRow("%d tokens over %.0f nats", count, spread) << count << spread;
    }
}

void TestLens::factsAreThoseOfTheWholeVocabulary()
{
    QFETCH(const int, count);
    QFETCH(const double, spread);
    const Logits logits = someLogits(count, spread, 5);
    const Full full(logits);
    for (const int chosen :
         {full.tokens.front().first, full.tokens[static_cast<std::size_t>(count) / 2].first, full.tokens.back().first}) {
        const TokenTrace trace = traceOf(logits, chosen, 0.5);
        const TokenFacts facts = tokenFacts(trace);
        QCOMPARE(facts.tokens, count);
        const double probability = *full.probability(chosen);
        QVERIFY2(contains(facts.probability, probability), describe(facts.probability, probability));
        const double entropy = surprise(logits);
        QVERIFY2(contains(facts.entropy, entropy), describe(facts.entropy, entropy));
        const auto place = std::ranges::find(full.tokens, chosen, &std::pair<int, double>::first) - full.tokens.begin();
        if (facts.rankExact)
            QCOMPARE(facts.rank, place);
        else
            QVERIFY(facts.rank <= place && facts.place == -1);
    }
}

void TestLens::chainsAgreeWithTheirDefinitions_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<double>("spread");
    QTest::addRow("all listed") << 400 << 14.0;
    QTest::addRow("with a tail") << 8000 << 40.0;
    QTest::addRow("flat, more than are listed") << 9000 << 6.0;
}

/// Whatever the lens claims holds; and it claims something nearly always.
void TestLens::chainsAgreeWithTheirDefinitions()
{
    QFETCH(const int, count);
    QFETCH(const double, spread);
    Lens lens;
    int claimed = 0;
    int looked = 0;
    for (std::uint32_t round = 0; round < 300; ++round) {
        const Logits logits = someLogits(count, spread, round % 7);
        const double u = uniformAt({.seed = 4}, round);
        Full full(logits);
        // A token that is likely, so that all outcomes come up.
        const int chosen = full.choice(uniformAt({.seed = 8}, round));
        const TokenTrace trace = traceOf(logits, chosen, u);
        const LensChain chain = randomChain(round);
        for (const Step &step : chain.steps)
            full.apply(step);
        lens.setChain(chain);
        const LensToken token = lens.look(trace, tokenFacts(trace));
        const std::optional<double> probability = full.probability(chosen);
        const QByteArray where = "round " + QByteArray::number(round);
        ++looked;
        claimed += token.choice >= 0 ? 1 : 0;
        if (token.outcome == TokenOutcome::Unknown)
            continue;
        QVERIFY2((token.outcome == TokenOutcome::Cut) == !probability, where);
        if (probability)
            QVERIFY2(contains(token.probability, *probability), where + ": " + describe(token.probability, *probability));
        if (token.choice >= 0 && full.margin(u) > 1e-5)
            QVERIFY2(token.choice == full.choice(u), where);
        if (token.outcome == TokenOutcome::Kept)
            QCOMPARE(token.choice, chosen);
        if (token.outcome == TokenOutcome::Changed)
            QVERIFY(token.choice >= 0 && token.choice != chosen);
    }
    QVERIFY2(claimed > looked * 0.5, QByteArray::number(claimed) + " of " + QByteArray::number(looked));
}

void TestLens::everyTemperatureIsBounded()
{
    const Logits logits = someLogits(49'152, 45, 3);
    const Full full(logits);
    for (const double temperature : {0.05, 0.3, 0.7, 1.3, 2.0, 4.0, 10.0}) {
        const int chosen = full.tokens[3].first;
        const TokenTrace trace = traceOf(logits, chosen, 0.3);
        Lens lens({.steps = {{Step::Kind::Temperature, temperature}}});
        const LensToken token = lens.look(trace, tokenFacts(trace));
        Full turned(logits);
        turned.apply({Step::Kind::Temperature, static_cast<double>(static_cast<float>(temperature))});
        const double probability = *turned.probability(chosen);
        QVERIFY2(contains(token.probability, probability), describe(token.probability, probability));
        // The bound is of use: a histogram of the tail says far more than nothing.
        QVERIFY2(token.probability.high < token.probability.low * 1.25, describe(token.probability, probability));
        if (token.choice >= 0)
            QCOMPARE(token.choice, turned.choice(0.3));
    }
}

void TestLens::greedyTakesTheBest()
{
    const Logits logits = someLogits(300, 10, 1);
    const int best = Full(logits).tokens.front().first;
    const int second = Full(logits).tokens.at(1).first;
    SamplingSettings settings;
    settings.temperature = 0;
    settings.topK = 5;
    Lens lens(lensChain(settings));
    const TokenTrace same = traceOf(logits, best, 0.9);
    QCOMPARE(lens.look(same, tokenFacts(same)).outcome, TokenOutcome::Kept);
    const TokenTrace other = traceOf(logits, second, 0.9);
    const LensToken token = lens.look(other, tokenFacts(other));
    QCOMPARE(token.outcome, TokenOutcome::Cut);
    QCOMPARE(token.choice, best);
    QCOMPARE(token.probability, Bounds());
}

void TestLens::cutsThatFallIntoTheTailAreBounded()
{
    const Logits logits = someLogits(20'000, 5, 2); // flat: 4,096 are listed, the rest is tail
    const Full full(logits);
    const int chosen = full.tokens[15'000].first;
    const TokenTrace trace = traceOf(logits, chosen, 0.999);
    const TokenFacts facts = tokenFacts(trace);
    QCOMPARE(facts.place, -1);
    Lens lens({.steps = {{Step::Kind::TopP, 0.9}}});
    QVERIFY(lens.look(trace, facts).outcome != TokenOutcome::Kept);
    const LensView view = lens.view(trace, facts);
    Full cut(logits);
    cut.apply({Step::Kind::TopP, 0.9});
    const auto kept = static_cast<std::int64_t>(cut.tokens.size());
    QVERIFY(view.cuts.front().keptLow <= kept && kept <= view.cuts.front().keptHigh);
    QVERIFY(view.cuts.front().keptHigh - view.cuts.front().keptLow < 4000);
    QVERIFY(contains(view.cuts.front().mass, 0.9));

    lens.setChain({.steps = {{Step::Kind::TopK, 4000}}});
    QCOMPARE(lens.look(trace, facts).outcome, TokenOutcome::Cut);
    lens.setChain({.steps = {{Step::Kind::TopK, 10'000}}});
    QCOMPARE(lens.look(trace, facts).outcome, TokenOutcome::Unknown);
    lens.setChain({});
    QCOMPARE(lens.look(trace, facts).outcome, TokenOutcome::Possible); // among thousands of unlisted ones
}

void TestLens::aRemoteTraceSaysWhatItCan()
{
    TokenTrace trace;
    trace.topOnly = true;
    trace.random = -1;
    trace.chosen = 1;
    trace.chosenLogit = std::log(0.2F);
    trace.candidates = {{0, std::log(0.6F)}, {1, std::log(0.2F)}, {2, std::log(0.1F)}};
    const TokenFacts facts = tokenFacts(trace);
    QVERIFY(contains(facts.probability, 0.2));
    QVERIFY(facts.probability.high - facts.probability.low < 1e-6);
    QVERIFY(facts.entropy.low < facts.entropy.high);
    const auto outcome = [&](const Step &step) { return Lens({.steps = {step}}).look(trace, facts).outcome; };
    QCOMPARE(outcome({Step::Kind::TopK, 1}), TokenOutcome::Cut);
    QCOMPARE(outcome({Step::Kind::TopK, 2}), TokenOutcome::Possible); // no random number is known
    QCOMPARE(outcome({Step::Kind::TopP, 0.5}), TokenOutcome::Cut);
    QCOMPARE(outcome({Step::Kind::TopP, 0.7}), TokenOutcome::Possible);
    QCOMPARE(outcome({Step::Kind::MinP, 0.5}), TokenOutcome::Cut);
    QCOMPARE(outcome({Step::Kind::TopNSigma, 1}), TokenOutcome::Unknown);
    const Bounds half = Lens({.steps = {{Step::Kind::Temperature, 0.5}}}).look(trace, facts).probability;
    // Between: nothing else counts, and the rest is one token of 0.1.
    QVERIFY(contains(half, 0.04 / (0.36 + 0.04 + 0.01)) && contains(half, 0.04 / (0.36 + 0.04 + 0.01 + 0.01)));
    trace.chosen = -1;
    trace.chosenLogit = std::log(0.05F);
    QCOMPARE(Lens({.steps = {{Step::Kind::TopK, 3}}}).look(trace, tokenFacts(trace)).outcome, TokenOutcome::Cut);
}

void TestLens::settingsBecomeAChain()
{
    SamplingSettings settings;
    QCOMPARE(lensChain(settings), LensChain());
    settings.temperature = 0.7;
    settings.topK = 40;
    settings.topP = 0.9;
    settings.minP = 0.05;
    settings.repeatPenalty = 1.1;
    settings.presencePenalty = 0;
    const LensChain chain = lensChain(settings);
    const std::vector<Step> expected{
        {Step::Kind::TopK, 40}, {Step::Kind::TopP, 0.9}, {Step::Kind::MinP, 0.05}, {Step::Kind::Temperature, 0.7}};
    QCOMPARE(chain.steps, expected);
    QCOMPARE(chain.unknown, std::vector<Parameter>{Parameter::RepeatPenalty});
    QVERIFY(!chain.greedy);
    settings.topK = 0;
    settings.topP = 1;
    settings.minP = 0;
    settings.temperature = 1;
    QVERIFY(lensChain(settings).steps.empty());

    using enum SamplerKind;
    SamplingSettings ordered;
    ordered.samplers = {Temperature, TopNSigma, TypicalP, Xtc};
    ordered.temperature = 1.5;
    ordered.topNSigma = 2;
    ordered.typicalP = 0.8;
    ordered.topK = 3; // not in the order
    ordered.xtcProbability = 0.5;
    ordered.grammar = QStringLiteral("root ::= \"a\"");
    const LensChain other = lensChain(ordered);
    const std::vector<Step> steps{{Step::Kind::Temperature, 1.5}, {Step::Kind::TopNSigma, 2}, {Step::Kind::Typical, 0.8}};
    QCOMPARE(other.steps, steps);
    const std::vector<Parameter> unknown{Parameter::Grammar, Parameter::XtcProbability};
    QCOMPARE(other.unknown, unknown);
    ordered.mirostat = 2;
    QCOMPARE(lensChain(ordered).steps, (std::vector<Step>{{Step::Kind::Temperature, 1.5}}));
    QCOMPARE(lensChain(ordered).unknown.back(), Parameter::Mirostat);
    ordered.temperature = 0;
    QVERIFY(lensChain(ordered).greedy);
}

void TestLens::viewsAddUp()
{
    const Logits logits = someLogits(3000, 25, 6);
    const TokenTrace trace = traceOf(logits, 5, 0.4);
    const LensView view = Lens({.steps = {{Step::Kind::TopK, 50}, {Step::Kind::MinP, 0.02}, {Step::Kind::Temperature, 0.8}}})
                              .view(trace, tokenFacts(trace));
    const auto sum = [](const std::vector<double> &values) { return std::accumulate(values.begin(), values.end(), 0.0); };
    QVERIFY(std::abs(sum(view.raw) + view.rawTail - 1) < 1e-6);
    QVERIFY(std::abs(sum(view.after) - 1) < 1e-6);
    QVERIFY(view.afterTail < 1e-6);
    QCOMPARE(view.cuts.size(), 3U);
    QCOMPARE(view.cuts[0].keptHigh, 50);
    for (std::size_t i = 0; i < view.raw.size(); ++i)
        QCOMPARE(view.after[i] > 0, view.cutBy[i] < 0);
    double left = 0;
    for (int i = 0; i < view.cuts[1].place; ++i)
        left += view.raw[static_cast<std::size_t>(i)];
    QVERIFY(contains(view.cuts[1].mass, left));
    QVERIFY(view.cuts[1].mass.low <= view.cuts[0].mass.high);
}

void TestLens::vocabularySurvivesBytes()
{
    Vocabulary vocabulary;
    vocabulary.append(" Paris");
    vocabulary.append({});
    vocabulary.append(QByteArray(300, 'x'));
    vocabulary.append("\xe2\x82");
    QCOMPARE(vocabulary.piece(0), QByteArray(" Paris"));
    QVERIFY(vocabulary.piece(1).isEmpty() && vocabulary.piece(4).isEmpty() && vocabulary.piece(-1).isEmpty());
    QCOMPARE(Vocabulary::fromBytes(vocabulary.toBytes()), vocabulary);
    QCOMPARE(Vocabulary::fromBytes(vocabulary.toBytes().first(20)).size(), 2);
    Vocabulary other = vocabulary;
    other.append("b");
    QVERIFY(other.hash() != vocabulary.hash());
}

QTEST_APPLESS_MAIN(TestLens)
#include "tst_lens.moc"
