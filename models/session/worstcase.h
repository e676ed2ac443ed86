// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/request.h"
#include "models/pricing/cost.h"

namespace Tempera {

/// How exactly the input of a worst case is counted.
enum class InputBound {
    Tokens, ///< By its tokenizer where that is published; takes time with the length of the prompt.
    Bytes,  ///< No tokenizer makes more tokens than there are bytes: quick, and far above the truth.
};

/// The most that a request may cost: its input, none of it cached and as dear as writing it into a cache, and an answer as long as
/// its limit, the model's or the context allows. What is not text counts as the whole context. Unknown where a price is, or where
/// nothing limits the answer. Pure, any thread.
[[nodiscard]] Cost worstCase(const GenerationRequest &request, InputBound bound = InputBound::Tokens);

/// The name under which a budget counts what goes to the endpoint of a request: the key of its prices, else its host.
[[nodiscard]] QString budgetEndpoint(const GenerationRequest &request);

} // namespace Tempera
