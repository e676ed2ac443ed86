// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/backgroundthread.h"

#include <QFuture>
#include <QtConcurrentRun>

#include <utility>

namespace Tempera {

BackgroundThread::BackgroundThread()
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
    QtConcurrent::run(&m_pool, std::move(work)).then(guard, std::move(done));
}

} // namespace Tempera
