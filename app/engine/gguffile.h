// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/core/gguf/gguffacts.h"

namespace Tempera {

/// checkGguf() of a file on disk, which is mapped and not read as a whole. Any thread.
/// Errors: ModelMissing, ModelBroken; they carry the path.
[[nodiscard]] Result<GgufFacts> checkGgufFile(const QString &path);

} // namespace Tempera
