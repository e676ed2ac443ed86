// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/experiment/casesource.h"
#include "models/experiment/reading/readcontext.h"

namespace Tempera {

/// Whether prompts use what was said before in their conversation.
enum class Conversing { No, Yes };

/// Reads promptfoo's `scenarios`: each row of `config` with each of `tests`. Variables, options and metadata of the test are
/// over those of the row, checks are put together. `file://…` and patterns are followed. Where prompts converse, the tests of a
/// row are one conversation: they get a `conversationId` where none of the three has one.
[[nodiscard]] CaseSource readScenarios(ReadContext &context, const DataNode &node, const Case &defaults, Conversing conversing);

} // namespace Tempera
