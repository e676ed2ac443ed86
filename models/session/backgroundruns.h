// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/session/sessionbranches.h"
#include "models/session/sessionrun.h"

namespace Tempera {

/// A run with its branches, which goes from one owner to the next as a whole.
struct HeldRun {
    std::unique_ptr<SessionRun> run;
    std::unique_ptr<SessionBranches> branches;

    [[nodiscard]] bool isRunning() const { return run->isRunning() || branches->isRunning(); }
};

/// The runs that continue while nobody looks at them. One that has ended goes: the ledger has it.
/// Lives on the thread of its sessions.
class BackgroundRuns final : public QObject
{
    Q_OBJECT
public:
    explicit BackgroundRuns(QObject *parent = nullptr);
    ~BackgroundRuns() override;

    void put(std::unique_ptr<HeldRun> held);
    /// Takes a run back; null where it is not here (any more).
    [[nodiscard]] std::unique_ptr<HeldRun> take(const QUuid &run);
    /// The run of an experiment that was read from `path`; null also for an empty path.
    [[nodiscard]] std::unique_ptr<HeldRun> takeOf(const QString &path);
    [[nodiscard]] bool has(const QUuid &run) const;
    /// How many runs are here.
    [[nodiscard]] int count() const { return static_cast<int>(m_held.size()); }
    /// Asks a run to end; it goes when it has.
    void stop(const QUuid &run);

Q_SIGNALS:
    void changed(); ///< A run came, went or ended.
    void storageFailed(const Tempera::Error &error);

private:
    void dropEnded();

    std::vector<std::unique_ptr<HeldRun>> m_held;
};

} // namespace Tempera
