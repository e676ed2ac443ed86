// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/presets/presetimport.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMap>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

struct Word {
    QLatin1StringView theirs;
    Parameter ours;
};

/// @lmstudio/sdk 2.0: keys of "operation.fields", without "llm.prediction.".
constexpr std::array lmStudioWords{
    Word{"temperature"_L1, Parameter::Temperature},
    Word{"topKSampling"_L1, Parameter::TopK},
    Word{"topPSampling"_L1, Parameter::TopP},
    Word{"minPSampling"_L1, Parameter::MinP},
    Word{"repeatPenalty"_L1, Parameter::RepeatPenalty},
    Word{"presencePenalty"_L1, Parameter::PresencePenalty},
    Word{"frequencyPenalty"_L1, Parameter::FrequencyPenalty},
    Word{"maxPredictedTokens"_L1, Parameter::MaxTokens},
    Word{"seed"_L1, Parameter::Seed},
    Word{"stopStrings"_L1, Parameter::Stop},
};

/// SillyTavern's text completion presets.
constexpr std::array tavernWords{
    Word{"temp"_L1, Parameter::Temperature},
    Word{"dynatemp_exponent"_L1, Parameter::DynatempExponent},
    Word{"top_k"_L1, Parameter::TopK},
    Word{"top_p"_L1, Parameter::TopP},
    Word{"min_p"_L1, Parameter::MinP},
    Word{"typical_p"_L1, Parameter::TypicalP},
    Word{"nsigma"_L1, Parameter::TopNSigma},
    Word{"xtc_probability"_L1, Parameter::XtcProbability},
    Word{"xtc_threshold"_L1, Parameter::XtcThreshold},
    Word{"rep_pen"_L1, Parameter::RepeatPenalty},
    Word{"rep_pen_range"_L1, Parameter::RepeatLastN},
    Word{"freq_pen"_L1, Parameter::FrequencyPenalty},
    Word{"presence_pen"_L1, Parameter::PresencePenalty},
    Word{"dry_multiplier"_L1, Parameter::DryMultiplier},
    Word{"dry_base"_L1, Parameter::DryBase},
    Word{"dry_allowed_length"_L1, Parameter::DryAllowedLength},
    Word{"dry_penalty_last_n"_L1, Parameter::DryPenaltyLastN},
    Word{"mirostat_mode"_L1, Parameter::Mirostat},
    Word{"mirostat_tau"_L1, Parameter::MirostatTau},
    Word{"mirostat_eta"_L1, Parameter::MirostatEta},
    Word{"grammar_string"_L1, Parameter::Grammar},
    Word{"genamt"_L1, Parameter::MaxTokens},
    Word{"seed"_L1, Parameter::Seed},
};

/// Values that say nothing: nobody misses them.
bool isTrivial(const QString &key, const QJsonValue &value)
{
    if (key == "guidance_scale"_L1 || key == "tfs"_L1)
        return value.toDouble() == 1;
    return value.isNull() || value.isUndefined() || value == QJsonValue(false) || value.toDouble(1) == 0
           || (value.isString() && value.toString().isEmpty()) || (value.isArray() && value.toArray().isEmpty())
           || (value.isObject() && value.toObject().isEmpty());
}

/// Unsets what changes nothing, and what only goes with something that is unset.
void dropNeutral(SamplingSettings &s)
{
    const auto dropReal = [](std::optional<double> &value, double neutral) {
        if (value && *value == neutral)
            value.reset();
    };
    if (s.topK && *s.topK == 0)
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

class Importer
{
public:
    ImportedPreset finish(const QString &name)
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

    void lmStudio(const QJsonObject &root)
    {
        for (const QLatin1StringView part : {"operation"_L1, "load"_L1}) {
            for (const QJsonValue &each : root.value(part).toObject().value("fields"_L1).toArray())
                lmStudioField(each.toObject());
        }
    }

    void tavern(const QJsonObject &root)
    {
        for (auto it = root.begin(); it != root.end(); ++it) {
            const auto word = std::ranges::find(tavernWords, it.key(), &Word::theirs);
            if (word != tavernWords.end())
                take(word->ours, it.key(), it.value());
            else if (!tavernSpecial(root, it.key(), it.value()) && !isTrivial(it.key(), it.value()))
                m_leftOut += it.key();
        }
        if (root.value("dynatemp"_L1).toBool()) {
            const double low = root.value("min_temp"_L1).toDouble();
            const double high = std::max(low, root.value("max_temp"_L1).toDouble());
            m_settings.temperature = (low + high) / 2;
            m_settings.dynatempRange = (high - low) / 2;
        }
    }

private:
    void take(Parameter parameter, const QString &theirs, const QJsonValue &value)
    {
        if (parameter == Parameter::Seed && value.toDouble() < 0)
            return; // a new one each time
        if (parameter == Parameter::Grammar && value.toString().isEmpty())
            return;
        QStringList wrong;
        const SamplingSettings one = samplingFromJson({{parameterName(parameter), value}}, &wrong);
        if (!wrong.isEmpty())
            m_leftOut += theirs;
        else
            std::visit([&](auto field) { m_settings.*field = one.*field; }, parameterFacts(parameter).field);
    }

    void lmStudioField(const QJsonObject &field)
    {
        QString key = field.value("key"_L1).toString();
        QJsonValue value = field.value("value"_L1);
        if (const QJsonObject box = value.toObject(); box.contains("checked"_L1)) {
            if (!box.value("checked"_L1).toBool())
                return; // not switched on there either
            value = box.value("value"_L1);
        }
        key.remove("llm.prediction."_L1);
        const auto word = std::ranges::find(lmStudioWords, key, &Word::theirs);
        if (word != lmStudioWords.end())
            take(word->ours, key, value);
        else if (key == "structured"_L1 && value.toObject().value("jsonSchema"_L1).isObject())
            m_settings.jsonSchema = schemaText(value.toObject().value("jsonSchema"_L1).toObject());
        else if (!(key == "structured"_L1 && value.toObject().value("type"_L1) == "none"_L1) && !isTrivial(key, value))
            m_leftOut += key;
    }

    /// What is not a plain number there. False = none of these.
    bool tavernSpecial(const QJsonObject &root, const QString &key, const QJsonValue &value)
    {
        static const QStringList withDynatemp{u"dynatemp"_s, u"min_temp"_s, u"max_temp"_s};
        if (withDynatemp.contains(key))
            return true;
        if (key == "dry_sequence_breakers"_L1) {
            const QJsonValue list =
                value.isString() ? QJsonValue(QJsonDocument::fromJson(value.toString().toUtf8()).array()) : value;
            take(Parameter::DrySequenceBreakers, key, list);
        } else if (key == "json_schema"_L1 && value.isObject()) {
            if (!value.toObject().isEmpty())
                m_settings.jsonSchema = schemaText(value.toObject());
        } else if (key == "logit_bias"_L1 && value.isArray()) {
            tavernBiases(value.toArray());
        } else if (key == "samplers"_L1 && value.isArray()) {
            tavernOrder(value.toArray());
        } else if (key == "sampler_priority"_L1 && root.contains("samplers"_L1)) {
            return true; // another backend's order
        } else {
            return false;
        }
        return true;
    }

    void tavernBiases(const QJsonArray &list)
    {
        for (const QJsonValue &each : list) {
            const QJsonObject entry = each.toObject();
            const QString text = entry.value("text"_L1).toString();
            const QJsonValue bias = entry.value("value"_L1);
            if (!text.isEmpty() && bias.isDouble())
                m_settings.logitBias += {-1, text, bias.toDouble()};
        }
    }

    void tavernOrder(const QJsonArray &list)
    {
        QList<SamplerKind> order;
        for (const QJsonValue &name : list) {
            const std::optional<SamplerKind> kind = samplerFromName(name.toString());
            if (kind && !order.contains(*kind))
                order += *kind;
            else if (!kind)
                m_leftOut += u"samplers: "_s + name.toString();
        }
        if (order != defaultSamplerOrder())
            m_settings.samplers = order;
    }

    static QString schemaText(const QJsonObject &schema) { return QString::fromUtf8(QJsonDocument(schema).toJson()).trimmed(); }

    SamplingSettings m_settings;
    QStringList m_leftOut;
};

} // namespace

Result<ImportedPreset> importPreset(const QByteArray &json, const QString &path)
{
    const Result<QJsonObject> root = jsonObjectFrom(json, path);
    if (!root)
        return std::unexpected(root.error());
    QString name = root->value("name"_L1).toString().simplified();
    if (name.isEmpty())
        name = QFileInfo(path).fileName().remove(".json"_L1).remove(".preset"_L1);
    Importer importer;
    if (root->value("operation"_L1).isObject() || root->value("load"_L1).isObject()) {
        importer.lmStudio(*root);
    } else if (root->contains("temp"_L1) || root->contains("rep_pen"_L1) || root->contains("samplers"_L1)) {
        importer.tavern(*root);
    } else if (root->value("presets"_L1).toArray().size() == 1) {
        Result<QList<SamplingPreset>> own = presetsFromJson(json, path);
        if (!own)
            return std::unexpected(own.error());
        return ImportedPreset{own->first(), {}};
    } else {
        return failure(ErrorKind::Syntax, u"this is no preset of LM Studio and no text completion preset of SillyTavern"_s, path);
    }
    return importer.finish(name);
}

} // namespace Tempera
