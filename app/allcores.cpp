// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/allcores.h"

#include <QFuture>
#include <QThread>
#include <QtConcurrentRun>

#include <algorithm>
#include <atomic>
#include <vector>

namespace Tempera {

AllCores::AllCores(int threads) : m_width(threads > 0 ? threads : std::max(1, QThread::idealThreadCount()))
{
    m_pool.setMaxThreadCount(std::max(1, m_width - 1));
}

AllCores::~AllCores()
{
    m_pool.waitForDone();
}

/// Each takes the next piece when it is done with one, so that long ones keep nobody waiting.
void AllCores::forEach(std::size_t count, const std::function<void(std::size_t)> &work)
{
    std::atomic<std::size_t> next{0};
    const auto takeTurns = [&next, &work, count] {
        for (std::size_t i = next.fetch_add(1); i < count; i = next.fetch_add(1))
            work(i);
    };
    const std::size_t others = std::min(static_cast<std::size_t>(m_width), count) - (count > 0 ? 1 : 0);
    std::vector<QFuture<void>> waited;
    waited.reserve(others);
    for (std::size_t i = 0; i < others; ++i)
        waited.push_back(QtConcurrent::run(&m_pool, takeTurns));
    takeTurns();
    for (QFuture<void> &each : waited)
        each.waitForFinished(); // of a thread that has nothing else to do, never the window's
}

} // namespace Tempera
