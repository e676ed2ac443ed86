// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/llama/task/scoringtask.h"

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// Tokens in the tree of all spellings of one text; beyond it the shortest ones are summed.
constexpr int MostSpellingNodes = 2048;
/// Rows of one group of branches, unless a single one is longer.
constexpr int MostGroupRows = 512;
/// Rows between two reports of progress.
constexpr int RowsBetweenProgress = 32;
constexpr double Impossible = -std::numeric_limits<double>::infinity();

/// ln(e^a + e^b)
double logAdd(double a, double b)
{
    const double high = std::max(a, b);
    return high == Impossible ? high : high + std::log1p(std::exp(std::min(a, b) - high));
}

bool scoresPrompt(const GenerationRequest &request)
{
    return std::ranges::any_of(request.score, &ScoreText::isPrompt);
}

int commonTokens(const std::vector<llama_token> &a, const std::vector<llama_token> &b)
{
    return static_cast<int>(std::ranges::mismatch(a, b).in1 - a.begin());
}

} // namespace

Result<std::unique_ptr<LlamaTask>> ScoringTask::create(std::shared_ptr<LlamaJob> job, LlamaPrompt prompt, const LlamaModel &model,
                                                       const Speller &speller, int mostBranches)
{
    if (!model.canCopyPrefix())
        return failure(ErrorKind::BadRequest, u"this kind of model cannot rewind its state, so it cannot score texts"_s,
                       model.path());
    if (scoresPrompt(job->request()) && job->request().score.size() > 1)
        return failure(ErrorKind::BadRequest, u"a prompt is scored by itself, not beside other texts"_s, model.path());
    std::unique_ptr<ScoringTask> scoring(new ScoringTask(std::move(job), std::move(prompt), model, speller));
    for (std::size_t i = 0; i < scoring->m_texts.size(); ++i) {
        if (const Result<void> added = scoring->addText(i); !added)
            return std::unexpected(added.error());
    }
    scoring->makeGroups(std::max(1, mostBranches));
    return scoring;
}

ScoringTask::ScoringTask(std::shared_ptr<LlamaJob> job, LlamaPrompt prompt, const LlamaModel &model, const Speller &speller)
    : LlamaTask(std::move(job)),
      m_model(model),
      m_speller(speller),
      m_traceBuilder(scoresPrompt(m_job->request()) ? PromptCandidates : TraceBuilder::Most),
      m_queued(m_job->age())
{
    m_tokens = std::move(prompt.tokens);
    m_texts.resize(m_job->request().score.size());
    if (scoresPrompt(m_job->request()) && !m_tokens.empty()) {
        m_restOfPrompt.assign(m_tokens.begin() + 1, m_tokens.end());
        m_tokens.resize(1);
        m_texts.front().lead = m_model.writtenPiece(m_tokens.front());
    }
    m_inputTokens = m_promptTokens = static_cast<int>(m_tokens.size());
}

Result<void> ScoringTask::addText(std::size_t index)
{
    const ScoreText &wanted = m_job->request().score[index];
    std::vector<llama_token> own = wanted.isPrompt ? std::move(m_restOfPrompt) : wanted.tokens;
    const QByteArray bytes = wanted.text.toUtf8();
    if (own.empty() && !bytes.isEmpty()) {
        auto tokens = m_speller.ownTokens(bytes);
        if (!tokens)
            return failure(ErrorKind::BadRequest, u"the model's vocabulary cannot write \"%1\""_s.arg(wanted.text),
                           m_model.path());
        own = std::move(*tokens);
    }
    if (!std::ranges::all_of(own, [this](llama_token id) { return id >= 0 && id < m_model.vocabularySize(); }))
        return failure(ErrorKind::BadRequest, u"the model's vocabulary does not have these tokens"_s, m_model.path());
    const auto length = static_cast<int>(own.size());
    if (m_inputTokens + length > m_model.contextTokens())
        return failure(ErrorKind::ContextTooLong,
                       u"the prompt has %1 tokens and the text %2, the context takes %3"_s.arg(m_inputTokens)
                           .arg(length)
                           .arg(m_model.contextTokens()),
                       m_model.path());
    if (wanted.everySpelling && wanted.tokens.empty() && !bytes.isEmpty()) {
        Spellings all = m_speller.spellings(bytes, MostSpellingNodes);
        m_texts[index].complete = all.complete;
        for (std::vector<llama_token> &path : all.paths) {
            if (path == own)
                continue;
            if (m_inputTokens + static_cast<int>(path.size()) <= m_model.contextTokens())
                addPath(index, std::move(path), false);
            else
                m_texts[index].complete = false;
        }
    }
    addPath(index, std::move(own), true);
    return {};
}

void ScoringTask::addPath(std::size_t text, std::vector<llama_token> tokens, bool isOwn)
{
    m_paths.push_back({.tokens = std::move(tokens), .text = text, .isOwn = isOwn});
}

void ScoringTask::makeGroups(int mostBranches)
{
    std::ranges::sort(m_paths, [](const Path &a, const Path &b) { return a.tokens < b.tokens; });
    for (std::size_t i = 0; i < m_paths.size(); ++i) {
        const auto length = static_cast<int>(m_paths[i].tokens.size());
        if (length == 0)
            continue; // the prompt's own logits tell all
        const bool fits = !m_groups.empty() && m_groups.back().count < static_cast<std::size_t>(mostBranches);
        const int shared = fits ? commonTokens(m_paths[i - 1].tokens, m_paths[i].tokens) : 0;
        if (!fits || m_groups.back().rows + length - shared > MostGroupRows)
            m_groups.push_back({.first = i, .count = 1, .rows = length});
        else
            m_groups.back() = {m_groups.back().first, m_groups.back().count + 1, m_groups.back().rows + length - shared};
    }
    for (const Group &group : m_groups)
        m_rowsTotal += group.rows;
    makeRows();
}

/// The tree of the current group, each token after the one that it follows.
void ScoringTask::makeRows()
{
    m_rows.clear();
    m_row = 0;
    if (m_group == m_groups.size())
        return;
    const Group &group = m_groups[m_group];
    std::vector<std::size_t> way; // rows from the root to the path before
    for (std::size_t branch = 0; branch < group.count; ++branch) {
        const std::vector<llama_token> &tokens = m_paths[group.first + branch].tokens;
        const int shared = branch > 0 ? commonTokens(m_paths[group.first + branch - 1].tokens, tokens) : 0;
        way.resize(static_cast<std::size_t>(shared));
        for (std::size_t depth = way.size(); depth < tokens.size(); ++depth) {
            way.push_back(m_rows.size());
            m_rows.push_back({tokens[depth], static_cast<llama_pos>(m_tokens.size() + depth), {}});
        }
        for (const std::size_t row : way)
            m_rows[row].branches.push_back(static_cast<int>(branch));
    }
}

int ScoringTask::mostTokens() const
{
    const auto largest = std::ranges::max_element(m_groups, {}, &Group::rows);
    return m_inputTokens + (largest == m_groups.end() ? 0 : largest->rows);
}

void ScoringTask::noteRead(int tokens)
{
    sayProgress(tokens);
}

void ScoringTask::sayProgress(int done)
{
    m_job->say(Event::PromptProgress{done, m_inputTokens + m_rowsTotal});
}

bool ScoringTask::take(std::span<const float> logits)
{
    m_promptTaken = true;
    measure(logits);
    for (Path &path : m_paths)
        note(path, 0, logits);
    return m_broken || m_groups.empty() ? finish() : true;
}

int ScoringTask::branches() const
{
    return m_promptTaken && m_group < m_groups.size() ? static_cast<int>(m_groups[m_group].count) : 0;
}

std::span<const BranchRow> ScoringTask::rows() const
{
    return std::span(m_rows).subspan(m_row);
}

void ScoringTask::takeRow(std::span<const float> logits)
{
    const BranchRow &row = m_rows[m_row++];
    measure(logits);
    for (const int branch : row.branches)
        note(m_paths[m_groups[m_group].first + static_cast<std::size_t>(branch)],
             static_cast<std::size_t>(row.position) - m_tokens.size() + 1, logits);
    ++m_rowsDone;
    if (m_rowsDone % RowsBetweenProgress == 0 || m_rowsDone == m_rowsTotal)
        sayProgress(m_inputTokens + m_rowsDone);
}

bool ScoringTask::nextBranches()
{
    ++m_group;
    makeRows();
    return m_broken || m_group == m_groups.size() ? finish() : true;
}

/// Log-softmax in double over the whole vocabulary.
void ScoringTask::measure(std::span<const float> logits)
{
    const double highest = logits.empty() ? Impossible : double{std::ranges::max(logits)};
    double sum = 0;
    for (const float logit : logits)
        sum += std::exp(double{logit} - highest);
    m_logSum = highest + std::log(sum);
    m_broken = m_broken || !std::isfinite(m_logSum);
    m_endLog = Impossible;
    for (const llama_token token : m_speller.endTokens())
        m_endLog = logAdd(m_endLog, m_broken ? Impossible : double{logits[static_cast<std::size_t>(token)]} - m_logSum);
}

/// What a distribution says of a path's next token, or of its end.
void ScoringTask::note(Path &path, std::size_t next, std::span<const float> logits)
{
    if (m_broken)
        return;
    if (next == path.tokens.size()) {
        path.endLogProbability = m_endLog;
        return;
    }
    const llama_token token = path.tokens[next];
    path.logProbability += double{logits[static_cast<std::size_t>(token)]} - m_logSum;
    if (path.isOwn)
        m_texts[path.text].tokens.push_back(scored(token, logits));
}

ScoredToken ScoringTask::scored(llama_token token, std::span<const float> logits)
{
    const float logit = logits[static_cast<std::size_t>(token)];
    ScoredToken result;
    result.id = token;
    if (scoresPrompt(m_job->request()))
        result.piece = m_model.writtenPiece(token);
    else if (!llama_vocab_is_eog(m_model.vocab(), token))
        result.piece = m_model.piece(token);
    result.logProbability = double{logit} - m_logSum;
    for (std::size_t i = 0; i < logits.size(); ++i)
        result.rank += logits[i] > logit || (logits[i] == logit && std::cmp_less(i, token)) ? 1 : 0;
    if (!m_job->request().wantTrace)
        return result;
    auto trace = std::make_shared<TokenTrace>();
    trace->chosen = token;
    trace->random = -1; // nothing was drawn
    trace->chosenProbability = static_cast<float>(std::exp(result.logProbability));
    trace->piece = result.piece;
    m_traceBuilder.build(logits, *trace);
    result.trace = std::move(trace);
    return result;
}

/// P(text) = Σ P(spelling); P(end | text) = Σ P(spelling) · P(end | spelling) / P(text).
void ScoringTask::sum()
{
    for (ScoredText &text : m_texts) {
        text.spellings = 0;
        text.logProbability = Impossible;
        text.endLogProbability = Impossible;
    }
    for (const Path &path : m_paths) {
        ScoredText &text = m_texts[path.text];
        ++text.spellings;
        text.logProbability = logAdd(text.logProbability, path.logProbability);
        text.endLogProbability = logAdd(text.endLogProbability, path.logProbability + path.endLogProbability);
    }
    for (ScoredText &text : m_texts) {
        if (text.logProbability > Impossible)
            text.endLogProbability -= text.logProbability;
    }
}

bool ScoringTask::finish()
{
    if (m_broken) {
        m_job->fail(failure(ErrorKind::ModelBroken, u"the model gave no usable numbers"_s, m_model.path()).error());
        return false;
    }
    sum();
    m_job->say(Event::Scored{std::move(m_texts)});
    end(FinishReason::Stop);
    return false;
}

void ScoringTask::end(FinishReason reason)
{
    Event::Finished finished;
    finished.reason = reason;
    finished.usage.inputTokens = m_inputTokens + m_rowsDone;
    finished.usage.cachedInputTokens = m_cachedTokens;
    finished.usage.outputTokens = 0;
    finished.timings.queued = m_queued;
    finished.timings.total = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - m_started);
    finished.reproducibility = reproducibility();
    m_job->finish(std::move(finished));
}

} // namespace Tempera
