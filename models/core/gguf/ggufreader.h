// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/core/gguf/gguffacts.h"

#include <cstddef>
#include <span>

namespace Tempera {

/// Reads the whole header of a GGUF and checks it against its own size: magic, version, every key, every tensor's
/// shape, type and place, and that the tensors lie within the file. llama.cpp trusts much of that and may end the
/// program. Pure; never reads outside `file`, allocates no more than the names it reports.
/// Errors: ModelBroken, with the cause in plain words and no place.
/// Format: docs/gguf.md of ggml.
[[nodiscard]] Result<GgufFacts> checkGguf(std::span<const std::byte> file);

/// Numbers in a block of a tensor's type and the block's bytes, by the type's number in the file; 0 = unknown type.
struct GgufBlock {
    int numbers = 0;
    int bytes = 0;
};
[[nodiscard]] GgufBlock ggufBlock(std::uint32_t type);

} // namespace Tempera
