// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/engine/http/batch/batchcodec.h"
#include "models/core/ports/batchservice.h"
#include "models/core/ports/clock.h"

#include <QObject>
#include <QPointer>
#include <QThread>

#include <any>
#include <functional>
#include <unordered_map>

namespace Tempera {

class HttpExchanges;

/// Carries batches to their providers and back, on a thread of its own that begins with the first question. Nothing is sent twice:
/// what may have made a batch is not tried again. Keys go to the endpoint's own address only, and into no record or error.
class BatchClient
{
public:
    /// The most that is read of one answer, in bytes.
    static constexpr qint64 MaxAnswer = qint64{512} * 1024 * 1024;

    /// `clock` outlives it.
    explicit BatchClient(const Clock &clock, Wires wires = allWires());
    /// What is still asked is dropped.
    ~BatchClient();
    Q_DISABLE_COPY_MOVE(BatchClient)

    using Told = BatchService::Told;
    using Fetched = std::function<void(const Result<BatchResults> &)>;
    void submit(const BatchOrder &order, const BatchRecord &record, const Secret &key, QObject *guard, Told told);
    void refresh(const BatchRecord &record, const Secret &key, QObject *guard, Told told);
    void cancel(const BatchRecord &record, const Secret &key, QObject *guard, Told told);
    void fetch(const BatchRecord &record, const Secret &key, QObject *guard, Fetched fetched);

    [[nodiscard]] const Wires &wires() const { return m_wires; }

private:
    struct Pending {
        QPointer<QObject> guard;
        std::function<void(const std::any &)> callback;
    };
    struct Errand;

    /// Takes one outcome from the other thread back to the caller, or nowhere when the guard is gone.
    template<typename T>
    [[nodiscard]] std::function<void(const Result<T> &)> back(QObject *guard, std::function<void(const Result<T> &)> callback);
    void deliver(quint64 id, const std::any &outcome);
    /// Does something on the other thread.
    void post(std::function<void(HttpExchanges &)> work);
    [[nodiscard]] std::shared_ptr<Errand> errandFor(const BatchRecord &record, const Secret &key) const;
    // On the other thread:
    enum class StateOf { Answer, Cancelling };
    static void askState(HttpExchanges &exchanges, const std::shared_ptr<Errand> &errand, const Result<WireRequest> &wire,
                         StateOf what, const Told &told);
    static void send(HttpExchanges &exchanges, const std::shared_ptr<Errand> &errand,
                     const std::vector<GenerationRequest> &requests, const Told &told);
    static void create(HttpExchanges &exchanges, const std::shared_ptr<Errand> &errand, const Told &told);
    static void fetchNext(HttpExchanges &exchanges, const std::shared_ptr<Errand> &errand, const Fetched &fetched);

    const Clock &m_clock;
    Wires m_wires;
    std::unordered_map<quint64, Pending> m_pending; ///< Callbacks never leave the owner's thread.
    quint64 m_last = 0;
    QObject m_owner; ///< Context on the owner's thread for what comes back.
    QThread m_thread;
    HttpExchanges *m_exchanges = nullptr; ///< Lives on the thread.
};

} // namespace Tempera
