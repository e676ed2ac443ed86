#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Tempera developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Works out the figures of golden.json: ./make.py > golden.json

By other ways than the program: exact fractions, enumeration of every outcome, the definitions solved by bisection,
likelihoods maximised by search, derivatives taken numerically. Nothing but Python's standard library is needed.
"""
import itertools
import json
import math
from fractions import Fraction
from statistics import NormalDist, covariance, mean, variance

NORMAL = NormalDist()


def bisect(low, high, is_below, rounds=200):
    for _ in range(rounds):
        middle = (low + high) / 2
        if is_below(middle):
            low = middle
        else:
            high = middle
    return (low + high) / 2


def z_of(confidence):
    return NORMAL.inv_cdf((1 + confidence) / 2)


# Student's distribution with whole degrees of freedom has a closed form: Abramowitz, Stegun 26.7.3 and 26.7.4.
def student_cdf(t, degrees):
    angle = math.atan(t / math.sqrt(degrees))
    cos, sin = math.cos(angle), math.sin(angle)
    term, total = (cos, 0.0) if degrees % 2 else (1.0, 0.0)
    power = 1 if degrees % 2 else 0
    while power <= degrees - 2:
        total += term
        term *= cos * cos * (power + 1) / (power + 2)
        power += 2
    share = 2 / math.pi * (angle + sin * total) if degrees % 2 else sin * total
    return 0.5 + share / 2


def student_quantile(p, degrees):
    return bisect(-1e4, 1e4, lambda t: student_cdf(t, degrees) < p)


def t_of(confidence, degrees):
    return student_quantile((1 + confidence) / 2, degrees)


# The incomplete beta function of whole parameters is a binomial tail.
def beta_cdf(x, a, b):
    x = Fraction(x)
    n = a + b - 1
    return float(sum(math.comb(n, k) * x**k * (1 - x) ** (n - k) for k in range(a, n + 1)))


def beta_quantile(p, a, b):
    return bisect(0.0, 1.0, lambda x: beta_cdf(x, a, b) < p, 60)


# A rate's score interval by its definition: all p that lie within z standard errors, at p, of what was seen.
def score_interval(rate, trials, z):
    def far(p):
        return abs(rate - p) > z * math.sqrt(p * (1 - p) / trials)

    low = bisect(0.0, rate, far) if rate > 0 else 0.0
    high = bisect(rate, 1.0, lambda p: not far(p)) if rate < 1 else 1.0
    return [low, high]


def clustered_error(cases):
    scores = [s for case in cases for s in case]
    middle = mean(scores)
    sums = sum((sum(case) - len(case) * middle) ** 2 for case in cases)
    return middle, sums * len(cases) / (len(cases) - 1) / len(scores) ** 2, len(scores)


def clustered_rate(cases, confidence):
    rate, squared, n = clustered_error(cases)
    trials = min(n, rate * (1 - rate) / squared)
    return [rate, *score_interval(rate, trials, t_of(confidence, len(cases) - 1))]


def clustered_mean(cases, confidence):
    middle, squared, _ = clustered_error(cases)
    half = t_of(confidence, len(cases) - 1) * math.sqrt(squared)
    return [middle, middle - half, middle + half]


# Tango's statistic, with the likeliest shares at a given difference found by search instead of his formula.
def tango_score(better, worse, tied, difference):
    n = better + worse + tied

    def likelihood(share):  # of worse cases
        total = 0.0
        for count, p in ((better, share + difference), (worse, share), (tied, 1 - 2 * share - difference)):
            if count:
                if p <= 0:
                    return -math.inf
                total += count * math.log(p)
        return total

    low, high = max(0.0, -difference), (1 - difference) / 2
    for _ in range(300):
        a, b = low + (high - low) * 0.382, low + (high - low) * 0.618
        if likelihood(a) < likelihood(b):
            low = a
        else:
            high = b
    share = (low + high) / 2
    spread = n * (2 * share + difference - difference**2)
    return (better - worse - n * difference) / math.sqrt(spread)


def tango_interval(better, worse, tied, confidence):
    z = z_of(confidence)
    seen = (better - worse) / (better + worse + tied)
    return [
        bisect(-1 + 1e-12, seen, lambda d: tango_score(better, worse, tied, d) > z, 60),
        bisect(seen, 1 - 1e-12, lambda d: tango_score(better, worse, tied, d) > -z, 60),
    ]


def mcnemar(better, worse):
    n, fewer = better + worse, min(better, worse)
    tail = Fraction(sum(math.comb(n, k) for k in range(fewer + 1)), 2**n)
    exact = min(Fraction(1), 2 * tail)
    mid = Fraction(1) if better == worse else 2 * tail - Fraction(math.comb(n, fewer), 2**n)
    return [float(exact), float(mid)]


def sign_flip(differences):
    differences = [Fraction(d) for d in differences]
    seen = abs(sum(differences))
    patterns = list(itertools.product((1, -1), repeat=len(differences)))
    hits = sum(abs(sum(s * d for s, d in zip(signs, differences))) >= seen for signs in patterns)
    return hits / len(patterns)


# An adjusted p-value is the smallest level at which the procedure refuses the hypothesis.
def holm_refuses(p_values, alpha):
    refused, order = set(), sorted(range(len(p_values)), key=lambda i: p_values[i])
    for step, i in enumerate(order):
        if p_values[i] > alpha / (len(p_values) - step):
            break
        refused.add(i)
    return refused


def bh_refuses(p_values, alpha):
    order = sorted(range(len(p_values)), key=lambda i: p_values[i])
    last = max((k for k, i in enumerate(order, 1) if p_values[i] <= k * alpha / len(p_values)), default=0)
    return set(order[:last])


def adjusted(p_values, refuses):
    return [
        bisect(0.0, 1.0, lambda alpha: i not in refuses(p_values, alpha)) if i in refuses(p_values, 1.0) else 1.0
        for i in range(len(p_values))
    ]


def tost_means(differences, margin):
    n = len(differences)
    error = math.sqrt(variance(differences) / n)
    below = 1 - student_cdf((mean(differences) + margin) / error, n - 1)
    above = student_cdf((mean(differences) - margin) / error, n - 1)
    return max(below, above)


def tost_rates(better, worse, tied, margin):
    return max(
        1 - NORMAL.cdf(tango_score(better, worse, tied, -margin)),
        NORMAL.cdf(tango_score(better, worse, tied, margin)),
    )


# Of every way to draw k of the n answers.
def pass_k(passed, repeats, k):
    answers = [1] * passed + [0] * (repeats - passed)
    draws = list(itertools.combinations(answers, k))
    return [mean(map(max, draws)), mean(map(min, draws))]


# Bradley-Terry by coordinate-wise search for the largest likelihood, with a tie more for each pair.
def bradley_terry(wins):
    count = len(wins)
    wins = [[wins[i][j] + (0.5 if i != j else 0) for j in range(count)] for i in range(count)]
    strengths = [0.0] * count

    def slope(i, s):
        return sum(
            wins[i][j] - (wins[i][j] + wins[j][i]) / (1 + math.exp(strengths[j] - s)) for j in range(count) if j != i
        )

    for _ in range(3000):
        for i in range(count):
            strengths[i] = bisect(-30, 30, lambda s: slope(i, s) > 0, 70)
    middle = mean(strengths)
    return [s - middle for s in strengths]


def e_value(better, worse):
    n = better + worse
    return float(Fraction(2**n * math.factorial(better) * math.factorial(worse), math.factorial(n + 1)))


# All p that the mixture refused after no case. `wins`: case by case, 1 where the second variant won.
def e_interval(wins, alpha):
    inside = [0.0, 1.0]
    for n in range(1, len(wins) + 1):
        better = sum(wins[:n])
        worse = n - better
        beta = math.factorial(better) * math.factorial(worse) / math.factorial(n + 1)

        def refused(p):
            return beta / (p**better * (1 - p) ** worse) >= 1 / alpha

        low = bisect(1e-12, better / n, refused) if better else 0.0
        high = bisect(better / n, 1 - 1e-12, lambda p: not refused(p)) if worse else 1.0
        inside = [max(inside[0], low), min(inside[1], high)]
    return inside


# The betting confidence sequence, each candidate's capital as one product over all scores, anew for every time.
def betting(differences, alpha, steps):
    xs = [(d + 1) / 2 for d in differences]
    stakes = []
    for t in range(1, len(xs) + 1):
        squares = 0.25
        for i in range(1, t):
            squares += (xs[i - 1] - (0.5 + sum(xs[:i])) / (i + 1)) ** 2
        stakes.append(math.sqrt(2 * math.log(2 / alpha) / (squares / t * t * math.log(1 + t))))

    def capital(m, t):
        above = math.prod(1 + min(stakes[i], 0.5 / m) * (xs[i] - m) for i in range(t))
        below = math.prod(1 - min(stakes[i], 0.5 / (1 - m)) * (xs[i] - m) for i in range(t))
        return (above + below) / 2

    kept = [i / steps for i in range(1, steps) if all(capital(i / steps, t) < 1 / alpha for t in range(1, len(xs) + 1))]
    return [capital(0.5, len(xs)), 2 * kept[0] - 1 - 2 / steps, 2 * kept[-1] - 1 + 2 / steps]


# Fleiss, Cohen, Everitt 1969, the formula as it was published.
def kappa(counts):
    n = sum(map(sum, counts))
    size = range(len(counts))
    p = [[c / n for c in row] for row in counts]
    rows = [sum(p[i]) for i in size]
    columns = [sum(p[i][j] for i in size) for j in size]
    agreed = sum(p[i][i] for i in size)
    chance = sum(rows[i] * columns[i] for i in size)
    k = (agreed - chance) / (1 - chance)
    a = sum(p[i][i] * (1 - (rows[i] + columns[i]) * (1 - k)) ** 2 for i in size)
    b = (1 - k) ** 2 * sum(p[i][j] * (columns[i] + rows[j]) ** 2 for i in size for j in size if i != j)
    c = (k - chance * (1 - k)) ** 2
    error = math.sqrt((a + b - c) / n) / (1 - chance)
    return [k, k - z_of(0.95) * error, k + z_of(0.95) * error]


def ppi(both, alone):
    people, judged = [y for y, _ in both], [f for _, f in both]
    n, others = len(both), len(alone)
    spread = variance(judged + alone)
    weight = min(1, max(0, covariance(people, judged) / ((1 + n / others) * spread)))
    rest = [y - weight * f for y, f in both]
    value = weight * mean(alone) + mean(rest)
    half = t_of(0.95, n - 1) * math.sqrt(weight**2 * spread / others + variance(rest) / n)
    return [weight, value, value - half, value + half]


# Macro means, with derivatives taken numerically.
def macro(counts, which):
    size = range(len(counts))
    n = sum(map(sum, counts))

    def figure(p):
        total, occurring = 0.0, 0
        for k in size:
            row, column = sum(p[k]), sum(p[i][k] for i in size)
            if row + column == 0:
                continue
            occurring += 1
            whole = {"precision": column, "recall": row, "f1": (row + column) / 2}[which]
            total += p[k][k] / whole if whole else 0
        return total / occurring

    shares = [[c / n for c in row] for row in counts]
    value = figure(shares)
    first = second = 0.0
    for i in size:
        for j in size:
            if counts[i][j] == 0:
                continue
            step = 1e-6
            up, down = [row[:] for row in shares], [row[:] for row in shares]
            up[i][j] += step
            down[i][j] -= step
            slope = (figure(up) - figure(down)) / (2 * step)
            first += shares[i][j] * slope
            second += shares[i][j] * slope**2
    half = z_of(0.95) * math.sqrt((second - first**2) / n)
    return [value, max(0, value - half), min(1, value + half)]


# F1 of a label: every F within z standard errors of the rate J = F / (2 − F).
def f1_interval(correct, predicted, expected):
    union = predicted + expected - correct
    low, high = score_interval(correct / union, union, z_of(0.95))
    return [2 * correct / (predicted + expected), 2 * low / (1 + low), 2 * high / (1 + high)]


# Fields, of cases with their right, wrong, missing and invented values: every value is a trial of its case, and for F1 a wrong
# one is two.
def fields(cases, which):
    trials = {
        "accuracy": lambda right, wrong, missing, invented: wrong + missing + invented,
        "precision": lambda right, wrong, missing, invented: wrong + invented,
        "recall": lambda right, wrong, missing, invented: wrong + missing,
        "f1": lambda right, wrong, missing, invented: 2 * wrong + missing + invented,
    }[which]
    lists = [[1] * case[0] + [0] * trials(*case) for case in cases]
    value, low, high = clustered_rate([each for each in lists if each], 0.95)
    return [2 * x / (1 + x) for x in (value, low, high)] if which == "f1" else [value, low, high]


def rows(function, *arguments):
    return [{"args": list(each), "want": function(*each)} for each in arguments]


REPEATED = [[1, 1, 1, 0], [0, 0, 1, 0], [1, 1, 1, 1], [0, 1, 0, 0], [1, 1], [0, 0, 0, 0], [1, 1, 1, 1], [1, 0, 1, 1]]
SCORED = [[0.5, 0.75], [0.25, 0.25], [1.0, 0.5], [0.0, 0.25], [0.75, 0.875]]
DIFFERENCES = [0.25, -0.125, 0.5, 0.0, 0.125, 0.375, -0.25, 0.0625, 0.25, 0.125, 0.1875]
P_VALUES = [0.01, 0.04, 0.03, 0.005, 0.5, 0.03, 0.2]
JUDGED = [[1, 0.9], [0, 0.2], [1, 0.7], [1, 0.8], [0, 0.6], [1, 0.4], [0, 0.1], [1, 0.95], [0, 0.3], [1, 0.5]]
ALONE = [0.1, 0.9, 0.8, 0.4, 0.7, 0.6, 0.95, 0.3, 0.85, 0.2, 0.75, 0.5, 0.65, 0.9, 0.45]
WINS = [[0, 30, 22.5, 40], [20, 0, 18, 33], [27.5, 32, 0, 36], [10, 17, 14, 0]]
MATRIX = [[40, 5, 3], [8, 30, 2], [1, 6, 5]]
NEVER_GIVEN = [[20, 4, 0], [3, 25, 0], [2, 1, 0]]
BETS = [0.5, 0.25, -0.25, 1.0, 0.5, 0.75, 0.0, 0.5, 0.25, 1.0, -0.5, 0.75, 0.5, 0.25, 0.5, 1.0, 0.25, 0.5, 0.75, 0.5]
EXTRACTED = [[3, 0, 1, 0], [2, 1, 0, 1], [0, 2, 2, 0], [4, 0, 0, 0], [1, 0, 0, 2], [0, 0, 0, 1], [3, 1, 0, 0], [2, 0, 2, 0]]

GOLDEN = {
    "normalQuantile": rows(NORMAL.inv_cdf, (0.975,), (0.5,), (0.001,), (0.9,), (1e-9,)),
    "studentCdf": rows(student_cdf, (2.0, 1), (-1.5, 4), (0.3, 7), (3.2, 30), (1.96, 399)),
    "studentQuantile": rows(student_quantile, (0.975, 1), (0.975, 2), (0.95, 3), (0.975, 14), (0.995, 119), (0.025, 9)),
    "betaCdf": rows(beta_cdf, (0.5, 2, 3), (0.125, 1, 1), (0.75, 40, 20), (0.99, 3, 200), (0.25, 30, 90)),
    "betaQuantile": rows(beta_quantile, (0.025, 1, 41), (0.975, 13, 9), (0.5, 2, 2)),
    "wilson": rows(
        lambda k, n, confidence: score_interval(k / n, n, z_of(confidence)),
        (0, 10, 0.95), (10, 10, 0.95), (3, 8, 0.95), (114, 120, 0.95), (50, 100, 0.9), (1, 1000, 0.99)),
    "beta": rows(
        lambda k, n: [beta_quantile(0.025, 1 + k, 1 + n - k), beta_quantile(0.975, 1 + k, 1 + n - k)],
        (0, 10), (7, 20), (118, 120)),
    "clusteredRate": rows(clustered_rate, (REPEATED, 0.95)),
    "clusteredMean": rows(clustered_mean, (SCORED, 0.95), (REPEATED, 0.9)),
    "tangoScore": rows(tango_score, (14, 6, 100, 0.05), (12, 2, 36, -0.2), (3, 9, 5, 0.4)),
    "tangoInterval": rows(
        tango_interval, (14, 6, 100, 0.95), (12, 2, 36, 0.95), (0, 5, 20, 0.95), (0, 0, 30, 0.9), (8, 8, 4, 0.99)),
    "mcnemar": rows(mcnemar, (14, 6), (6, 14), (0, 6), (5, 5), (0, 0), (120, 80), (1, 0)),
    "signFlip": rows(sign_flip, (DIFFERENCES,), ([0.5, 0.5, -0.25],), ([0.0, 0.0],)),
    "holm": rows(lambda p: adjusted(p, holm_refuses), (P_VALUES,)),
    "benjaminiHochberg": rows(lambda p: adjusted(p, bh_refuses), (P_VALUES,)),
    "tostMeans": rows(tost_means, (DIFFERENCES, 0.3), (DIFFERENCES, 0.1), ([-d for d in DIFFERENCES], 0.3)),
    "tostRates": rows(tost_rates, (14, 6, 100, 0.15), (3, 4, 200, 0.05), (0, 12, 60, 0.1)),
    "casesNeeded": rows(
        lambda var, delta, confidence, power: math.ceil(
            ((z_of(confidence) + NORMAL.inv_cdf(power)) / delta) ** 2 * var),
        (0.162, 0.05, 0.95, 0.8), (0.5, 0.1, 0.95, 0.9), (0.02, -0.01, 0.99, 0.5)),
    "passK": rows(pass_k, (3, 10, 1), (3, 10, 4), (9, 10, 4), (0, 5, 2), (5, 5, 5), (2, 8, 8)),
    "bradleyTerry": rows(bradley_terry, (WINS,), ([[0, 7], [0, 0]],)),
    "eValue": rows(e_value, (0, 0), (5, 0), (14, 6), (40, 12), (3, 3)),
    "eInterval": rows(e_interval, ([1, 0, 1, 1, 0, 1, 1, 1, 0, 1], 0.05), ([1] * 9, 0.05), ([0, 0, 1, 0] * 12, 0.01)),
    "betting": rows(betting, (BETS, 0.05, 200)),
    "kappa": rows(kappa, (MATRIX,), ([[20, 5], [10, 15]],)),
    "ppi": rows(ppi, (JUDGED, ALONE)),
    "f1": rows(f1_interval, (40, 49, 48), (5, 10, 12)),
    "fields": rows(fields, *((EXTRACTED, which) for which in ("accuracy", "precision", "recall", "f1"))),
    "macro": rows(macro, *((m, which) for m in (MATRIX, NEVER_GIVEN) for which in ("precision", "recall", "f1"))),
}

if __name__ == "__main__":
    sections = ",\n".join(
        f' {json.dumps(name)}: [\n' + ",\n".join("  " + json.dumps(row) for row in values) + "\n ]"
        for name, values in GOLDEN.items())
    print("{\n" + sections + "\n}")
