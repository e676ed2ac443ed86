// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/engine/http/wires.h"
#include "models/core/endpoint.h"
#include "models/core/endpointoptions.h"
#include "models/core/ports/clock.h"
#include "models/core/ports/secretstore.h"
#include "models/core/serverreport.h"

#include <QObject>
#include <QPointer>
#include <QThread>

#include <functional>
#include <unordered_map>

namespace Tempera {

/// Asks servers for the models that they have, in the words of their API, on a thread of its own that begins with the first question.
class ModelListing
{
public:
    /// `clock` outlives it.
    explicit ModelListing(const Clock &clock, Wires wires = allWires());
    /// What is still asked is dropped.
    ~ModelListing();
    Q_DISABLE_COPY_MOVE(ModelListing)

    /// The names of the models in the server's order. The callback comes on the caller's thread, later, unless the guard
    /// is gone. Errors are those of a request, without any trace of the key.
    void ask(const Endpoint &endpoint, const Secret &key, QObject *guard, std::function<void(Result<QStringList>)> callback);
    /// The same through the proxy, with the certificates and headers of `options`, and with how long it took and what the server's
    /// clock said.
    void probe(const Endpoint &endpoint, const EndpointOptions &options, const Secret &key, QObject *guard,
               std::function<void(ServerReport)> callback);

private:
    class Asker;
    struct Pending {
        QPointer<QObject> guard;
        std::function<void(ServerReport)> callback;
    };

    void answer(quint64 id, const ServerReport &report);

    const Clock &m_clock;
    Wires m_wires;
    std::unordered_map<quint64, Pending> m_pending; ///< Callbacks never leave the owner's thread.
    quint64 m_last = 0;
    QObject m_owner; ///< Context on the owner's thread for what comes back.
    QThread m_thread;
    Asker *m_asker = nullptr; ///< Lives on the thread.
};

/// The names in the answer of a server; Protocol where it is not a list of models.
[[nodiscard]] Result<QStringList> modelNames(const QByteArray &json);

} // namespace Tempera
