// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/llama/threads/machineload.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <string>

#include <sched.h>
#include <unistd.h>

namespace Tempera {
namespace {

/// The whole number at the beginning of a text, which then begins after it. Nothing = there is none.
std::optional<std::int64_t> takeCount(std::string_view &text)
{
    while (!text.empty() && text.front() == ' ')
        text.remove_prefix(1);
    std::int64_t count = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
    if (error != std::errc())
        return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return count;
}

std::vector<bool> allowedCores()
{
    cpu_set_t set;
    CPU_ZERO(&set);
    if (sched_getaffinity(0, sizeof set, &set) != 0)
        return {};
    std::vector<bool> allowed(CPU_SETSIZE);
    for (std::size_t i = 0; i < allowed.size(); ++i)
        allowed[i] = CPU_ISSET(i, &set);
    return allowed;
}

} // namespace

std::optional<std::int64_t> idleTicks(std::string_view text, const std::vector<bool> &allowed)
{
    constexpr int Idle = 3; // user nice system idle iowait …
    constexpr int Waits = 4;
    std::optional<std::int64_t> sum;
    while (!text.empty()) {
        std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), line.size() + 1));
        if (!line.starts_with("cpu"))
            break;
        line.remove_prefix(3);
        const auto core = line.starts_with(' ') ? std::nullopt : takeCount(line);
        if (!core || *core < 0 || *core >= std::ssize(allowed) || !allowed[static_cast<std::size_t>(*core)])
            continue;
        for (int column = 0; column <= Waits; ++column) {
            const auto ticks = takeCount(line);
            if (!ticks)
                return std::nullopt;
            if (column == Idle || column == Waits)
                sum = sum.value_or(0) + *ticks;
        }
    }
    return sum;
}

std::optional<std::chrono::nanoseconds> machineLoad()
{
    static const std::vector<bool> allowed = allowedCores();
    static const long perSecond = sysconf(_SC_CLK_TCK);
    std::ifstream file("/proc/stat");
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    const auto ticks = idleTicks(text, allowed);
    if (!ticks || perSecond <= 0)
        return std::nullopt;
    return std::chrono::nanoseconds(*ticks * (1'000'000'000 / perSecond));
}

} // namespace Tempera
