// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <cstdint>
#include <optional>

namespace Tempera {

/// What a model file in GGUF says of itself. Texts are fit to be shown: printable, at most 100 characters.
struct GgufFacts {
    QString architecture = {}; ///< "llama", …
    QString name = {};         ///< "general.name"; may be empty.
    QString license = {};      ///< "general.license"; may be empty.
    QString quantization = {}; ///< "Q4_K_M"; of "general.file_type", else of the largest tensors.
    std::int64_t tensors = 0;
    std::int64_t parameters = 0;  ///< Numbers in all tensors.
    std::int64_t tensorBytes = 0; ///< Their bytes in the file.
    std::int64_t fileBytes = 0;
    std::optional<std::int64_t> contextTokens = {}; ///< That it was trained for.
    bool hasTemplate = false;                       ///< Carries a chat template.
    std::int64_t vocabulary = 0;                    ///< Tokens.
    std::int64_t layers = 0;
    std::int64_t width = 0;      ///< Numbers of a token's state.
    std::int64_t heads = 0;      ///< Of attention; 0 = not given as one number.
    std::int64_t keyHeads = 0;   ///< Heads that have keys and values; 0 = as many as heads.
    std::int64_t keyWidth = 0;   ///< Numbers of a head's key; 0 = width / heads.
    std::int64_t valueWidth = 0; ///< The same of its value.

    bool operator==(const GgufFacts &) const = default;
};

} // namespace Tempera
