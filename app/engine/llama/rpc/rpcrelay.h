// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/engine/llama/rpc/socket.h"

#include <QByteArray>

#include <atomic>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace Tempera {

/// Stands between llama.cpp and one of its workers on another machine, on a thread of its own. llama.cpp ends the whole
/// program when a worker does not answer. It is therefore made to talk to this, which always answers: with what the worker
/// says and, once that has gone, with stand-ins that let a running decode come to its end. Whoever decodes asks lost()
/// afterwards, and throws the result away.
class RpcRelay
{
public:
    /// How long a worker may take for an answer. A long prompt on a slow machine is one answer.
    static constexpr std::chrono::minutes DefaultPatience{10};

    /// Connects to "host:port" and asks whether a worker of the right version answers there. Blocks for some seconds at
    /// most. Errors: Network, Timeout, Protocol.
    [[nodiscard]] static Result<std::shared_ptr<RpcRelay>> connect(const QString &worker,
                                                                   Socket::Patience patience = DefaultPatience);
    /// Ends at once, whatever it waits for. llama.cpp must not use it any more.
    ~RpcRelay();
    RpcRelay(const RpcRelay &) = delete;
    RpcRelay &operator=(const RpcRelay &) = delete;

    /// "127.…:port": where llama.cpp is to look for the worker. No two relays of a process ever have the same one, because
    /// llama.cpp remembers for good what it once learnt at an address.
    [[nodiscard]] QString address() const;
    /// Why there is no worker any more; from then on all answers are stand-ins. Any thread.
    [[nodiscard]] std::optional<Error> lost() const;
    /// Gives the worker up, as if it had gone: whoever waits for an answer gets a stand-in. Any thread.
    void giveUp();

private:
    RpcRelay(QString worker, Socket::Patience patience);
    [[nodiscard]] Result<void> greet();
    void serve();
    [[nodiscard]] bool exchange(const Socket &client, bool isFirst);
    [[nodiscard]] bool passRequest(const Socket &client, std::uint8_t command, std::uint64_t size, QByteArray &beginning);
    [[nodiscard]] bool passAnswer(const Socket &client, std::uint64_t size, QByteArray standIn);
    void toWorker(std::span<const char> bytes);
    [[nodiscard]] bool fromWorker(std::span<char> bytes);
    void lose(ErrorKind kind, const QString &cause);

    QString m_worker;
    Socket::Patience m_patience;
    Interrupt m_end;       ///< Of everything.
    Interrupt m_workerEnd; ///< Of the waiting for the worker.
    std::optional<Socket> m_upstream;
    std::optional<Socket> m_listener;
    QByteArray m_hello; ///< The worker's greeting, which llama.cpp gets each time that it connects.
    std::vector<char> m_buffer;
    std::atomic<bool> m_isLost{false};
    mutable std::mutex m_mutex; ///< Guards the next one.
    std::optional<Error> m_lost;
    std::jthread m_thread; ///< Last: it uses all the rest.
};

/// The connections of the program to workers: one a worker, which serves one connection only, however many models are
/// spread over it. A connection ends with the last model that uses it. Any thread.
class RpcWorkers
{
public:
    /// The connection to a worker; a new one where the old one was lost. Errors: those of RpcRelay::connect().
    [[nodiscard]] Result<std::shared_ptr<RpcRelay>> relay(const QString &worker);
    /// Nobody waits for a worker any more. For the end of the program.
    void giveUp();

private:
    struct Known {
        QString worker;
        std::weak_ptr<RpcRelay> relay;
    };
    std::mutex m_mutex; ///< Guards the next one.
    std::vector<Known> m_known;
};

} // namespace Tempera
