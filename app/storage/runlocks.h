// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QSet>
#include <QString>
#include <QtTypes>

namespace Tempera {

/// Tells runs that a program is carrying out from those whose program is gone: who writes a run holds a lock on the byte
/// of its number, in a file beside the ledger, which the system takes away with the program however that ends.
/// Where locks cannot be had every run counts as held: nothing is said of it that is not known.
class RunLocks
{
public:
    /// Opens or makes "LEDGER-runs".
    explicit RunLocks(const QString &ledgerPath);
    ~RunLocks();
    Q_DISABLE_COPY_MOVE(RunLocks)

    /// False where another program holds it, or this one by another RunLocks. True where locks cannot be had.
    [[nodiscard]] bool hold(qint64 run);
    void release(qint64 run);
    /// Whether another program holds it, or this one by another RunLocks.
    [[nodiscard]] bool isHeldElsewhere(qint64 run) const;
    /// Whether it is held here.
    [[nodiscard]] bool holds(qint64 run) const { return m_held.contains(run); }

private:
    int m_descriptor = -1;
    QSet<qint64> m_held;
};

} // namespace Tempera
