// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/session/session.h"

#include <QString>

#include <chrono>

namespace Tempera {

class OutStream;

/// "1:05", "2:03:04".
[[nodiscard]] QString durationText(std::chrono::seconds duration);

/// The progress of a run on standard error: one bar that is drawn again on a terminal, else now and then a line.
class RunProgress
{
public:
    RunProgress(OutStream &stream, const Clock &clock);
    /// What is done before the start of a large run, on a terminal only; `share` in [0, 1].
    void showPlanning(double share);
    /// What of many documents is counted, on a terminal only.
    void showCounting(std::size_t done, std::size_t all, double megabytesPerSecond);
    /// Call whenever something changed; it draws at most every 100 ms.
    void update(const RunTotals &totals, const QString &note = {});
    /// Takes the bar away, so that other text can be written.
    void clear();

private:
    [[nodiscard]] QString figures(const RunTotals &totals) const;
    [[nodiscard]] bool isTooSoon() const;
    void drawBar(double fraction, const QString &text);
    void writeLine(const RunTotals &totals);

    OutStream &m_stream;
    const Clock &m_clock;
    std::chrono::microseconds m_start;
    std::chrono::microseconds m_lastDrawn{0};
    int m_lastLine = 0;
    bool m_drawn = false;
};

} // namespace Tempera
