// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/checks/check.h"
#include "models/experiment/experiment.h"

namespace Tempera {

/// The request by which a judge, or who makes vectors, moderates or classifies, is asked about an answer; `of` is that answer's.
[[nodiscard]] GenerationRequest judgeRequest(const Variant &judge, const JudgeQuestion &question, const GenerationRequest &of);

} // namespace Tempera
