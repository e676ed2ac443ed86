// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/experiment/casesource.h"
#include "models/experiment/reading/readcontext.h"

namespace Tempera {

/// Reads promptfoo's `scenarios`: each row of `config` with each of `tests`. Variables, options and metadata of the test are
/// over those of the row, checks are put together. `file://…` and patterns are followed.
[[nodiscard]] CaseSource readScenarios(ReadContext &context, const DataNode &node, const Case &defaults);

} // namespace Tempera
