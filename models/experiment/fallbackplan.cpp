// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/experiment/fallbackplan.h"

#include "models/experiment/fallback.h"
#include "models/experiment/reading/promptconfig.h"

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

Result<Variant> asCellAsks(const Experiment &experiment, const Variant &variant, const QJsonObject &settings)
{
    if (settings.isEmpty())
        return variant;
    return withCellConfig(variant, settings, experiment.configFiles);
}

} // namespace

Result<FallbackPlans> FallbackPlans::of(const Experiment &experiment, const CellSettings &settings,
                                        const std::function<GenerationRequest(const Variant &)> &requestOf)
{
    FallbackPlans plans;
    for (int number = 0; number < settings.size(); ++number) {
        for (int variant = 0; variant < experiment.variants.size(); ++variant) {
            const Result<Variant> first = asCellAsks(experiment, experiment.variants.at(variant), settings.at(number));
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
                const Result<Variant> asked = asCellAsks(experiment, each, settings.at(number));
                if (!asked)
                    return std::unexpected(asked.error());
                plan.next += requestOf(*asked);
            }
            plans.m_plans.insert({number, variant}, plan);
        }
    }
    return plans;
}

FallbackPlan FallbackPlans::at(const CellKey &key, int settings) const
{
    FallbackPlan plan = m_plans.value({settings, key.variantIndex});
    for (GenerationRequest &request : plan.next) {
        request.key = key;
        if (request.sampling.seed) // repeats count on from it, as those of the variant
            *request.sampling.seed += static_cast<std::uint64_t>(key.repeat);
    }
    return plan;
}

} // namespace Tempera
