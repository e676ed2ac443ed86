// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/runshelf.h"

#include <algorithm>

namespace Tempera {

RunShelf::RunShelf(QObject *parent) : QObject(parent) { }

RunShelf::~RunShelf() = default;

void RunShelf::put(std::unique_ptr<HeldRun> held)
{
    if (!held)
        return;
    // The run itself is the sender: it goes when the event loop is back.
    connect(held->run.get(), &SessionRun::finished, this, &RunShelf::dropEnded, Qt::QueuedConnection);
    connect(held->run.get(), &SessionRun::storageFailed, this, &RunShelf::storageFailed);
    connect(held->branches.get(), &SessionBranches::runningChanged, this, &RunShelf::dropEnded, Qt::QueuedConnection);
    m_held.push_back(std::move(held));
    Q_EMIT changed();
}

std::unique_ptr<HeldRun> RunShelf::take(const QUuid &run)
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

std::unique_ptr<HeldRun> RunShelf::takeOf(const QString &path)
{
    const auto found =
        std::ranges::find_if(m_held, [&path](const auto &held) { return held->run->record().experimentPath == path; });
    return path.isEmpty() || found == m_held.end() ? nullptr : take((*found)->run->id());
}

bool RunShelf::has(const QUuid &run) const
{
    return std::ranges::any_of(m_held, [&run](const auto &held) { return held->run->id() == run; });
}

void RunShelf::stop(const QUuid &run)
{
    for (const auto &held : m_held) {
        if (held->run->id() != run)
            continue;
        held->run->stop();
        held->branches->stop();
        return;
    }
}

void RunShelf::dropEnded()
{
    if (std::erase_if(m_held, [](const auto &held) { return !held->isRunning(); }) > 0)
        Q_EMIT changed();
}

} // namespace Tempera
