// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/presets/presetbuilder.h"

#include "models/experiment/data/datawriter.h"

#include <array>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// Unsets what changes nothing, and what only goes with something that is unset.
void dropNeutral(SamplingSettings &s)
{
    const auto dropReal = [](std::optional<double> &value, double neutral) {
        if (value && *value == neutral)
            value.reset();
    };
    if (s.topK && *s.topK <= 0)
        s.topK.reset();
    dropReal(s.topP, 1);
    dropReal(s.minP, 0);
    dropReal(s.typicalP, 1);
    if (s.topNSigma && *s.topNSigma <= 0)
        s.topNSigma.reset();
    dropReal(s.xtcProbability, 0);
    if (!s.xtcProbability)
        s.xtcThreshold.reset();
    dropReal(s.repeatPenalty, 1);
    dropReal(s.frequencyPenalty, 0);
    dropReal(s.presencePenalty, 0);
    if (!s.repeatPenalty && !s.frequencyPenalty && !s.presencePenalty)
        s.repeatLastN.reset();
    dropReal(s.dryMultiplier, 0);
    if (!s.dryMultiplier) {
        s.dryBase.reset();
        s.dryAllowedLength.reset();
        s.dryPenaltyLastN.reset();
        s.drySequenceBreakers.clear();
    }
    if (s.mirostat.value_or(0) == 0) {
        s.mirostat.reset();
        s.mirostatTau.reset();
        s.mirostatEta.reset();
    }
    dropReal(s.dynatempRange, 0);
    if (!s.dynatempRange)
        s.dynatempExponent.reset();
}

/// A number, also one that was written as a text.
std::optional<double> numberOf(const DataNode &value)
{
    bool ok = false;
    const double number = value.isString() ? value.text.toDouble(&ok) : 0;
    return ok && std::isfinite(number) ? std::optional(number) : value.number();
}

/// llama.cpp's letters for its samplers ("edskypmxt").
std::optional<SamplerKind> samplerFromLetter(QChar letter)
{
    constexpr std::array Letters{u'e', u'd', u's', u'k', u'y', u'p', u'm', u'x', u't'};
    for (std::size_t i = 0; i < Letters.size(); ++i) {
        if (letter == Letters.at(i))
            return defaultSamplerOrder().at(static_cast<qsizetype>(i));
    }
    return std::nullopt;
}

std::optional<LogitBias> biasOf(const DataNode &token, const DataNode &amount)
{
    LogitBias made;
    bool isId = false;
    const int id = token.text.toInt(&isId);
    if (isId && id >= 0)
        made.token = id;
    else
        made.text = token.text;
    const std::optional<double> number = numberOf(amount);
    const bool never = amount.kind == DataKind::Bool && !dataToJson(amount).toBool();
    made.bias = never ? -std::numeric_limits<double>::infinity() : number.value_or(0);
    const bool isToken = token.isScalar() && !token.isNull() && (made.token >= 0 || !made.text.isEmpty());
    return isToken && (never || number) ? std::optional(made) : std::nullopt;
}

/// [token, amount] or {"text": …, "value": …}.
std::optional<LogitBias> biasOf(const DataNode &item)
{
    if (item.isSequence())
        return item.items.size() == 2 ? biasOf(*item.items[0], *item.items[1]) : std::nullopt;
    for (const QLatin1StringView word : {"text"_L1, "token"_L1}) {
        const DataPtr token = item.find(QString(word));
        const DataPtr amount = item.find(u"value") ? item.find(u"value") : item.find(u"bias");
        if (token && amount)
            return biasOf(*token, *amount);
    }
    return std::nullopt;
}

} // namespace

bool saysNothing(const DataNode &value)
{
    switch (value.kind) {
    case DataKind::Null: return true;
    case DataKind::Bool: return !dataToJson(value).toBool();
    case DataKind::Integer:
    case DataKind::Float: return value.number() == 0;
    case DataKind::String: return value.text.isEmpty();
    case DataKind::Sequence: return value.items.empty();
    case DataKind::Map: {
        const DataPtr type = value.find(u"type");
        return value.entries.empty() || (type && type->text == "none"_L1);
    }
    }
    return false;
}

void PresetBuilder::take(Parameter parameter, const QString &theirs, const DataNode &value)
{
    if (value.isNull())
        return;
    bool taken = false;
    switch (parameter) {
    case Parameter::Samplers: takeOrder(theirs, value); return;
    case Parameter::LogitBias: takeBiases(theirs, value); return;
    case Parameter::JsonSchema:
        if (value.isMap() && !value.entries.empty())
            takeSchema(value);
        taken = value.isMap() || saysNothing(value);
        break;
    case Parameter::Grammar:
        taken = value.isString();
        if (taken)
            m_settings.grammar = value.text;
        break;
    case Parameter::Stop: taken = takeTexts(&SamplingSettings::stop, value); break;
    case Parameter::DrySequenceBreakers: taken = takeTexts(&SamplingSettings::drySequenceBreakers, value); break;
    default: taken = takeNumber(parameter, value); break;
    }
    if (!taken)
        m_leftOut += theirs;
}

bool PresetBuilder::takeNumber(Parameter parameter, const DataNode &value)
{
    const std::optional<double> number = numberOf(value);
    if (!number)
        return false;
    const std::optional<double> &none = parameterFacts(parameter).number.none;
    if (none && *number < 0 && (*number == *none || parameter != Parameter::TopK)) {
        m_settings.unset(parameter);
        return true; // any seed or limit below 0 is none
    }
    if (parameter == Parameter::Seed) {
        bool isSeed = false;
        const qulonglong seed = value.text.toULongLong(&isSeed);
        if (isSeed)
            m_settings.seed = seed;
        return isSeed;
    }
    return std::visit(
        [&](auto field) {
            using Value = std::remove_cvref_t<decltype(m_settings.*field)>;
            if constexpr (std::is_same_v<Value, std::optional<double>>) {
                m_settings.*field = *number;
                return true;
            } else if constexpr (std::is_same_v<Value, std::optional<int>>) {
                const bool fits = std::floor(*number) == *number && std::abs(*number) <= std::numeric_limits<int>::max();
                if (fits)
                    m_settings.*field = static_cast<int>(*number);
                return fits;
            } else {
                return false;
            }
        },
        parameterFacts(parameter).field);
}

bool PresetBuilder::takeTexts(QStringList SamplingSettings::*field, const DataNode &value)
{
    QStringList texts;
    if (value.isString())
        texts += value.text;
    for (const DataPtr &item : value.items) {
        if (!item->isString())
            return false;
        texts += item->text;
    }
    texts.removeAll(QString());
    m_settings.*field = texts;
    return value.isString() || value.isSequence();
}

void PresetBuilder::takeOrder(const QString &theirs, const DataNode &value)
{
    QList<SamplerKind> order;
    const auto add = [&](const std::optional<SamplerKind> &kind, const QString &name) {
        if (kind && !order.contains(*kind))
            order += *kind;
        else if (!kind)
            m_leftOut += theirs + u": "_s + name;
    };
    for (const DataPtr &item : value.items)
        add(samplerFromName(item->text), item->text);
    if (value.isString()) {
        for (const QChar letter : value.text)
            add(samplerFromLetter(letter), letter);
    }
    if (order != defaultSamplerOrder())
        m_settings.samplers = order;
}

void PresetBuilder::takeBiases(const QString &theirs, const DataNode &value)
{
    const auto add = [&](const std::optional<LogitBias> &bias) {
        if (bias)
            m_settings.logitBias += *bias;
        else
            m_leftOut += theirs;
    };
    for (const DataPtr &item : value.items)
        add(biasOf(*item));
    for (const DataEntry &entry : value.entries)
        add(biasOf(*dataString(entry.key), *entry.value));
    if (value.isScalar() && !saysNothing(value))
        m_leftOut += theirs;
}

void PresetBuilder::takeSchema(const DataNode &schema)
{
    m_settings.jsonSchema = QString::fromUtf8(writeJsonTree(schema)).trimmed();
}

ImportedPreset PresetBuilder::finish(const QString &name)
{
    for (const Parameter parameter : outOfRange(m_settings)) {
        m_leftOut += parameterName(parameter);
        m_settings.unset(parameter);
    }
    dropNeutral(m_settings);
    m_leftOut.sort();
    m_leftOut.removeDuplicates();
    return {{name, m_settings, false}, m_leftOut};
}

} // namespace Tempera
