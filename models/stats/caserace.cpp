// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/stats/caserace.h"

#include <algorithm>
#include <functional>
#include <numeric>

namespace Tempera {
namespace {

/// The interval of the differences is not asked for, only the bets against "no difference".
constexpr int fewestSteps = 2;

CaseOutcome caseOutcomeOf(double difference)
{
    return difference > 0 ? CaseOutcome::Better : difference < 0 ? CaseOutcome::Worse : CaseOutcome::Tied;
}

std::int64_t &casesWith(RacedPair &pair, CaseOutcome outcome)
{
    switch (outcome) {
    case CaseOutcome::Better: return pair.better;
    case CaseOutcome::Worse: return pair.worse;
    case CaseOutcome::Tied: break;
    }
    return pair.tied;
}

/// Which way a pair goes, by what its bets are about.
CaseOutcome directionOf(const RacedPair &pair, RaceFigure figure)
{
    const double better = figure == RaceFigure::CaseOutcomes ? static_cast<double>(pair.better - pair.worse) : pair.sum;
    return better > 0 ? CaseOutcome::Better : CaseOutcome::Worse;
}

} // namespace

CaseRace::CaseRace(const std::vector<RacePairing> &pairs, RaceFigure figure, double alpha) : m_figure(figure), m_alpha(alpha)
{
    m_leads.assign(pairs.size(), CaseOutcome::Tied);
    const double share = alpha / static_cast<double>(std::max<std::size_t>(1, pairs.size()));
    for (const RacePairing &each : pairs) {
        m_pairs.push_back({.pairing = each, .verdict = {}});
        if (figure == RaceFigure::CaseOutcomes)
            m_bets.emplace_back(PassFailRace(share));
        else
            m_bets.emplace_back(ScoreRace(share, fewestSteps));
    }
}

void CaseRace::add(std::span<const CaseScores> contenders)
{
    if (m_isDecided)
        return;
    ++m_cases;
    for (std::size_t i = 0; i < m_pairs.size(); ++i) {
        RacedPair &pair = m_pairs[i];
        const PairedCase both{contenders[static_cast<std::size_t>(pair.pairing.first)],
                              contenders[static_cast<std::size_t>(pair.pairing.second)]};
        if (!both.isComplete())
            continue;
        const double difference = std::clamp(both.second.mean(), 0.0, 1.0) - std::clamp(both.first.mean(), 0.0, 1.0);
        const CaseOutcome outcome = caseOutcomeOf(difference);
        ++casesWith(pair, outcome);
        pair.sum += difference;
        if (auto *outcomes = std::get_if<PassFailRace>(&m_bets[i]))
            outcomes->add(outcome);
        else
            std::get<ScoreRace>(m_bets[i]).add(difference);
        const double eValue = std::visit([](const auto &bets) { return bets.eValue(); }, m_bets[i]);
        if (eValue > pair.eValue) {
            pair.eValue = eValue;
            m_leads[i] = directionOf(pair, m_figure);
        }
    }
    decide();
}

/// Holm's steps: as the e-values only rise, what was decided stays so.
void CaseRace::decide()
{
    std::vector<std::size_t> order(m_pairs.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::stable_sort(order, std::greater(), [this](std::size_t pair) { return m_pairs[pair].eValue; });
    auto left = static_cast<double>(order.size());
    for (const std::size_t pair : order) {
        if (m_pairs[pair].eValue < left / m_alpha)
            return;
        m_pairs[pair].verdict = m_leads[pair];
        --left;
    }
    m_isDecided = !m_pairs.empty();
}

std::optional<double> CaseRace::neededEValue() const
{
    const auto open = std::ranges::count_if(m_pairs, [](const RacedPair &pair) { return !pair.verdict; });
    return open > 0 ? std::optional(static_cast<double>(open) / m_alpha) : std::nullopt;
}

} // namespace Tempera
