// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/ports/cachebrowser.h"

#include <QTimeZone>

#include <optional>
#include <utility>

namespace Tempera {

/// Kept answers in memory, the newest first. Callbacks come later, as from another thread.
class FakeCacheBrowser final : public CacheBrowser
{
public:
    void listAnswers(const CacheQuery &query, QObject *guard, std::function<void(Result<CachePage>)> callback) override
    {
        searches += query.search;
        CachePage page;
        for (const KeptAnswer &kept : std::as_const(answers)) {
            const bool fits =
                kept.prompt.contains(query.search, Qt::CaseInsensitive) || kept.model.contains(query.search, Qt::CaseInsensitive);
            page.hasMore = page.hasMore || (fits && page.answers.size() == query.limit);
            if (fits && page.answers.size() < query.limit)
                page.answers += kept;
            ++page.totals.answers;
            page.totals.bytes += kept.bytes;
            page.totals.hits += kept.hits;
            page.totals.saved += kept.saved().value_or(Money());
            page.totals.unknownHits += kept.saved() ? 0 : kept.hits;
        }
        answer(guard, std::move(callback), fault ? Result<CachePage>(std::unexpected(*fault)) : page);
    }
    void removeAnswers(const QList<QByteArray> &keys, QObject *guard, std::function<void(Result<qint64>)> callback) override
    {
        const qint64 removed = answers.removeIf([&keys](const KeptAnswer &kept) { return keys.contains(kept.key); });
        answer(guard, std::move(callback), Result<qint64>(removed));
    }
    void clearAnswers(const QDateTime &before, QObject *guard, std::function<void(Result<qint64>)> callback) override
    {
        cleared = before;
        const qint64 removed =
            answers.removeIf([&before](const KeptAnswer &kept) { return !before.isValid() || kept.stored < before; });
        answer(guard, std::move(callback), Result<qint64>(removed));
    }

    /// Two of them: one that was given again three times for $0.02 each, and one whose cost nobody knows.
    static QList<KeptAnswer> two()
    {
        KeptAnswer first;
        first.key = "one";
        first.stored = QDateTime(QDate(2026, 11, 20), QTime(12, 0), QTimeZone::UTC);
        first.model = QStringLiteral("gpt-4o-mini");
        first.endpoint = QStringLiteral("api.openai.com");
        first.prompt = QStringLiteral("Name the capital of France");
        first.usage.inputTokens = 1'200;
        first.usage.outputTokens = 5;
        first.bytes = 2'000;
        first.hits = 3;
        first.lastHit = first.stored.addDays(1);
        first.cost = Money::fromNano(20'000'000);
        KeptAnswer second;
        second.key = "two";
        second.stored = first.stored.addDays(-30);
        second.model = QStringLiteral("whale-1");
        second.prompt = QStringLiteral("Describe a whale");
        second.bytes = 500;
        second.hits = 1;
        return {first, second};
    }

    QList<KeptAnswer> answers;
    std::optional<Error> fault; ///< What a list answers instead.
    QStringList searches;
    std::optional<QDateTime> cleared; ///< What the last clearing was asked for.

private:
    template<typename T>
    static void answer(QObject *guard, std::function<void(T)> callback, T value)
    {
        QMetaObject::invokeMethod(
            guard, [callback = std::move(callback), value = std::move(value)] { callback(value); }, Qt::QueuedConnection);
    }
};

} // namespace Tempera
