// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/batchreceiver.h"

#include "app/engine/batcher.h"

#include <QThread>
#include <QTimerEvent>

#include <utility>

namespace Tempera {

BatchReceiver::BatchReceiver(std::shared_ptr<Batcher> batcher, EventSink sink, std::chrono::milliseconds interval)
    : m_batcher(std::move(batcher)), m_sink(std::move(sink)), m_interval(interval)
{
    m_batcher->open(this);
}

BatchReceiver::~BatchReceiver()
{
    m_batcher->close();
}

void BatchReceiver::silence()
{
    m_batcher->close();
    m_rest.stop();
    m_silent = true;
    if (m_delivering == 0)
        m_sink = nullptr;
}

void BatchReceiver::postFlush()
{
    QMetaObject::invokeMethod(this, [this] { flush(); }, Qt::QueuedConnection);
}

void BatchReceiver::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_rest.timerId())
        return QObject::timerEvent(event);
    m_rest.stop();
    if (m_batcher->rested())
        flush();
}

void BatchReceiver::flush()
{
    Q_ASSERT(QThread::currentThread() == thread());
    if (m_silent)
        return;
    const Batcher::Taken taken = m_batcher->take();
    if (taken.ended)
        m_rest.stop();
    else
        m_rest.start(m_interval, Qt::PreciseTimer, this);
    if (taken.events.empty())
        return;
    ++m_delivering;
    m_sink(taken.events);
    --m_delivering;
}

} // namespace Tempera
