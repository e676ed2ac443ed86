// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/batcher.h"

#include "app/engine/batchreceiver.h"

#include <iterator>
#include <utility>

namespace Tempera {
namespace {

/// What may be between two pieces of text that are joined: it says nothing about their order.
bool isBesideText(const GenerationEvent &event)
{
    return std::holds_alternative<Event::TraceDelta>(event) || std::holds_alternative<Event::UsageUpdate>(event)
           || std::holds_alternative<Event::PromptProgress>(event);
}

template<typename T>
T *lastOf(GenerationBatch &batch)
{
    for (auto it = batch.rbegin(); it != batch.rend(); ++it) {
        if (T *found = std::get_if<T>(&*it))
            return found;
        // A trace belongs to the text around it; the counters stand for themselves.
        const bool skip =
            isBesideText(*it) || (std::is_same_v<T, Event::TraceDelta> && std::holds_alternative<Event::TextDelta>(*it));
        if (!skip)
            return nullptr;
    }
    return nullptr;
}

/// True when the event went into one that is pending already.
struct Joiner {
    GenerationBatch &batch;

    bool operator()(Event::TextDelta &delta) const
    {
        auto *last = lastOf<Event::TextDelta>(batch);
        if (last)
            last->text += delta.text;
        return last;
    }
    bool operator()(Event::ReasoningDelta &delta) const
    {
        auto *last = lastOf<Event::ReasoningDelta>(batch);
        if (last)
            last->text += delta.text;
        return last;
    }
    bool operator()(Event::TraceDelta &delta) const
    {
        auto *last = lastOf<Event::TraceDelta>(batch);
        if (last)
            std::ranges::move(delta.tokens, std::back_inserter(last->tokens));
        return last;
    }
    bool operator()(Event::UsageUpdate &update) const { return replace(update); }
    bool operator()(Event::PromptProgress &progress) const { return replace(progress); }
    bool operator()(Event::Loading &loading) const { return replace(loading); }
    template<typename T>
    bool operator()(T &) const
    {
        return false;
    }

    template<typename T>
    bool replace(const T &newer) const
    {
        T *last = batch.empty() ? nullptr : std::get_if<T>(&batch.back());
        if (last)
            *last = newer;
        return last;
    }
};

} // namespace

bool isEnd(const GenerationEvent &event)
{
    return std::holds_alternative<Event::Finished>(event) || std::holds_alternative<Event::Failed>(event);
}

bool isVisible(const GenerationEvent &event)
{
    if (const auto *text = std::get_if<Event::TextDelta>(&event))
        return !text->text.isEmpty();
    if (const auto *reasoning = std::get_if<Event::ReasoningDelta>(&event))
        return !reasoning->text.isEmpty();
    return false;
}

void Batcher::open(BatchReceiver *receiver)
{
    const std::scoped_lock lock(m_mutex);
    m_receiver = receiver;
    m_state = State::Idle;
}

void Batcher::close()
{
    const std::scoped_lock lock(m_mutex);
    m_receiver = nullptr;
    m_state = State::Closed;
    m_pending.clear();
}

void Batcher::add(GenerationEvent event)
{
    const std::scoped_lock lock(m_mutex);
    if (m_state == State::Closed || m_ended)
        return;
    const bool urgent = isUrgent(event);
    append(std::move(event));
    if (m_state == State::Idle || (m_state == State::Resting && urgent)) {
        m_state = State::Posted;
        // Under the lock, so that close() cannot take the receiver away meanwhile.
        m_receiver->postFlush();
    }
}

Batcher::Taken Batcher::take()
{
    const std::scoped_lock lock(m_mutex);
    Taken taken{std::exchange(m_pending, {}), m_ended};
    if (m_state != State::Closed)
        m_state = m_ended ? State::Closed : State::Resting;
    return taken;
}

bool Batcher::rested()
{
    const std::scoped_lock lock(m_mutex);
    if (m_state != State::Resting)
        return false; // a flush is on its way already
    if (m_pending.empty()) {
        m_state = State::Idle;
        return false;
    }
    return true;
}

bool Batcher::isUrgent(const GenerationEvent &event)
{
    if (isEnd(event)) {
        m_ended = true;
        return true;
    }
    return !m_visible && (m_visible = isVisible(event));
}

void Batcher::append(GenerationEvent &&event)
{
    if (!std::visit(Joiner{m_pending}, event))
        m_pending.push_back(std::move(event));
}

} // namespace Tempera
