// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/preflight.h"

#include "models/text/tokencounter.h"

#include <chrono>
#include <utility>

using namespace std::chrono_literals;

namespace Tempera {
namespace {

/// Others wait for the background too.
constexpr std::chrono::milliseconds pieceTime = 50ms;

bool isFree(const Price &price)
{
    return price.inputPerMillion == Money() && price.outputPerMillion == Money();
}

/// Tokens are counted only where a price needs them.
TokenEstimate countTokens(const GenerationRequest &request, const Capabilities &capabilities)
{
    TokenEstimate estimate;
    if (request.sampling.maxTokens.value_or(-1) >= 0)
        estimate.maxOutputTokens = *request.sampling.maxTokens;
    if (isFree(capabilities.price))
        return estimate;
    if (const auto encoding = BpeEncoding::load(capabilities.encoding)) {
        const TokenCount count = countMessages(**encoding, request.messages);
        estimate.inputTokens = count.tokens;
        estimate.exactness = count.exactness;
    } else if (const auto count = estimateTokens(request.messages)) {
        estimate.inputTokens = count->tokens;
    }
    return estimate;
}

/// Whether an answer that was made for one request is not what the other one asks for.
bool asksForAnother(const GenerationRequest &then, GenerationRequest now)
{
    now.endpoint.modelPath = then.endpoint.modelPath; // looked up again at each run
    return requestKey(then) != requestKey(now);
}

} // namespace

PlannedRequest plannedRequest(const GenerationRequest &request, const RequestTerms &terms)
{
    const Capabilities capabilities =
        request.provider.isNull() ? providerOf(request).capabilities : request.provider->capabilities;
    return {capabilities, countTokens(request, capabilities), terms};
}

Preflight::Preflight(std::shared_ptr<CellPlanner> planner) : m_planner(std::move(planner)) { }

void Preflight::work(Piece &piece)
{
    const auto end = std::chrono::steady_clock::now() + pieceTime;
    do {
        Item &item = piece.items[piece.done++];
        m_planner->render(item.cell);
        if (item.answered) {
            if (asksForAnother(*item.answered, plannedRequest(item.cell)))
                piece.outdated += item.index;
        } else if (!isFinal(item.cell.state)) {
            const GenerationRequest &request = item.cell.request;
            m_sum.add(plannedRequest(request, {.serviceTier = askedServiceTier(request.endpoint)}));
        }
    } while (piece.done < piece.items.size() && !m_planner->isStopped() && std::chrono::steady_clock::now() < end);
}

} // namespace Tempera
