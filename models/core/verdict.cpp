// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/verdict.h"

#include <map>

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

QList<NamedScore> namedScores(const Verdicts &verdicts)
{
    std::map<QString, NamedScore> sums;
    const auto add = [&sums](const QString &name, double score, double weight) {
        NamedScore &sum = sums.try_emplace(name, NamedScore{name, 0, 0}).first->second;
        sum.score += score * weight;
        sum.weight += weight;
    };
    for (const Verdict &verdict : verdicts) {
        if (verdict.outcome == Outcome::NotEvaluated)
            continue;
        if (!verdict.metric.isEmpty())
            add(verdict.metric, verdict.score, verdict.weight);
        for (const NamedScore &named : verdict.named) {
            if (named.name != verdict.metric)
                add(named.name, named.score, named.weight * verdict.weight);
        }
    }
    QList<NamedScore> means;
    for (const auto &[name, sum] : sums)
        means += NamedScore{name, sum.weight > 0 ? sum.score / sum.weight : 0, sum.weight};
    return means;
}

JudgeUse usedTogether(const JudgeUse &first, const JudgeUse &second)
{
    JudgeUse both = first;
    const auto add = [](std::optional<std::int64_t> &sum, const std::optional<std::int64_t> &more) {
        if (sum || more)
            sum = sum.value_or(0) + more.value_or(0);
    };
    add(both.usage.inputTokens, second.usage.inputTokens);
    add(both.usage.cachedInputTokens, second.usage.cachedInputTokens);
    add(both.usage.outputTokens, second.usage.outputTokens);
    both.cost = first.cost && second.cost ? std::optional(*first.cost + *second.cost) : std::nullopt;
    return both;
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
        spend.cachedInputTokens = Saturated::sum(spend.cachedInputTokens, verdict.asked->usage.cachedInputTokens.value_or(0));
        spend.cost += verdict.asked->cost.value_or(Money());
        spend.unknownCosts += verdict.asked->cost ? 0 : 1;
    }
    return spend;
}

} // namespace Tempera
