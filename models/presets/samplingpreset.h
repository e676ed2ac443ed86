// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/capability.h"
#include "models/core/error.h"
#include "models/core/sampling.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace Tempera {

/// Sampling settings under a name.
struct SamplingPreset {
    QString name;
    SamplingSettings settings;
    bool shipped = false; ///< Came with the program; cannot be changed.

    bool operator==(const SamplingPreset &) const = default;
};

/// What a preset makes of a variant's settings.
struct AppliedPreset {
    SamplingSettings settings;
    QList<Parameter> leftOut; ///< The preset sets them, the model does not take them.
};

/// The settings after a preset was applied. All samplers are as the preset says, those that it does not set are unset.
/// Seed, token limit, stop strings, biases, grammar and schema belong to the task rather than to the taste: they stay
/// unless the preset sets them.
[[nodiscard]] AppliedPreset withPreset(const SamplingSettings &current, const SamplingPreset &preset, const Capabilities &model);

/// The form of a preset file: {"presets": [{"name": …, "settings": {…}}]} with the names of samplingToJson(). Errors:
/// Syntax with line and column, or with the name of the preset that is wrong.
[[nodiscard]] Result<QList<SamplingPreset>> presetsFromJson(const QByteArray &json, const QString &path);
[[nodiscard]] QByteArray presetsToJson(const QList<SamplingPreset> &presets);

/// The presets that the program comes with, named in the user's language.
[[nodiscard]] QList<SamplingPreset> shippedPresets();

/// A JSON object from a file. Error{Syntax} with line and column.
[[nodiscard]] Result<QJsonObject> jsonObjectFrom(const QByteArray &json, const QString &path);

} // namespace Tempera
