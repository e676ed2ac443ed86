// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/ports/cachestore.h"

#include <QObject>

#include <functional>
#include <utility>

namespace Tempera {

/// A cache that may be asked from any thread, before one that lives on its own. A guard must not be destroyed while the thread
/// of the store runs on: the engine's thread ends while that one waits for it.
class CrossThreadCache final : public CacheStore
{
public:
    /// What an answer cost, where that can be told.
    using CostOf = std::function<std::optional<Money>(const CachedAnswer &answer)>;

    /// Made and destroyed on the thread of `store`, which outlives it. `costOf` is asked there, for what is put.
    explicit CrossThreadCache(CacheStore &store, CostOf costOf = {}) : m_store(store), m_costOf(std::move(costOf)) { }

    void find(const QByteArray &key, QObject *guard, std::function<void(std::optional<CachedAnswer>)> callback) override;
    void put(const QByteArray &key, const CachedAnswer &answer) override;

private:
    CacheStore &m_store;
    CostOf m_costOf;
    QObject m_here; ///< Last, so that it goes first: what still waits for the thread is dropped.
};

} // namespace Tempera
