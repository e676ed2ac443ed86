// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/llama/task/sequence.h"

#include <algorithm>
#include <random>
#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// How long an answer may become, within the room that the context leaves.
int tokenLimit(const SamplingSettings &sampling, int room)
{
    const int usual = static_cast<int>(parameterFacts(Parameter::MaxTokens).number.without.value_or(room));
    const int wanted = sampling.maxTokens.value_or(usual);
    return std::clamp(wanted < 0 ? room : wanted, 1, std::max(1, room));
}

std::uint64_t drawnSeed()
{
    // 53 bits, so that the seed survives JSON and can be typed in again.
    std::random_device device;
    return ((std::uint64_t{device()} << 32) | device()) >> 11;
}

} // namespace

Sequence::Sequence(std::shared_ptr<LlamaJob> job, LlamaPrompt prompt, SamplerChain chain, const LlamaModel &model,
                   int traceCandidates)
    : LlamaTask(std::move(job)),
      m_model(model),
      m_chain(std::move(chain)),
      m_text(m_job->request().sampling.stop + prompt.stops),
      m_traceBuilder(static_cast<std::size_t>(traceCandidates)),
      m_queued(m_job->age())
{
    const GenerationRequest &request = m_job->request();
    m_tokens = std::move(prompt.tokens);
    m_promptTokens = static_cast<int>(m_tokens.size());
    m_prefixTokens = static_cast<int>(request.prefix.size());
    const int room = model.contextTokens() - m_promptTokens;
    m_maxTokens = tokenLimit(request.sampling, room);
    m_stream = {request.sampling.seed ? *request.sampling.seed : drawnSeed(), static_cast<std::uint32_t>(request.key.caseIndex),
                static_cast<std::uint32_t>(request.key.repeat)};
    m_chain.begin(m_tokens);
    for (const auto &token : request.prefix)
        m_tokens.push_back(token->chosen);
    m_inputTokens = m_promptTokens + m_prefixTokens;
}

bool Sequence::begin()
{
    if (m_prefixTokens == 0)
        return true;
    if (!acceptPrefix())
        return false;
    if (m_answerTokens >= m_maxTokens) {
        end(FinishReason::Length);
        return false;
    }
    return true;
}

/// The prefix as if it had been written now. False = it holds the end of the answer.
bool Sequence::acceptPrefix()
{
    const auto given = std::span(m_tokens).last(static_cast<std::size_t>(m_prefixTokens));
    if (!std::ranges::all_of(given, [this](llama_token id) { return id >= 0 && id < m_model.vocabularySize(); })) {
        m_job->fail(
            failure(ErrorKind::BadRequest, u"the answer to go on from was written by another model"_s, m_model.path()).error());
        return false;
    }
    QString text;
    for (std::size_t i = 0; i < given.size(); ++i) {
        const llama_token id = given[i];
        const bool ends = llama_vocab_is_eog(m_model.vocab(), id);
        m_chain.accept(id, m_job->request().prefix[i]->chosenProbability);
        ++m_answerTokens;
        if (!ends)
            text += m_text.add(m_model.piece(id));
        if (ends || m_text.stopped()) {
            m_job->say(Event::TextDelta{text});
            end(FinishReason::Stop);
            return false;
        }
    }
    if (!text.isEmpty())
        m_job->say(Event::TextDelta{text});
    return true;
}

bool Sequence::take(std::span<const float> logits)
{
    const double u = uniformAt(m_stream, static_cast<std::uint32_t>(m_answerTokens));
    // First, because it finds the likeliest tokens anyhow.
    std::shared_ptr<TokenTrace> trace;
    if (m_job->request().wantTrace) {
        trace = std::make_shared<TokenTrace>();
        m_traceBuilder.build(logits, *trace);
    }
    const std::span<const Candidate> likeliest =
        trace ? std::span<const Candidate>(trace->candidates) : std::span<const Candidate>();
    const Choice choice = m_chain.sample(logits, u, likeliest);
    if (choice.id < 0) {
        m_job->fail(m_chain.choiceError(m_model.path()));
        return false;
    }
    m_chain.accept(choice.id);
    m_tokens.push_back(choice.id);
    ++m_answerTokens;
    m_lastTokenAt = elapsed();
    if (m_answerTokens == m_prefixTokens + 1)
        m_firstTokenAt = m_lastTokenAt;

    const bool ends = llama_vocab_is_eog(m_model.vocab(), choice.id);
    const QByteArray piece = ends ? QByteArray() : m_model.piece(choice.id);
    if (trace)
        recordTrace(std::move(trace), logits, choice, u, piece);
    sayText(m_text.add(piece));
    if (ends || m_text.stopped()) {
        end(FinishReason::Stop);
        return false;
    }
    if (m_answerTokens >= m_maxTokens) {
        end(FinishReason::Length);
        return false;
    }
    return true;
}

void Sequence::sayText(const QString &text)
{
    if (text.isEmpty())
        return;
    if (!m_firstText)
        m_firstText = elapsed();
    m_job->say(Event::TextDelta{text});
    if (!m_traces.empty())
        m_job->say(Event::TraceDelta{std::exchange(m_traces, {})});
}

void Sequence::recordTrace(std::shared_ptr<TokenTrace> trace, std::span<const float> logits, const Choice &choice, double u,
                           const QByteArray &piece)
{
    trace->chosen = choice.id;
    trace->chosenLogit = logits[static_cast<std::size_t>(choice.id)];
    trace->chosenProbability = static_cast<float>(choice.probability);
    trace->random = u;
    trace->piece = piece;
    trace->time = m_lastTokenAt;
    m_traces.push_back(std::move(trace));
}

void Sequence::end(FinishReason reason)
{
    // A stop string that began and did not end belongs to the answer.
    sayText(m_text.finish());
    if (!m_traces.empty())
        m_job->say(Event::TraceDelta{std::exchange(m_traces, {})});
    Event::Finished finished;
    finished.reason = reason;
    finished.usage.inputTokens = m_inputTokens;
    finished.usage.cachedInputTokens = m_cachedTokens;
    const int written = m_answerTokens - m_prefixTokens;
    finished.usage.outputTokens = std::max(0, written);
    finished.timings.queued = m_queued;
    finished.timings.firstToken = m_firstText;
    finished.timings.total = elapsed();
    if (written > 1 && m_lastTokenAt > m_firstTokenAt)
        finished.timings.tokensPerSecond = (written - 1) / std::chrono::duration<double>(m_lastTokenAt - m_firstTokenAt).count();
    finished.seed = m_stream.seed;
    finished.reproducibility = reproducibility();
    m_job->finish(std::move(finished));
}

std::chrono::microseconds Sequence::elapsed() const
{
    return std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - m_started);
}

} // namespace Tempera
