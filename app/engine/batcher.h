// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/event.h"

#include <mutex>

namespace Tempera {

class BatchReceiver;

/// Gathers the events of one generation from any thread until its receiver takes them. There is at most one flush on
/// the way. The first visible text and the end go at once; in between, neighbours of a kind grow together.
class Batcher
{
public:
    /// Any thread. Events after the end, or after close(), are dropped.
    void add(GenerationEvent event);

    /// Receiver's thread, once, before the first add().
    void open(BatchReceiver *receiver);
    /// Receiver's thread: nothing is posted to the receiver from now on.
    void close();

    /// What the receiver has to do after a flush.
    struct Taken {
        GenerationBatch events;
        bool ended = false; ///< The last event of the generation is among them.
    };
    /// Receiver's thread: all that is pending. The batcher then rests until rested() is called.
    [[nodiscard]] Taken take();
    /// Receiver's thread: the time between two flushes is over. True when something waits; then take() is due.
    [[nodiscard]] bool rested();

private:
    enum class State {
        Closed,  ///< No receiver, or the end was taken.
        Idle,    ///< Nothing pending; the next event goes at once.
        Posted,  ///< A flush is on its way.
        Resting, ///< Flushed a moment ago; only urgent events go at once.
    };

    void append(GenerationEvent &&event);
    [[nodiscard]] bool isUrgent(const GenerationEvent &event);

    std::mutex m_mutex;
    GenerationBatch m_pending;
    BatchReceiver *m_receiver = nullptr;
    State m_state = State::Closed;
    bool m_visible = false; ///< Some text came already.
    bool m_ended = false;   ///< The last event came already.
};

/// Whether an event is the last of its generation.
[[nodiscard]] bool isEnd(const GenerationEvent &event);
/// Whether an event carries text that a user sees.
[[nodiscard]] bool isVisible(const GenerationEvent &event);

} // namespace Tempera
