// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/llama/rpc/socket.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <memory>

#include <arpa/inet.h>
#include <netdb.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr int Forever = -1;

void setOption(int fd, int level, int name, int value)
{
    // A system that does not know one of them works without.
    (void)setsockopt(fd, level, name, &value, sizeof value);
}

/// A machine that was switched off says nothing: it is asked after 10 s of silence, and given up after 3 questions.
void tune(int fd)
{
    setOption(fd, IPPROTO_TCP, TCP_NODELAY, 1);
    setOption(fd, SOL_SOCKET, SO_KEEPALIVE, 1);
    setOption(fd, IPPROTO_TCP, TCP_KEEPIDLE, 10);
    setOption(fd, IPPROTO_TCP, TCP_KEEPINTVL, 5);
    setOption(fd, IPPROTO_TCP, TCP_KEEPCNT, 3);
    setOption(fd, IPPROTO_TCP, TCP_USER_TIMEOUT, 25'000);
}

QString cause(int error)
{
    return QString::fromLocal8Bit(std::strerror(error));
}

using Addresses = std::unique_ptr<addrinfo, decltype([](addrinfo *list) { freeaddrinfo(list); })>;

Result<Addresses> resolve(const QString &address)
{
    const qsizetype colon = address.lastIndexOf(u':');
    QString host = address.first(std::max<qsizetype>(0, colon));
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.sliced(1, host.size() - 2);
    addrinfo hints{};
    hints.ai_family = AF_UNSPEC;
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = AI_NUMERICSERV;
    addrinfo *list = nullptr;
    if (const int code = getaddrinfo(host.toUtf8().constData(), address.sliced(colon + 1).toUtf8().constData(), &hints, &list))
        return failure(ErrorKind::Network, QString::fromLocal8Bit(gai_strerror(code)), address);
    return Addresses(list);
}

} // namespace

Descriptor::~Descriptor()
{
    if (m_fd >= 0)
        ::close(m_fd);
}

Interrupt::Interrupt() : m_event(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) { }

void Interrupt::raise()
{
    const std::uint64_t one = 1;
    // Fails only when it is raised already, more often than it can count.
    (void)!::write(m_event.fd(), &one, sizeof one);
}

Socket::Socket(Descriptor descriptor, const Interrupt &interrupt) : m_descriptor(std::move(descriptor)), m_interrupt(&interrupt)
{
}

bool Socket::wait(short events, Patience patience) const
{
    std::array<pollfd, 2> waited{pollfd{m_descriptor.fd(), events, 0}, pollfd{m_interrupt->fd(), POLLIN, 0}};
    int ready = 0;
    do
        ready = poll(waited.data(), waited.size(), patience.count() < 0 ? Forever : static_cast<int>(patience.count()));
    while (ready < 0 && errno == EINTR);
    if (ready == 0)
        errno = ETIMEDOUT;
    if (waited[1].revents)
        errno = ECANCELED;
    return ready > 0 && !waited[1].revents;
}

Result<Socket> Socket::connectTo(const QString &address, Patience patience, const Interrupt &interrupt)
{
    const Result<Addresses> addresses = resolve(address);
    if (!addresses)
        return std::unexpected(addresses.error());
    int error = EADDRNOTAVAIL;
    for (const addrinfo *each = addresses->get(); each; each = each->ai_next) {
        Descriptor made(::socket(each->ai_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
        if (!made.isOpen()) {
            error = errno;
            continue;
        }
        Socket socket(std::move(made), interrupt);
        const int fd = socket.m_descriptor.fd();
        tune(fd);
        error = ::connect(fd, each->ai_addr, each->ai_addrlen) == 0 ? 0 : errno;
        if (error == EINPROGRESS) {
            socklen_t size = sizeof error;
            if (!socket.wait(POLLOUT, patience))
                error = errno;
            else if (getsockopt(fd, SOL_SOCKET, SO_ERROR, &error, &size) != 0)
                error = errno;
        }
        if (error == 0)
            return socket;
        if (error == ECANCELED)
            break;
    }
    const ErrorKind kind = error == ECANCELED   ? ErrorKind::Cancelled
                           : error == ETIMEDOUT ? ErrorKind::Timeout
                                                : ErrorKind::Network;
    return failure(kind, cause(error), address);
}

Result<Socket> Socket::listen(const Interrupt &interrupt, std::uint32_t host)
{
    constexpr std::uint32_t Loopback = 127U << 24;
    Descriptor made(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(Loopback | host);
    if (!made.isOpen() || ::bind(made.fd(), reinterpret_cast<sockaddr *>(&address), sizeof address) != 0
        || ::listen(made.fd(), 4) != 0)
        return failure(ErrorKind::Network, cause(errno), u"127.0.0.1"_s);
    return Socket(std::move(made), interrupt);
}

QString Socket::address() const
{
    sockaddr_in address{};
    socklen_t size = sizeof address;
    std::array<char, INET_ADDRSTRLEN> host{};
    if (getsockname(m_descriptor.fd(), reinterpret_cast<sockaddr *>(&address), &size) != 0
        || !inet_ntop(AF_INET, &address.sin_addr, host.data(), host.size()))
        return {};
    return u"%1:%2"_s.arg(QLatin1StringView(host.data())).arg(ntohs(address.sin_port));
}

std::optional<Socket> Socket::accept() const
{
    while (wait(POLLIN, Patience(Forever))) {
        Descriptor made(::accept4(m_descriptor.fd(), nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK));
        if (made.isOpen()) {
            setOption(made.fd(), IPPROTO_TCP, TCP_NODELAY, 1);
            return Socket(std::move(made), *m_interrupt);
        }
        if (errno != EAGAIN && errno != EINTR && errno != ECONNABORTED)
            break;
    }
    return std::nullopt;
}

bool Socket::send(std::span<const char> bytes, Patience patience) const
{
    while (!bytes.empty()) {
        const ssize_t count = ::send(m_descriptor.fd(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (count >= 0)
            bytes = bytes.subspan(static_cast<std::size_t>(count));
        else if (errno != EINTR && !(errno == EAGAIN && wait(POLLOUT, patience)))
            return false;
    }
    return true;
}

bool Socket::receive(std::span<char> bytes, Patience patience) const
{
    while (!bytes.empty()) {
        const ssize_t count = ::recv(m_descriptor.fd(), bytes.data(), bytes.size(), 0);
        if (count > 0)
            bytes = bytes.subspan(static_cast<std::size_t>(count));
        else if (count == 0 || (errno != EINTR && !(errno == EAGAIN && wait(POLLIN, patience))))
            return false;
    }
    return true;
}

void Socket::hangUp() const
{
    (void)::shutdown(m_descriptor.fd(), SHUT_RDWR);
}

} // namespace Tempera
