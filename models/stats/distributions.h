// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace Tempera {

/// Distribution functions and their inverses, to about ten digits (with parameters of millions: eight). Pure; any thread.
/// Sources: Abramowitz, Stegun, Handbook of Mathematical Functions (1964), chapters 6 and 26; the continued fraction of the
/// incomplete beta function is DLMF 8.17.22.

/// ln Γ(x) for x > 0. (The standard library's writes a global variable, so that threads would disturb each other.)
[[nodiscard]] double logGamma(double x);
/// ln B(a, b) for a, b > 0.
[[nodiscard]] double logBeta(double a, double b);

/// P(Z ≤ z) of the standard normal distribution.
[[nodiscard]] double normalCdf(double z);
/// The z with P(Z ≤ z) = p, for p in (0, 1); ∓∞ at the ends.
[[nodiscard]] double normalQuantile(double p);
/// The z beyond which, on both sides, lies what the confidence in (0, 1) leaves: 1.96 for 0.95.
[[nodiscard]] double twoSidedNormal(double confidence);

/// P(X ≤ x) of the beta distribution, a, b > 0; the regularised incomplete beta function.
[[nodiscard]] double betaCdf(double x, double a, double b);
/// The x in [0, 1] with betaCdf(x, a, b) = p.
[[nodiscard]] double betaQuantile(double p, double a, double b);

/// P(T ≤ t) of Student's distribution with `degrees` > 0 degrees of freedom.
[[nodiscard]] double studentCdf(double t, double degrees);
/// The t with studentCdf(t, degrees) = p, for p in (0, 1).
[[nodiscard]] double studentQuantile(double p, double degrees);
/// As twoSidedNormal(), of Student's distribution.
[[nodiscard]] double twoSidedStudent(double confidence, double degrees);

/// P(X ≤ k) of the binomial distribution with n ≥ 0 trials of probability p; 0 for k < 0, 1 for k ≥ n.
[[nodiscard]] double binomialCdf(double k, double n, double p);
/// P(X = k) of the same, for 0 ≤ k ≤ n and p in (0, 1).
[[nodiscard]] double binomialShare(double k, double n, double p);

} // namespace Tempera
