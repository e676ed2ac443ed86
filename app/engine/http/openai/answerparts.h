// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/engine/http/wire/answerpieces.h"

class QJsonObject;

namespace Tempera {

/// What a message of a chat completion says. Content is a text or a list of parts (Mistral, gateways before Anthropic and
/// Gemini); reasoning is under "reasoning_content" with llama-server, DeepSeek and vLLM, under "reasoning" with OpenRouter, and
/// among the parts as "thinking" or "reasoning" with Mistral.
[[nodiscard]] AnswerParts answerPartsOf(const QJsonObject &message);

} // namespace Tempera
