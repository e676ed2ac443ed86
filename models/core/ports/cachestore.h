// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/event.h"

#include <QObject>

#include <functional>
#include <optional>

namespace Tempera {

/// An answer that was paid for before.
struct CachedAnswer {
    QString text;
    QString model;
    Usage usage;
    Timings timings;
    FinishReason finishReason = FinishReason::Stop;
};

/// Finished answers by the key of their request, which says all that is sent (see Backend::answerKey()). Callbacks come on the
/// caller's thread and are dropped when the guard is gone.
class CacheStore
{
public:
    virtual ~CacheStore() = default;
    virtual void find(const QByteArray &key, QObject *guard, std::function<void(std::optional<CachedAnswer>)> callback) = 0;
    virtual void put(const QByteArray &key, const CachedAnswer &answer) = 0;
};

} // namespace Tempera
