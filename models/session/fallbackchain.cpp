// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/fallbackchain.h"

#include "models/experiment/promptrenderer.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// A script made nothing of it.
bool isWithoutUse(const Cell &cell)
{
    return cell.state == CellState::Failed && cell.error && cell.error->kind == ErrorKind::Script;
}

bool isAnswerOfSomebody(const Cell &cell)
{
    return cell.state == CellState::Done || isWithoutUse(cell);
}

bool violatesSchema(const Cell &cell)
{
    return std::ranges::contains(cell.notes, NoteKind::SchemaViolated, &Note::kind);
}

/// The first thing that is wrong with an answer, in a line.
QString reasonOfFailure(const Cell &answer)
{
    if (answer.grade) {
        const auto failed = std::ranges::find(answer.grade->verdicts, Outcome::Fail, &Verdict::outcome);
        if (failed != answer.grade->verdicts.end())
            return failed->reason.isEmpty() ? failed->type : failed->type + u": "_s + failed->reason;
    }
    const auto violated = std::ranges::find(answer.notes, NoteKind::SchemaViolated, &Note::kind);
    return violated == answer.notes.end() ? QString() : noteSentence(*violated);
}

AttemptEnd attemptEndOf(const Cell &cell)
{
    if (cell.state == CellState::Cancelled)
        return AttemptEnd::Cancelled;
    if (failedItsChecks(cell))
        return AttemptEnd::ChecksFailed;
    return cell.state == CellState::Done ? AttemptEnd::Answered : AttemptEnd::Failed;
}

CellAttempt attemptOf(const Cell &cell)
{
    CellAttempt attempt;
    attempt.endpoint = cell.request.endpoint.shownId();
    attempt.model = cell.model;
    attempt.end = attemptEndOf(cell);
    attempt.error = cell.error;
    if (attempt.end == AttemptEnd::ChecksFailed)
        attempt.reason = reasonOfFailure(cell);
    attempt.text = cell.text;
    if (!std::ranges::contains(cell.notes, NoteKind::FromCache, &Note::kind)) // else nothing was asked
        attempt.usage = cell.usage;
    attempt.total = cell.timings.total;
    attempt.retries = cell.retries;
    return attempt;
}

CellAttempt attemptNotMade(const Cell &cell, const std::optional<Error> &why)
{
    CellAttempt attempt;
    attempt.endpoint = cell.request.endpoint.shownId();
    attempt.end = AttemptEnd::NotAsked;
    attempt.error = why;
    attempt.cost = Money();
    return attempt;
}

std::shared_ptr<const GenerationRequest> requestWithoutMessages(GenerationRequest request)
{
    request.messages.clear();
    return std::make_shared<const GenerationRequest>(std::move(request));
}

/// Another sample needs another seed: those of the repeats are not among them.
void takeOtherSeed(SamplingSettings &sampling)
{
    if (sampling.seed)
        *sampling.seed += static_cast<std::uint64_t>(mostRepeats);
}

Usage usageOfJudges(const std::optional<Grade> &grade)
{
    Usage usage;
    if (const GradingSpend spend = grade ? spendOf(*grade) : GradingSpend(); spend.requests > 0) {
        usage.inputTokens = spend.inputTokens;
        usage.cachedInputTokens = spend.cachedInputTokens;
        usage.outputTokens = spend.outputTokens;
    }
    return usage;
}

/// With what its judges cost, where the answer is dropped.
std::optional<Money> costOfDropped(const std::optional<Money> &cost, const std::optional<Grade> &grade)
{
    const GradingSpend spend = grade ? spendOf(*grade) : GradingSpend();
    return cost && spend.unknownCosts == 0 ? std::optional(*cost + spend.cost) : std::nullopt;
}

} // namespace

bool mayFallBack(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::Network:
    case ErrorKind::Timeout:
    case ErrorKind::RateLimited:
    case ErrorKind::QuotaExhausted:
    case ErrorKind::Auth:
    case ErrorKind::ModelMissing:
    case ErrorKind::ModelBroken:
    case ErrorKind::ModelUnsupported:
    case ErrorKind::OutOfMemory:
    case ErrorKind::ServerFault:
    case ErrorKind::Protocol:
    case ErrorKind::WrongAddress:
    case ErrorKind::Interrupted: return true;
    default: return false;
    }
}

bool failedItsChecks(const Cell &answer)
{
    if (isWithoutUse(answer))
        return true;
    return answer.state == CellState::Done
           && ((answer.grade && answer.grade->outcome == Outcome::Fail) || violatesSchema(answer));
}

void skipUnaskable(Cell &cell, const FallbackPlan &plan, const PrepareCell &prepare)
{
    if (cell.state != CellState::Failed || plan.next.isEmpty())
        return;
    CellAttempts attempts{attemptNotMade(cell, cell.error)};
    for (const GenerationRequest &request : plan.next) {
        Cell next;
        next.request = request;
        next.model = request.endpoint.model;
        prepare(next);
        if (next.state != CellState::Failed) {
            next.planned = requestWithoutMessages(cell.request);
            next.attempts = attempts;
            cell = std::move(next);
            return;
        }
        attempts += attemptNotMade(next, next.error);
    }
    attempts.first().isResult = true;
    cell.attempts = attempts;
}

FallbackChain::FallbackChain(FallbackPlan plan, const Cell &first, std::chrono::microseconds begun)
    : m_plan(std::move(plan)),
      m_planned(first.planned ? first.planned : requestWithoutMessages(first.request)),
      m_begun(begun),
      m_attempts(first.attempts),
      m_next(first.attempts.size()) // they are of those before it, which could not be asked
{
}

std::optional<Money> FallbackChain::settle(const std::optional<Money> &cost)
{
    m_cost = cost;
    const std::optional<Money> before = costOfAttempts(m_attempts);
    return cost && before ? std::optional(*cost + *before) : std::nullopt;
}

bool FallbackChain::goOn(Cell &cell, const PrepareCell &prepare, std::chrono::microseconds now)
{
    const Step step = stepAfter(cell, now);
    if (step == Step::None && m_attempts.isEmpty())
        return false; // one was enough
    record(cell);
    if (step != Step::None && makeNext(cell, step, prepare, now))
        return true;
    takeResult(cell);
    return false;
}

void FallbackChain::end(Cell &cell)
{
    if (m_attempts.isEmpty())
        return;
    record(cell);
    takeResult(cell);
}

void FallbackChain::refuse(Cell &cell, const Error &why)
{
    m_attempts += attemptNotMade(cell, why);
    takeResult(cell);
}

void FallbackChain::stop(Cell &cell) const
{
    cell.state = CellState::Cancelled;
    cell.attempts = m_attempts;
    cell.cost = costOfAttempts(m_attempts);
}

FallbackChain::Step FallbackChain::stepAfter(const Cell &cell, std::chrono::microseconds now) const
{
    if (const auto rest = left(now); rest && rest->count() <= 0)
        return Step::None;
    const bool hasNext = m_next < m_plan.next.size();
    if (failedItsChecks(cell)) {
        if (m_samples < m_plan.samplesAgain)
            return Step::Again;
        return m_plan.onFailedChecks && hasNext ? Step::Next : Step::None;
    }
    const bool isDown = cell.state == CellState::Failed && cell.error && mayFallBack(*cell.error);
    return isDown && hasNext ? Step::Next : Step::None;
}

bool FallbackChain::makeNext(Cell &cell, Step step, const PrepareCell &prepare, std::chrono::microseconds now)
{
    if (step == Step::Again) {
        ++m_samples;
        GenerationRequest again = cell.request;
        takeOtherSeed(again.sampling);
        cell = attemptAt(std::move(again), cell, now);
        return true;
    }
    while (m_next < m_plan.next.size()) {
        Cell next = attemptAt(m_plan.next.at(m_next++), cell, now);
        prepare(next);
        if (!next.error)
            next.error = unsuitableParts(next.request.endpoint, next.request.messages);
        if (!next.error) {
            m_samples = 0;
            next.state = CellState::Queued;
            cell = std::move(next);
            return true;
        }
        m_attempts += attemptNotMade(next, next.error);
    }
    return false;
}

Cell FallbackChain::attemptAt(GenerationRequest request, const Cell &before, std::chrono::microseconds now) const
{
    Cell next;
    next.model = request.endpoint.model;
    request.key = before.request.key;
    request.messages = before.request.messages;
    request.withoutValue = before.request.withoutValue;
    request.values = before.request.values;
    request.context = before.request.context;
    if (const auto rest = left(now))
        request.timeouts.total = std::chrono::ceil<std::chrono::milliseconds>(*rest);
    next.request = std::move(request);
    next.planned = m_planned;
    next.attempts = m_attempts;
    return next;
}

std::optional<std::chrono::microseconds> FallbackChain::left(std::chrono::microseconds now) const
{
    const std::chrono::milliseconds total = m_planned->timeouts.total.value_or(std::chrono::milliseconds(0));
    if (total.count() <= 0)
        return std::nullopt;
    return std::chrono::microseconds(std::min<std::chrono::milliseconds>(total, std::chrono::hours(24 * 365))) - (now - m_begun);
}

void FallbackChain::record(const Cell &cell)
{
    CellAttempt attempt = attemptOf(cell);
    attempt.cost = costOfDropped(m_cost, cell.grade);
    attempt.judges = usageOfJudges(cell.grade);
    m_attempts += attempt;
    const bool isBetter = cell.state != CellState::Failed || isAnswerOfSomebody(cell) || !m_best || !isAnswerOfSomebody(*m_best);
    if (!isBetter)
        return;
    m_best = cell;
    m_bestCost = m_cost;
    m_bestAttempt = m_attempts.size() - 1;
}

void FallbackChain::takeResult(Cell &cell) const
{
    cell = *m_best;
    cell.attempts = m_attempts;
    CellAttempt &result = cell.attempts[m_bestAttempt];
    result.isResult = true;
    result.text.clear();      // it is the cell's
    result.cost = m_bestCost; // its judges are counted with its grade
    result.judges = {};
    cell.cost = costOfAttempts(cell.attempts);
}

} // namespace Tempera
