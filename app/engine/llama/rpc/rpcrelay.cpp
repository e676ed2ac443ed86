// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/llama/rpc/rpcrelay.h"

#include "app/engine/llama/rpc/rpcprotocol.h"

#include <QLoggingCategory>
#include <QtEndian>

#include <algorithm>
#include <array>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(rpcLog, "tempera.rpc", QtWarningMsg)

namespace Tempera {
namespace {

/// A worker that serves somebody else takes the connection, but does not greet.
constexpr Socket::Patience GreetingPatience{5s};
constexpr Socket::Patience NoTimeout{-1};
constexpr std::size_t ChunkBytes = 1 << 20;

std::array<char, Rpc::HeadBytes> head(std::uint8_t command, std::uint64_t size)
{
    std::array<char, Rpc::HeadBytes> bytes{};
    bytes[0] = static_cast<char>(command);
    qToLittleEndian(size, bytes.data() + 1);
    return bytes;
}

/// Of the process, as llama.cpp's registry of servers is.
std::uint32_t nextHost()
{
    constexpr std::uint32_t Hosts = (1U << 24) - 2;
    static std::atomic<std::uint32_t> count{0};
    return count++ % Hosts + 1;
}

std::uint64_t chunk(std::uint64_t left)
{
    return std::min<std::uint64_t>(left, ChunkBytes);
}

} // namespace

Result<std::shared_ptr<RpcRelay>> RpcRelay::connect(const QString &worker, Socket::Patience patience)
{
    std::shared_ptr<RpcRelay> relay(new RpcRelay(worker, patience));
    Result<Socket> upstream = Socket::connectTo(worker, GreetingPatience, relay->m_workerEnd);
    if (!upstream)
        return std::unexpected(upstream.error());
    relay->m_upstream = std::move(*upstream);
    if (const Result<void> greeted = relay->greet(); !greeted)
        return std::unexpected(greeted.error());
    Result<Socket> listener = Socket::listen(relay->m_end, nextHost());
    if (!listener)
        return std::unexpected(listener.error());
    relay->m_listener = std::move(*listener);
    relay->m_thread = std::jthread([self = relay.get()] { self->serve(); });
    return relay;
}

RpcRelay::RpcRelay(QString worker, Socket::Patience patience)
    : m_worker(std::move(worker)), m_patience(patience), m_buffer(ChunkBytes)
{
}

RpcRelay::~RpcRelay()
{
    m_end.raise();
    m_workerEnd.raise();
}

/// Says hello as llama.cpp does, without the offer to go over to another transport than TCP: this passes on TCP only.
Result<void> RpcRelay::greet()
{
    QByteArray hello(Rpc::HelloAnswerBytes, 0);
    std::array<char, Rpc::HeadBytes + Rpc::TransportBytes> request{};
    std::ranges::copy(head(Rpc::HelloCommand, Rpc::TransportBytes), request.begin());
    std::array<char, Rpc::SizeBytes> size{};
    if (!m_upstream->send(request, GreetingPatience) || !m_upstream->receive(size, GreetingPatience))
        return failure(ErrorKind::Timeout, u"no greeting from the RPC worker; it may be serving another program"_s, m_worker);
    const auto bytes = qFromLittleEndian<std::uint64_t>(size.data());
    if (bytes != Rpc::HelloAnswerBytes || !m_upstream->receive({hello.data(), std::size_t(hello.size())}, GreetingPatience))
        return failure(ErrorKind::Protocol, u"this is not an RPC worker of llama.cpp, or one of another version"_s, m_worker);
    // The same rule as llama.cpp's.
    if (hello.at(0) != Rpc::MajorVersion || hello.at(1) > Rpc::MinorVersion) {
        return failure(ErrorKind::Protocol,
                       u"the RPC worker speaks version %1.%2, and this program %3.%4"_s.arg(int(hello.at(0)))
                           .arg(int(hello.at(1)))
                           .arg(Rpc::MajorVersion)
                           .arg(Rpc::MinorVersion),
                       m_worker);
    }
    std::fill(hello.begin() + 4, hello.end(), 0);
    m_hello = hello;
    return {};
}

QString RpcRelay::address() const
{
    return m_listener->address();
}

std::optional<Error> RpcRelay::lost() const
{
    if (!m_isLost)
        return std::nullopt;
    const std::scoped_lock lock(m_mutex);
    return m_lost;
}

void RpcRelay::giveUp()
{
    lose(ErrorKind::Cancelled, u"the RPC worker was given up"_s);
    m_workerEnd.raise();
}

void RpcRelay::lose(ErrorKind kind, const QString &cause)
{
    {
        const std::scoped_lock lock(m_mutex);
        if (m_lost)
            return;
        m_lost = failure(kind, cause, m_worker).error();
    }
    m_isLost = true;
    m_upstream->hangUp(); // a worker serves one connection: the next one is to get through
    if (kind != ErrorKind::Cancelled)
        qCWarning(rpcLog, "%ls: %ls", qUtf16Printable(m_worker), qUtf16Printable(cause));
}

/// llama.cpp connects again whenever nothing of it holds on to the worker. Whoever else finds the port is not to keep it.
void RpcRelay::serve()
{
    while (const std::optional<Socket> client = m_listener->accept()) {
        bool goesOn = exchange(*client, true);
        while (goesOn)
            goesOn = exchange(*client, false);
    }
}

void RpcRelay::toWorker(std::span<const char> bytes)
{
    if (!m_isLost && !m_upstream->send(bytes, m_patience))
        lose(ErrorKind::Network, u"the RPC worker has gone"_s);
}

bool RpcRelay::fromWorker(std::span<char> bytes)
{
    if (!m_isLost && !m_upstream->receive(bytes, m_patience))
        lose(ErrorKind::Network, u"the RPC worker has gone, or takes too long for an answer"_s);
    return !m_isLost;
}

/// One request and its answer. False = llama.cpp has closed the connection.
bool RpcRelay::exchange(const Socket &client, bool isFirst)
{
    std::array<char, Rpc::HeadBytes> request{};
    if (!client.receive(request, isFirst ? GreetingPatience : NoTimeout))
        return false;
    const auto command = static_cast<std::uint8_t>(request[0]);
    if (isFirst != (command == Rpc::HelloCommand))
        return false;
    QByteArray beginning;
    if (!passRequest(client, command, qFromLittleEndian<std::uint64_t>(request.data() + 1), beginning))
        return false;
    const std::optional<std::uint64_t> size = Rpc::expectedAnswer(command, beginning);
    if (!size) // not llama.cpp
        return false;
    if (command == Rpc::HelloCommand) {
        const auto bytes = QByteArray(Rpc::SizeBytes, 0) + m_hello;
        std::vector<char> answer(bytes.begin(), bytes.end());
        qToLittleEndian(*size, answer.data());
        return client.send(answer, NoTimeout);
    }
    return *size == 0 || passAnswer(client, *size, Rpc::standIn(command, beginning));
}

/// Hands a request on, piece by piece: weights come in requests of many megabytes.
bool RpcRelay::passRequest(const Socket &client, std::uint8_t command, std::uint64_t size, QByteArray &beginning)
{
    const bool ours = command == Rpc::HelloCommand;
    std::ranges::copy(head(command, size), m_buffer.begin());
    std::size_t filled = Rpc::HeadBytes;
    for (std::uint64_t left = size;;) {
        const std::uint64_t count = std::min<std::uint64_t>(left, m_buffer.size() - filled);
        const std::span<char> bytes(m_buffer.data() + filled, count);
        if (!client.receive(bytes, NoTimeout))
            return false;
        const auto looked = std::min<qsizetype>(Rpc::LookedAtBytes - beginning.size(), qsizetype(count));
        beginning.append(bytes.data(), looked);
        if (!ours)
            toWorker({m_buffer.data(), filled + count});
        filled = 0;
        left -= count;
        if (left == 0)
            return true;
    }
}

bool RpcRelay::passAnswer(const Socket &client, std::uint64_t size, QByteArray standIn)
{
    std::array<char, Rpc::SizeBytes> given{};
    if (fromWorker(given) && qFromLittleEndian<std::uint64_t>(given.data()) != size)
        lose(ErrorKind::Protocol, u"the answer of the RPC worker does not match the request"_s);
    qToLittleEndian(size, given.data());
    if (!client.send(given, NoTimeout))
        return false;
    // What is missing of an answer that broke off is zeros.
    for (std::uint64_t done = 0; done < size;) {
        const std::span<char> bytes(m_buffer.data(), chunk(size - done));
        if (!fromWorker(bytes)) {
            std::ranges::fill(bytes, 0);
            if (done == 0)
                std::ranges::copy(standIn.first(std::min<qsizetype>(standIn.size(), qsizetype(bytes.size()))), bytes.begin());
        }
        if (!client.send(bytes, NoTimeout))
            return false;
        done += bytes.size();
    }
    return true;
}

Result<std::shared_ptr<RpcRelay>> RpcWorkers::relay(const QString &worker)
{
    const std::scoped_lock lock(m_mutex);
    std::erase_if(m_known, [](const Known &known) {
        const std::shared_ptr<RpcRelay> relay = known.relay.lock();
        return !relay || relay->lost();
    });
    const auto known = std::ranges::find(m_known, worker, &Known::worker);
    if (known != m_known.end()) {
        if (std::shared_ptr<RpcRelay> relay = known->relay.lock())
            return relay;
    }
    Result<std::shared_ptr<RpcRelay>> made = RpcRelay::connect(worker);
    if (made)
        m_known.push_back({worker, *made});
    return made;
}

void RpcWorkers::giveUp()
{
    const std::scoped_lock lock(m_mutex);
    for (const Known &known : m_known) {
        if (const std::shared_ptr<RpcRelay> relay = known.relay.lock())
            relay->giveUp();
    }
}

} // namespace Tempera
