// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/http/batch/answeredengine.h"

#include "app/engine/http/secretfilter.h"
#include "models/core/price.h"

#include <QTimer>

#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

GenerationBatch failedWith(const Error &error)
{
    return {Event::Failed{error}};
}

/// Single answers do not all say that they are of a batch (OpenAI's name the standard tier).
void setBatchTier(GenerationBatch &events)
{
    for (GenerationEvent &event : events) {
        if (auto *finished = std::get_if<Event::Finished>(&event))
            finished->usage.serviceTier = QString(BatchTier);
        else if (auto *update = std::get_if<Event::UsageUpdate>(&event))
            update->usage.serviceTier = QString(BatchTier);
    }
}

/// What was paid is told before the failure that ends a generation, as a backend does.
void addPaidUsage(GenerationBatch &events, const Usage &usage)
{
    const bool hasFailed = !events.empty() && std::holds_alternative<Event::Failed>(events.back());
    if (hasFailed && (usage.inputTokens || usage.outputTokens))
        events.insert(events.end() - 1, Event::UsageUpdate{usage});
}

} // namespace

/// Tells its events with the next turn of the event loop, unless it is gone by then.
class AnsweredEngine::Given final : public Generation
{
public:
    Given(GenerationBatch events, EventSink sink) : m_events(std::move(events)), m_sink(std::move(sink))
    {
        QTimer::singleShot(0, &m_guard, [this] { end(); });
    }

    void cancel() override
    {
        if (m_isOver)
            return;
        Event::Finished finished;
        finished.reason = FinishReason::Cancelled;
        m_events = {finished};
    }

private:
    void end()
    {
        m_isOver = true;
        const EventSink sink = std::move(m_sink); // it may destroy this
        sink(std::exchange(m_events, {}));
    }

    GenerationBatch m_events;
    EventSink m_sink;
    bool m_isOver = false;
    QObject m_guard; ///< Last, so that it goes first.
};

AnsweredEngine::AnsweredEngine(std::shared_ptr<BatchAnswers> answers, Wires wires)
    : m_answers(std::move(answers)), m_wires(std::move(wires))
{
}

std::unique_ptr<Generation> AnsweredEngine::start(const GenerationRequest &request, EventSink sink)
{
    return std::make_unique<Given>(answerTo(request), std::move(sink));
}

GenerationBatch AnsweredEngine::answerTo(const GenerationRequest &request) const
{
    const QString name = batchItemName(request);
    const BatchItem *item = m_answers->ask(name);
    if (!item)
        return failedWith(failure(ErrorKind::Protocol, u"the results of the batch have no answer to %1"_s.arg(name)).error());
    if (item->outcome != BatchOutcome::Answered)
        return failedWith(item->error.value_or(failure(ErrorKind::Protocol, u"the batch failed at this request"_s).error()));
    const QString wire = providerOf(request).wire;
    const Codec *codec = codecOf(m_wires, wire);
    if (!codec)
        return failedWith(failure(ErrorKind::Usage, u"this version does not speak the API \"%1\""_s.arg(wire)).error());
    const std::unique_ptr<AnswerDecoder> decoder = codec->decoder(request);
    GenerationBatch events;
    const BackendSink filtered =
        withoutSecrets(KnownSecrets(request.endpoint), [&events](GenerationEvent event) { events.push_back(std::move(event)); });
    for (GenerationEvent &event : decoder->whole(item->body))
        filtered(std::move(event));
    addPaidUsage(events, decoder->usage());
    setBatchTier(events);
    return events;
}

void AnsweredEngine::countTokens(const Endpoint &, const Messages &, PromptForm, QObject *guard,
                                 std::function<void(Result<TokenCount>)> callback)
{
    QTimer::singleShot(0, guard, [callback = std::move(callback)] {
        callback(failure(ErrorKind::Usage, u"the results of a batch do not count tokens"_s));
    });
}

} // namespace Tempera
