// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/othertokens.h"

#include "models/core/saturation.h"

#include <algorithm>

namespace Tempera {
namespace {

OtherTokens tokensOfUsage(const Usage &usage)
{
    return {possibleTokens(usage.inputTokens).value_or(0), possibleTokens(usage.cachedInputTokens).value_or(0),
            possibleTokens(usage.outputTokens).value_or(0)};
}

OtherTokens added(const OtherTokens &a, const OtherTokens &b)
{
    return {Saturated::sum(a.input, b.input), Saturated::sum(a.cachedInput, b.cachedInput), Saturated::sum(a.output, b.output)};
}

OtherTokens lessened(const OtherTokens &a, const OtherTokens &b)
{
    return {Saturated::difference(a.input, b.input), Saturated::difference(a.cachedInput, b.cachedInput),
            Saturated::difference(a.output, b.output)};
}

} // namespace

OtherTokens otherTokens(const Cell &cell)
{
    OtherTokens sum;
    for (const CellAttempt &attempt : cell.attempts) {
        if (!attempt.isResult) // that one's usage is the cell's
            sum = added(sum, tokensOfUsage(attempt.usage));
        sum = added(sum, tokensOfUsage(attempt.judges));
    }
    if (cell.grade) {
        const GradingSpend judges = spendOf(*cell.grade);
        sum = added(sum, {judges.inputTokens, judges.cachedInputTokens, judges.outputTokens});
    }
    if (std::ranges::contains(cell.notes, NoteKind::FromCache, &Note::kind))
        sum = lessened(sum, tokensOfUsage(cell.usage));
    return sum;
}

} // namespace Tempera
