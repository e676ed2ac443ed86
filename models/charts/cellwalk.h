// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/cellsummary.h"

#include <QObject>
#include <QTimer>

#include <functional>

namespace Tempera {

class Session;

/// Looks at all cells of a session one after the other, a few milliseconds at a time. Bodies that only the ledger has are waited
/// for, so that there may be more of them than memory holds.
class CellWalk final : public QObject
{
    Q_OBJECT
public:
    /// Whether the body of a cell is needed.
    using Need = std::function<bool(const CellSummary &cell)>;
    /// `body` is null where it is not needed, or cannot be had.
    using Visit = std::function<void(int cell, const Cell *body)>;

    explicit CellWalk(const Session &session, QObject *parent = nullptr);

    /// From the first cell on; a walk that is under way is given up. finished() may come before the call returns. `need` may be
    /// null: no body is needed. The list of cells stays the same meanwhile, or becomes longer.
    void start(Need need, Visit visit);
    void stop();
    /// Waits at the next cell, as long as the one who visits them has enough to do; then goes on.
    void hold() { m_isHeld = true; }
    void release();
    [[nodiscard]] bool isRunning() const { return m_isRunning; }
    /// Cells looked at so far.
    [[nodiscard]] int looked() const { return m_cell; }

Q_SIGNALS:
    void finished();

private:
    void work();
    [[nodiscard]] bool look();
    void cellsChanged(int first, int last);

    const Session &m_session;
    Need m_need;
    Visit m_visit;
    QTimer m_next;
    bool m_isRunning = false;
    bool m_isHeld = false;
    int m_cell = 0;
    int m_arrivals = 0; ///< How often the awaited body is said to have come.
};

} // namespace Tempera
