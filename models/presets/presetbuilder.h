// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/experiment/data/datanode.h"
#include "models/presets/presetimport.h"

namespace Tempera {

/// Collects the settings of another program's preset, and the names of those that could not be taken over.
class PresetBuilder
{
public:
    /// A setting under the other program's name. −1 is "none" where a number can be that, a null is "not set".
    void take(Parameter parameter, const QString &theirs, const DataNode &value);
    /// Any of the ways in which order and biases are written: names, llama.cpp's letters; pairs, maps, objects.
    void takeOrder(const QString &theirs, const DataNode &value);
    void takeBiases(const QString &theirs, const DataNode &value);
    /// In the words of the file: the order of properties is the order in which they are generated.
    void takeSchema(const DataNode &schema);
    void leaveOut(const QString &theirs) { m_leftOut += theirs; }

    [[nodiscard]] SamplingSettings &settings() { return m_settings; }
    /// Without what does nothing, and without what lies outside our ranges.
    [[nodiscard]] ImportedPreset finish(const QString &name);

private:
    [[nodiscard]] bool takeNumber(Parameter parameter, const DataNode &value);
    [[nodiscard]] bool takeTexts(QStringList SamplingSettings::*field, const DataNode &value);

    SamplingSettings m_settings;
    QStringList m_leftOut;
};

/// A value without meaning: null, false, 0, an empty text, list or map, {"type": "none"}. It may be dropped.
[[nodiscard]] bool saysNothing(const DataNode &value);

} // namespace Tempera
