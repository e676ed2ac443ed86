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

/// Reads a preset of LM Studio (of today and before 0.3), of SillyTavern (text or chat completion) or of KoboldAI, a body or
/// the properties of llama-server, or a single preset of our own. They are told apart by their structure, flat ones by
/// whose words they use. Settings that do nothing (top_p 1, repetition penalty 1, …) are left unset, theirs and ours. The
/// name is the one in the file, else the file's. Errors: Syntax; one translated sentence, with line and column where the
/// JSON is broken.
[[nodiscard]] Result<ImportedPreset> importPreset(const QByteArray &json, const QString &path);

} // namespace Tempera
