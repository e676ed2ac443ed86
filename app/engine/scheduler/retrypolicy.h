// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/core/request.h"

#include <chrono>
#include <optional>

namespace Tempera {

/// Whether a user saw some of the answer already.
enum class Progress { NothingVisible, SomethingVisible };

/// Where a request is when an attempt has failed.
struct RetryState {
    int retriesDone = 0; ///< Attempts after the first one so far.
    Progress progress = Progress::NothingVisible;
    std::chrono::milliseconds elapsed{0}; ///< Since the first attempt began.
};

/// How long to wait before another attempt, or nothing when there must be none. Pure.
///
/// In this order: nothing after visible text; nothing for what waiting cannot fix (quota, cancel); the endpoint's own
/// x-should-retry; isRetryable(). The wait is the endpoint's Retry-After, else full jitter: `random`, in [0, 1), times
/// base · 2^retries, at most the cap. Where another server can take over (Error::elsewhere) none of this counts, and there is no
/// wait. Never more attempts than the settings allow, and none begins after `deadline`.
[[nodiscard]] std::optional<std::chrono::milliseconds> retryWait(const Error &error, const RetrySettings &settings,
                                                                 const RetryState &state, double random,
                                                                 std::chrono::milliseconds deadline);

/// The error of an attempt that is not tried again, as the user gets it: a broken stream is Interrupted.
[[nodiscard]] Error finalError(const Error &error, Progress progress);

} // namespace Tempera
