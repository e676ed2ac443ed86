// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/stats/pairverdict.h"

#include "models/stats/corrections.h"
#include "models/stats/equivalence.h"
#include "models/stats/pairedtests.h"
#include "models/stats/samplesize.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>
#include <vector>

namespace Tempera {
namespace {

/// What the scores of a pair are like.
struct ScoreTraits {
    bool single = true; ///< One repeat everywhere.
    bool passFail = true;
    double lowest = std::numeric_limits<double>::infinity();
    double highest = -std::numeric_limits<double>::infinity();

    void see(const CaseScores &scores)
    {
        single = single && scores.repeats == 1;
        passFail = passFail && scores.passFail;
        lowest = std::min(lowest, scores.mean());
        highest = std::max(highest, scores.mean());
    }
    [[nodiscard]] bool inPoints() const { return lowest >= 0 && highest <= 1; }
    [[nodiscard]] double range() const { return inPoints() ? 1 : highest - lowest; }
};

/// What the cases of a pair come to.
struct PairFacts {
    ScoreTraits traits;
    std::vector<double> differences; ///< Of the complete cases, in their order.
    std::int64_t leftOut = 0;

    void see(const PairedCase &each)
    {
        if (!each.isComplete()) {
            ++leftOut;
            return;
        }
        traits.see(each.first);
        traits.see(each.second);
        differences.push_back(each.difference());
    }
};

/// Means that differ by rounding alone are the same.
PairedCounts countsOf(std::span<const double> differences, double range)
{
    PairedCounts counts;
    const double rounding = 1e-12 * range;
    for (const double difference : differences)
        ++(difference > rounding ? counts.better : difference < -rounding ? counts.worse : counts.tied);
    return counts;
}

double varianceOf(std::span<const double> values, double mean)
{
    double squares = 0;
    for (const double value : values)
        squares += (value - mean) * (value - mean);
    return values.size() > 1 ? squares / static_cast<double>(values.size() - 1) : 0;
}

void judgeByRates(PairVerdict &verdict)
{
    verdict.method = PairMethod::McNemar;
    verdict.interval = pairedRateInterval(verdict.counts, verdict.confidence);
    verdict.pValue = mcNemarExact(verdict.counts.better, verdict.counts.worse);
    if (verdict.margin > 0)
        verdict.equalPValue = equivalenceOfRates(verdict.counts, verdict.margin);
}

void judgeByScores(PairVerdict &verdict, std::span<const double> differences, StatsRandom &random,
                   const VerdictSettings &settings)
{
    verdict.method = PairMethod::SignFlip;
    const bool isMany = std::cmp_greater(differences.size(), settings.bootstrapCases);
    const std::optional<IntervalEstimate> mean =
        isMany ? meanEstimate(differences, verdict.confidence)
               : bootstrapMean(differences, random, {.resamples = settings.resamples, .confidence = verdict.confidence});
    verdict.interval = mean->interval;
    verdict.pValue = signFlipTest(differences, random, {.flips = settings.flips});
    if (verdict.margin > 0)
        verdict.equalPValue = equivalenceOfMeans(differences, verdict.margin);
}

void decidePair(PairVerdict &verdict)
{
    if (!verdict.interval || !verdict.pValue)
        return;
    const double alpha = 1 - verdict.confidence;
    verdict.decision = PairDecision::NotDecided;
    if (*verdict.pValue <= alpha && !verdict.interval->contains(0))
        verdict.decision = verdict.difference > 0 ? PairDecision::SecondBetter : PairDecision::FirstBetter;
    else if (verdict.equalPValue && *verdict.equalPValue <= alpha)
        verdict.decision = PairDecision::EqualEnough;
}

void adjustPValues(std::span<PairVerdict> verdicts, std::optional<double> PairVerdict::*which)
{
    std::vector<double> pValues;
    for (const PairVerdict &verdict : verdicts) {
        if (verdict.*which)
            pValues.push_back(*(verdict.*which));
    }
    const std::vector<double> adjusted = adjustedPValues(pValues, usualCorrection(pValues.size()));
    std::size_t next = 0;
    for (PairVerdict &verdict : verdicts) {
        if (verdict.*which)
            verdict.*which = adjusted[next++];
    }
}

PairVerdict verdictOnPair(const PairFacts &facts, StatsRandom &random, const VerdictSettings &settings)
{
    const auto &[traits, differences, leftOut] = facts;
    PairVerdict verdict;
    verdict.confidence = settings.confidence;
    verdict.leftOut = leftOut;
    if (differences.empty())
        return verdict;

    const auto count = static_cast<double>(differences.size());
    verdict.inPoints = traits.inPoints();
    verdict.counts = countsOf(differences, traits.range());
    verdict.difference = std::accumulate(differences.begin(), differences.end(), 0.0) / count;
    verdict.margin = settings.margin.value_or(0) * traits.range();
    verdict.interesting = settings.interesting * traits.range();

    // Where no score differs there is no scatter to go by; as rates the cases still say how large a difference can hide.
    const bool noneDiffers = verdict.inPoints && verdict.counts.tied == verdict.counts.cases();
    if (traits.passFail && traits.single)
        judgeByRates(verdict);
    else if (std::cmp_less(differences.size(), std::max(2, settings.fewestCases)))
        return verdict;
    else if (noneDiffers)
        judgeByRates(verdict);
    else
        judgeByScores(verdict, differences, random, settings);
    const double variance = varianceOf(differences, verdict.difference);
    const WantedPower wanted{.confidence = settings.confidence, .power = settings.power};
    if (verdict.interesting > 0)
        verdict.casesNeeded = casesNeeded(variance, verdict.interesting, wanted);
    verdict.visible = visibleDifference(variance, verdict.counts.cases(), wanted);
    decidePair(verdict);
    return verdict;
}

} // namespace

PairVerdict pairVerdict(std::span<const PairedCase> cases, StatsRandom &random, const VerdictSettings &settings)
{
    PairFacts facts;
    for (const PairedCase &each : cases)
        facts.see(each);
    return verdictOnPair(facts, random, settings);
}

PairVerdict pairVerdict(const CompactScores &first, const CompactScores &second, StatsRandom &random,
                        const VerdictSettings &settings)
{
    PairFacts facts;
    for (std::size_t i = 0; i < std::max(first.size(), second.size()); ++i) {
        const PairedCase each{first[i], second[i]};
        if (each.first.repeats > 0 || each.second.repeats > 0)
            facts.see(each);
    }
    return verdictOnPair(facts, random, settings);
}

void correctForPairs(std::span<PairVerdict> verdicts)
{
    adjustPValues(verdicts, &PairVerdict::pValue);
    adjustPValues(verdicts, &PairVerdict::equalPValue);
    for (PairVerdict &verdict : verdicts)
        decidePair(verdict);
}

} // namespace Tempera
