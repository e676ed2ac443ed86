// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/verdict.h"

using namespace Qt::StringLiterals;

namespace Tempera {

QString outcomeName(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Pass: return u"pass"_s;
    case Outcome::Fail: return u"fail"_s;
    case Outcome::Error: return u"error"_s;
    case Outcome::NotEvaluated: return u"not-evaluated"_s;
    }
    return {};
}

Outcome outcomeFromName(const QString &name)
{
    for (const Outcome outcome : {Outcome::Pass, Outcome::Fail, Outcome::Error}) {
        if (outcomeName(outcome) == name)
            return outcome;
    }
    return Outcome::NotEvaluated;
}

GradingSpend spendOf(const Grade &grade)
{
    GradingSpend spend;
    for (const Verdict &verdict : grade.verdicts) {
        if (!verdict.asked)
            continue;
        ++spend.requests;
        spend.inputTokens = Saturated::sum(spend.inputTokens, verdict.asked->usage.inputTokens.value_or(0));
        spend.outputTokens = Saturated::sum(spend.outputTokens, verdict.asked->usage.outputTokens.value_or(0));
        spend.cost += verdict.asked->cost.value_or(Money());
        spend.unknownCosts += verdict.asked->cost ? 0 : 1;
    }
    return spend;
}

} // namespace Tempera
