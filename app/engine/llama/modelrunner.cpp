// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/llama/modelrunner.h"

#include "app/engine/llama/lane/sharedlane.h"
#include "app/engine/llama/sampling/grammarsampler.h"
#include "app/engine/llama/task/scoringtask.h"
#include "app/engine/llama/task/sequence.h"

#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// Progress more often than this helps nobody.
constexpr std::chrono::milliseconds ProgressPause{33};

} // namespace

ModelRunner::ModelRunner(QString path, LlamaSettings settings, FairLock &stepLock, RpcWorkers &workers, const Clock &clock)
    : m_path(std::move(path)),
      m_settings(std::move(settings)),
      m_stepLock(stepLock),
      m_workers(workers),
      m_clock(clock),
      m_thread([this](const std::stop_token &stop) { run(stop); })
{
}

ModelRunner::~ModelRunner()
{
    m_thread.request_stop();
    {
        const std::scoped_lock lock(m_mutex);
        for (const auto &job : m_newJobs)
            job->drop();
    }
    m_wake->wake();
    m_thread.join();
}

void ModelRunner::submit(std::shared_ptr<LlamaJob> job)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_newJobs.push_back(std::move(job));
        m_idleSince.reset();
    }
    m_wake->wake();
}

void ModelRunner::count(CountTask task)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_newCounts.push_back(std::move(task));
        m_idleSince.reset();
    }
    m_wake->wake();
}

void ModelRunner::run(const std::stop_token &stop)
{
    while (!stop.stop_requested()) {
        const unsigned seen = m_wake->seen();
        collectNew();
        endCancelled();
        const bool busy = m_decoder && !m_decoder->isIdle();
        if (m_waiting.empty() && !m_next[0] && !m_next[1] && m_counts.empty() && !busy) {
            noteIdle();
            m_wake->sleep(seen);
            continue;
        }
        // A model that is lost is of no use to anybody new, but its running tasks are to be told why.
        const bool lost = m_decoder && m_model->lost();
        if (lost && !busy)
            unload();
        if (!m_decoder && !load(stop))
            continue;
        if (!lost || !busy) {
            answerCounts();
            admit();
        }
        const FairLock::Guard turn(m_stepLock);
        m_decoder->step();
    }
    // Jobs that are left end as cancelled when they are destroyed.
    for (CountTask &task : m_counts)
        task.callback(failure(ErrorKind::Cancelled, u"the engine was stopped"_s, m_path));
    m_waiting.clear();
    unload();
}

void ModelRunner::unload()
{
    for (std::unique_ptr<LlamaTask> &next : m_next) {
        const std::optional<Error> lost = next ? m_model->lost() : std::nullopt;
        if (lost)
            next->job().fail(*lost);
        next.reset(); // else it ends as cancelled
    }
    m_decoder.reset();
    m_speller.reset();
    m_prompts.reset();
    m_model.reset();
}

std::optional<std::chrono::microseconds> ModelRunner::idleSince() const
{
    const std::scoped_lock lock(m_mutex);
    return m_idleSince;
}

void ModelRunner::noteIdle()
{
    {
        const std::scoped_lock lock(m_mutex);
        if (!m_worked || m_idleSince || !m_newJobs.empty() || !m_newCounts.empty())
            return;
        m_idleSince = m_clock.monotonic();
    }
    if (m_settings.onIdle)
        m_settings.onIdle();
}

void ModelRunner::collectNew()
{
    const std::scoped_lock lock(m_mutex);
    m_worked = m_worked || !m_newJobs.empty() || !m_newCounts.empty();
    std::ranges::move(m_newJobs, std::back_inserter(m_waiting));
    std::ranges::move(m_newCounts, std::back_inserter(m_counts));
    m_newJobs.clear();
    m_newCounts.clear();
}

void ModelRunner::endCancelled()
{
    std::erase_if(m_waiting, [](const std::shared_ptr<LlamaJob> &job) {
        if (!job->cancelled())
            return false;
        job->finish({});
        return true;
    });
    for (std::unique_ptr<LlamaTask> &next : m_next) {
        if (next && next->job().cancelled()) {
            next->end(FinishReason::Cancelled);
            next.reset();
        }
    }
}

bool ModelRunner::onLoadProgress(double fraction, const std::stop_token &stop)
{
    collectNew();
    endCancelled();
    const auto now = std::chrono::steady_clock::now();
    if (fraction >= 1 || now - m_lastProgress >= ProgressPause) {
        m_lastProgress = now;
        for (const auto &job : m_waiting)
            job->say(Event::Loading{fraction});
    }
    return !stop.stop_requested() && !(m_waiting.empty() && m_counts.empty());
}

bool ModelRunner::load(const std::stop_token &stop)
{
    for (const auto &job : m_waiting)
        job->say(Event::Loading{0});
    m_lastProgress = std::chrono::steady_clock::now();
    auto model = LlamaModel::load(m_path, m_settings, m_workers,
                                  [this, &stop](double fraction) { return onLoadProgress(fraction, stop); });
    if (!model) {
        // No job was waiting any more; those that came since start over.
        if (model.error().kind != ErrorKind::Cancelled)
            failAll(model.error());
        return false;
    }
    auto decoder = Decoder::create(**model, m_settings);
    if (!decoder) {
        failAll((*model)->lost().value_or(decoder.error()));
        return false;
    }
    m_model = std::move(*model);
    m_prompts = std::make_unique<ChatPrompt>(*m_model);
    m_decoder = std::move(*decoder);
    return true;
}

void ModelRunner::failAll(const Error &error)
{
    for (const auto &job : m_waiting)
        job->fail(error);
    m_waiting.clear();
    for (CountTask &task : m_counts)
        task.callback(std::unexpected(error));
    m_counts.clear();
}

void ModelRunner::answerCounts()
{
    for (CountTask &task : m_counts) {
        task.callback(m_prompts->make(task.messages, task.form).transform([](const LlamaPrompt &prompt) {
            return TokenCount{static_cast<std::int64_t>(prompt.tokens.size()), Exactness::Exact};
        }));
    }
    m_counts.clear();
}

void ModelRunner::admit()
{
    for (std::unique_ptr<LlamaTask> &next : m_next) {
        if (!next)
            continue;
        Lane &lane = **m_decoder->lane(next->job().request().strict); // it was there when this one had to wait
        if (lane.hasRoomFor(next->mostTokens()))
            enter(lane, std::move(next));
    }
    // Who waits for one lane does not hold up who wants the other.
    std::erase_if(m_waiting, [this](const std::shared_ptr<LlamaJob> &job) {
        if (m_next[job->request().strict ? 1 : 0])
            return false;
        admit(job);
        return true;
    });
}

void ModelRunner::admit(const std::shared_ptr<LlamaJob> &job)
{
    const bool strict = job->request().strict;
    const Result<Lane *> lane = m_decoder->lane(strict);
    if (!lane)
        return job->fail(m_model->lost().value_or(lane.error()));
    Result<std::unique_ptr<LlamaTask>> task = taskFor(job);
    if (!task)
        return job->fail(task.error());
    if ((*lane)->hasRoomFor((*task)->mostTokens()))
        enter(**lane, std::move(*task));
    else
        m_next[strict ? 1 : 0] = std::move(*task);
}

Result<std::unique_ptr<LlamaTask>> ModelRunner::taskFor(const std::shared_ptr<LlamaJob> &job)
{
    const GenerationRequest &request = job->request();
    const std::function<bool()> stop = [asked = job.get()] { return asked->cancelled(); };
    Result<LlamaPrompt> prompt = m_prompts->make(request.messages, request.form, PromptText::Drop, stop);
    if (!prompt)
        return std::unexpected(prompt.error());
    job->note(prompt->notes);
    const auto tokens = static_cast<int>(prompt->tokens.size() + request.prefix.size());
    if (tokens >= m_decoder->contextTokens()) {
        const QString detail = u"the prompt has %1 tokens, the context takes %2"_s;
        return failure(ErrorKind::ContextTooLong, detail.arg(tokens).arg(m_decoder->contextTokens()), m_path);
    }
    if (request.score.empty()) {
        Result<SamplerChain> chain =
            SamplerChain::create(request.sampling, {m_model->vocab(), m_model->vocabularySize(), m_model->contextTokens()}, stop);
        if (!chain)
            return std::unexpected(chain.error());
        job->note(notesOnRules(request.sampling));
        return std::make_unique<Sequence>(job, std::move(*prompt), std::move(*chain), *m_model, m_settings.traceCandidates);
    }
    if (!m_speller)
        m_speller = std::make_unique<Speller>(*m_model);
    // Of a strict one each branch is evaluated by itself.
    const int branches = request.strict ? 1 : SharedLane::MostBranches;
    return ScoringTask::create(job, std::move(*prompt), *m_model, *m_speller, branches);
}

void ModelRunner::enter(Lane &lane, std::unique_ptr<LlamaTask> task)
{
    const QString &name = task->job().request().endpoint.model;
    Event::Started started{name.isEmpty() ? QFileInfo(m_path).completeBaseName() : name};
    if (task->job().request().wantTrace)
        started.vocabulary = m_model->vocabulary();
    task->job().say(std::move(started));
    if (task->begin())
        lane.add(std::move(task));
}

} // namespace Tempera
