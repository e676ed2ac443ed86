// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/backgroundruns.h"

#include <algorithm>

namespace Tempera {

BackgroundRuns::BackgroundRuns(QObject *parent) : QObject(parent) { }

BackgroundRuns::~BackgroundRuns() = default;

void BackgroundRuns::put(std::unique_ptr<HeldRun> held)
{
    if (!held)
        return;
    // The run itself is the sender: it goes when the event loop is back.
    connect(held->run.get(), &SessionRun::finished, this, &BackgroundRuns::dropEnded, Qt::QueuedConnection);
    connect(held->run.get(), &SessionRun::storageFailed, this, &BackgroundRuns::storageFailed);
    connect(held->branches.get(), &SessionBranches::runningChanged, this, &BackgroundRuns::dropEnded, Qt::QueuedConnection);
    m_held.push_back(std::move(held));
    Q_EMIT changed();
}

std::unique_ptr<HeldRun> BackgroundRuns::take(const QUuid &run)
{
    const auto found = std::ranges::find_if(m_held, [&run](const auto &held) { return held->run->id() == run; });
    if (found == m_held.end())
        return {};
    std::unique_ptr<HeldRun> held = std::move(*found);
    m_held.erase(found);
    held->run->disconnect(this);
    held->branches->disconnect(this);
    Q_EMIT changed();
    return held;
}

std::unique_ptr<HeldRun> BackgroundRuns::takeOf(const QString &path)
{
    const auto found =
        std::ranges::find_if(m_held, [&path](const auto &held) { return held->run->record().experimentPath == path; });
    return path.isEmpty() || found == m_held.end() ? nullptr : take((*found)->run->id());
}

bool BackgroundRuns::has(const QUuid &run) const
{
    return std::ranges::any_of(m_held, [&run](const auto &held) { return held->run->id() == run; });
}

void BackgroundRuns::stop(const QUuid &run)
{
    for (const auto &held : m_held) {
        if (held->run->id() != run)
            continue;
        held->run->stop();
        held->branches->stop();
        return;
    }
}

void BackgroundRuns::dropEnded()
{
    if (std::erase_if(m_held, [](const auto &held) { return !held->isRunning(); }) > 0)
        Q_EMIT changed();
}

} // namespace Tempera
