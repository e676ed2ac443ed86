// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/engine/http/wire/jsonbody.h"
#include "models/core/error.h"
#include "models/core/request.h"

#include <optional>

namespace Tempera {

/// Why a chat completion cannot be asked for in a dialect; nothing where it can.
[[nodiscard]] std::optional<Error> unsendableChat(const GenerationRequest &request, Dialect dialect);

/// The body of a request for a chat completion, as the dialect has it; see OpenAiChatCodec.
[[nodiscard]] JsonBody openAiChatBody(const GenerationRequest &request, Dialect dialect);

} // namespace Tempera
