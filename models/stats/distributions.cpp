// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/stats/distributions.h"

#include "models/stats/bisection.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace Tempera {
namespace {

/// Lentz's evaluation of the continued fraction; converges fast for x < (a + 1) / (a + b + 2).
double betaFraction(double x, double a, double b)
{
    constexpr double tiny = 1e-300;
    const auto kept = [](double value) { return std::abs(value) < tiny ? tiny : value; };
    double c = 1;
    double d = 1 / kept(1 - (a + b) * x / (a + 1));
    double fraction = d;
    // Of the order of the root of the larger parameter; the bound ends what is not a number.
    for (int m = 1; m < 100'000; ++m) {
        const double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
        d = 1 / kept(1 + even * d);
        c = kept(1 + even / c);
        fraction *= d * c;
        const double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
        d = 1 / kept(1 + odd * d);
        c = kept(1 + odd / c);
        fraction *= d * c;
        if (std::abs(d * c - 1) < 1e-15)
            break;
    }
    return fraction;
}

double studentDensity(double t, double degrees)
{
    return std::exp(-(degrees + 1) / 2 * std::log1p(t * t / degrees) - logBeta(degrees / 2, 0.5)) / std::sqrt(degrees);
}

} // namespace

double logGamma(double x)
{
    // Stirling's series has double's precision from 15 on; below, Γ(x) = Γ(x + n) / (x (x + 1) … (x + n − 1)).
    double product = 1;
    for (; x < 15; x += 1)
        product *= x;
    const double i = 1 / (x * x);
    const double series =
        (1.0 / 12 - i * (1.0 / 360 - i * (1.0 / 1260 - i * (1.0 / 1680 - i * (1.0 / 1188 - i * 691 / 360'360.0))))) / x;
    return (x - 0.5) * std::log(x) - x + std::log(2 * std::numbers::pi) / 2 + series - std::log(product);
}

double logBeta(double a, double b)
{
    return logGamma(a) + logGamma(b) - logGamma(a + b);
}

double normalCdf(double z)
{
    return std::erfc(-z / std::numbers::sqrt2) / 2;
}

double normalQuantile(double p)
{
    if (!(p > 0 && p < 1))
        return (p > 0 ? 1 : -1) * std::numeric_limits<double>::infinity();
    if (p > 0.5)
        return -normalQuantile(1 - p);
    return bisect(-40, 0, [p](double z) { return normalCdf(z) < p; });
}

double twoSidedNormal(double confidence)
{
    return -normalQuantile((1 - confidence) / 2);
}

double betaCdf(double x, double a, double b)
{
    if (!(x > 0))
        return 0;
    if (x >= 1)
        return 1;
    const double front = std::exp(a * std::log(x) + b * std::log1p(-x) - logBeta(a, b));
    if (x < (a + 1) / (a + b + 2))
        return std::min(1.0, front * betaFraction(x, a, b) / a);
    return std::max(0.0, 1 - front * betaFraction(1 - x, b, a) / b);
}

double betaQuantile(double p, double a, double b)
{
    return bisect(0, 1, [=](double x) { return betaCdf(x, a, b) < p; });
}

double studentCdf(double t, double degrees)
{
    const double tail = betaCdf(degrees / (degrees + t * t), degrees / 2, 0.5) / 2;
    return t > 0 ? 1 - tail : tail;
}

double studentQuantile(double p, double degrees)
{
    if (p < 0.5)
        return -studentQuantile(1 - p, degrees);
    // From the normal quantile, which is nearer to 0, Newton's steps go up to the root without passing it.
    double t = normalQuantile(p);
    for (int i = 0; i < 200 && std::isfinite(t); ++i) {
        const double step = (p - studentCdf(t, degrees)) / studentDensity(t, degrees);
        t += step;
        if (std::abs(step) <= 1e-13 * std::max(1.0, t))
            break;
    }
    return t;
}

double twoSidedStudent(double confidence, double degrees)
{
    return studentQuantile((1 + confidence) / 2, degrees);
}

double binomialCdf(double k, double n, double p)
{
    if (k < 0)
        return 0;
    return k >= n ? 1 : betaCdf(1 - p, n - k, k + 1);
}

double binomialShare(double k, double n, double p)
{
    const double choices = logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
    return std::exp(choices + k * std::log(p) + (n - k) * std::log1p(-p));
}

} // namespace Tempera
