// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/fakeengine.h"

#include <algorithm>
#include <utility>

namespace Tempera {
namespace {

class FakeHandle final : public Generation
{
public:
    explicit FakeHandle(std::shared_ptr<FakeGeneration> generation) : m_generation(std::move(generation)) { }
    ~FakeHandle() override
    {
        m_generation->destroyed = true;
        m_generation->sink = nullptr; // what the sink holds is released with the handle
    }
    void cancel() override { ++m_generation->cancels; }

private:
    std::shared_ptr<FakeGeneration> m_generation;
};

bool isLast(const GenerationEvent &event)
{
    return std::holds_alternative<Event::Finished>(event) || std::holds_alternative<Event::Failed>(event);
}

Result<TokenCount> countWords(const Messages &messages)
{
    std::int64_t words = 0;
    for (const Message &message : messages)
        words += message.text.simplified().split(u' ', Qt::SkipEmptyParts).size();
    return TokenCount{words, Exactness::Exact};
}

} // namespace

std::unique_ptr<Generation> FakeEngine::start(const GenerationRequest &request, EventSink sink)
{
    auto generation = std::make_shared<FakeGeneration>();
    generation->request = request;
    generation->sink = std::move(sink);
    m_generations.push_back(generation);
    return std::make_unique<FakeHandle>(std::move(generation));
}

void FakeEngine::countTokens(const Endpoint &endpoint, const Messages &messages, PromptForm, QObject *guard,
                             std::function<void(Result<TokenCount>)> callback)
{
    ++m_tokenCounts;
    Result<TokenCount> count = tokenCounter ? tokenCounter(endpoint, messages) : countWords(messages);
    QMetaObject::invokeMethod(
        guard, [callback = std::move(callback), count = std::move(count)] { callback(count); }, Qt::QueuedConnection);
}

int FakeEngine::cancels() const
{
    int sum = 0;
    for (const auto &generation : m_generations)
        sum += generation->cancels;
    return sum;
}

int FakeEngine::destructions() const
{
    return static_cast<int>(std::ranges::count_if(m_generations, [](const auto &g) { return g->destroyed; }));
}

int FakeEngine::running() const
{
    return static_cast<int>(std::ranges::count_if(m_generations, [](const auto &g) { return !g->destroyed && !g->ended; }));
}

void FakeEngine::deliver(int i, const GenerationBatch &batch)
{
    const std::shared_ptr<FakeGeneration> generation = m_generations.at(static_cast<std::size_t>(i));
    if (generation->destroyed || generation->ended)
        return;
    generation->ended = std::ranges::any_of(batch, isLast);
    const EventSink sink = generation->sink; // the receiver may destroy the handle meanwhile
    sink(batch);
}

void FakeEngine::started(int i, const QString &model)
{
    deliver(i, {Event::Started{model}});
}

void FakeEngine::text(int i, const QString &text)
{
    deliver(i, {Event::TextDelta{text}});
}

void FakeEngine::finish(int i, const Usage &usage, FinishReason reason)
{
    Event::Finished finished;
    finished.reason = reason;
    finished.usage = usage;
    deliver(i, {finished});
}

void FakeEngine::fail(int i, const Error &error)
{
    deliver(i, {Event::Failed{error}});
}

void FakeEngine::answer(int i, const QString &text, const Usage &usage)
{
    Event::Finished finished;
    finished.usage = usage;
    deliver(i, {Event::Started{at(i).request.endpoint.model}, Event::TextDelta{text}, finished});
}

} // namespace Tempera
