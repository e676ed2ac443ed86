// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/sessionbranches.h"

#include <QCoreApplication>

#include <algorithm>

namespace Tempera {
namespace {

/// The trace of a token that was put in the place of another one.
std::shared_ptr<const TokenTrace> exchanged(const TokenTrace &old, const BranchPoint &point)
{
    auto trace = std::make_shared<TokenTrace>(old);
    trace->chosen = point.token;
    trace->piece = point.piece;
    trace->chosenProbability = 0; // it was not drawn
    const auto found = std::ranges::find(trace->candidates, point.token, &Candidate::id);
    if (found != trace->candidates.end())
        trace->chosenLogit = found->logit;
    return trace;
}

} // namespace

SessionBranches::SessionBranches(const SessionContext &context, const QUuid &run, std::vector<Branch> stored)
    : m_context(context), m_run(run), m_branches(std::move(stored))
{
}

SessionBranches::~SessionBranches() = default;

Result<int> SessionBranches::start(const Cell &origin, int parent, const BranchPoint &point)
{
    const auto refused = [](const char *why) { return failure(ErrorKind::Usage, QCoreApplication::translate("Session", why)); };
    if (origin.request.endpoint.kind != EndpointKind::Local)
        return refused(QT_TRANSLATE_NOOP("Session", "Only an answer of a local model can be continued from one of its tokens."));
    if (point.position < 0 || point.position >= static_cast<int>(origin.trace.size()))
        return refused(QT_TRANSLATE_NOOP("Session", "The answer has no such token."));
    const auto position = static_cast<std::size_t>(point.position);
    Branch made;
    made.number = m_branches.empty() ? 1 : m_branches.back().number + 1;
    made.parent = parent;
    made.position = point.position;
    made.chosen = point.token >= 0;
    made.cell.request = origin.request;
    made.cell.model = origin.model;
    made.cell.vocabulary = origin.vocabulary;
    if (point.sampling) {
        const auto seed = made.cell.request.sampling.seed;
        made.cell.request.sampling = *point.sampling;
        made.cell.request.sampling.seed = seed; // a repeat's own
    }
    // A seed that was drawn for the answer holds for what leaves it: common random numbers.
    if (!made.cell.request.sampling.seed)
        made.cell.request.sampling.seed = origin.seed;
    AnswerPrefix &prefix = made.cell.request.prefix;
    prefix.assign(origin.trace.begin(), origin.trace.begin() + static_cast<std::ptrdiff_t>(position));
    if (made.chosen)
        prefix.push_back(exchanged(*origin.trace[position], point));
    made.cell.request.wantTrace = true;
    made.cell.state = CellState::Queued;
    made.cell.cost = Money();
    const int index = static_cast<int>(m_branches.size());
    m_branches.push_back(std::move(made));
    m_running[index] = nullptr;
    Q_EMIT added(index);
    auto generation = m_context.engine->start(branch(index).cell.request,
                                              [this, index](const GenerationBatch &batch) { receive(index, batch); });
    if (isFinal(branch(index).cell.state))
        m_retired.add(std::move(generation));
    else
        m_running[index] = std::move(generation);
    Q_EMIT runningChanged();
    return index;
}

void SessionBranches::receive(int index, const GenerationBatch &batch)
{
    Cell &cell = branch(index).cell;
    if (isFinal(cell.state))
        return;
    for (const GenerationEvent &event : batch)
        cell.apply(event);
    const bool ended = isFinal(cell.state);
    if (ended) {
        if (const auto it = m_running.find(index); it != m_running.end()) {
            m_retired.add(std::move(it->second));
            m_running.erase(it);
        }
        m_context.store->saveBranch(m_run, branch(index));
    }
    Q_EMIT changed(index);
    if (ended)
        Q_EMIT runningChanged();
}

void SessionBranches::setRemoved(int index, bool removed)
{
    if (index < 0 || index >= static_cast<int>(m_branches.size()) || branch(index).removed == removed)
        return;
    branch(index).removed = removed;
    if (const auto it = m_running.find(index); removed && it != m_running.end() && it->second)
        it->second->cancel();
    else if (isFinal(branch(index).cell.state))
        m_context.store->saveBranch(m_run, branch(index));
    Q_EMIT changed(index);
}

void SessionBranches::stop()
{
    std::vector<Generation *> running;
    for (const auto &[index, generation] : m_running) {
        if (generation)
            running.push_back(generation.get());
    }
    for (Generation *generation : running)
        generation->cancel();
}

} // namespace Tempera
