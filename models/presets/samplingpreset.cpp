// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/presets/samplingpreset.h"

#include "resources/presets/presetdata.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <array>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

bool belongsToTheTask(Parameter parameter)
{
    switch (parameter) {
    case Parameter::Seed:
    case Parameter::MaxTokens:
    case Parameter::Stop:
    case Parameter::LogitBias:
    case Parameter::Grammar:
    case Parameter::JsonSchema: return true;
    default: return false;
    }
}

void copyParameter(Parameter parameter, const SamplingSettings &from, SamplingSettings &to)
{
    std::visit([&](auto field) { to.*field = from.*field; }, parameterFacts(parameter).field);
}

QString namesOf(const QList<Parameter> &parameters)
{
    QStringList names;
    for (const Parameter parameter : parameters)
        names += parameterName(parameter);
    return names.join(u", "_s);
}

/// The names in presets.json, for translation.
[[maybe_unused]] constexpr std::array shippedNames{QT_TRANSLATE_NOOP("SamplingPresets", "Deterministic"),
                                                   QT_TRANSLATE_NOOP("SamplingPresets", "Careful"),
                                                   QT_TRANSLATE_NOOP("SamplingPresets", "Balanced"),
                                                   QT_TRANSLATE_NOOP("SamplingPresets", "Creative"),
                                                   QT_TRANSLATE_NOOP("SamplingPresets", "Wild"),
                                                   QT_TRANSLATE_NOOP("SamplingPresets", "Constant surprise"),
                                                   QT_TRANSLATE_NOOP("SamplingPresets", "llama.cpp's defaults")};

} // namespace

AppliedPreset withPreset(const SamplingSettings &current, const SamplingPreset &preset, const Capabilities &model)
{
    AppliedPreset made{current, {}};
    for (const Parameter parameter : allParameters()) {
        const bool wanted = preset.settings.isSet(parameter);
        if (wanted && !model.accepts(parameter))
            made.leftOut += parameter;
        else if (wanted)
            copyParameter(parameter, preset.settings, made.settings);
        if (!belongsToTheTask(parameter) && (!wanted || !model.accepts(parameter)))
            made.settings.unset(parameter);
    }
    return made;
}

Result<QJsonObject> jsonObjectFrom(const QByteArray &json, const QString &path)
{
    QJsonParseError fault;
    const QJsonDocument document = QJsonDocument::fromJson(json, &fault);
    if (document.isObject())
        return document.object();
    Error error = failure(ErrorKind::Syntax, u"it is not a JSON object"_s, path).error();
    if (document.isNull()) {
        const QByteArray before = json.first(qBound(0, fault.offset, static_cast<int>(json.size())));
        error.detail = fault.errorString();
        error.line = static_cast<int>(before.count('\n')) + 1;
        error.column = static_cast<int>(before.size() - before.lastIndexOf('\n'));
    }
    return std::unexpected(error);
}

Result<QList<SamplingPreset>> presetsFromJson(const QByteArray &json, const QString &path)
{
    const Result<QJsonObject> root = jsonObjectFrom(json, path);
    if (!root)
        return std::unexpected(root.error());
    if (!root->value("presets"_L1).isArray())
        return failure(ErrorKind::Syntax, u"it holds no list \"presets\""_s, path);
    QList<SamplingPreset> presets;
    for (const QJsonValue &value : root->value("presets"_L1).toArray()) {
        SamplingPreset preset;
        QStringList wrong;
        preset.name = value.toObject().value("name"_L1).toString();
        preset.settings = samplingFromJson(value.toObject().value("settings"_L1).toObject(), &wrong);
        if (preset.name.isEmpty())
            return failure(ErrorKind::Syntax, u"a preset has no name"_s, path);
        const QList<Parameter> outside = outOfRange(preset.settings);
        if (!outside.isEmpty())
            wrong += namesOf(outside);
        if (!wrong.isEmpty())
            return failure(ErrorKind::Syntax, u"preset \"%1\": wrong value of %2"_s.arg(preset.name, wrong.join(u", "_s)), path);
        presets += preset;
    }
    return presets;
}

QByteArray presetsToJson(const QList<SamplingPreset> &presets)
{
    QJsonArray list;
    for (const SamplingPreset &preset : presets)
        list.append(QJsonObject{{u"name"_s, preset.name}, {u"settings"_s, samplingToJson(preset.settings)}});
    return QJsonDocument(QJsonObject{{u"presets"_s, list}}).toJson();
}

QList<SamplingPreset> shippedPresets()
{
    QList<SamplingPreset> presets = presetsFromJson(shippedPresetData(), u"presets.json"_s).value_or(QList<SamplingPreset>());
    for (SamplingPreset &preset : presets) {
        preset.name = QCoreApplication::translate("SamplingPresets", preset.name.toUtf8().constData());
        preset.shipped = true;
    }
    return presets;
}

} // namespace Tempera
