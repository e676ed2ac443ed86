// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/sampling.h"

#include <QJsonValue>
#include <QVariant>

using namespace Qt::StringLiterals;

namespace Tempera {

const QList<Parameter> &allParameters()
{
    static const QList<Parameter> parameters{
        Parameter::Temperature,      Parameter::TopK,            Parameter::TopP, Parameter::MinP,
        Parameter::RepeatPenalty,    Parameter::FrequencyPenalty, Parameter::PresencePenalty,
        Parameter::Seed,             Parameter::MaxTokens,       Parameter::Stop};
    return parameters;
}

QString parameterName(Parameter parameter)
{
    switch (parameter) {
    case Parameter::Temperature: return u"temperature"_s;
    case Parameter::TopK: return u"top_k"_s;
    case Parameter::TopP: return u"top_p"_s;
    case Parameter::MinP: return u"min_p"_s;
    case Parameter::RepeatPenalty: return u"repeat_penalty"_s;
    case Parameter::FrequencyPenalty: return u"frequency_penalty"_s;
    case Parameter::PresencePenalty: return u"presence_penalty"_s;
    case Parameter::Seed: return u"seed"_s;
    case Parameter::MaxTokens: return u"max_tokens"_s;
    case Parameter::Stop: return u"stop"_s;
    }
    return {};
}

bool SamplingSettings::isSet(Parameter parameter) const
{
    switch (parameter) {
    case Parameter::Temperature: return temperature.has_value();
    case Parameter::TopK: return topK.has_value();
    case Parameter::TopP: return topP.has_value();
    case Parameter::MinP: return minP.has_value();
    case Parameter::RepeatPenalty: return repeatPenalty.has_value();
    case Parameter::FrequencyPenalty: return frequencyPenalty.has_value();
    case Parameter::PresencePenalty: return presencePenalty.has_value();
    case Parameter::Seed: return seed.has_value();
    case Parameter::MaxTokens: return maxTokens.has_value();
    case Parameter::Stop: return !stop.isEmpty();
    }
    return false;
}

void SamplingSettings::unset(Parameter parameter)
{
    switch (parameter) {
    case Parameter::Temperature: temperature.reset(); break;
    case Parameter::TopK: topK.reset(); break;
    case Parameter::TopP: topP.reset(); break;
    case Parameter::MinP: minP.reset(); break;
    case Parameter::RepeatPenalty: repeatPenalty.reset(); break;
    case Parameter::FrequencyPenalty: frequencyPenalty.reset(); break;
    case Parameter::PresencePenalty: presencePenalty.reset(); break;
    case Parameter::Seed: seed.reset(); break;
    case Parameter::MaxTokens: maxTokens.reset(); break;
    case Parameter::Stop: stop.clear(); break;
    }
}

QString SamplingSettings::summary() const
{
    QStringList parts;
    const auto add = [&parts](QLatin1StringView label, const auto &value) {
        if (value)
            parts += label + u' ' + QString::number(*value);
    };
    add("T"_L1, temperature);
    add("k"_L1, topK);
    add("p"_L1, topP);
    add("min-p"_L1, minP);
    add("repeat"_L1, repeatPenalty);
    add("freq"_L1, frequencyPenalty);
    add("pres"_L1, presencePenalty);
    add("seed"_L1, seed);
    return parts.join(u" · "_s);
}

QJsonObject samplingToJson(const SamplingSettings &settings)
{
    QJsonObject json;
    const auto put = [&json](Parameter parameter, const auto &value) {
        if (value)
            json.insert(parameterName(parameter), static_cast<double>(*value));
    };
    put(Parameter::Temperature, settings.temperature);
    put(Parameter::TopK, settings.topK);
    put(Parameter::TopP, settings.topP);
    put(Parameter::MinP, settings.minP);
    put(Parameter::RepeatPenalty, settings.repeatPenalty);
    put(Parameter::FrequencyPenalty, settings.frequencyPenalty);
    put(Parameter::PresencePenalty, settings.presencePenalty);
    put(Parameter::MaxTokens, settings.maxTokens);
    // A 64-bit seed does not fit a double; JSON integers do.
    if (settings.seed)
        json.insert(parameterName(Parameter::Seed), static_cast<qint64>(*settings.seed));
    if (!settings.stop.isEmpty())
        json.insert(parameterName(Parameter::Stop), QJsonValue::fromVariant(settings.stop));
    return json;
}

} // namespace Tempera
