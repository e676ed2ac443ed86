// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/sampling/lens.h"

namespace Tempera {
namespace {

/// The step of one kind, or what of it depends on more than one distribution.
void addStep(SamplerKind kind, const SamplingSettings &settings, LensChain &chain)
{
    using Kind = LensStep::Kind;
    const auto step = [&chain](Kind of, double value) { chain.steps.push_back({of, value}); };
    const auto unknown = [&](Parameter parameter, const std::optional<double> &value, double off) {
        if (value && *value != off)
            chain.unknown.push_back(parameter);
    };
    switch (kind) {
    case SamplerKind::Penalties:
        unknown(Parameter::RepeatPenalty, settings.repeatPenalty, 1);
        unknown(Parameter::FrequencyPenalty, settings.frequencyPenalty, 0);
        unknown(Parameter::PresencePenalty, settings.presencePenalty, 0);
        break;
    case SamplerKind::Dry: unknown(Parameter::DryMultiplier, settings.dryMultiplier, 0); break;
    case SamplerKind::TopNSigma:
        if (settings.topNSigma.value_or(0) > 0)
            step(Kind::TopNSigma, *settings.topNSigma);
        break;
    case SamplerKind::TopK:
        if (settings.topK.value_or(0) > 0)
            step(Kind::TopK, static_cast<double>(*settings.topK));
        break;
    case SamplerKind::TypicalP:
        if (settings.typicalP.value_or(1) < 1)
            step(Kind::Typical, *settings.typicalP);
        break;
    case SamplerKind::TopP:
        if (settings.topP.value_or(1) < 1)
            step(Kind::TopP, *settings.topP);
        break;
    case SamplerKind::MinP:
        if (settings.minP.value_or(0) > 0)
            step(Kind::MinP, *settings.minP);
        break;
    case SamplerKind::Xtc: unknown(Parameter::XtcProbability, settings.xtcProbability, 0); break;
    case SamplerKind::Temperature:
        unknown(Parameter::DynatempRange, settings.dynatempRange, 0);
        if (settings.temperature.value_or(1) > 0 && settings.temperature.value_or(1) != 1)
            step(Kind::Temperature, *settings.temperature);
        break;
    }
}

} // namespace

LensChain lensChain(const SamplingSettings &settings)
{
    LensChain chain;
    const QList<SamplerKind> &order = settings.samplers.isEmpty() ? defaultSamplerOrder() : settings.samplers;
    const bool mirostat = settings.mirostat.value_or(0) > 0;
    chain.greedy = settings.temperature && *settings.temperature <= 0 && (mirostat || order.contains(SamplerKind::Temperature));
    for (const Parameter parameter : {Parameter::LogitBias, Parameter::Grammar, Parameter::JsonSchema}) {
        if (settings.isSet(parameter))
            chain.unknown.push_back(parameter);
    }
    if (mirostat) { // takes the place of all but temperature
        addStep(SamplerKind::Temperature, settings, chain);
        if (!chain.greedy)
            chain.unknown.push_back(Parameter::Mirostat);
        return chain;
    }
    for (const SamplerKind kind : order) {
        const bool movesLogits = kind == SamplerKind::Penalties || kind == SamplerKind::Dry;
        if (!chain.greedy || movesLogits)
            addStep(kind, settings, chain);
    }
    return chain;
}

} // namespace Tempera
