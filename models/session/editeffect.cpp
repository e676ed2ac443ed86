// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/editeffect.h"

#include "models/sampling/lens.h"
#include "models/session/cellplanner.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <utility>

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

/// One prompt, rendered where it may take its time. Nobody else touches it meanwhile, but to stop it.
struct EditEffect::Rendering {
    Rendering(const Experiment &now, const CellKey &where) : planner(now, optionsFor(where)), place(where) { }

    static PlanOptions optionsFor(const CellKey &where)
    {
        PlanOptions options;
        options.repeat = 1;
        options.caseIndexes = {where.caseIndex};
        return options;
    }

    void work()
    {
        if (!planner.isStopped())
            messages = rendered();
    }

    Result<Messages> rendered()
    {
        if (const Result<void> planned = planner.makePlan(); !planned)
            return std::unexpected(planned.error());
        const Plan &plan = planner.plan();
        for (std::size_t i = 0; i < plan.size(); ++i) {
            const CellKey key = plan.key(i);
            if (key.promptIndex != place.promptIndex || key.variantIndex != place.variantIndex)
                continue;
            Cell cell = plan.cell(key);
            planner.render(cell);
            return cell.error ? Result<Messages>(std::unexpected(*cell.error)) : cell.request.messages;
        }
        return failure(ErrorKind::Usage, effectText(QT_TRANSLATE_NOOP("EditEffect", "This variant does not take this prompt.")));
    }

    CellPlanner planner;
    CellKey place;
    Result<Messages> messages;
};

EditEffect::EditEffect(const SessionContext &context, QObject *parent)
    : QObject(parent), m_background(context.background), m_scoring(context)
{
    connect(&m_scoring, &Scoring::progressChanged, this, &EditEffect::progressChanged);
    connect(&m_scoring, &Scoring::finished, this, &EditEffect::take);
}

EditEffect::~EditEffect()
{
    stopStarting();
    stopComparing();
}

void EditEffect::stopStarting()
{
    if (m_starting)
        m_starting->planner.stop();
    m_starting.reset();
}

void EditEffect::stopComparing()
{
    if (m_comparing)
        m_comparing->planner.stop();
    m_comparing.reset();
}

ScoringProgress EditEffect::progress() const
{
    return m_starting ? ScoringProgress{.isPreparing = true} : m_scoring.progress();
}

Result<void> EditEffect::start(const Experiment &now, const CellKey &place, const Cell &answered)
{
    const GenerationRequest &asked = answered.request;
    if (answered.text.isEmpty() && answered.trace.empty())
        return failure(ErrorKind::Usage, effectText(QT_TRANSLATE_NOOP("EditEffect", "There is no answer yet to score.")));
    if (asked.endpoint.kind != EndpointKind::Local) {
        return failure(ErrorKind::Usage,
                       effectText(QT_TRANSLATE_NOOP("EditEffect", "Only local models can score a given answer.")),
                       asked.endpoint.shownId());
    }
    stopStarting();
    const auto prompt = std::make_shared<Rendering>(now, place);
    if (!m_background) {
        prompt->work();
        Result<void> begun = begin(*prompt, answered);
        if (begun)
            m_compared = {now, place};
        return begun;
    }
    if (m_scoring.isRunning())
        m_scoring.start({}, 1); // cancels what runs
    stopComparing();
    m_result.reset();
    m_error.reset();
    setStale(false);
    m_starting = prompt;
    m_background->run([prompt] { prompt->work(); }, this,
                      [this, prompt, now, place, answered] {
                          if (prompt != m_starting)
                              return; // stopped, or another one is wanted
                          m_starting.reset();
                          if (const Result<void> begun = begin(*prompt, answered); !begun) {
                              m_error = begun.error();
                              Q_EMIT finished();
                              return;
                          }
                          m_compared = {now, place};
                      });
    Q_EMIT progressChanged();
    return {};
}

/// Scores the answer under a prompt that is rendered.
Result<void> EditEffect::begin(const Rendering &prompt, const Cell &answered)
{
    const GenerationRequest &asked = answered.request;
    if (!prompt.messages)
        return std::unexpected(prompt.messages.error());
    if (*prompt.messages == asked.messages) {
        return failure(
            ErrorKind::Usage,
            effectText(QT_TRANSLATE_NOOP("EditEffect", "The prompt of this case is the same as when the answer was written.")));
    }
    stopComparing();
    m_result.reset();
    m_error.reset();
    setStale(false);
    m_answered = answered;
    m_messages = *prompt.messages;
    Cell before;
    before.request = asked;
    before.request.prefix.clear();
    before.request.wantTrace = false;
    before.request.score = {textOf(answered)};
    Cell after = before;
    after.request.messages = m_messages;
    std::vector<Cell> cells{after};
    if (answered.trace.empty())
        cells.push_back(before);
    m_scoring.start(std::move(cells), 2);
    return {};
}

void EditEffect::stop()
{
    if (m_starting) {
        stopStarting();
        Q_EMIT finished();
    }
    m_scoring.stop();
}

void EditEffect::clear()
{
    stopStarting();
    stopComparing();
    m_scoring.start({}, 1); // cancels what runs
    m_result.reset();
    m_error.reset();
    m_answered = Cell();
    m_messages.clear();
    m_compared.reset();
    setStale(false);
}

void EditEffect::compareWith(const Experiment &now, const CellKey &place, const Cell *answered)
{
    if (!m_result)
        return;
    if (!answered || answered->text != m_answered.text || answered->request != m_answered.request) {
        stopComparing();
        m_compared.reset();
        setStale(true);
        return;
    }
    PromptPlace wanted{now, place};
    if (m_compared == wanted)
        return;
    stopComparing();
    m_compared = std::move(wanted);
    const auto prompt = std::make_shared<Rendering>(now, place);
    m_comparing = prompt;
    const auto take = [this, prompt] {
        if (prompt != m_comparing)
            return; // it is compared with a later one
        m_comparing.reset();
        setStale(!prompt->messages || *prompt->messages != m_messages);
    };
    if (!m_background) {
        prompt->work();
        take();
        return;
    }
    m_background->run([prompt] { prompt->work(); }, this, take);
}

void EditEffect::setStale(bool isStale)
{
    if (std::exchange(m_isStale, isStale) != isStale)
        Q_EMIT staleChanged();
}

void EditEffect::take()
{
    const std::vector<Cell> &cells = m_scoring.cells();
    if (cells.empty()) { // the end of what was given up
        Q_EMIT finished();
        return;
    }
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
