// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/benchmarks/local/ours.h"

#include "tests/benchmarks/local/benchmodel.h"
#include "tests/benchmarks/local/figures.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <future>
#include <thread>
#include <vector>

#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace Tempera {
namespace {

using BenchClock = std::chrono::steady_clock;

/// One request and what became of it. What it says is kept, as the program keeps it.
class Run
{
public:
    void start(Backend &backend, const GenerationRequest &request)
    {
        m_job = backend.start(request, {}, [this](GenerationEvent event) { take(std::move(event)); });
    }
    /// Waits for the end. Nothing = it failed.
    std::optional<Event::Finished> finished() { return m_end.get_future().get(); }
    void stop() { m_job.reset(); }
    std::size_t tokens() const { return m_tokens.load(); }
    /// To be read after the end.
    const std::vector<BenchClock::time_point> &times() const { return m_times; }

private:
    void take(GenerationEvent event)
    {
        if (const auto *traces = std::get_if<Event::TraceDelta>(&event)) {
            // A token that ends in the middle of a character comes with the next one; what counts is when it was written.
            const auto now = BenchClock::now();
            for (const auto &token : traces->tokens)
                m_times.push_back(now - (traces->tokens.back()->time - token->time));
            m_tokens = m_times.size();
        }
        if (const auto *finished = std::get_if<Event::Finished>(&event))
            m_end.set_value(*finished);
        else if (std::holds_alternative<Event::Failed>(event))
            m_end.set_value(std::nullopt);
        else
            m_said.push_back(std::move(event));
    }

    GenerationBatch m_said;
    std::vector<BenchClock::time_point> m_times;
    std::atomic<std::size_t> m_tokens{0};
    std::promise<std::optional<Event::Finished>> m_end;
    std::unique_ptr<BackendJob> m_job;
};

double milliseconds(BenchClock::duration time)
{
    return std::chrono::duration<double, std::milli>(time).count();
}

/// Watches whether the machine itself goes on.
class Metronome
{
public:
    /// Longest delay of a wake-up so far, ms. Ends the watch.
    double stop()
    {
        m_thread.request_stop();
        m_thread.join();
        return m_longest;
    }

private:
    void run(const std::stop_token &stop)
    {
        constexpr std::chrono::milliseconds Beat{1};
        while (!stop.stop_requested()) {
            const auto before = BenchClock::now();
            std::this_thread::sleep_for(Beat);
            m_longest = std::max(m_longest, milliseconds(BenchClock::now() - before - Beat));
        }
    }

    double m_longest = 0;
    std::jthread m_thread{[this](const std::stop_token &stop) { run(stop); }};
};

GenerationRequest requestFor(const QString &model, const QString &prompt, int tokens)
{
    GenerationRequest request;
    request.endpoint.modelPath = model;
    request.form = PromptForm::Continuation;
    request.messages = {{Role::User, prompt}};
    request.sampling.temperature = 0.8;
    request.sampling.topK = 40;
    request.sampling.seed = 1;
    request.sampling.maxTokens = tokens;
    request.wantTrace = true;
    return request;
}

} // namespace

std::optional<double> singleStream(Backend &backend, const QString &model, int steps, bool traces)
{
    GenerationRequest request = requestFor(model, promptOf(2, 0), steps + 1); // the first token is the prompt's
    request.wantTrace = traces;
    Run run;
    run.start(backend, request);
    const auto finished = run.finished();
    return finished && finished->usage.outputTokens == steps + 1 ? finished->timings.tokensPerSecond : std::nullopt;
}

std::optional<double> variantsOfOnePrompt(Backend &backend, const QString &model, const QString &prompt, const VariantsTask &task)
{
    GenerationRequest request = requestFor(model, prompt, task.steps + 1);
    std::vector<Run> runs(static_cast<std::size_t>(task.variants));
    const auto began = BenchClock::now();
    for (std::size_t i = 0; i < runs.size(); ++i) {
        request.key.variantIndex = static_cast<int>(i);
        request.sampling.temperature = 0.5 + 0.1 * static_cast<double>(i);
        runs[i].start(backend, request);
    }
    bool whole = true;
    for (Run &run : runs) {
        const auto finished = run.finished();
        whole = whole && finished && finished->usage.inputTokens == task.promptTokens
                && finished->usage.outputTokens == task.steps + 1;
    }
    const double seconds = std::chrono::duration<double>(BenchClock::now() - began).count();
    return whole ? std::optional(seconds) : std::nullopt;
}

std::optional<Pace> paceBesideArrivals(Backend &backend, const QString &model, int longs, int shorts, unsigned number)
{
    using namespace std::chrono_literals;
    std::vector<Run> streams(static_cast<std::size_t>(longs));
    for (std::size_t i = 0; i < streams.size(); ++i)
        streams[i].start(backend, requestFor(model, promptOf(24, number + static_cast<unsigned>(i)), 1'500));
    while (std::ranges::any_of(streams, [](const Run &run) { return run.tokens() < 20; }))
        std::this_thread::sleep_for(1ms);

    const auto from = BenchClock::now();
    Metronome metronome;
    std::vector<Run> arrivals(static_cast<std::size_t>(shorts));
    for (std::size_t i = 0; i < arrivals.size(); ++i) {
        arrivals[i].start(backend, requestFor(model, promptOf(40, number + 1'000 + static_cast<unsigned>(i)), 6));
        std::this_thread::sleep_for(20ms);
    }
    bool whole = true;
    for (Run &run : arrivals)
        whole = run.finished().has_value() && whole;
    const auto until = BenchClock::now();
    const double standstill = metronome.stop();

    std::vector<double> times;
    double longest = 0;
    for (Run &stream : streams) {
        stream.stop();
        const auto end = stream.finished();
        // One that ended by itself before the last arrival was gone would hide a pause.
        whole = whole && end && end->reason == FinishReason::Cancelled;
        for (std::size_t i = 1; i < stream.times().size(); ++i) {
            const double ms = milliseconds(stream.times()[i] - stream.times()[i - 1]);
            times.push_back(ms);
            if (stream.times()[i] > from && stream.times()[i - 1] < until)
                longest = std::max(longest, ms);
        }
    }
    return whole && !times.empty() ? std::optional(Pace{median(times), longest, standstill}) : std::nullopt;
}

std::optional<StreamPace> paceOfStream(Backend &backend, const QString &model, int steps, unsigned seed)
{
    GenerationRequest request = requestFor(model, promptOf(2, 0), steps);
    request.sampling.seed = seed;
    Run run;
    run.start(backend, request);
    const auto finished = run.finished();
    if (!finished || !finished->timings.tokensPerSecond || finished->usage.outputTokens != steps || run.times().size() < 3)
        return std::nullopt;
    std::vector<double> times;
    for (std::size_t i = 1; i < run.times().size(); ++i)
        times.push_back(milliseconds(run.times()[i] - run.times()[i - 1]));
    const double longest = *std::ranges::max_element(times);
    return StreamPace{*finished->timings.tokensPerSecond, median(times), longest};
}

BusyProcess::BusyProcess() : m_id(fork())
{
    if (m_id != 0)
        return;
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    for (volatile unsigned i = 0;;)
        i = i + 1;
}

BusyProcess::~BusyProcess()
{
    if (m_id <= 0)
        return;
    kill(m_id, SIGKILL);
    waitpid(m_id, nullptr, 0);
}

} // namespace Tempera
