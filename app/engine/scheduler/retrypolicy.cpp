// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/scheduler/retrypolicy.h"

#include <algorithm>
#include <cmath>

namespace Tempera {
namespace {

bool mayRetry(const Error &error)
{
    if (error.kind == ErrorKind::QuotaExhausted || error.kind == ErrorKind::Cancelled)
        return false;
    return error.shouldRetry.value_or(isRetryable(error));
}

std::chrono::milliseconds jitter(const RetrySettings &settings, int retriesDone, double random)
{
    const double ceiling =
        std::min(static_cast<double>(settings.cap.count()), std::ldexp(static_cast<double>(settings.base.count()), retriesDone));
    return std::chrono::milliseconds(std::llround(std::max(0.0, ceiling) * random));
}

} // namespace

std::optional<std::chrono::milliseconds> retryWait(const Error &error, const RetrySettings &settings, const RetryState &state,
                                                   double random, std::chrono::milliseconds deadline)
{
    if (state.retriesDone >= settings.maxRetries)
        return {};
    if (!error.elsewhere && (state.progress == Progress::SomethingVisible || !mayRetry(error)))
        return {};
    std::chrono::milliseconds wait{0};
    if (!error.elsewhere)
        wait = error.retryAfter ? *error.retryAfter : jitter(settings, state.retriesDone, random);
    if (state.elapsed + wait > deadline)
        return {};
    return wait;
}

Error finalError(const Error &error, Progress progress)
{
    Error result = error;
    result.elsewhere = false; // which nobody makes use of any more
    if (progress == Progress::SomethingVisible && (isRetryable(error) || error.kind == ErrorKind::Protocol))
        result.kind = ErrorKind::Interrupted;
    return result;
}

} // namespace Tempera
