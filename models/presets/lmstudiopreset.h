// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/presets/presetbuilder.h"

namespace Tempera {

/// LM Studio's presets since 0.3: "operation" and "load", each with "fields" of keys and values.
[[nodiscard]] bool isLmStudioPreset(const DataNode &root);
void readLmStudioPreset(PresetBuilder &builder, const DataNode &root);

/// Its presets before that: "inference_params" and "load_params".
[[nodiscard]] bool isOldLmStudioPreset(const DataNode &root);
void readOldLmStudioPreset(PresetBuilder &builder, const DataNode &root);

} // namespace Tempera
