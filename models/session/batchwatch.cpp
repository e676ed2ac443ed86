// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/batchwatch.h"

#include <algorithm>
#include <utility>

using namespace std::chrono_literals;

namespace Tempera {
namespace {

constexpr std::chrono::milliseconds shortestPause = 1min;
constexpr std::chrono::milliseconds longestPause = 15min;
constexpr std::chrono::milliseconds longestPauseInTrouble = 1h;
constexpr int ageInPauses = 8;

} // namespace

std::chrono::milliseconds batchPause(std::chrono::milliseconds age, int failures,
                                     std::optional<std::chrono::milliseconds> retryAfter)
{
    std::chrono::milliseconds pause = std::clamp(age / ageInPauses, shortestPause, longestPause);
    for (int i = 0; i < failures && pause < longestPauseInTrouble; ++i)
        pause = std::min(2 * pause, longestPauseInTrouble);
    return std::max(pause, retryAfter.value_or(0ms));
}

BatchWatch::BatchWatch(BatchBook &book, QObject *parent)
    : QObject(parent), m_book(book), m_timer(book.context().clock->timer([this] { askDue(); }))
{
    connect(&book, &BatchBook::loaded, this, &BatchWatch::schedule);
    connect(&book, &BatchBook::askingChanged, this, &BatchWatch::schedule);
    connect(&book, &BatchBook::changed, this, [this](int row) {
        const BatchRecord &batch = m_book.batches().at(row);
        m_troubles.remove({batch.run, batch.number});
    });
    connect(&book, &BatchBook::notTold, this, [this](const BatchRecord &batch, const Error &error) {
        Trouble &trouble = m_troubles[{batch.run, batch.number}];
        ++trouble.failures;
        trouble.last = m_book.context().clock->now();
        trouble.retryAfter = error.retryAfter;
    });
    schedule();
}

BatchWatch::~BatchWatch() = default;

/// Nothing: it is not to be asked for.
std::optional<QDateTime> BatchWatch::dueOf(const BatchRecord &batch) const
{
    if (!isUnderWay(batch) || !m_book.context().service->mayAskUnbidden(batch))
        return std::nullopt;
    const Trouble trouble = m_troubles.value({batch.run, batch.number});
    QDateTime asked = batch.checked.isValid() ? batch.checked : batch.submitted;
    if (trouble.last.isValid())
        asked = std::max(asked, trouble.last);
    const std::chrono::milliseconds age = asked - batch.submitted;
    return asked.addDuration(batchPause(age, trouble.failures, trouble.retryAfter));
}

void BatchWatch::schedule()
{
    m_timer->stop();
    if (m_book.isAsking())
        return; // it tells when it has
    std::optional<QDateTime> next;
    for (const BatchRecord &batch : m_book.batches()) {
        const std::optional<QDateTime> due = dueOf(batch);
        if (due && (!next || *due < *next))
            next = due;
    }
    if (next)
        m_timer->start(std::clamp<std::chrono::milliseconds>(*next - m_book.context().clock->now(), 1s, longestPauseInTrouble));
}

void BatchWatch::askDue()
{
    QList<BatchRecord> due;
    const QDateTime now = m_book.context().clock->now();
    for (const BatchRecord &batch : m_book.batches()) {
        if (const std::optional<QDateTime> moment = dueOf(batch); moment && *moment <= now)
            due += batch;
    }
    if (due.isEmpty())
        schedule(); // the clock was set, or the wait was cut
    else
        m_book.ask(BatchRound::Errand::Refresh, due);
}

} // namespace Tempera
