// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/engine/http/boundedreply.h"

#include <QPointer>
#include <QThread>
#include <QUrl>

#include <functional>
#include <unordered_map>

namespace Tempera {

/// Fetches one public file after another, on a thread of its own that begins with the first. Nothing of the user's goes along.
class FileDownload
{
public:
    /// `clock` outlives it.
    explicit FileDownload(const Clock &clock);
    /// What is still on its way is dropped.
    ~FileDownload();
    Q_DISABLE_COPY_MOVE(FileDownload)

    /// The bytes at an address of https (of http only on this machine; else Usage). The callback comes on the caller's thread, later,
    /// unless the guard is gone. Errors are those of a request: too large is Protocol, too slow Timeout.
    void fetch(const QUrl &address, ReplyBounds bounds, QObject *guard, std::function<void(Result<QByteArray>)> callback);

private:
    struct Pending {
        QPointer<QObject> guard;
        std::function<void(Result<QByteArray>)> callback;
    };

    void answer(quint64 id, const Result<QByteArray> &bytes);

    const Clock &m_clock;
    std::unordered_map<quint64, Pending> m_pending; ///< Callbacks never leave the owner's thread.
    quint64 m_last = 0;
    QObject m_owner; ///< Context on the owner's thread for what comes back.
    QThread m_thread;
    QObject *m_worker = nullptr; ///< Lives on the thread, with the network manager as its child.
};

} // namespace Tempera
