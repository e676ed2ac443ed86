// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/stats/casescores.h"

#include <algorithm>

namespace Tempera {

void CaseScores::add(double score)
{
    sum += score;
    squares += score * score;
    ++repeats;
    passFail = passFail && (score == 0 || score == 1);
}

double CaseScores::mean() const
{
    return repeats > 0 ? sum / repeats : 0;
}

double CaseScores::variance() const
{
    return repeats > 1 ? std::max(0.0, squares - sum * sum / repeats) / (repeats - 1) : 0;
}

CaseScores caseScores(std::span<const double> repeats)
{
    CaseScores scores;
    for (const double score : repeats)
        scores.add(score);
    return scores;
}

std::vector<double> pairedDifferences(std::span<const PairedCase> cases)
{
    std::vector<double> differences;
    differences.reserve(cases.size());
    for (const PairedCase &each : cases) {
        if (each.isComplete())
            differences.push_back(each.difference());
    }
    return differences;
}

} // namespace Tempera
