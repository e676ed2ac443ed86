// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/presets/presetimport.h"
#include "tests/fuzz/consume.h"
#include "tests/fuzz/entries.h"

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// What is kept of presets can be read again.
void keepPresets(const QList<SamplingPreset> &presets)
{
    const QByteArray kept = presetsToJson(presets);
    consume(QByteArrayView(kept));
    require(presetsFromJson(kept, u"presets.json"_s).has_value(), "what is written of presets can be read");
}

} // namespace

bool fuzzPreset(QByteArrayView bytes)
{
    const QByteArray json = bytes.toByteArray();
    if (const Result<QList<SamplingPreset>> own = presetsFromJson(json, u"presets.json"_s))
        keepPresets(*own);
    else
        consume(own.error());
    const Result<ImportedPreset> imported = importPreset(json, u"preset.json"_s);
    if (!imported) {
        consume(imported.error());
        return false;
    }
    consume(imported->leftOut);
    keepPresets({imported->preset});
    return true;
}

} // namespace Tempera
