// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <utility>

namespace Tempera {

/// A file descriptor that is closed with it.
class Descriptor
{
public:
    explicit Descriptor(int fd = -1) : m_fd(fd) { }
    ~Descriptor();
    Descriptor(Descriptor &&other) noexcept : m_fd(std::exchange(other.m_fd, -1)) { }
    Descriptor &operator=(Descriptor &&other) noexcept
    {
        std::swap(m_fd, other.m_fd);
        return *this;
    }

    [[nodiscard]] int fd() const { return m_fd; }
    [[nodiscard]] bool isOpen() const { return m_fd >= 0; }

private:
    int m_fd = -1;
};

/// Ends every wait of the sockets that were given it, for good. Any thread.
class Interrupt
{
public:
    Interrupt();
    void raise();
    [[nodiscard]] int fd() const { return m_event.fd(); }

private:
    Descriptor m_event;
};

/// A TCP connection whose calls block, and can be interrupted. For threads of their own, beside Qt's event loops. One
/// thread.
class Socket
{
public:
    /// Longest wait for the next bytes, or for room for them.
    using Patience = std::chrono::milliseconds;

    /// Connects to "host:port" or "[IPv6 address]:port"; addresses are tried one after the other.
    /// Errors: Network, Timeout, Cancelled (interrupted). `interrupt` outlives the socket.
    [[nodiscard]] static Result<Socket> connectTo(const QString &address, Patience patience, const Interrupt &interrupt);
    /// A socket of the loopback interface that waits for connections at a port that is free. All of 127.0.0.0/8 is the
    /// loopback; `host` is the part after the 127, 1 to 2²⁴ − 2.
    [[nodiscard]] static Result<Socket> listen(const Interrupt &interrupt, std::uint32_t host = 1);

    /// "IPv4 address:port" that it listens at.
    [[nodiscard]] QString address() const;
    /// The next who connects; nothing once interrupted.
    [[nodiscard]] std::optional<Socket> accept() const;

    /// All of it, or false: the other side has gone, was too slow, or this was interrupted.
    [[nodiscard]] bool send(std::span<const char> bytes, Patience patience) const;
    [[nodiscard]] bool receive(std::span<char> bytes, Patience patience) const;
    /// Tells the other side that nothing comes any more; every wait ends. Any thread.
    void hangUp() const;

private:
    Socket(Descriptor descriptor, const Interrupt &interrupt);
    [[nodiscard]] bool wait(short events, Patience patience) const;

    Descriptor m_descriptor;
    const Interrupt *m_interrupt;
};

} // namespace Tempera
