// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/llama/sampling/samplerchain.h"

#include "app/engine/llama/sampling/grammarsampler.h"
#include "models/core/limitedwork.h"
#include "models/sampling/counterrandom.h"

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr std::size_t KeepAtLeast = 1;
constexpr float NeverChosen = -std::numeric_limits<float>::infinity();

/// What goes with something that is set where it is not set itself.
double without(Parameter parameter)
{
    return parameterFacts(parameter).number.without.value_or(0);
}

QStringList defaultBreakers()
{
    return {u"\n"_s, u":"_s, u"\""_s, u"*"_s};
}

float number(const std::optional<double> &value, double otherwise)
{
    return static_cast<float>(value.value_or(otherwise));
}

int lookBack(Parameter parameter, const std::optional<int> &tokens, const SamplerModel &model)
{
    const int count = tokens.value_or(static_cast<int>(without(parameter)));
    // llama.cpp reserves memory for all of them; more than the context holds never come.
    return count < 0 ? model.contextTokens : std::min(count, model.contextTokens);
}

std::unexpected<Error> badBias(const QString &cause)
{
    auto error = failure(ErrorKind::BadRequest, cause, parameterName(Parameter::LogitBias));
    error.error().parameter = parameterName(Parameter::LogitBias);
    return error;
}

/// The tokens of a text within an answer: no beginning of a text, no control tokens.
std::vector<llama_token> tokensOf(const llama_vocab *vocab, const QByteArray &text)
{
    const auto size = static_cast<std::int32_t>(text.size());
    std::vector<llama_token> tokens(static_cast<std::size_t>(size) + 1);
    const std::int32_t count =
        llama_tokenize(vocab, text.constData(), size, tokens.data(), static_cast<std::int32_t>(tokens.size()), false, false);
    tokens.resize(static_cast<std::size_t>(std::max(count, 0)));
    return tokens;
}

} // namespace

Result<SamplerChain> SamplerChain::create(const SamplingSettings &settings, const SamplerModel &model,
                                          const std::function<bool()> &stop)
{
    SamplerChain made;
    made.m_grammarLimits = grammarLimits(stop);
    made.m_chain.reset(llama_sampler_chain_init({.no_perf = true}));
    if (const Result<void> added = made.addBiases(settings, model); !added)
        return std::unexpected(added.error());
    Result<LlamaSamplerPtr> grammar = makeGrammar(settings, model.vocab, made.m_grammarLimits);
    if (!grammar)
        return std::unexpected(grammar.error());
    made.m_grammar = std::move(*grammar);
    made.addOrder(settings, model);
    made.m_plain = !made.m_biases && !made.m_grammar && !made.m_mirostat
                   && llama_sampler_chain_n(made.m_chain.get()) == (made.m_temperature == 1 ? 0 : 1);
    return made;
}

void SamplerChain::add(LlamaSamplerPtr link)
{
    llama_sampler_chain_add(m_chain.get(), link.release());
}

Result<void> SamplerChain::addBiases(const SamplingSettings &settings, const SamplerModel &model)
{
    std::vector<llama_logit_bias> biases;
    for (const LogitBias &each : settings.logitBias) {
        const auto bias = static_cast<float>(each.bias);
        if (each.token >= model.vocabularySize)
            return badBias(u"the model has no token %1"_s.arg(each.token));
        if (each.token >= 0) {
            biases.push_back({each.token, bias});
            continue;
        }
        if (!model.vocab || each.text.isEmpty())
            return badBias(u"a bias needs a token or a text"_s);
        for (const llama_token token : tokensOf(model.vocab, each.text.toUtf8()))
            biases.push_back({token, bias});
    }
    if (model.vocab) { // tokens that the model's file says must never come
        std::int32_t count = 0;
        const llama_token *suppressed = llama_vocab_get_suppress_tokens(model.vocab, &count);
        for (std::int32_t i = 0; i < count; ++i)
            biases.push_back({suppressed[i], NeverChosen});
    }
    if (!biases.empty())
        m_biases.reset(
            llama_sampler_init_logit_bias(model.vocabularySize, static_cast<std::int32_t>(biases.size()), biases.data()));
    return {};
}

void SamplerChain::addOrder(const SamplingSettings &settings, const SamplerModel &model)
{
    const QList<SamplerKind> &order = settings.samplers.isEmpty() ? defaultSamplerOrder() : settings.samplers;
    const bool mirostat = settings.mirostat.value_or(0) > 0;
    m_greedy = settings.temperature && *settings.temperature <= 0 && (mirostat || order.contains(SamplerKind::Temperature));
    if (mirostat) {
        addMirostat(settings, model);
        return;
    }
    for (const SamplerKind kind : order) {
        const bool movesLogits = kind == SamplerKind::Penalties || kind == SamplerKind::Dry;
        if (movesLogits || !m_greedy) // none of the others is to change which token is the likeliest
            addLink(settings, model, kind);
    }
}

void SamplerChain::addMirostat(const SamplingSettings &settings, const SamplerModel &model)
{
    if (m_greedy)
        return;
    if (number(settings.temperature, 1) != 1)
        add(LlamaSamplerPtr(llama_sampler_init_temp(number(settings.temperature, 1))));
    m_mirostat.emplace(*settings.mirostat, number(settings.mirostatTau, without(Parameter::MirostatTau)),
                       number(settings.mirostatEta, without(Parameter::MirostatEta)), model.vocabularySize);
}

void SamplerChain::addLink(const SamplingSettings &settings, const SamplerModel &model, SamplerKind kind)
{
    switch (kind) {
    case SamplerKind::Penalties: addPenalties(settings, model); break;
    case SamplerKind::Dry: addDry(settings, model); break;
    case SamplerKind::TopNSigma:
        if (settings.topNSigma.value_or(0) > 0)
            add(LlamaSamplerPtr(llama_sampler_init_top_n_sigma(number(settings.topNSigma, 0))));
        break;
    case SamplerKind::TopK:
        if (settings.topK.value_or(0) > 0 && llama_sampler_chain_n(m_chain.get()) == 0 && !m_biases && !m_grammar)
            m_firstTopK = static_cast<std::size_t>(std::min(*settings.topK, model.vocabularySize));
        if (settings.topK.value_or(0) > 0)
            add(LlamaSamplerPtr(llama_sampler_init_top_k(*settings.topK)));
        break;
    case SamplerKind::TypicalP:
        if (settings.typicalP.value_or(1) < 1) {
            add(makeFiniteOnly());
            add(LlamaSamplerPtr(llama_sampler_init_typical(number(settings.typicalP, 1), KeepAtLeast)));
        }
        break;
    case SamplerKind::TopP:
        if (settings.topP.value_or(1) < 1)
            add(LlamaSamplerPtr(llama_sampler_init_top_p(number(settings.topP, 1), KeepAtLeast)));
        break;
    case SamplerKind::MinP:
        if (settings.minP.value_or(0) > 0)
            add(LlamaSamplerPtr(llama_sampler_init_min_p(number(settings.minP, 0), KeepAtLeast)));
        break;
    case SamplerKind::Xtc:
        if (settings.xtcProbability.value_or(0) > 0 && settings.xtcThreshold.value_or(0) <= 0.5)
            add(makeXtc(number(settings.xtcProbability, 0), number(settings.xtcThreshold, without(Parameter::XtcThreshold)),
                        m_companion.get()));
        break;
    case SamplerKind::Temperature:
        if (settings.dynatempRange.value_or(0) <= 0)
            m_temperature = number(settings.temperature, 1);
        if (settings.temperature.value_or(1) != 1 || settings.dynatempRange.value_or(0) > 0)
            add(LlamaSamplerPtr(llama_sampler_init_temp_ext(number(settings.temperature, 1), number(settings.dynatempRange, 0),
                                                            number(settings.dynatempExponent, 1))));
        break;
    }
}

void SamplerChain::addPenalties(const SamplingSettings &settings, const SamplerModel &model)
{
    const int tokens = lookBack(Parameter::RepeatLastN, settings.repeatLastN, model);
    if (tokens == 0 || !(settings.repeatPenalty || settings.frequencyPenalty || settings.presencePenalty))
        return;
    m_lookBack = std::max(m_lookBack, tokens);
    add(LlamaSamplerPtr(llama_sampler_init_penalties(model.vocabularySize, tokens, number(settings.repeatPenalty, 1),
                                                     number(settings.frequencyPenalty, 0), number(settings.presencePenalty, 0))));
}

void SamplerChain::addDry(const SamplingSettings &settings, const SamplerModel &model)
{
    const int tokens = lookBack(Parameter::DryPenaltyLastN, settings.dryPenaltyLastN, model);
    if (!model.vocab || tokens == 0 || settings.dryMultiplier.value_or(0) == 0)
        return;
    m_lookBack = std::max(m_lookBack, tokens);
    std::vector<QByteArray> texts;
    std::vector<const char *> breakers;
    for (const QString &text : settings.drySequenceBreakers.isEmpty() ? defaultBreakers() : settings.drySequenceBreakers)
        texts.push_back(text.toUtf8());
    for (const QByteArray &text : texts)
        breakers.push_back(text.constData());
    add(LlamaSamplerPtr(llama_sampler_init_dry(
        model.vocab, number(settings.dryMultiplier, 0), number(settings.dryBase, without(Parameter::DryBase)),
        settings.dryAllowedLength.value_or(static_cast<int>(without(Parameter::DryAllowedLength))), tokens, breakers.data(),
        breakers.size())));
}

void SamplerChain::begin(std::span<const llama_token> prompt)
{
    for (const llama_token token : prompt.last(std::min(prompt.size(), static_cast<std::size_t>(m_lookBack))))
        llama_sampler_accept(m_chain.get(), token);
}

Choice SamplerChain::sample(std::span<const float> logits, double u, std::span<const Candidate> likeliest)
{
    m_last = {};
    if (m_offGrammar)
        return m_last;
    if (m_plain)
        return m_last = plainChoice(logits, u, likeliest);
    *m_companion = companionOf(u);
    // The grammar only takes tokens away: the likeliest of all is the likeliest of those that fit, if it fits.
    if (m_greedy && m_grammar) {
        m_last = chainChoice(logits, u, likeliest, UseGrammar::No);
        if (m_last.id < 0 || fitsGrammar(m_last.id))
            return m_last;
    }
    return m_last = chainChoice(logits, u, likeliest, UseGrammar::Yes);
}

Choice SamplerChain::plainChoice(std::span<const float> logits, double u, std::span<const Candidate> likeliest)
{
    if (m_greedy)
        return likeliest.empty() ? greedyChoice(logits) : Choice{likeliest.front().id, 1.0};
    return m_chooser.chooseAny(logits, m_temperature, u);
}

Choice SamplerChain::chainChoice(std::span<const float> logits, double u, std::span<const Candidate> likeliest, UseGrammar use)
{
    listTokens(logits, likeliest);
    llama_token_data_array left{m_tokens.data(), m_tokens.size(), -1, false};
    if (m_biases)
        llama_sampler_apply(m_biases.get(), &left);
    if (m_grammar && use == UseGrammar::Yes)
        workOnGrammar([&] { llama_sampler_apply(m_grammar.get(), &left); });
    if (m_offGrammar)
        return {};
    // llama.cpp's samplers end the program when there is nothing to choose from.
    if (std::ranges::none_of(m_tokens, [](const llama_token_data &token) { return std::isfinite(token.logit); }))
        return {};
    llama_sampler_apply(m_chain.get(), &left);
    if (m_mirostat)
        m_mirostat->truncate(left);
    return chooseAmong(left, u);
}

/// The whole vocabulary, or, where the chain begins with the choice of the likeliest few, little more than those.
void SamplerChain::listTokens(std::span<const float> logits, std::span<const Candidate> likeliest)
{
    if (m_firstTopK > 0 && areTheFirst(likeliest)) {
        m_tokens.resize(m_firstTopK);
        for (std::size_t i = 0; i < m_firstTopK; ++i)
            m_tokens[i] = {likeliest[i].id, likeliest[i].logit, 0.0F};
        return;
    }
    constexpr float Everything = NeverChosen;
    const float cut = m_firstTopK > 0 ? m_likeliest.cutFor(logits, Everything, m_firstTopK) : Everything;
    if (cut > Everything) {
        const std::size_t count = collectFrom(logits, cut, m_candidates);
        m_tokens.resize(count);
        for (std::size_t i = 0; i < count; ++i)
            m_tokens[i] = {m_candidates[i].id, m_candidates[i].logit, 0.0F};
        return;
    }
    m_tokens.resize(logits.size());
    for (std::size_t i = 0; i < logits.size(); ++i)
        m_tokens[i] = {static_cast<llama_token>(i), logits[i], 0.0F};
}

/// Whether these tell which tokens the top-k leaves, and in which order. Of equal logits llama.cpp's sorting leaves that
/// open, and a choice must not depend on whether somebody wanted a trace.
bool SamplerChain::areTheFirst(std::span<const Candidate> likeliest) const
{
    if (likeliest.size() <= m_firstTopK)
        return false;
    return std::ranges::adjacent_find(likeliest.first(m_firstTopK + 1), {}, &Candidate::logit)
           == likeliest.begin() + static_cast<std::ptrdiff_t>(m_firstTopK) + 1;
}

Choice SamplerChain::chooseAmong(const llama_token_data_array &left, double u)
{
    m_candidates.resize(left.size);
    for (std::size_t i = 0; i < left.size; ++i)
        m_candidates[i] = {left.data[i].id, left.data[i].logit};
    if (!m_greedy)
        return m_chooser.choose(m_candidates, u);
    const auto best = std::ranges::max_element(m_candidates, [](const Candidate &a, const Candidate &b) {
        return a.logit != b.logit ? a.logit < b.logit : a.id > b.id;
    });
    return best == m_candidates.end() ? Choice{} : Choice{best->id, 1.0};
}

Error SamplerChain::choiceError(const QString &modelPath) const
{
    if (m_grammarHit != LimitHit::None) {
        return failure(ErrorKind::BadRequest, grammarTakesTooMuch(m_grammarHit, m_grammarLimits), modelPath).error();
    }
    if (m_grammar) {
        const QString cause = m_offGrammar ? u"the beginning of the answer does not follow the grammar"_s
                                           : u"the grammar allows none of the model's tokens"_s;
        return failure(ErrorKind::BadRequest, cause, modelPath).error();
    }
    return failure(ErrorKind::ModelBroken, u"the model gave no usable numbers for the next token"_s, modelPath).error();
}

bool SamplerChain::fitsGrammar(std::int32_t token)
{
    llama_token_data single{token, 1.0F, 0.0F};
    llama_token_data_array alone{&single, 1, -1, false};
    workOnGrammar([&] { llama_sampler_apply(m_grammar.get(), &alone); });
    return !m_offGrammar && single.logit != NeverChosen;
}

/// One small grammar may have millions of ways to continue.
void SamplerChain::workOnGrammar(const std::function<void()> &work)
{
    const LimitHit hit = runLimited(m_grammarLimits, work);
    if (hit == LimitHit::None)
        return;
    m_grammarHit = hit;
    m_offGrammar = true; // what it knows of the answer is half done
}

void SamplerChain::accept(std::int32_t token, double probability)
{
    const bool chosenHere = token == m_last.id;
    llama_sampler_accept(m_chain.get(), token);
    if (m_mirostat)
        m_mirostat->update(chosenHere ? m_last.probability : probability);
    if (m_grammar && !m_offGrammar) {
        // llama.cpp ends the program over a token that its grammar does not allow.
        m_offGrammar = !chosenHere && !fitsGrammar(token);
        if (!m_offGrammar)
            workOnGrammar([&] { llama_sampler_accept(m_grammar.get(), token); });
    }
    m_last = {};
}

} // namespace Tempera
