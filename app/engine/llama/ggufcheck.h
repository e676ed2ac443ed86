// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"

#include <QString>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace Tempera {

/// What a GGUF says of itself, as far as it was needed to check it.
struct GgufFacts {
    QString architecture; ///< "llama", …
    QString name;         ///< "general.name"; may be empty.
    std::int64_t tensors = 0;
    std::int64_t tensorBytes = 0;
    std::optional<std::int64_t> contextTokens;
};

/// Reads the whole head of a GGUF and checks it against its own size: magic, version, every key, every tensor's
/// shape, type and place, and that the tensors lie within the file. llama.cpp trusts much of that and may end the
/// program. Pure; never reads outside `file`, allocates no more than the names it reports.
/// Errors: ModelBroken, with the cause in plain words and no place.
/// Format: docs/gguf.md of ggml.
[[nodiscard]] Result<GgufFacts> checkGguf(std::span<const std::byte> file);

/// The same for a file on disk; errors carry its path.
[[nodiscard]] Result<GgufFacts> checkGgufFile(const QString &path);

} // namespace Tempera
