// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/scheduler/lanelimits.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

qint64 &amountOf(MeteredAmounts &amounts, Metered kind)
{
    return amounts[static_cast<std::size_t>(kind)];
}

/// What was found wrong here, before anything left.
bool wasNeverSent(const Error &error)
{
    if (error.httpStatus != 0)
        return false;
    return error.kind == ErrorKind::Usage || error.kind == ErrorKind::Auth || error.kind == ErrorKind::BadRequest
           || error.kind == ErrorKind::UnsupportedParameter;
}

} // namespace

void LaneLimits::set(int mostSlots, const RateLimits &limits, bool isRemote)
{
    m_most = std::max(1, mostSlots);
    m_meter.setLimits(limits);
    m_isRemote = isRemote;
}

MeteredAmounts LaneLimits::needOf(const GenerationRequest &request) const
{
    const TokenForecast::Need need = m_forecast.of(request);
    return {1, need.input + need.output, need.input, need.output};
}

std::optional<LaneHold> LaneLimits::hold(const GenerationRequest &request, Time now)
{
    if (!m_breaker.isClosed()) {
        const std::optional<Time> wait = m_breaker.waitFor(now);
        if (!wait)
            return LaneHold{.cause = WaitCause::Outage, .wait = {}};
        if (*wait > Time(0) && m_breaker.hasGivenUp(now))
            return LaneHold{.cause = WaitCause::Outage, .wait = {}, .isGivenUp = true};
        if (*wait > Time(0))
            return LaneHold{.cause = WaitCause::Outage, .wait = std::min(*wait, m_breaker.givesUpAt() - now)};
    }
    if (m_running >= m_slots.allowed(m_most))
        return LaneHold{};
    if (!m_isRemote)
        return {};
    const Time wait = m_meter.waitFor(needOf(request), now);
    return wait > Time(0) ? std::optional(LaneHold{.cause = WaitCause::RateLimit, .wait = wait}) : std::nullopt;
}

LaneAttempt LaneLimits::begin(const GenerationRequest &request, Time now)
{
    ++m_running;
    LaneAttempt attempt;
    if (!m_isRemote)
        return attempt;
    attempt.need = needOf(request);
    attempt.entry = m_meter.take(attempt.need, now);
    attempt.isProbe = m_breaker.sent();
    return attempt;
}

void LaneLimits::told(const LaneAttempt &attempt, const ToldLimits &limits, Time now)
{
    m_meter.told(attempt.entry, limits, now);
}

/// What is not known stays at what was expected.
void LaneLimits::settle(const LaneAttempt &attempt, const Usage &used)
{
    MeteredAmounts amounts = attempt.need;
    const qint64 input = possibleTokens(used.inputTokens).value_or(amountOf(amounts, Metered::InputTokens));
    const qint64 output = possibleTokens(used.outputTokens).value_or(amountOf(amounts, Metered::OutputTokens));
    amountOf(amounts, Metered::Tokens) = input + output;
    // Anthropic, which has this limit, does not count what its cache held.
    amountOf(amounts, Metered::InputTokens) = std::max<qint64>(0, input - possibleTokens(used.cachedInputTokens).value_or(0));
    amountOf(amounts, Metered::OutputTokens) = output;
    m_meter.settle(attempt.entry, amounts);
}

void LaneLimits::finished(const LaneAttempt &attempt, const GenerationRequest &request, const Event::Finished &end)
{
    if (end.reason == FinishReason::Cancelled)
        return dropped(attempt); // more may have been written than was reported
    --m_running;
    m_slots.answered(m_most);
    if (!m_isRemote)
        return;
    m_breaker.answered();
    settle(attempt, end.usage);
    m_forecast.learn(request, end.usage);
}

void LaneLimits::failed(const LaneAttempt &attempt, const Error &error, const Usage &told, Time now)
{
    --m_running;
    if (isOverload(error))
        m_slots.overloaded(now, m_most);
    if (!m_isRemote)
        return;
    judge(attempt, error, now);
    Usage used = told;
    if (error.httpStatus >= 400 && !used.outputTokens)
        used.outputTokens = 0; // it was refused
    if (error.kind == ErrorKind::RateLimited && !used.inputTokens)
        used.inputTokens = 0;
    if (wasNeverSent(error))
        m_meter.settle(attempt.entry, {});
    else
        settle(attempt, used);
    // For the whole lane, where it is about a minute's limit; a longer wait is about a day's or a month's.
    if (error.kind == ErrorKind::RateLimited && error.retryAfter && *error.retryAfter <= RateMeter::Window)
        m_meter.pauseUntil(now + *error.retryAfter);
}

/// Is the endpoint there?
void LaneLimits::judge(const LaneAttempt &attempt, const Error &error, Time now)
{
    const bool isSilent = attempt.isProbe && error.kind == ErrorKind::Timeout;
    if (error.elsewhere) { // one server of a pool is gone, which says nothing of the others
        if (attempt.isProbe)
            m_breaker.probeLeft();
    } else if (isOutage(error) || isSilent) {
        m_lastFault = error;
        m_breaker.faulted(attempt.isProbe, now);
    } else if (error.httpStatus != 0 || error.kind == ErrorKind::Interrupted) {
        m_breaker.answered();
    } else if (attempt.isProbe) {
        m_breaker.probeLeft();
    }
}

void LaneLimits::dropped(const LaneAttempt &attempt)
{
    --m_running;
    if (attempt.isProbe)
        m_breaker.probeLeft();
}

Error LaneLimits::outage() const
{
    Error error = m_lastFault;
    error.detail = u"%1 (not sent: it failed several times in a row for %2 s)"_s.arg(
        error.detail, QString::number(std::chrono::seconds(CircuitBreaker::Patience).count()));
    error.retryAfter.reset();
    error.shouldRetry.reset();
    return error;
}

bool LaneLimits::isIdle(Time now)
{
    return m_running == 0 && m_breaker.isClosed() && m_meter.isIdle(now);
}

} // namespace Tempera
