// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/sampling/tailmass.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace Tempera {
namespace {

constexpr int Bins = TailHistogram::BinCount;

/// x·e^−x over [near, far]: it rises to x = 1 and falls from there.
Bounds surprise(double near, double far)
{
    const double a = near * std::exp(-near);
    const double b = far * std::exp(-far);
    const double most = near < 1 && far > 1 ? std::exp(-1.0) : std::max(a, b);
    return {std::min(a, b), most};
}

} // namespace

std::int64_t TailMass::count() const
{
    if (m_trace.topOnly)
        return remoteRest() > 1e-9 ? LargestVocabulary : 0;
    const auto &counts = m_trace.tail.counts;
    return std::accumulate(counts.begin(), counts.end(), std::int64_t{0});
}

double TailMass::highest() const
{
    return m_trace.topOnly ? static_cast<double>(m_trace.candidates.back().logit) : static_cast<double>(m_trace.tail.highest);
}

double TailMass::upperEdge(int bin) const
{
    return static_cast<double>(m_trace.tail.highest) - static_cast<double>(m_trace.tail.binWidth) * bin;
}

/// Logits are put into bins in single precision: one at an edge may be on the wrong side of it.
double TailMass::rounding() const
{
    return static_cast<double>(m_trace.tail.binWidth) * 1e-3;
}

/// Probability that a remote answer's candidates leave over.
double TailMass::remoteRest() const
{
    double sum = 0;
    for (const Candidate &candidate : m_trace.candidates)
        sum += std::exp(static_cast<double>(candidate.logit));
    return std::max(0.0, 1 - sum);
}

Bounds TailMass::mass(double temperature, std::int64_t tokens) const
{
    if (tokens <= 0 || m_trace.candidates.empty())
        return {};
    if (m_trace.topOnly) {
        const double rest = remoteRest();
        if (rest <= 0)
            return {};
        const double top = std::min(rest, std::exp(static_cast<double>(m_trace.candidates.back().logit)));
        const double scale = std::exp(-best() / temperature);
        // Σ pᵢ^(1/T) under Σ pᵢ = rest and pᵢ ≤ top: extreme where all is in few tokens or spread over many.
        const auto spread = static_cast<double>(LargestVocabulary);
        const double few = rest / top * std::pow(top, 1 / temperature) * scale;
        const double many = spread * std::pow(rest / spread, 1 / temperature) * scale;
        const double cap = static_cast<double>(tokens) * std::pow(top, 1 / temperature) * scale;
        const bool whole = tokens >= LargestVocabulary;
        return {whole ? std::min(few, many) : 0, std::min(cap, std::max(few, many))};
    }
    Bounds sum;
    std::int64_t left = tokens;
    for (int bin = 0; bin < Bins && left > 0; ++bin) {
        const auto taken = static_cast<double>(std::min<std::int64_t>(left, m_trace.tail.counts[static_cast<std::size_t>(bin)]));
        left -= static_cast<std::int64_t>(taken);
        sum.high += taken * std::exp((upperEdge(bin) - best()) / temperature);
        sum.low += taken * std::exp((upperEdge(bin + 1) - best()) / temperature);
    }
    return sum;
}

Bounds TailMass::weighted() const
{
    if (m_trace.candidates.empty())
        return {};
    if (m_trace.topOnly) {
        const double rest = remoteRest();
        if (rest <= 0)
            return {};
        const double first = std::exp(best());
        const double top = std::min(rest, std::exp(static_cast<double>(m_trace.candidates.back().logit)));
        // Σ pᵢ (ln p₀ − ln pᵢ) / p₀, with all pᵢ at most `top` and at least as many as fit.
        return {rest * (best() - std::log(top)) / first,
                rest * (best() - std::log(rest / static_cast<double>(LargestVocabulary))) / first};
    }
    Bounds sum;
    for (int bin = 0; bin < Bins; ++bin) {
        const auto count = static_cast<double>(m_trace.tail.counts[static_cast<std::size_t>(bin)]);
        const Bounds each = surprise(best() - upperEdge(bin), best() - upperEdge(bin + 1));
        sum.low += count * each.low;
        sum.high += count * each.high;
    }
    return sum;
}

std::int64_t TailMass::countSurelyAbove(double logit) const
{
    if (m_trace.topOnly)
        return 0;
    std::int64_t sum = 0;
    const double sure = logit + rounding();
    for (int bin = 0; bin < Bins && upperEdge(bin + 1) > sure; ++bin)
        sum += m_trace.tail.counts[static_cast<std::size_t>(bin)];
    return sum;
}

std::int64_t TailMass::countPossiblyAbove(double logit) const
{
    if (m_trace.topOnly)
        return logit <= highest() ? count() : 0;
    std::int64_t sum = 0;
    const double sure = logit - rounding();
    for (int bin = 0; bin < Bins && upperEdge(bin) >= sure; ++bin)
        sum += m_trace.tail.counts[static_cast<std::size_t>(bin)];
    return sum;
}

std::int64_t TailMass::tokensFor(double target, double temperature, double edge) const
{
    std::int64_t tokens = 0;
    double left = target;
    for (int bin = 0; bin < Bins; ++bin) {
        const auto inBin = static_cast<std::int64_t>(m_trace.tail.counts[static_cast<std::size_t>(bin)]);
        const double logit = upperEdge(bin) - edge * static_cast<double>(m_trace.tail.binWidth);
        const double each = std::exp((logit - best()) / temperature);
        if (static_cast<double>(inBin) * each >= left)
            return tokens + std::max<std::int64_t>(1, static_cast<std::int64_t>(std::ceil(left / each)));
        left -= static_cast<double>(inBin) * each;
        tokens += inBin;
    }
    return tokens;
}

std::int64_t TailMass::leastFor(double target, double temperature) const
{
    return m_trace.topOnly ? 1 : tokensFor(target, temperature, 0);
}

std::int64_t TailMass::mostFor(double target, double temperature) const
{
    return m_trace.topOnly ? count() : tokensFor(target, temperature, 1);
}

TailMass::Moments TailMass::moments(std::int64_t tokens, double temperature) const
{
    Moments moments;
    const double width = static_cast<double>(m_trace.tail.binWidth) / temperature;
    moments.error = tokens > 0 ? width / 2 : 0;
    for (int bin = 0; bin < Bins && tokens > 0; ++bin) {
        const auto taken = std::min<std::int64_t>(tokens, m_trace.tail.counts[static_cast<std::size_t>(bin)]);
        tokens -= taken;
        const double logit = upperEdge(bin) / temperature - width / 2;
        moments.sum += static_cast<double>(taken) * logit;
        moments.squares += static_cast<double>(taken) * logit * logit;
    }
    return moments;
}

double TailMass::entropyPart(double temperature, double best, double all) const
{
    if (m_trace.topOnly)
        return 0;
    double entropy = 0;
    for (int bin = 0; bin < Bins; ++bin) {
        const auto count = static_cast<double>(m_trace.tail.counts[static_cast<std::size_t>(bin)]);
        const double middle = (upperEdge(bin) + upperEdge(bin + 1)) / 2;
        const double share = std::exp(middle / temperature - best) / all;
        if (count > 0 && share > 0)
            entropy -= count * share * std::log(share);
    }
    return entropy;
}

double TailMass::entropyError(double temperature, double best, double all) const
{
    // dH = −Σ (ln p + H) dp with |dp| ≤ p (e^(width / 2T) − 1); H ≤ ln of the number of tokens.
    if (m_trace.topOnly)
        return count() > 0 ? 1e9 : 0;
    const double factor = std::expm1(static_cast<double>(m_trace.tail.binWidth) / 2 / temperature);
    const double most = std::log(static_cast<double>(count() + static_cast<std::int64_t>(m_trace.candidates.size())));
    double error = 0;
    for (int bin = 0; bin < Bins; ++bin) {
        const auto inBin = static_cast<double>(m_trace.tail.counts[static_cast<std::size_t>(bin)]);
        const double share = std::exp((upperEdge(bin) + upperEdge(bin + 1)) / 2 / temperature - best) / all;
        if (inBin > 0 && share > 0)
            error += inBin * share * factor * (most - std::log(share));
    }
    return error;
}

} // namespace Tempera
