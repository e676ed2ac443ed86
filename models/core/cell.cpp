// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/cell.h"

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr std::array stateNames{
    std::pair{CellState::Planned, "planned"_L1},      std::pair{CellState::Queued, "queued"_L1},
    std::pair{CellState::Loading, "loading"_L1},      std::pair{CellState::Streaming, "streaming"_L1},
    std::pair{CellState::Retrying, "retrying"_L1},    std::pair{CellState::Done, "done"_L1},
    std::pair{CellState::Failed, "failed"_L1},        std::pair{CellState::Cancelled, "cancelled"_L1},
    std::pair{CellState::NotNeeded, "not-needed"_L1},
};

/// What is to be known of an answer before it has begun.
Notes notesBefore(const GenerationRequest &request)
{
    Notes notes;
    for (const Parameter parameter : request.leftOut)
        notes.append({NoteKind::ParameterNotSent, parameterName(parameter)});
    for (const QString &variable : request.withoutValue)
        notes.append({NoteKind::VariableEmpty, variable});
    return notes;
}

/// Puts one event into a cell that is not final yet.
struct Applier {
    Cell &cell;

    void operator()(const Event::Queued &) const { cell.state = CellState::Queued; }
    void operator()(const Event::Loading &loading) const
    {
        cell.state = CellState::Loading;
        cell.loadingFraction = loading.fraction;
    }
    void operator()(const Event::Started &started) const
    {
        cell.state = CellState::Streaming;
        if (!started.model.isEmpty())
            cell.model = started.model;
        cell.trace = cell.request.prefix;
        cell.vocabulary = started.vocabulary;
    }
    void operator()(const Event::PromptProgress &) const { cell.state = CellState::Streaming; }
    void operator()(const Event::TextDelta &delta) const
    {
        cell.state = CellState::Streaming;
        cell.text += delta.text;
    }
    void operator()(const Event::ReasoningDelta &delta) const
    {
        cell.state = CellState::Streaming;
        cell.reasoning += delta.text;
    }
    void operator()(const Event::TraceDelta &delta) const
    {
        cell.trace.insert(cell.trace.end(), delta.tokens.begin(), delta.tokens.end());
    }
    void operator()(const Event::Scored &scored) const { cell.scores = scored.texts; }
    void operator()(const Event::Embedded &embedded) const { cell.embeddings = embedded.vectors; }
    void operator()(const Event::UsageUpdate &update) const { cell.usage = update.usage; }
    void operator()(const Event::LimitsTold &) const { } // says nothing of the answer
    void operator()(const Event::Retrying &retrying) const
    {
        cell.state = CellState::Retrying;
        cell.retries = retrying.attempt;
        cell.text.clear(); // another writes it anew
        cell.reasoning.clear();
        cell.trace = cell.request.prefix;
    }
    void operator()(const Event::Finished &finished) const
    {
        cell.state = finished.reason == FinishReason::Cancelled ? CellState::Cancelled : CellState::Done;
        cell.finishReason = finished.reason;
        cell.usage = finished.usage;
        cell.timings = finished.timings;
        cell.seed = finished.seed;
        cell.reproducibility = finished.reproducibility;
        cell.modelHash = finished.modelHash;
        cell.notes = notesBefore(cell.request) + finished.notes;
    }
    void operator()(const Event::Failed &failed) const
    {
        cell.state = CellState::Failed;
        cell.error = failed.error;
        cell.notes = notesBefore(cell.request);
    }
};

} // namespace

bool isFinal(CellState state)
{
    return state >= CellState::Done;
}

QString cellStateName(CellState state)
{
    for (const auto &[value, name] : stateNames) {
        if (value == state)
            return name;
    }
    return {};
}

CellState cellStateFromName(const QString &name)
{
    for (const auto &[value, word] : stateNames) {
        if (word == name)
            return value;
    }
    return CellState::Planned;
}

void Cell::apply(const GenerationEvent &event)
{
    if (!isFinal(state))
        std::visit(Applier{*this}, event);
}

GenerationRequest plannedRequest(const Cell &cell)
{
    if (!cell.planned)
        return cell.request;
    GenerationRequest planned = *cell.planned;
    planned.key = cell.request.key;
    planned.messages = cell.request.messages;
    planned.withoutValue = cell.request.withoutValue;
    planned.values = cell.request.values;
    return planned;
}

std::optional<Money> costWithJudges(const Cell &cell)
{
    if (!cell.cost || !cell.grade)
        return cell.cost;
    return *cell.cost + spendOf(*cell.grade).cost;
}

} // namespace Tempera
