// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/experiment/fallbackplan.h"

#include "models/experiment/fallback.h"
#include "models/experiment/reading/promptconfig.h"

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

Result<Variant> asPromptAsks(const Variant &variant, const QJsonObject &config)
{
    if (config.isEmpty())
        return variant;
    return withPromptConfig(variant, config);
}

} // namespace

Result<FallbackPlans> FallbackPlans::of(const Experiment &experiment,
                                        const std::function<GenerationRequest(const Variant &)> &requestOf)
{
    FallbackPlans plans;
    for (int prompt = 0; prompt < experiment.prompts.size(); ++prompt) {
        const QJsonObject config = experiment.prompts.at(prompt).other.value("config"_L1).toObject();
        for (int variant = 0; variant < experiment.variants.size(); ++variant) {
            const Result<Variant> first = asPromptAsks(experiment.variants.at(variant), config);
            if (!first)
                return std::unexpected(first.error());
            const FallbackRules rules = fallbackRules(*first);
            if (rules.isEmpty())
                continue;
            const Result<QList<Variant>> next = fallbackVariants(experiment, *first);
            if (!next)
                return std::unexpected(next.error());
            FallbackPlan plan{{}, rules.onFailedChecks, rules.samplesAgain};
            for (const Variant &each : *next) {
                const Result<Variant> asked = asPromptAsks(each, config);
                if (!asked)
                    return std::unexpected(asked.error());
                plan.next += requestOf(*asked);
            }
            plans.m_plans.insert({prompt, variant}, plan);
        }
    }
    return plans;
}

FallbackPlan FallbackPlans::at(const CellKey &key) const
{
    FallbackPlan plan = m_plans.value({key.promptIndex, key.variantIndex});
    for (GenerationRequest &request : plan.next) {
        request.key = key;
        if (request.sampling.seed) // repeats count on from it, as those of the variant
            *request.sampling.seed += static_cast<std::uint64_t>(key.repeat);
    }
    return plan;
}

} // namespace Tempera
