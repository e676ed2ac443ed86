// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/backgroundthread.h"

#include <QFuture>
#include <QtConcurrentRun>

#include <utility>

namespace Tempera {

BackgroundThread::BackgroundThread(Begins begins) : m_isHeld(begins == Begins::WhenReleased)
{
    m_pool.setMaxThreadCount(1);
    m_pool.setExpiryTimeout(-1);
}

BackgroundThread::~BackgroundThread()
{
    m_pool.clear();
    m_pool.waitForDone();
}

void BackgroundThread::run(std::function<void()> work, QObject *guard, std::function<void()> done)
{
    if (m_isHeld)
        m_held.push_back({std::move(work), guard, std::move(done)});
    else
        QtConcurrent::run(&m_pool, std::move(work)).then(guard, std::move(done));
}

void BackgroundThread::release()
{
    m_isHeld = false;
    for (Held &each : std::exchange(m_held, {})) {
        if (each.guard)
            run(std::move(each.work), each.guard, std::move(each.done));
    }
}

} // namespace Tempera
