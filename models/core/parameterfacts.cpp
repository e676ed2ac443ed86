// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/sampling.h"

#include <array>
#include <limits>
#include <type_traits>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

using S = SamplingSettings;
using P = Parameter;
using Numbers = NumberFacts;

constexpr double unbounded = std::numeric_limits<double>::infinity();
constexpr double mostWhole = std::numeric_limits<int>::max();
constexpr double mostSeed = 18446744073709551615.0;

/// In the order of the enumeration. Each number: least, most, step, first, without, none, end of the slider.
constexpr std::array parameterTable{
    ParameterFacts{P::Temperature, "temperature"_L1, "T"_L1, &S::temperature, Numbers{0, unbounded, 0.05, 0.7, 1, {}, 2}},
    ParameterFacts{P::DynatempRange, "dynatemp_range"_L1, "dyn"_L1, &S::dynatempRange,
                   Numbers{0, unbounded, 0.05, 0.5, 0, {}, 2}},
    ParameterFacts{P::DynatempExponent, "dynatemp_exponent"_L1, {}, &S::dynatempExponent, Numbers{0, unbounded, 0.1, 1, 1}},
    ParameterFacts{P::TopK, "top_k"_L1, "k"_L1, &S::topK, Numbers{0, mostWhole, 1, 40, 0, -1, 1000, true}},
    ParameterFacts{P::TopP, "top_p"_L1, "p"_L1, &S::topP, Numbers{0, 1, 0.01, 0.95, 1, {}, 1}},
    ParameterFacts{P::MinP, "min_p"_L1, "min-p"_L1, &S::minP, Numbers{0, 1, 0.01, 0.05, 0, {}, 1}},
    ParameterFacts{P::TypicalP, "typical_p"_L1, "typ"_L1, &S::typicalP, Numbers{0, 1, 0.01, 0.95, 1, {}, 1}},
    ParameterFacts{P::TopNSigma, "top_n_sigma"_L1, "n-sigma"_L1, &S::topNSigma, Numbers{-1, unbounded, 0.1, 1, 0}},
    ParameterFacts{P::XtcProbability, "xtc_probability"_L1, "xtc"_L1, &S::xtcProbability, Numbers{0, 1, 0.01, 0.5, 0, {}, 1}},
    ParameterFacts{P::XtcThreshold, "xtc_threshold"_L1, {}, &S::xtcThreshold, Numbers{0, 1, 0.01, 0.1, 0.1, {}, 1}},
    ParameterFacts{P::RepeatPenalty, "repeat_penalty"_L1, "repeat"_L1, &S::repeatPenalty,
                   Numbers{0.01, 100, 0.05, 1.1, 1, {}, 2}},
    ParameterFacts{P::RepeatLastN, "repeat_last_n"_L1, {}, &S::repeatLastN, Numbers{-1, mostWhole, 16, 64, 64}},
    ParameterFacts{P::FrequencyPenalty, "frequency_penalty"_L1, "freq"_L1, &S::frequencyPenalty, Numbers{-2, 2, 0.1, 0, 0}},
    ParameterFacts{P::PresencePenalty, "presence_penalty"_L1, "pres"_L1, &S::presencePenalty, Numbers{-2, 2, 0.1, 0, 0}},
    ParameterFacts{P::DryMultiplier, "dry_multiplier"_L1, "dry"_L1, &S::dryMultiplier, Numbers{0, unbounded, 0.1, 0.8, 0}},
    ParameterFacts{P::DryBase, "dry_base"_L1, {}, &S::dryBase, Numbers{0, unbounded, 0.05, 1.75, 1.75}},
    ParameterFacts{P::DryAllowedLength, "dry_allowed_length"_L1, {}, &S::dryAllowedLength, Numbers{0, mostWhole, 1, 2, 2}},
    ParameterFacts{P::DryPenaltyLastN, "dry_penalty_last_n"_L1, {}, &S::dryPenaltyLastN, Numbers{-1, mostWhole, 16, 64, 64}},
    ParameterFacts{P::DrySequenceBreakers, "dry_sequence_breakers"_L1, {}, &S::drySequenceBreakers},
    ParameterFacts{P::Mirostat, "mirostat"_L1, "mirostat"_L1, &S::mirostat, Numbers{0, 2, 1, 2, 0}},
    ParameterFacts{P::MirostatTau, "mirostat_tau"_L1, "tau"_L1, &S::mirostatTau, Numbers{0, unbounded, 0.1, 5, 5}},
    ParameterFacts{P::MirostatEta, "mirostat_eta"_L1, {}, &S::mirostatEta, Numbers{0, unbounded, 0.01, 0.1, 0.1, {}, 1}},
    ParameterFacts{P::LogitBias, "logit_bias"_L1, "bias"_L1, &S::logitBias},
    ParameterFacts{P::Grammar, "grammar"_L1, "grammar"_L1, &S::grammar},
    ParameterFacts{P::JsonSchema, "json_schema"_L1, "schema"_L1, &S::jsonSchema},
    ParameterFacts{P::Samplers, "samplers"_L1, "order"_L1, &S::samplers},
    ParameterFacts{P::Seed, "seed"_L1, "seed"_L1, &S::seed, Numbers{0, mostSeed, 1, 1, {}, -1}},
    ParameterFacts{P::MaxTokens, "max_tokens"_L1, {}, &S::maxTokens, Numbers{1, mostWhole, 16, 256, 512, -1}},
    ParameterFacts{P::Stop, "stop"_L1, {}, &S::stop},
};

template<typename T>
bool liesWithin(const NumberFacts &numbers, const std::optional<T> &value)
{
    return !value || numbers.accepts(static_cast<double>(*value));
}
template<typename T>
bool liesWithin(const NumberFacts &, const T &)
{
    return true;
}

} // namespace

const ParameterFacts &parameterFacts(Parameter parameter)
{
    return parameterTable.at(static_cast<std::size_t>(parameter));
}

const QList<Parameter> &allParameters()
{
    static const QList<Parameter> parameters = [] {
        QList<Parameter> all;
        for (const ParameterFacts &facts : parameterTable)
            all += facts.parameter;
        return all;
    }();
    return parameters;
}

QString parameterName(Parameter parameter)
{
    return parameterFacts(parameter).name;
}

std::optional<Parameter> parameterFromName(const QString &name)
{
    for (const ParameterFacts &facts : parameterTable) {
        if (facts.name == name)
            return facts.parameter;
    }
    return std::nullopt;
}

QList<Parameter> outOfRange(const SamplingSettings &settings)
{
    QList<Parameter> found;
    for (const ParameterFacts &facts : parameterTable) {
        if (!std::visit([&](auto field) { return liesWithin(facts.number, settings.*field); }, facts.field))
            found += facts.parameter;
    }
    return found;
}

} // namespace Tempera
