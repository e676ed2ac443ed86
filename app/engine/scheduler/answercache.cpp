// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/scheduler/answercache.h"

#include <utility>

namespace Tempera {
namespace {

/// What has come of an answer.
struct WrittenAnswer {
    QString text;
    QString model;
    bool isPlain = true; ///< Text alone.
};

void takeEvent(WrittenAnswer &written, const GenerationEvent &event)
{
    if (const auto *text = std::get_if<Event::TextDelta>(&event))
        written.text += text->text;
    else if (const auto *started = std::get_if<Event::Started>(&event); started && !started->model.isEmpty())
        written.model = started->model;
    else if (std::holds_alternative<Event::Retrying>(event))
        written = {}; // another server writes it anew
    else if (std::holds_alternative<Event::ReasoningDelta>(event) || std::holds_alternative<Event::TraceDelta>(event)
             || std::holds_alternative<Event::Scored>(event) || std::holds_alternative<Event::Embedded>(event))
        written.isPlain = false;
}

bool isWorthKeeping(const WrittenAnswer &written, const Event::Finished &finished)
{
    return written.isPlain && (finished.reason == FinishReason::Stop || finished.reason == FinishReason::Length);
}

CachedAnswer keptAnswer(const WrittenAnswer &written, const Event::Finished &finished, const GenerationRequest &request)
{
    CachedAnswer answer{written.text, written.model, finished.usage, finished.timings, finished.reason};
    if (!request.messages.isEmpty())
        answer.prompt = request.messages.constLast().text;
    answer.endpoint = request.endpoint;
    answer.provider = request.provider;
    return answer;
}

} // namespace

class AnswerCache::Asked final : public BackendJob
{
public:
    Asked(AnswerCache &of, Id number, const GenerationRequest &wanted, std::stop_token stopped, BackendSink to, QByteArray name)
        : cache(of), id(number), request(wanted), stop(std::move(stopped)), sink(std::move(to)), key(std::move(name))
    {
    }
    ~Asked() override { cache.m_asked.erase(id); }

    AnswerCache &cache;
    Id id;
    GenerationRequest request;
    std::stop_token stop;
    BackendSink sink;
    QByteArray key;
    std::unique_ptr<BackendJob> job; ///< The next stage's; null while the store is asked.
};

AnswerCache::AnswerCache(Stage &next, CacheStore *store, KeyOf keyOf)
    : m_next(next), m_store(store), m_keyOf(std::move(keyOf)) { }

AnswerCache::~AnswerCache() = default;

std::unique_ptr<BackendJob> AnswerCache::start(const GenerationRequest &request, std::stop_token stop, BackendSink sink)
{
    const QByteArray key = m_store && mayBeCached(request) ? m_keyOf(request) : QByteArray();
    if (key.isEmpty())
        return m_next.start(request, std::move(stop), std::move(sink));
    const Id id = ++m_lastId;
    auto asked = std::make_unique<Asked>(*this, id, request, std::move(stop), std::move(sink), key);
    m_asked.emplace(id, asked.get());
    m_store->find(key, this, [this, id](const std::optional<CachedAnswer> &answer) { found(id, answer); });
    return asked;
}

void AnswerCache::found(Id id, const std::optional<CachedAnswer> &answer)
{
    const auto it = m_asked.find(id);
    if (it == m_asked.end())
        return;
    const Asked &asked = *it->second;
    if (!answer && !asked.stop.stop_requested())
        return pass(asked);
    const BackendSink sink = asked.sink; // the end may destroy the rest
    Event::Finished finished;
    finished.reason = FinishReason::Cancelled;
    if (!asked.stop.stop_requested()) {
        sink(Event::Started{answer->model});
        if (!answer->text.isEmpty())
            sink(Event::TextDelta{answer->text});
        finished.reason = answer->finishReason;
        finished.usage = answer->usage;
        finished.timings = answer->timings;
        finished.seed = asked.request.sampling.seed;
        finished.notes = {{NoteKind::FromCache, {}}};
    }
    sink(std::move(finished));
}

void AnswerCache::pass(const Asked &asked)
{
    const Id id = asked.id;
    auto job = m_next.start(asked.request, asked.stop,
                            [this, key = asked.key, request = asked.request, sink = asked.sink,
                             written = std::make_shared<WrittenAnswer>()](GenerationEvent event) {
                                takeEvent(*written, event);
                                const auto *finished = std::get_if<Event::Finished>(&event);
                                if (finished && isWorthKeeping(*written, *finished))
                                    m_store->put(key, keptAnswer(*written, *finished, request));
                                sink(std::move(event));
                            });
    if (const auto it = m_asked.find(id); it != m_asked.end()) // else it has ended
        it->second->job = std::move(job);
}

} // namespace Tempera
