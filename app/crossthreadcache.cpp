// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/crossthreadcache.h"

#include <QPointer>

#include <utility>

namespace Tempera {

void CrossThreadCache::find(const QByteArray &key, QObject *guard, std::function<void(std::optional<CachedAnswer>)> callback)
{
    const auto ask = [this, key, guard = QPointer(guard), callback = std::move(callback)] {
        m_store.find(key, &m_here, [guard, callback](std::optional<CachedAnswer> answer) {
            if (guard)
                QMetaObject::invokeMethod(
                    guard, [callback, answer = std::move(answer)] { callback(answer); }, Qt::QueuedConnection);
        });
    };
    QMetaObject::invokeMethod(&m_here, ask, Qt::QueuedConnection);
}

void CrossThreadCache::put(const QByteArray &key, const CachedAnswer &answer)
{
    const auto keep = [this, key, answer] {
        CachedAnswer kept = answer;
        if (!kept.cost && m_costOf)
            kept.cost = m_costOf(answer);
        m_store.put(key, kept);
    };
    QMetaObject::invokeMethod(&m_here, keep, Qt::QueuedConnection);
}

} // namespace Tempera
