// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/stats/racing.h"

#include "models/stats/bisection.h"
#include "models/stats/distributions.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace Tempera {
namespace {

/// All p with B(b + 1, c + 1) / (p^b (1 − p)^c) < bound; their logarithm is convex with its least at b / (b + c).
ConfidenceInterval notRefusedShares(double b, double c, double bound)
{
    const double front = logBeta(b + 1, c + 1);
    const auto isRefused = [=](double p) {
        const double wins = b > 0 ? b * std::log(p) : 0;
        const double losses = c > 0 ? c * std::log1p(-p) : 0;
        return front - wins - losses >= std::log(bound);
    };
    const double likeliest = b / (b + c);
    return {b > 0 ? bisect(0, likeliest, isRefused) : 0,
            c > 0 ? bisect(likeliest, 1, [&](double p) { return !isRefused(p); }) : 1};
}

/// Bets never stake more than this share of what they can lose.
constexpr double boldest = 0.5;

template<typename Candidate>
void betOn(Candidate &candidate, double x, double stake)
{
    candidate.above *= 1 + std::min(stake, boldest / candidate.mean) * (x - candidate.mean);
    candidate.below *= 1 - std::min(stake, boldest / (1 - candidate.mean)) * (x - candidate.mean);
}

} // namespace

PassFailRace::PassFailRace(double alpha) : m_alpha(alpha) { }

void PassFailRace::add(CaseOutcome outcome)
{
    if (outcome == CaseOutcome::Tied) {
        ++m_counts.tied;
        return;
    }
    ++(outcome == CaseOutcome::Better ? m_counts.better : m_counts.worse);
    const ConfidenceInterval now =
        notRefusedShares(static_cast<double>(m_counts.better), static_cast<double>(m_counts.worse), 1 / m_alpha);
    // Were all refused, which the truth is with chance α, the last would stay.
    const double low = std::max(m_winShare.low, now.low);
    const double high = std::min(m_winShare.high, now.high);
    if (low <= high)
        m_winShare = {low, high};
    m_decided = m_decided || eValue() >= 1 / m_alpha;
}

double PassFailRace::eValue() const
{
    const auto better = static_cast<double>(m_counts.better);
    const auto worse = static_cast<double>(m_counts.worse);
    return std::exp((better + worse) * std::numbers::ln2 + logBeta(better + 1, worse + 1));
}

ScoreRace::ScoreRace(double alpha, int steps) : m_alpha(alpha)
{
    const int even = std::max(2, steps + steps % 2);
    m_step = 2.0 / even;
    for (int i = 1; i < even; ++i) // at the ends a bet could not be made
        m_candidates.push_back({static_cast<double>(i) / even});
}

void ScoreRace::add(double difference)
{
    const double x = (std::clamp(difference, -1.0, 1.0) + 1) / 2;
    ++m_cases;
    const auto now = static_cast<double>(m_cases);
    // The stake may only depend on what came before.
    const double variance = m_squares / now;
    const double stake = std::sqrt(2 * std::log(2 / m_alpha) / (variance * now * std::log(1 + now)));
    const auto isRefused = [this](const Candidate &candidate) { return candidate.capital() >= 1 / m_alpha; };
    for (Candidate &candidate : m_candidates)
        betOn(candidate, x, stake);
    std::erase_if(m_candidates, isRefused);
    betOn(m_none, x, stake);
    m_eValue = m_none.capital();
    m_decided = m_decided || isRefused(m_none);

    m_sum += x;
    const double mean = m_sum / (now + 1);
    m_squares += (x - mean) * (x - mean);
}

ConfidenceInterval ScoreRace::difference() const
{
    // The truth lies at most a step beyond the candidates that are left. With none left (chance α) nothing is said.
    if (m_candidates.empty())
        return {-1, 1};
    return {std::max(-1.0, 2 * m_candidates.front().mean - 1 - m_step), std::min(1.0, 2 * m_candidates.back().mean - 1 + m_step)};
}

bool ScoreRace::isWithin(double margin) const
{
    const ConfidenceInterval interval = difference();
    return -margin < interval.low && interval.high < margin;
}

} // namespace Tempera
