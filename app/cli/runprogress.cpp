// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/runprogress.h"

#include "app/cli/console.h"
#include "app/cli/label.h"
#include "app/cli/terminaltext.h"
#include "models/core/counted.h"
#include "models/report/writers.h"
#include "models/session/runtotals.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Tempera {
namespace {

constexpr std::chrono::microseconds drawInterval = 100ms;
constexpr int barCells = 24;
constexpr int linesOfARun = 20;

QString bar(double fraction)
{
    const int full = static_cast<int>(std::floor(std::clamp(fraction, 0.0, 1.0) * barCells));
    return QString(full, u'█') + QString(barCells - full, u'░');
}

} // namespace

QString durationText(std::chrono::seconds duration)
{
    const qlonglong seconds = duration.count();
    const QChar zero = u'0';
    const QString tail = u"%1:%2"_s.arg(seconds / 60 % 60, seconds >= 3600 ? 2 : 1, 10, zero).arg(seconds % 60, 2, 10, zero);
    return seconds >= 3600 ? u"%1:%2"_s.arg(seconds / 3600).arg(tail) : tail;
}

RunProgress::RunProgress(OutStream &stream, const Clock &clock) : m_stream(stream), m_clock(clock), m_start(clock.monotonic()) { }

void RunProgress::update(const RunTotals &totals, const QString &note)
{
    if (!m_stream.isTerminal()) {
        writeLine(totals);
        return;
    }
    const bool last = totals.finished() == totals.planned;
    if (!last && isTooSoon())
        return;
    const QString text = note.isEmpty() ? figures(totals) : figures(totals) + u" · "_s + note;
    drawBar(totals.planned > 0 ? static_cast<double>(totals.finished()) / totals.planned : 1.0, text);
}

void RunProgress::showPlanning(double share)
{
    if (!m_stream.isTerminal() || isTooSoon())
        return;
    drawBar(share, label(QT_TRANSLATE_NOOP("Cli", "preparing the run … %1 %")).arg(static_cast<int>(share * 100)));
}

void RunProgress::showCounting(std::size_t done, std::size_t all, double megabytesPerSecond)
{
    if (!m_stream.isTerminal() || isTooSoon())
        return;
    const double share = all > 0 ? static_cast<double>(done) / static_cast<double>(all) : 1.0;
    drawBar(share, label(QT_TRANSLATE_NOOP("Cli", "counting … %1 %, %2 MB/s"))
                       .arg(static_cast<int>(share * 100))
                       .arg(megabytesPerSecond, 0, 'f', 1));
}

bool RunProgress::isTooSoon() const
{
    return m_drawn && m_clock.monotonic() - m_lastDrawn < drawInterval;
}

void RunProgress::clear()
{
    if (m_drawn)
        m_stream.write("\r\x1b[2K");
    m_drawn = false;
}

QString RunProgress::figures(const RunTotals &totals) const
{
    QStringList parts{u"%1/%2"_s.arg(totals.finished()).arg(totals.planned)};
    const std::chrono::microseconds now = m_clock.monotonic();
    const double elapsed = std::chrono::duration<double>(now - m_start).count();
    if (const int finished = totals.endedNow(); finished > 0 && elapsed > 0) {
        const double rate = finished / elapsed;
        parts << label(QT_TRANSLATE_NOOP("Cli", "%1 cells/s")).arg(rate, 0, 'f', rate < 10 ? 1 : 0);
    }
    if (const std::optional<TimeLeft> left = timeLeft(totals, now - m_start, now))
        parts << (left->atLeast ? label(QT_TRANSLATE_NOOP("Cli", "at least %1 left"))
                                : label(QT_TRANSLATE_NOOP("Cli", "%1 left")))
                     .arg(durationText(std::chrono::ceil<std::chrono::seconds>(left->time)));
    if (totals.checksFailed > 0)
        parts << label(QT_TRANSLATE_NOOP("Cli", "%1 failed")).arg(totals.checksFailed);
    if (totals.failed > 0)
        parts << counted(QCoreApplication::translate("Cli", "%n error(s)", nullptr, countForm(totals.failed)), totals.failed);
    if (const std::int64_t tokens = Saturated::sum(totals.inputTokens, totals.outputTokens); totals.outputTokens > 0)
        parts << counted(QCoreApplication::translate("Cli", "%1 token(s)", nullptr, countForm(tokens)), tokens)
                     .arg(groupedNumber(tokens));
    if (totals.cost > Money())
        parts << totals.cost.text();
    return parts.join(u" · "_s);
}

void RunProgress::drawBar(double fraction, const QString &text)
{
    m_lastDrawn = m_clock.monotonic();
    const QString line = clipped(bar(fraction) + u' ' + text, m_stream.columns() - 1);
    m_stream.write("\r\x1b[2K" + line.toUtf8());
    m_drawn = true;
}

void RunProgress::writeLine(const RunTotals &totals)
{
    const int step = std::max(1, totals.planned / linesOfARun);
    const int finished = totals.finished();
    if (finished == m_lastLine || (finished < m_lastLine + step && finished != totals.planned))
        return;
    m_lastLine = finished;
    m_stream.write(figures(totals).toUtf8() + '\n');
}

} // namespace Tempera
