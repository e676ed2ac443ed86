// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/ports/promptcounter.h"
#include "models/core/shownrequest.h"

#include <optional>

namespace Tempera {

/// What a model in this process is asked, as JSON: "answered_in": "this process", the model and its file, the messages, the prompt
/// as the model reads it with the number of its tokens where that is known, and the settings under the names that experiments have
/// for them. There is no API, so these names are nobody's but Tempera's.
[[nodiscard]] ShownRequest localRequest(const GenerationRequest &request, const std::optional<PromptReading> &reading = {});

} // namespace Tempera
