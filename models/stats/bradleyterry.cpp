// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/stats/bradleyterry.h"

#include "models/stats/corrections.h"
#include "models/stats/distributions.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <numeric>

namespace Tempera {
namespace {

/// Who beat whom in one case: of each pair i < j, in order, 1 where i won, 0 where j did, ½ a tie, NaN not compared.
/// Doubled, −1 for not compared, so that it can be a key.
using PairOutcomes = std::vector<signed char>;

PairOutcomes outcomesOfCase(const ScoreTable &table, std::size_t row)
{
    const auto variants = static_cast<std::size_t>(table.variants);
    const std::span<const double> scores(table.scores.data() + row * variants, variants);
    PairOutcomes outcomes;
    outcomes.reserve(variants * (variants - 1) / 2);
    for (std::size_t i = 0; i < variants; ++i) {
        for (std::size_t j = i + 1; j < variants; ++j) {
            const bool compared = !std::isnan(scores[i]) && !std::isnan(scores[j]);
            outcomes.push_back(static_cast<signed char>(!compared               ? -1
                                                        : scores[i] > scores[j] ? 2
                                                        : scores[i] < scores[j] ? 0
                                                                                : 1));
        }
    }
    return outcomes;
}

void addOutcomes(WinTable &wins, const PairOutcomes &outcomes, double times)
{
    std::size_t at = 0;
    for (std::size_t i = 0; i < wins.size(); ++i) {
        for (std::size_t j = i + 1; j < wins.size(); ++j, ++at) {
            if (outcomes[at] < 0)
                continue;
            wins[i][j] += times * outcomes[at] / 2;
            wins[j][i] += times * (2 - outcomes[at]) / 2;
        }
    }
}

WinTable noWins(std::size_t variants)
{
    return {variants, std::vector<double>(variants, 0)};
}

/// Cases of the same outcomes, so that a resample is a few counts.
class CasePatterns
{
public:
    explicit CasePatterns(const ScoreTable &table) : m_variants(static_cast<std::size_t>(table.variants))
    {
        std::map<PairOutcomes, std::size_t> known;
        for (std::size_t row = 0; row < table.cases(); ++row) {
            const auto [place, isNew] = known.try_emplace(outcomesOfCase(table, row), m_patterns.size());
            if (isNew)
                m_patterns.push_back(place->first);
            m_patternOfCase.push_back(place->second);
        }
    }

    [[nodiscard]] WinTable resampled(StatsRandom &random) const
    {
        std::vector<double> counts(m_patterns.size(), 0);
        for (std::size_t i = 0; i < m_patternOfCase.size(); ++i)
            ++counts[m_patternOfCase[uniformBelow(random, m_patternOfCase.size())]];
        WinTable wins = noWins(m_variants);
        for (std::size_t pattern = 0; pattern < m_patterns.size(); ++pattern)
            addOutcomes(wins, m_patterns[pattern], counts[pattern]);
        return wins;
    }

private:
    std::size_t m_variants;
    std::vector<PairOutcomes> m_patterns;
    std::vector<std::size_t> m_patternOfCase;
};

/// Sum and sum of squares of a figure over resamples.
struct Scatter {
    double sum = 0;
    double squares = 0;
    void add(double value)
    {
        sum += value;
        squares += value * value;
    }
    [[nodiscard]] double deviation(int count) const
    {
        return count > 1 ? std::sqrt(std::max(0.0, squares - sum * sum / count) / (count - 1)) : 0;
    }
};

} // namespace

WinTable winTable(const ScoreTable &table)
{
    WinTable wins = noWins(static_cast<std::size_t>(table.variants));
    for (std::size_t row = 0; row < table.cases(); ++row)
        addOutcomes(wins, outcomesOfCase(table, row), 1);
    return wins;
}

std::vector<double> bradleyTerry(const WinTable &wins)
{
    const std::size_t variants = wins.size();
    std::vector<double> strengths(variants, 1);
    std::vector<double> wonBy(variants, 0);
    for (std::size_t i = 0; i < variants; ++i)
        wonBy[i] = std::accumulate(wins[i].begin(), wins[i].end(), 0.0) + 0.5 * static_cast<double>(variants - 1);
    for (int round = 0; round < 10'000; ++round) {
        double moved = 0;
        for (std::size_t i = 0; i < variants; ++i) {
            double sum = 0;
            for (std::size_t j = 0; j < variants; ++j) {
                if (j != i)
                    sum += (wins[i][j] + wins[j][i] + 1) / (strengths[i] + strengths[j]);
            }
            const double next = sum > 0 ? wonBy[i] / sum : 1;
            moved = std::max(moved, std::abs(next / strengths[i] - 1));
            strengths[i] = next;
        }
        if (moved < 1e-10)
            break;
    }
    double mean = 0;
    for (double &strength : strengths) {
        strength = std::log(strength);
        mean += strength / static_cast<double>(variants);
    }
    for (double &strength : strengths)
        strength -= mean;
    return strengths;
}

std::optional<Ranking> rankVariants(const ScoreTable &table, StatsRandom &random, const RankingSettings &settings)
{
    if (table.variants < 2 || table.cases() < 2)
        return std::nullopt;
    const auto variants = static_cast<std::size_t>(table.variants);
    const std::vector<double> strengths = bradleyTerry(winTable(table));
    const CasePatterns patterns(table);
    std::vector<Scatter> single(variants);
    std::vector<Scatter> pairs(variants * variants);
    for (int resample = 0; resample < settings.resamples; ++resample) {
        const std::vector<double> again = bradleyTerry(patterns.resampled(random));
        for (std::size_t i = 0; i < variants; ++i) {
            single[i].add(again[i]);
            for (std::size_t j = i + 1; j < variants; ++j)
                pairs[i * variants + j].add(again[i] - again[j]);
        }
    }

    std::vector<double> pValues;
    for (std::size_t i = 0; i < variants; ++i) {
        for (std::size_t j = i + 1; j < variants; ++j) {
            const double deviation = pairs[i * variants + j].deviation(settings.resamples);
            const double apart = std::abs(strengths[i] - strengths[j]);
            pValues.push_back(deviation > 0 ? 2 * normalCdf(-apart / deviation) : 1);
        }
    }
    const std::vector<double> adjusted = adjustedPValues(pValues, Correction::Holm);

    Ranking ranking;
    ranking.pairs = static_cast<int>(adjusted.size());
    const double z = twoSidedNormal(settings.confidence);
    for (std::size_t i = 0; i < variants; ++i) {
        const double half = z * single[i].deviation(settings.resamples);
        ranking.variants.push_back(
            {static_cast<int>(i), strengths[i], {strengths[i] - half, strengths[i] + half}, 1, table.variants});
    }
    std::size_t pair = 0;
    for (std::size_t i = 0; i < variants; ++i) {
        for (std::size_t j = i + 1; j < variants; ++j, ++pair) {
            if (adjusted[pair] > 1 - settings.confidence)
                continue;
            ++ranking.decidedPairs;
            const bool firstIsStronger = strengths[i] > strengths[j];
            ++ranking.variants[firstIsStronger ? j : i].bestRank;
            --ranking.variants[firstIsStronger ? i : j].worstRank;
        }
    }
    std::ranges::stable_sort(ranking.variants, std::greater{}, &RankedVariant::strength);
    return ranking;
}

} // namespace Tempera
