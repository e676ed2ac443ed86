// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/core/money.h"
#include "models/core/usage.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QObject>
#include <QString>

#include <cstdint>
#include <functional>
#include <optional>

namespace Tempera {

/// A kept answer as a list shows it, without its text.
struct KeptAnswer {
    QByteArray key; ///< Of its request; see Backend::answerKey().
    QDateTime stored;
    QString model;    ///< That answered.
    QString endpoint; ///< Where, as spendingEndpoint() has it; empty = an earlier version kept it.
    QString prompt;   ///< The first words of what was asked; empty = an earlier version kept it.
    Usage usage;
    std::int64_t bytes = 0;    ///< Of its text in UTF-8.
    std::int64_t hits = 0;     ///< How often it was given again.
    QDateTime lastHit;         ///< Invalid = never.
    std::optional<Money> cost; ///< What it cost when it was given; nothing = nobody knows.

    /// What was not paid because of it; nothing where that is not known.
    [[nodiscard]] std::optional<Money> saved() const;
    bool operator==(const KeptAnswer &) const = default;
};

/// Sums over all kept answers.
struct CacheTotals {
    std::int64_t answers = 0;
    std::int64_t bytes = 0; ///< Of their texts.
    std::int64_t hits = 0;
    Money saved;                  ///< Of hits whose cost is known.
    std::int64_t unknownHits = 0; ///< The others.

    bool operator==(const CacheTotals &) const = default;
};

/// Which answers are listed.
struct CacheQuery {
    QString search = {}; ///< In prompt, text, model or endpoint, Latin letters in either case; empty = all.
    int limit = 1'000;   ///< At most so many, the newest first.
};

struct CachePage {
    QList<KeptAnswer> answers;
    CacheTotals totals; ///< Of all, whatever is searched for.
    bool hasMore = false;
};

/// Looks through the answers that are kept, and takes some away. Calls return at once; callbacks come on the caller's thread and
/// are dropped when the guard is gone. Errors: Storage.
class CacheBrowser
{
public:
    virtual ~CacheBrowser() = default;
    virtual void listAnswers(const CacheQuery &query, QObject *guard, std::function<void(Result<CachePage>)> callback) = 0;
    /// How many there were.
    virtual void removeAnswers(const QList<QByteArray> &keys, QObject *guard, std::function<void(Result<qint64>)> callback) = 0;
    /// Those that were kept before a moment; all where it is invalid. How many there were.
    virtual void clearAnswers(const QDateTime &before, QObject *guard, std::function<void(Result<qint64>)> callback) = 0;
};

} // namespace Tempera
