// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/endpoint.h"
#include "models/core/event.h"
#include "models/core/money.h"
#include "models/core/provider.h"

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
    QString prompt = {};            ///< What was asked last; its first words are kept. Only put() has it.
    Endpoint endpoint = {};         ///< Where; its host is kept. Only put() has it.
    SharedProvider provider = {};   ///< Who answered there, for the price; only put() has it.
    std::optional<Money> cost = {}; ///< What it cost; nothing = nobody knows, or find().
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
