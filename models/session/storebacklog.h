// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>
#include <cstdint>
#include <deque>
#include <optional>

namespace Tempera {

/// How far the ledger is behind the cells that are shown as finished, so that a run can wait for it: whoever kills the
/// program loses no cell that was shown as finished for a second. A value without a clock; times are monotonic.
class StoreBacklog
{
public:
    /// A cell was handed to the store.
    void add(std::chrono::microseconds now);
    /// How many were, ever: what saved() is told later.
    [[nodiscard]] std::int64_t count() const { return m_count; }
    /// All of the first `count` are on disk.
    void saved(std::int64_t count);
    /// Nothing can be written now. What waits is kept by the store, and the run does not wait for it.
    void failed();
    /// Whether a cell waits that the store was not yet asked to tell about.
    [[nodiscard]] bool isAhead() const { return m_saved < m_count; }
    /// Whether no further cell is to be begun until more of them are on disk.
    [[nodiscard]] bool isTooLong(std::chrono::microseconds now) const;

private:
    /// Cells that came at about the same time.
    struct Group {
        std::chrono::microseconds since;
        std::int64_t last = 0; ///< The count with the last of them.
    };
    std::deque<Group> m_groups; ///< Those that are not saved, the oldest first.
    std::int64_t m_count = 0;
    std::int64_t m_saved = 0;
};

/// What a run knows of whether the ledger keeps its answers.
struct StoreWatch {
    StoreBacklog backlog = {};
    bool isAwaited = false;                                ///< No model is asked before the ledger has answered.
    bool isAsking = false;                                 ///< Whether they are kept.
    bool toldLoss = false;                                 ///< That nothing can be written; once a run.
    std::optional<std::chrono::microseconds> notKept = {}; ///< Monotonic time of the last answer that nothing can be written.
};

} // namespace Tempera
