// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/ports/parallel.h"
#include "models/text/tokencounter.h"

#include <QByteArray>

#include <cstdint>
#include <span>
#include <vector>

namespace Tempera {

/// How much text is given to all processors at once, in bytes: some tens of milliseconds' work for each, so that progress is seen
/// and a wish to stop is heard.
[[nodiscard]] std::size_t bytesAtOnce(const Parallel *parallel);

/// How many of the texts make about bytesAtOnce(); at least one where there is any.
[[nodiscard]] std::size_t textsAtOnce(std::span<const QByteArray> texts, const Parallel *parallel);
/// The same for prompts.
[[nodiscard]] std::size_t promptsAtOnce(std::span<const Messages> prompts, const Parallel *parallel);

/// BpeEncoding::count() of each text, in their order; on all processors where there is a `parallel`. Blocks until it is done.
[[nodiscard]] std::vector<std::int64_t> countTexts(const BpeEncoding &encoding, std::span<const QByteArray> texts,
                                                   Parallel *parallel);
/// countMessages() of each prompt, likewise.
[[nodiscard]] std::vector<std::int64_t> countPrompts(const BpeEncoding &encoding, std::span<const Messages> prompts,
                                                     Parallel *parallel);

/// Bytes of a prompt's texts, about: a UTF-16 unit is one to three.
[[nodiscard]] std::size_t roughBytes(const Messages &prompt);

} // namespace Tempera
