// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

namespace Tempera {

/// For how long, since the machine was started, the cores that this program may use had nothing to do, summed up over them.
/// Nothing = the machine does not tell.
using LoadSource = std::function<std::optional<std::chrono::nanoseconds>()>;

/// Linux' /proc/stat.
[[nodiscard]] std::optional<std::chrono::nanoseconds> machineLoad();

/// The same of a text in the form of /proc/stat, in ticks; `allowed` = per core whether it counts. For tests.
[[nodiscard]] std::optional<std::int64_t> idleTicks(std::string_view text, const std::vector<bool> &allowed);

} // namespace Tempera
