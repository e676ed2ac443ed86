// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/ports/cachestore.h"

#include <QObject>

namespace Tempera {

/// A cache that may be asked from any thread, before one that lives on its own. A guard must not be destroyed while the thread
/// of the store runs on: the engine's thread ends while that one waits for it.
class CrossThreadCache final : public CacheStore
{
public:
    /// Made and destroyed on the thread of `store`, which outlives it.
    explicit CrossThreadCache(CacheStore &store) : m_store(store) { }

    void find(const QByteArray &key, QObject *guard, std::function<void(std::optional<CachedAnswer>)> callback) override;
    void put(const QByteArray &key, const CachedAnswer &answer) override;

private:
    CacheStore &m_store;
    QObject m_here; ///< Last, so that it goes first: what still waits for the thread is dropped.
};

} // namespace Tempera
