// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/promptscoring.h"

#include "models/core/counted.h"

#include <algorithm>

namespace Tempera {
namespace {

/// What decides the probabilities of a prompt's tokens.
GenerationRequest promptRequest(const GenerationRequest &answered)
{
    GenerationRequest request = answered;
    request.prefix.clear();
    request.sampling = {}; // nothing is drawn
    request.wantTrace = true;
    request.score = {ScoreText{.text = {}, .tokens = {}, .everySpelling = false, .isPrompt = true}};
    return request;
}

/// The first token has nothing before it: of its place nothing is known.
Cell promptAsTrace(const Cell &scored)
{
    const ScoredText &text = scored.scores.front();
    Cell prompt;
    prompt.request = scored.request;
    prompt.state = CellState::Done;
    prompt.model = scored.model;
    prompt.usage = scored.usage;
    prompt.vocabulary = scored.vocabulary;
    auto lead = std::make_shared<TokenTrace>();
    lead->chosen = -1;
    lead->random = -1;
    lead->piece = text.lead;
    prompt.trace.push_back(std::move(lead));
    for (const ScoredToken &token : text.tokens)
        prompt.trace.push_back(token.trace);
    return prompt;
}

bool hasTraces(const Cell &scored)
{
    return !scored.scores.empty()
           && std::ranges::all_of(scored.scores.front().tokens, [](const ScoredToken &token) { return token.trace != nullptr; });
}

} // namespace

PromptScoring::PromptScoring(const SessionContext &context, QObject *parent) : QObject(parent), m_scoring(context)
{
    connect(&m_scoring, &Scoring::progressChanged, this, &PromptScoring::progressChanged);
    connect(&m_scoring, &Scoring::finished, this, &PromptScoring::take);
}

QString PromptScoring::obstacle(const Cell *asked)
{
    if (!asked || asked->request.messages.isEmpty())
        return tr("Run this case first: the prompt is scored as it was sent.");
    if (asked->request.endpoint.kind != EndpointKind::Local)
        return tr("Only local models can say how expected the tokens of a prompt are.");
    return {};
}

QString PromptScoring::costOf(const Cell &asked)
{
    const std::int64_t tokens = asked.usage.inputTokens.value_or(0);
    const QString free = tr("On this machine; it costs time, but no money.");
    return tokens <= 0 ? tr("The whole prompt is evaluated once more. %1").arg(free)
                       : counted(tr("%n token(s) of the prompt are evaluated once more.", nullptr, countForm(tokens)), tokens)
                             + u' ' + free;
}

void PromptScoring::start(const Cell &asked)
{
    m_result.reset();
    m_error.reset();
    m_asked = promptRequest(asked.request);
    Cell cell;
    cell.request = m_asked;
    m_scoring.start({cell}, 1);
}

void PromptScoring::stop()
{
    m_scoring.stop();
}

void PromptScoring::clear()
{
    if (m_scoring.isRunning())
        m_scoring.start({}, 1); // cancels what runs
    m_result.reset();
    m_error.reset();
    m_asked = {};
}

bool PromptScoring::belongsTo(const Cell &asked) const
{
    return !m_asked.messages.isEmpty() && m_asked.messages == asked.request.messages && m_asked.form == asked.request.form
           && m_asked.endpoint == asked.request.endpoint;
}

void PromptScoring::take()
{
    const std::vector<Cell> &cells = m_scoring.cells();
    if (cells.empty()) // the end of what was given up
        return;
    const Cell &scored = cells.front();
    if (scored.error) {
        m_error = scored.error;
    } else if (scored.state == CellState::Done && hasTraces(scored)) {
        ++m_number;
        m_result = promptAsTrace(scored);
    } else if (scored.state == CellState::Done) {
        m_error = failure(ErrorKind::Internal, QStringLiteral("the engine gave no distributions")).error();
    } else {
        m_asked = {}; // stopped: as if it had not been asked for
    }
    Q_EMIT finished();
}

} // namespace Tempera
