// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/experiment/reading/tablereader.h"

#include <QObject>

namespace Tempera {

/// Reads tables on a pool thread and calls back on the caller's. `files` outlives the reading.
[[nodiscard]] TableReader tableReaderInBackground(const PromptStore &files);

} // namespace Tempera
