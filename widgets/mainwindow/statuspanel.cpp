// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/mainwindow/statuspanel.h"

#include "models/core/counted.h"
#include "models/items/celltext.h"
#include "models/items/costtrackermodel.h"
#include "models/items/racetext.h"
#include "models/session/runtotals.h"
#include "widgets/common/controls.h"

#include <QLocale>
#include <QProgressBar>
#include <QStatusBar>
#include <QToolButton>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace Tempera {

QString timeLeftText(const RunTotals &totals, std::chrono::microseconds elapsed, std::chrono::microseconds now)
{
    const std::optional<TimeLeft> left = timeLeft(totals, elapsed, now);
    if (!left)
        return {};
    return (left->atLeast ? StatusPanel::tr("at least %1 left") : StatusPanel::tr("%1 left")).arg(CellText::timeLeft(left->time));
}

QString progressText(const RunTotals &totals, std::chrono::microseconds elapsed, std::chrono::microseconds now)
{
    QStringList parts;
    if (const int finished = totals.endedNow(); finished > 0 && elapsed.count() > 0) {
        const double rate = finished * 1e6 / static_cast<double>(elapsed.count());
        parts += rate >= 1 ? StatusPanel::tr("%1 cells/s").arg(QLocale().toString(rate, 'f', 1))
                           : StatusPanel::tr("%1 cells/min").arg(QLocale().toString(rate * 60, 'f', 1));
    }
    if (const QString left = timeLeftText(totals, elapsed, now); !left.isEmpty())
        parts += left;
    return parts.join(u", "_s);
}

namespace {

SpendingRow spendingOf(const LedgerTotals &totals)
{
    SpendingRow row;
    row.cells = totals.cells;
    row.inputTokens = totals.inputTokens;
    row.outputTokens = totals.outputTokens;
    row.cost = totals.cost;
    row.unknownCosts = totals.unknownCosts;
    return row;
}

/// What a stream has generated so far; 0 = not reported.
std::int64_t tokensWritten(const Cell &cell)
{
    const auto traced = std::ssize(cell.trace) - std::ssize(cell.request.prefix);
    return traced > 0 ? traced : cell.usage.outputTokens.value_or(0);
}

} // namespace

StatusPanel::StatusPanel(const Session &session, RunStore *store, const Clock *clock, QStatusBar *bar)
    : QObject(bar),
      m_session(session),
      m_store(store),
      m_clock(clock),
      m_engine(new OneLineLabel(OneLineLabel::Ink::Muted, bar)),
      m_queue(new OneLineLabel(OneLineLabel::Ink::Muted, bar)),
      m_progress(new QProgressBar(bar)),
      m_remaining(new OneLineLabel(OneLineLabel::Ink::Muted, bar)),
      m_spent(new OneLineLabel(OneLineLabel::Ink::Muted, bar))
{
    m_progress->setObjectName(u"progress"_s);
    m_progress->setAccessibleName(tr("Progress of the run"));
    m_progress->setMaximumWidth(180);
    m_progress->setTextVisible(true);
    m_progress->hide();
    m_remaining->setObjectName(u"remaining"_s);
    m_queue->setObjectName(u"queue"_s);
    m_spent->setObjectName(u"spent"_s);
    for (OneLineLabel *label : {m_engine, m_queue, m_remaining, m_spent}) {
        label->setContentsMargins(6, 0, 6, 0);
        label->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    }
    m_engine->setObjectName(u"engineState"_s);
    m_engine->setText(tr("Ready"));
    bar->addWidget(m_engine);
    bar->addWidget(m_queue);
    bar->addWidget(m_progress);
    bar->addWidget(m_remaining);
    bar->addPermanentWidget(m_spent);
    m_spend = makeToolButton({}, tr("Show what was spent, by day, model, endpoint or experiment"), bar);
    m_spend->setObjectName(u"spend"_s);
    m_spend->setText(tr("Spend"));
    m_spend->setToolButtonStyle(Qt::ToolButtonTextOnly);
    connect(m_spend, &QToolButton::clicked, this, &StatusPanel::spendRequested);
    bar->addPermanentWidget(m_spend);
    m_timer.setSingleShot(true);
    m_timer.setInterval(200ms);
    connect(&m_timer, &QTimer::timeout, this, &StatusPanel::update);
    m_pauseTimer.setInterval(1s); // a pause passes without anything happening
    connect(&m_pauseTimer, &QTimer::timeout, this, &StatusPanel::update);
    connect(&session, &Session::planned, this, &StatusPanel::begin);
    connect(&session, &Session::planningChanged, this, &StatusPanel::scheduleUpdate);
    connect(&session, &Session::planningProgressed, this, &StatusPanel::scheduleUpdate);
    connect(&session, &Session::totalsChanged, this, &StatusPanel::scheduleUpdate);
    connect(&session, &Session::cellsChanged, this, &StatusPanel::follow);
    connect(&session, &Session::finished, this, [this] {
        update();
        reloadSpent();
    });
}

void StatusPanel::begin()
{
    m_started = m_clock ? m_clock->monotonic() : 0us;
    m_streams.clear();
    update();
}

void StatusPanel::setBackgroundRuns(int count)
{
    m_backgroundRuns = count;
    update();
}

void StatusPanel::follow(int first, int last)
{
    if (first < last) { // they end together
        m_streams.removeIf([=](const auto &stream) { return stream.key() >= first && stream.key() <= last; });
        scheduleUpdate();
        return;
    }
    const int cell = first;
    const CellState state = m_session.summary(cell).state;
    if (state == CellState::Retrying)
        scheduleUpdate();
    const Cell *changed = state == CellState::Streaming && m_clock ? m_session.bodyInMemory(cell) : nullptr;
    if (!changed) {
        m_streams.remove(cell);
        return;
    }
    if (const std::int64_t tokens = tokensWritten(*changed); tokens > 0 && !m_streams.contains(cell))
        m_streams.insert(cell, {m_clock->monotonic(), tokens});
    scheduleUpdate();
}

void StatusPanel::scheduleUpdate()
{
    if (!m_timer.isActive())
        m_timer.start();
}

QString StatusPanel::speed() const
{
    double sum = 0;
    for (auto it = m_streams.cbegin(); it != m_streams.cend(); ++it) {
        const Cell *cell = it.key() < m_session.size() ? m_session.bodyInMemory(it.key()) : nullptr;
        if (!cell)
            continue; // another run is about to be shown
        const std::int64_t tokens = tokensWritten(*cell);
        const std::chrono::duration<double> elapsed = m_clock->monotonic() - it->since;
        if (elapsed.count() > 0)
            sum += static_cast<double>(tokens - it->tokensThen) / elapsed.count();
    }
    if (sum > 0)
        return CellText::number(qRound64(sum)) + u' ' + tr("tokens/s");
    const RunTotals &totals = m_session.totals();
    if (totals.outputTokens == 0)
        return {};
    const std::int64_t output = totals.outputTokens;
    return counted(tr("%1 token(s) out", nullptr, countForm(output)), output).arg(CellText::number(output));
}

void StatusPanel::update()
{
    m_timer.stop();
    const RunTotals &totals = m_session.totals();
    const bool running = m_session.isRunning();
    QStringList words;
    if (running)
        words += tr("Running");
    else if (m_session.planningShare() > 0)
        words += tr("Preparing the run: %1 %").arg(static_cast<int>(m_session.planningShare() * 100));
    else if (m_session.runId().isNull())
        words += tr("Ready");
    else if (m_session.endedEarly())
        words += tr("Stopped: %1 of %2").arg(CellText::number(totals.answered()), CellText::number(totals.planned));
    else
        words += tr("Finished");
    if (const std::optional<RaceReport> race = m_session.race())
        words += RaceText::progress(*race);
    if (m_backgroundRuns > 0)
        words += counted(tr("%n run(s) in progress under Runs", nullptr, m_backgroundRuns), m_backgroundRuns);
    if (const QString rate = speed(); !rate.isEmpty())
        words += rate;
    if (!running && totals.failed > 0)
        words += tr("errors: %1").arg(totals.failed);
    if (!running && totals.passed + totals.checksFailed > 0)
        words += tr("passed %1 of %2").arg(totals.passed).arg(totals.passed + totals.checksFailed + totals.notEvaluated);
    m_engine->setText(words.join(u" · "_s));
    m_queue->setText(totals.planned > 0 ? counted(tr("%1 of %2 cell(s)", nullptr, countForm(totals.planned)), totals.planned)
                                              .arg(CellText::number(totals.answered()), CellText::number(totals.planned))
                                        : QString());
    m_progress->setVisible(running);
    m_progress->setMaximum(qMax(1, totals.planned));
    m_progress->setValue(totals.finished());
    const auto now = m_clock ? m_clock->monotonic() : 0us;
    m_remaining->setText(running ? progressText(totals, now - m_started, now) : QString());
    Q_EMIT timeLeftChanged(running ? timeLeftText(totals, now - m_started, now) : QString());
    if (running && totals.pausedUntil > now)
        m_pauseTimer.start();
    else
        m_pauseTimer.stop();
}

/// The tooltip of what was spent: per run and since the beginning.
void StatusPanel::trackCost()
{
    const QStringList lines{costTrackerText(CostTrackerModel::ThisRun, spendingOfRun(m_session.totals())),
                            costTrackerText(CostTrackerModel::Today, m_today),
                            costTrackerText(CostTrackerModel::Always, m_always)};
    m_spent->setMore(lines.join(u'\n'));
    m_spend->setAccessibleDescription(lines.join(u'\n'));
}

void StatusPanel::reloadSpent()
{
    if (!m_store || !m_clock)
        return;
    const QDateTime midnight = m_clock->now().toLocalTime().date().startOfDay();
    m_store->totalsSince(midnight.toUTC(), this, [this](const Result<LedgerTotals> &totals) {
        if (!totals) {
            m_spent->setText(errorMessage(totals.error()));
            return;
        }
        QString text = tr("today %1").arg(moneyText(totals->cost));
        if (totals->unknownCosts > 0)
            text += counted(tr(", %n cost(s) unknown", nullptr, countForm(totals->unknownCosts)), totals->unknownCosts);
        m_spent->setText(text);
        m_today = spendingOf(*totals);
        trackCost();
    });
    m_store->totalsSince(QDateTime::fromMSecsSinceEpoch(0), this, [this](const Result<LedgerTotals> &totals) {
        if (!totals)
            return; // which the other question has told
        m_always = spendingOf(*totals);
        trackCost();
    });
}

} // namespace Tempera
