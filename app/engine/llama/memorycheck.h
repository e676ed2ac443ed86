// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"

#include <QByteArray>

#include <cstdint>
#include <optional>

namespace Tempera {

/// Bytes that programs can still get, swap space included, of the text of /proc/meminfo. Nothing if it does not say.
[[nodiscard]] std::optional<std::int64_t> availableMemory(const QByteArray &meminfo);

/// OutOfMemory with both numbers when `bytes` more do not fit into this machine now; fine where that is not known.
[[nodiscard]] Result<void> checkMemoryFor(std::int64_t bytes, const QString &place);

} // namespace Tempera
