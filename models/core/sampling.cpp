// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/sampling.h"

#include <QJsonArray>
#include <QJsonValue>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <type_traits>
#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double mostInt = std::numeric_limits<int>::max();

struct SamplerWord {
    SamplerKind kind;
    QLatin1StringView name;
    std::array<QLatin1StringView, 3> others;
};

constexpr std::array samplerWords{
    SamplerWord{SamplerKind::Penalties, "penalties"_L1, {}},
    SamplerWord{SamplerKind::Dry, "dry"_L1, {}},
    SamplerWord{SamplerKind::TopNSigma, "top_n_sigma"_L1, {"top-n-sigma"_L1}},
    SamplerWord{SamplerKind::TopK, "top_k"_L1, {"top-k"_L1}},
    SamplerWord{SamplerKind::TypicalP, "typ_p"_L1, {"typical_p"_L1, "typ-p"_L1, "typical"_L1}},
    SamplerWord{SamplerKind::TopP, "top_p"_L1, {"top-p"_L1, "nucleus"_L1}},
    SamplerWord{SamplerKind::MinP, "min_p"_L1, {"min-p"_L1}},
    SamplerWord{SamplerKind::Xtc, "xtc"_L1, {}},
    SamplerWord{SamplerKind::Temperature, "temperature"_L1, {"temp"_L1}},
};

template<typename T>
constexpr bool isNumber = std::is_same_v<T, std::optional<double>> || std::is_same_v<T, std::optional<int>>
                          || std::is_same_v<T, std::optional<std::uint64_t>>;

template<typename T>
bool holds(const T &value)
{
    if constexpr (isNumber<T>)
        return value.has_value();
    else
        return !value.isEmpty();
}

QJsonValue toJson(double value)
{
    return value;
}
QJsonValue toJson(int value)
{
    return value;
}
// A 64-bit seed does not fit a double; JSON integers do.
QJsonValue toJson(std::uint64_t value)
{
    return static_cast<qint64>(value);
}
QJsonValue toJson(const QString &text)
{
    return text;
}
QJsonValue toJson(const QStringList &texts)
{
    return QJsonArray::fromStringList(texts);
}

QJsonValue toJson(const QList<LogitBias> &biases)
{
    QJsonArray pairs;
    for (const LogitBias &each : biases) {
        const bool never = std::isinf(each.bias) && each.bias < 0;
        pairs.append(QJsonArray{each.token >= 0 ? QJsonValue(each.token) : QJsonValue(each.text),
                                never ? QJsonValue(false) : QJsonValue(each.bias)});
    }
    return pairs;
}

QJsonValue toJson(const QList<SamplerKind> &kinds)
{
    QJsonArray names;
    for (const SamplerKind kind : kinds)
        names.append(samplerName(kind));
    return names;
}

/// Each gives whether the value could be taken.
bool fromJson(const QJsonValue &json, std::optional<double> &target)
{
    if (json.isDouble())
        target = json.toDouble();
    return json.isDouble();
}

bool fromJson(const QJsonValue &json, std::optional<int> &target)
{
    const double number = json.toDouble();
    if (!json.isDouble() || std::floor(number) != number || std::abs(number) > mostInt)
        return false;
    target = static_cast<int>(json.toDouble());
    return true;
}

bool fromJson(const QJsonValue &json, std::optional<std::uint64_t> &target)
{
    // Seeds above 63 bits are written as negative numbers.
    if (!json.isDouble() || std::floor(json.toDouble()) != json.toDouble())
        return false;
    target = static_cast<std::uint64_t>(json.toInteger());
    return true;
}

bool fromJson(const QJsonValue &json, QString &target)
{
    target = json.toString();
    return json.isString();
}

bool fromJson(const QJsonValue &json, QStringList &target)
{
    for (const QJsonValue &each : json.toArray()) {
        if (!each.isString())
            return false;
        target += each.toString();
    }
    return json.isArray();
}

bool fromJson(const QJsonValue &json, QList<LogitBias> &target)
{
    for (const QJsonValue &pair : json.toArray()) {
        const std::optional<LogitBias> bias = logitBiasFromJson(pair);
        if (!bias)
            return false;
        target += *bias;
    }
    return json.isArray();
}

bool fromJson(const QJsonValue &json, QList<SamplerKind> &target)
{
    for (const QJsonValue &name : json.toArray()) {
        const std::optional<SamplerKind> kind = samplerFromName(name.toString());
        if (!kind)
            return false;
        target += *kind;
    }
    return json.isArray();
}

/// "T 0.2"; the mere word where there is no number to show.
template<typename T>
QString brief(QLatin1StringView word, const T &value)
{
    if constexpr (std::is_same_v<T, std::optional<double>>)
        return word + u' ' + QString::number(*value, 'g', QLocale::FloatingPointShortest);
    else if constexpr (isNumber<T>)
        return word + u' ' + QString::number(*value);
    else
        return word;
}

} // namespace

const QList<SamplerKind> &defaultSamplerOrder()
{
    static const QList<SamplerKind> order = [] {
        QList<SamplerKind> kinds;
        for (const SamplerWord &word : samplerWords)
            kinds += word.kind;
        return kinds;
    }();
    return order;
}

QString samplerName(SamplerKind kind)
{
    return samplerWords.at(static_cast<std::size_t>(kind)).name;
}

std::optional<SamplerKind> samplerFromName(const QString &name)
{
    for (const SamplerWord &word : samplerWords) {
        if (name == word.name || (!name.isEmpty() && std::ranges::find(word.others, name) != word.others.end()))
            return word.kind;
    }
    return std::nullopt;
}

bool SamplingSettings::isSet(Parameter parameter) const
{
    return std::visit([this](auto field) { return holds(this->*field); }, parameterFacts(parameter).field);
}

void SamplingSettings::unset(Parameter parameter)
{
    std::visit([this](auto field) { this->*field = std::remove_cvref_t<decltype(this->*field)>(); },
               parameterFacts(parameter).field);
}

QString SamplingSettings::summary() const
{
    QStringList parts;
    for (const Parameter each : allParameters()) {
        const ParameterFacts &facts = parameterFacts(each);
        if (!facts.brief.isEmpty() && isSet(facts.parameter))
            parts += std::visit([&](auto field) { return Tempera::brief(facts.brief, this->*field); }, facts.field);
    }
    return parts.join(u" · "_s);
}

QJsonObject samplingToJson(const SamplingSettings &settings)
{
    QJsonObject json;
    for (const Parameter each : allParameters()) {
        const ParameterFacts &facts = parameterFacts(each);
        std::visit(
            [&](auto field) {
                const auto &value = settings.*field;
                if (!holds(value))
                    return;
                if constexpr (isNumber<std::remove_cvref_t<decltype(value)>>)
                    json.insert(facts.name, toJson(*value));
                else
                    json.insert(facts.name, toJson(value));
            },
            facts.field);
    }
    return json;
}

SamplingSettings samplingFromJson(const QJsonObject &json, QStringList *skipped)
{
    SamplingSettings settings;
    for (const Parameter each : allParameters()) {
        const ParameterFacts &facts = parameterFacts(each);
        const auto value = json.constFind(facts.name);
        if (value == json.constEnd())
            continue;
        const bool taken = std::visit([&](auto field) { return fromJson(*value, settings.*field); }, facts.field);
        if (taken)
            continue;
        settings.unset(facts.parameter);
        if (skipped)
            *skipped += facts.name;
    }
    return settings;
}

std::optional<LogitBias> logitBiasFromJson(const QJsonValue &pair)
{
    const QJsonArray parts = pair.toArray();
    if (parts.size() != 2)
        return std::nullopt;
    LogitBias made;
    const QJsonValue which = parts.at(0);
    const QJsonValue bias = parts.at(1);
    const double id = which.toDouble(-1);
    if (which.isString() && !which.toString().isEmpty())
        made.text = which.toString();
    else if (which.isDouble() && id >= 0 && id <= mostInt && std::floor(id) == id)
        made.token = static_cast<std::int32_t>(id);
    else
        return std::nullopt;
    if (bias.isDouble())
        made.bias = bias.toDouble();
    else if (bias.isBool() && !bias.toBool())
        made.bias = -infinity;
    else
        return std::nullopt;
    return made;
}

} // namespace Tempera
