// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/presets/samplingpreset.h"

#include <QStringList>

namespace Tempera {

/// A preset of another program.
struct ImportedPreset {
    SamplingPreset preset;
    QStringList leftOut; ///< Their names for what was set there and could not be taken over, sorted.
};

/// Reads a preset of LM Studio (`*.preset.json`) or of SillyTavern (text completion preset), told apart by their
/// content, or a single one of our own. Settings that do nothing (top_p 1, repetition penalty 1, …) are left unset.
/// The name is the one in the file, else the file's. Errors: Syntax; one sentence, with line and column where the
/// JSON is broken.
[[nodiscard]] Result<ImportedPreset> importPreset(const QByteArray &json, const QString &path);

} // namespace Tempera
