// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/editeffect.h"

#include "models/experiment/promptrenderer.h"
#include "models/sampling/lens.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

QString effectText(const char *source)
{
    return QCoreApplication::translate("EditEffect", source);
}

/// Log-probability of the chosen token at temperature 1, before any sampler.
double rawLogProbability(const TokenTrace &trace)
{
    return trace.candidates.empty() ? static_cast<double>(trace.chosenLogit) : std::log(tokenFacts(trace).probability.middle());
}

double perplexity(double logProbability, std::size_t tokens)
{
    return tokens == 0 ? 1 : std::exp(-logProbability / static_cast<double>(tokens));
}

ScoreText textOf(const Cell &answered)
{
    ScoreText wanted;
    wanted.text = answered.text;
    for (const auto &trace : answered.trace)
        wanted.tokens.push_back(trace->chosen);
    return wanted;
}

} // namespace

double AnswerEffect::perplexityBefore() const
{
    return perplexity(before, tokens.size());
}

double AnswerEffect::perplexityAfter() const
{
    return perplexity(after, tokens.size());
}

EditEffect::EditEffect(const SessionContext &context, QObject *parent) : QObject(parent), m_scoring(context)
{
    connect(&m_scoring, &Scoring::progressChanged, this, &EditEffect::progressChanged);
    connect(&m_scoring, &Scoring::finished, this, &EditEffect::take);
}

EditEffect::~EditEffect() = default;

Result<Messages> EditEffect::rendered(const Experiment &now, const CellKey &place)
{
    if (!m_templates) {
        auto engine = TemplateEngine::create();
        if (!engine)
            return std::unexpected(engine.error());
        m_templates = std::move(*engine);
    }
    PlanOptions options;
    options.repeat = 1;
    options.caseIndexes = {place.caseIndex};
    const Result<Plan> plan = Plan::of(now, *m_templates, options);
    if (!plan)
        return std::unexpected(plan.error());
    for (std::size_t i = 0; i < plan->size(); ++i) {
        const CellKey key = plan->key(i);
        if (key.promptIndex != place.promptIndex || key.variantIndex != place.variantIndex)
            continue;
        Cell cell = plan->cell(key);
        PromptRenderer(now, *m_templates).render(cell);
        return cell.error ? Result<Messages>(std::unexpected(*cell.error)) : cell.request.messages;
    }
    return failure(ErrorKind::Usage, effectText(QT_TRANSLATE_NOOP("EditEffect", "This variant does not take this prompt.")));
}

Result<void> EditEffect::start(const Experiment &now, const CellKey &place, const Cell &answered)
{
    const GenerationRequest &asked = answered.request;
    if (answered.text.isEmpty() && answered.trace.empty())
        return failure(ErrorKind::Usage, effectText(QT_TRANSLATE_NOOP("EditEffect", "There is no answer yet to score.")));
    if (asked.endpoint.kind != EndpointKind::Local) {
        return failure(ErrorKind::Usage,
                       effectText(QT_TRANSLATE_NOOP("EditEffect", "Only local models can score a given answer.")),
                       asked.endpoint.id);
    }
    const Result<Messages> messages = rendered(now, place);
    if (!messages)
        return std::unexpected(messages.error());
    if (*messages == asked.messages) {
        return failure(
            ErrorKind::Usage,
            effectText(QT_TRANSLATE_NOOP("EditEffect", "The prompt of this case is the same as when the answer was written.")));
    }
    m_result.reset();
    m_error.reset();
    m_answered = answered;
    m_messages = *messages;
    Cell before;
    before.request = asked;
    before.request.prefix.clear();
    before.request.wantTrace = false;
    before.request.score = {textOf(answered)};
    Cell after = before;
    after.request.messages = *messages;
    std::vector<Cell> cells{after};
    if (answered.trace.empty())
        cells.push_back(before);
    m_scoring.start(std::move(cells), 2);
    return {};
}

void EditEffect::stop()
{
    m_scoring.stop();
}

void EditEffect::clear()
{
    m_scoring.start({}, 1); // cancels what runs
    m_result.reset();
    m_error.reset();
    m_answered = Cell();
    m_messages.clear();
}

bool EditEffect::belongsTo(const Experiment &now, const CellKey &place, const Cell &answered)
{
    if (answered.text != m_answered.text || answered.request != m_answered.request)
        return false;
    const Result<Messages> messages = rendered(now, place);
    return messages && *messages == m_messages;
}

void EditEffect::take()
{
    const std::vector<Cell> &cells = m_scoring.cells();
    m_result.reset();
    m_error.reset();
    const auto broken = std::ranges::find_if(cells, [](const Cell &cell) { return cell.error.has_value(); });
    if (broken != cells.end()) {
        m_error = broken->error;
    } else if (!cells.empty() && std::ranges::all_of(cells, [](const Cell &c) { return c.state == CellState::Done; })) {
        Result<AnswerEffect> effect = compare();
        if (effect)
            m_result = std::move(*effect);
        else
            m_error = effect.error();
    }
    Q_EMIT finished();
}

Result<AnswerEffect> EditEffect::compare() const
{
    const ScoredText &after = m_scoring.cells().front().scores.front();
    const bool traced = !m_answered.trace.empty();
    const std::size_t count = after.tokens.size();
    const ScoredText *before = traced ? nullptr : &m_scoring.cells().back().scores.front();
    if (count != (traced ? m_answered.trace.size() : before->tokens.size()))
        return failure(ErrorKind::Internal, u"the answer has other tokens under the other prompt"_s);
    AnswerEffect effect;
    for (std::size_t i = 0; i < count; ++i) {
        TokenEffect token;
        token.piece = traced ? m_answered.trace[i]->piece : after.tokens[i].piece;
        token.before = traced ? rawLogProbability(*m_answered.trace[i]) : before->tokens[i].logProbability;
        token.after = after.tokens[i].logProbability;
        effect.before += token.before;
        effect.after += token.after;
        effect.tokens.push_back(std::move(token));
    }
    return effect;
}

} // namespace Tempera
