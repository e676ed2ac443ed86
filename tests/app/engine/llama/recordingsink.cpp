// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/engine/llama/recordingsink.h"

#include <algorithm>
#include <chrono>

namespace Tempera {
namespace {

bool isEnd(const GenerationEvent &event)
{
    return std::holds_alternative<Event::Finished>(event) || std::holds_alternative<Event::Failed>(event);
}

} // namespace

BackendSink RecordingSink::sink() const
{
    return [record = m_record](GenerationEvent event) {
        const std::scoped_lock lock(record->mutex);
        record->events.push_back(std::move(event));
        record->changed.notify_all();
    };
}

bool RecordingSink::waitUntil(const std::function<bool(const GenerationBatch &)> &ready) const
{
    std::unique_lock lock(m_record->mutex);
    return m_record->changed.wait_for(lock, std::chrono::minutes(1), [&] { return ready(m_record->events); });
}

bool RecordingSink::waitForEnd() const
{
    return waitUntil([](const GenerationBatch &events) { return std::ranges::any_of(events, isEnd); });
}

GenerationBatch RecordingSink::events() const
{
    const std::scoped_lock lock(m_record->mutex);
    return m_record->events;
}

QString RecordingSink::text() const
{
    QString text;
    for (const GenerationEvent &event : events()) {
        if (const auto *delta = std::get_if<Event::TextDelta>(&event))
            text += delta->text;
    }
    return text;
}

Trace RecordingSink::traces() const
{
    Trace traces;
    for (const GenerationEvent &event : events()) {
        if (const auto *delta = std::get_if<Event::TraceDelta>(&event))
            traces.insert(traces.end(), delta->tokens.begin(), delta->tokens.end());
    }
    return traces;
}

std::optional<Event::Finished> RecordingSink::finished() const
{
    for (const GenerationEvent &event : events()) {
        if (const auto *finished = std::get_if<Event::Finished>(&event))
            return *finished;
    }
    return {};
}

std::optional<Error> RecordingSink::error() const
{
    for (const GenerationEvent &event : events()) {
        if (const auto *failed = std::get_if<Event::Failed>(&event))
            return failed->error;
    }
    return {};
}

int RecordingSink::ends() const
{
    const GenerationBatch all = events();
    return static_cast<int>(std::ranges::count_if(all, isEnd));
}

} // namespace Tempera
