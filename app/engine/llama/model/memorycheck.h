// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/engine/llama/model/llamasettings.h"
#include "models/core/error.h"
#include "models/core/gguf/memoryneed.h"

#include <QByteArray>

#include <cstdint>
#include <optional>

namespace Tempera {

/// Bytes that programs can still get, swap space included, of the text of /proc/meminfo. Nothing if it does not say.
[[nodiscard]] std::optional<std::int64_t> availableMemory(const QByteArray &meminfo);

/// The same of this machine now, or what the settings say in its place.
[[nodiscard]] std::optional<std::int64_t> availableMemory(const LlamaSettings &settings);

/// What a model takes with these settings.
[[nodiscard]] MemoryNeed memoryNeed(const GgufFacts &facts, const LlamaSettings &settings);

/// OutOfMemory with both numbers when that much does not fit; fine where what there is is not known.
[[nodiscard]] Result<void> checkMemoryFor(std::int64_t bytes, std::optional<std::int64_t> available, const QString &place);
/// The same, with the parts of the need.
[[nodiscard]] Result<void> checkMemoryFor(const MemoryNeed &need, std::optional<std::int64_t> available, const QString &place);

} // namespace Tempera
