// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/money.h"
#include "models/core/ports/spending.h"

#include <QElapsedTimer>
#include <QHash>
#include <QTimer>
#include <QWidget>

#include <chrono>
#include <cstdint>

class QLabel;
class QProgressBar;
class QStatusBar;
class QToolButton;

namespace Tempera {

class Clock;
class OneLineLabel;
class RunStore;
class Session;
struct RunTotals;

/// The status bar: what runs, how fast, how far, how long still, and what was spent.
class StatusPanel final : public QObject
{
    Q_OBJECT
public:
    StatusPanel(const Session &session, RunStore *store, const Clock *clock, QStatusBar *bar);

    /// How many runs are running in the background.
    void setBackgroundRuns(int count);
    /// Asks the ledger what was spent today.
    void reloadSpent();

Q_SIGNALS:
    /// "3 min left", or empty.
    void timeLeftChanged(const QString &text);
    void spendRequested(); ///< What was spent is to be seen.

private:
    /// A stream that is being written, from its first tokens on.
    struct Stream {
        std::chrono::microseconds since;
        std::int64_t tokensThen = 0;
    };
    void follow(int first, int last);
    void scheduleUpdate();
    void update();
    void begin();
    [[nodiscard]] QString speed() const;
    void trackCost();

    const Session &m_session;
    RunStore *m_store = nullptr;
    const Clock *m_clock = nullptr;
    QTimer m_timer;
    QTimer m_pauseTimer;
    std::chrono::microseconds m_started{0};
    Money m_spentBefore;
    int m_unknownBefore = 0;
    int m_backgroundRuns = 0;
    QHash<int, Stream> m_streams; ///< By the index of the cell.
    OneLineLabel *m_engine = nullptr;
    OneLineLabel *m_queue = nullptr;
    QProgressBar *m_progress = nullptr;
    OneLineLabel *m_remaining = nullptr;
    OneLineLabel *m_spent = nullptr;
    QToolButton *m_spend = nullptr;
    SpendingRow m_today;
    SpendingRow m_always;
};

/// "8 s left", "at least 30 s left", or empty; see progressText().
[[nodiscard]] QString timeLeftText(const RunTotals &totals, std::chrono::microseconds elapsed, std::chrono::microseconds now);
/// "3.2 cells/s, 8 s left" of a run after `elapsed`; "at least 30 s left" where a request pauses for longer than
/// that (`now` is monotonic). Empty where nothing is known yet.
[[nodiscard]] QString progressText(const RunTotals &totals, std::chrono::microseconds elapsed, std::chrono::microseconds now);

} // namespace Tempera
