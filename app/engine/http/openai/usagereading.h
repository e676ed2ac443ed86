// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/usage.h"

#include <optional>

class QJsonObject;

namespace Tempera {

/// A `usage` object of an API that follows OpenAI's, under all the names that servers have for its parts, as one set of
/// numbers: input includes what was read from a cache or written into one, output includes
/// reasoning. Where servers differ in whether a part
/// is inside or beside the other, `total_tokens` decides; a total that fits neither makes the numbers an estimate.
/// Names: OpenAI (chat, responses), DeepSeek (prompt_cache_hit_tokens), Moonshot (cached_tokens), xAI (reasoning beside),
/// Anthropic behind gateways (cache_read_input_tokens beside input_tokens); gateways that pass on what Bedrock (inputTokens),
/// Gemini (promptTokenCount) or Ollama (prompt_eval_count) told.
[[nodiscard]] Usage usageFromJson(const QJsonObject &object);

/// The service tier that answered, as serviceTierFromName() has it, from where an object (a usage, or the answer around it) tells
/// it; nothing where it tells none, or only that the server was to choose ("auto"). Names: OpenAI and Anthropic (service_tier),
/// Gemini (serviceTier), Google's cloud (trafficType: ON_DEMAND_FLEX), Anthropic's fast mode (speed), which has prices of its own
/// whatever the tier is.
[[nodiscard]] std::optional<QString> toldServiceTier(const QJsonObject &object);
/// The same of a name alone.
[[nodiscard]] std::optional<QString> toldServiceTier(const QString &name);

} // namespace Tempera
