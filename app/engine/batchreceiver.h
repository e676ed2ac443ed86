// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/ports/engine.h"

#include <QBasicTimer>
#include <QObject>

#include <chrono>
#include <memory>

namespace Tempera {

class Batcher;

/// Where the events of one generation arrive: lives on the thread of Engine::start(), calls the sink there. Destroying
/// it is silence, also for a flush that is queued already.
class BatchReceiver final : public QObject
{
public:
    /// `interval`: least time between two calls of the sink, urgent ones apart.
    BatchReceiver(std::shared_ptr<Batcher> batcher, EventSink sink, std::chrono::milliseconds interval);
    ~BatchReceiver() override;

    /// Drops the sink and all that is pending, at once; the object may wait for its deletion then.
    void silence();
    /// Any thread: asks for a flush from the event loop.
    void postFlush();
    /// Whether the sink is being called just now; then the receiver must be deleted later.
    [[nodiscard]] bool isDelivering() const { return m_delivering > 0; }

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    void flush();

    std::shared_ptr<Batcher> m_batcher;
    EventSink m_sink;
    std::chrono::milliseconds m_interval;
    QBasicTimer m_rest;
    int m_delivering = 0; ///< Calls of the sink on the stack.
    bool m_silent = false;
};

} // namespace Tempera
