// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <functional>

namespace Tempera {

/// Where work that can be divided is done on all processors at once.
class Parallel
{
public:
    virtual ~Parallel() = default;
    /// How many pieces are done at once at most; at least 1.
    [[nodiscard]] virtual int width() const = 0;
    /// Calls `work` once for each of 0 … count − 1, in no order and on several threads, the caller's among them; returns when all
    /// are done. What one of them writes, no other one may touch. `work` must not throw. Any thread, but one that may wait.
    virtual void forEach(std::size_t count, const std::function<void(std::size_t)> &work) = 0;
};

/// The same where there may be nobody to divide it: one after the other.
inline void forEachIn(Parallel *parallel, std::size_t count, const std::function<void(std::size_t)> &work)
{
    if (parallel) {
        parallel->forEach(count, work);
        return;
    }
    for (std::size_t i = 0; i < count; ++i)
        work(i);
}

/// How many pieces forEachIn() does at once.
[[nodiscard]] inline int widthOf(const Parallel *parallel)
{
    return parallel ? parallel->width() : 1;
}

} // namespace Tempera
