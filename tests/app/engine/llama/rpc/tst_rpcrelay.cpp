// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/llama/rpc/rpcprotocol.h"
#include "app/engine/llama/rpc/rpcrelay.h"

#include <QRegularExpression>
#include <QTest>
#include <QtEndian>

#include <functional>
#include <thread>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

constexpr std::uint8_t SetTensor = 6;
constexpr std::uint8_t GetTensor = 8;
constexpr std::uint8_t GetAlignment = 1;
constexpr std::uint8_t AllocBuffer = 0;

QByteArray sized(std::uint64_t size)
{
    QByteArray bytes(8, 0);
    qToLittleEndian(size, bytes.data());
    return bytes;
}

std::span<const char> view(const QByteArray &bytes)
{
    return {bytes.constData(), std::size_t(bytes.size())};
}

/// Nothing = the connection broke.
std::optional<QByteArray> read(const Socket &socket, qsizetype size)
{
    QByteArray bytes(size, 0);
    if (!socket.receive({bytes.data(), std::size_t(size)}, 10s))
        return std::nullopt;
    return bytes;
}

QByteArray request(std::uint8_t command, const QByteArray &body)
{
    return QByteArray(1, char(command)) + sized(std::uint64_t(body.size())) + body;
}

/// Asks for so many bytes of a tensor.
QByteArray tensorRequest(std::uint64_t size)
{
    return request(GetTensor, QByteArray(304, 0) + sized(size));
}

/// A worker whose words the test writes, for one connection.
class FakeWorker
{
public:
    /// Gets command and body; gives all that is sent, or nothing to hang up.
    using Script = std::function<std::optional<QByteArray>(std::uint8_t command, const QByteArray &body)>;

    static QByteArray hello(int major = 7, int minor = 0)
    {
        return sized(28) + QByteArray(1, char(major)) + QByteArray(1, char(minor)) + QByteArray(2, 0) + QByteArray(24, 'x');
    }

    explicit FakeWorker(Script script)
        : m_listener(*Socket::listen(m_end)), m_thread([this, script = std::move(script)] { serve(script); })
    {
    }
    ~FakeWorker() { m_end.raise(); }

    [[nodiscard]] QString address() const { return m_listener.address(); }
    [[nodiscard]] int connections() const { return m_connections; }

private:
    void serve(const Script &script)
    {
        while (const std::optional<Socket> client = m_listener.accept()) {
            ++m_connections;
            while (const auto head = read(*client, 9)) {
                const auto body = read(*client, qsizetype(qFromLittleEndian<std::uint64_t>(head->constData() + 1)));
                const auto answer = body ? script(std::uint8_t(head->at(0)), *body) : std::nullopt;
                if (!answer || !client->send(view(*answer), 10s))
                    break;
            }
        }
    }

    Interrupt m_end;
    std::atomic<int> m_connections{0};
    Socket m_listener;
    std::jthread m_thread;
};

/// Greets, and leaves the rest to another script.
FakeWorker::Script greetingThen(FakeWorker::Script rest)
{
    return [rest = std::move(rest)](std::uint8_t command, const QByteArray &body) -> std::optional<QByteArray> {
        return command == Rpc::HelloCommand ? FakeWorker::hello() : rest(command, body);
    };
}

FakeWorker::Script silent()
{
    return greetingThen([](std::uint8_t, const QByteArray &) { return QByteArray(); });
}

} // namespace

class TestRpcRelay : public QObject
{
    Q_OBJECT

    Interrupt m_end;

    /// What llama.cpp is on the other side.
    [[nodiscard]] std::optional<Socket> client(const RpcRelay &relay) const
    {
        auto socket = Socket::connectTo(relay.address(), 10s, m_end);
        return socket ? std::optional(std::move(*socket)) : std::nullopt;
    }
    [[nodiscard]] std::optional<Socket> greetedClient(const RpcRelay &relay) const
    {
        std::optional<Socket> socket = client(relay);
        const bool greeted =
            socket && socket->send(view(request(Rpc::HelloCommand, QByteArray(24, 0))), 10s) && read(*socket, 36);
        return greeted ? std::move(socket) : std::nullopt;
    }
    static void expectLoss(const char *cause)
    {
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QLatin1StringView(cause)));
    }

private Q_SLOTS:
    void greetingsOfferTcpOnly()
    {
        const FakeWorker worker(silent());
        const auto relay = RpcRelay::connect(worker.address());
        QVERIFY(relay);
        for (int i = 0; i < 2; ++i) { // each time that llama.cpp connects; the worker sees one connection
            const auto socket = client(**relay);
            QVERIFY(socket->send(view(request(Rpc::HelloCommand, QByteArray(24, 'y'))), 10s));
            QCOMPARE(read(*socket, 36), sized(28) + QByteArray("\7\0\0\0", 4) + QByteArray(24, 0));
        }
        QCOMPARE(worker.connections(), 1);
    }

    void strangersAreSentAway()
    {
        const FakeWorker worker(silent());
        const auto relay = RpcRelay::connect(worker.address());
        QVERIFY(relay);
        const auto stranger = client(**relay);
        QVERIFY(stranger->send(view(QByteArray("GET / HTTP/1.1\r\n\r\n")), 10s));
        QVERIFY(!read(*stranger, 1));
        QVERIFY(greetedClient(**relay));
        QVERIFY(!(*relay)->lost());
    }

    void everyByteGoesThrough()
    {
        QByteArray large(3'500'000, 0);
        for (qsizetype i = 0; i < large.size(); ++i)
            large[i] = char(i * 31 + i / 977);
        QByteArray got;
        const FakeWorker worker(greetingThen([&](std::uint8_t command, const QByteArray &body) -> std::optional<QByteArray> {
            if (command == SetTensor) {
                got = body;
                return QByteArray();
            }
            return sized(std::uint64_t(large.size())) + large;
        }));
        const auto relay = RpcRelay::connect(worker.address());
        QVERIFY(relay);
        const auto socket = greetedClient(**relay);
        QVERIFY(socket->send(view(request(SetTensor, large)), 10s));
        QVERIFY(socket->send(view(tensorRequest(std::uint64_t(large.size()))), 10s));
        QCOMPARE(read(*socket, 8), sized(std::uint64_t(large.size())));
        QVERIFY(read(*socket, large.size()) == large);
        QVERIFY(got == large);
        QVERIFY(!(*relay)->lost());
    }

    void whatAWorkerThatHasGoneDoesNotSayIsZeros()
    {
        expectLoss("has gone");
        const FakeWorker worker(
            greetingThen([](std::uint8_t, const QByteArray &) -> std::optional<QByteArray> { return std::nullopt; }));
        const auto relay = RpcRelay::connect(worker.address());
        QVERIFY(relay);
        const auto socket = greetedClient(**relay);
        QVERIFY(socket->send(view(tensorRequest(2'000'000)), 10s));
        QCOMPARE(read(*socket, 8), sized(2'000'000));
        QVERIFY(read(*socket, 2'000'000) == QByteArray(2'000'000, 0));
        QVERIFY((*relay)->lost());
        QCOMPARE((*relay)->lost()->kind, ErrorKind::Network);
        QCOMPARE((*relay)->lost()->place, worker.address());
        // The same connection goes on, and a new one greets.
        QVERIFY(socket->send(view(request(SetTensor, QByteArray(5'000'000, 1))), 10s));
        QVERIFY(socket->send(view(request(AllocBuffer, QByteArray(12, 1))), 10s));
        QCOMPARE(read(*socket, 24), sized(16) + QByteArray(16, 0));
        QVERIFY(socket->send(view(request(GetAlignment, QByteArray(4, 0))), 10s));
        QCOMPARE(read(*socket, 16), sized(8) + sized(4096));
    }

    void anAnswerThatBreaksOffIsFilledUp()
    {
        std::atomic<int> asked{0};
        const FakeWorker worker(greetingThen([&](std::uint8_t, const QByteArray &) {
            ++asked;
            return sized(3'000'000) + QByteArray(1'500'000, 'a');
        }));
        const auto relay = RpcRelay::connect(worker.address());
        QVERIFY(relay);
        const auto socket = greetedClient(**relay);
        QVERIFY(socket->send(view(tensorRequest(3'000'000)), 10s));
        QTRY_COMPARE(asked, 1);
        // The worker waits for the next request, so its end is brought about from here.
        (*relay)->giveUp();
        const auto bytes = read(*socket, 3'000'008);
        QVERIFY(bytes);
        QCOMPARE(bytes->size(), 3'000'008);
        QVERIFY(bytes->endsWith(QByteArray(1'500'000, 0)));
    }

    void wrongAnswersAreNoAnswers()
    {
        expectLoss("does not match");
        const FakeWorker worker(greetingThen(
            [](std::uint8_t, const QByteArray &) -> std::optional<QByteArray> { return sized(9) + QByteArray(9, 'z'); }));
        const auto relay = RpcRelay::connect(worker.address());
        QVERIFY(relay);
        const auto socket = greetedClient(**relay);
        QVERIFY(socket->send(view(request(GetAlignment, QByteArray(4, 0))), 10s));
        QCOMPARE(read(*socket, 16), sized(8) + sized(4096));
        QCOMPARE((*relay)->lost().value().kind, ErrorKind::Protocol);
    }

    void aWorkerThatDoesNotAnswerIsGivenUp()
    {
        expectLoss("too long");
        const FakeWorker worker(silent());
        const auto relay = RpcRelay::connect(worker.address(), 20ms);
        QVERIFY(relay);
        const auto socket = greetedClient(**relay);
        QVERIFY(socket->send(view(tensorRequest(4)), 10s));
        QCOMPARE(read(*socket, 12), sized(4) + QByteArray(4, 0));
        QCOMPARE((*relay)->lost().value().kind, ErrorKind::Network);
    }

    void waitingEndsWithTheRelay()
    {
        const FakeWorker worker(silent());
        auto relay = RpcRelay::connect(worker.address());
        QVERIFY(relay);
        const auto socket = greetedClient(**relay);
        QVERIFY(socket->send(view(tensorRequest(4)), 10s));
        relay->reset(); // would hang here
        QCOMPARE(worker.connections(), 1);
    }

    void whoIsNoWorkerIsToldApart_data()
    {
        QTest::addColumn<QByteArray>("greeting");
        QTest::addColumn<QString>("cause");
        QTest::newRow("hangs up") << QByteArray() << u"no greeting"_s;
        QTest::newRow("older answer") << sized(3) + QByteArray("\3\0\0", 3) << u"another version"_s;
        QTest::newRow("web server") << QByteArray("HTTP/1.1 400 Bad Request\r\n\r\n........") << u"not an RPC worker"_s;
        QTest::newRow("newer") << FakeWorker::hello(8) << u"version 8.0, and this program 7.0"_s;
        QTest::newRow("newer minor") << FakeWorker::hello(7, 1) << u"version 7.1, and this program 7.0"_s;
    }
    void whoIsNoWorkerIsToldApart()
    {
        QFETCH(QByteArray, greeting);
        QFETCH(QString, cause);
        const FakeWorker worker(
            [greeting](std::uint8_t, const QByteArray &) { return greeting.isEmpty() ? std::nullopt : std::optional(greeting); });
        const auto relay = RpcRelay::connect(worker.address());
        QVERIFY(!relay);
        QVERIFY2(relay.error().detail.contains(cause), qPrintable(relay.error().detail));
        QCOMPARE(relay.error().place, worker.address());
    }

    void nobodyThere()
    {
        QString address;
        {
            const FakeWorker worker(silent());
            address = worker.address();
        }
        QCOMPARE(RpcRelay::connect(address).error().kind, ErrorKind::Network);
        QCOMPARE(RpcRelay::connect(u"no such host.invalid:1"_s).error().kind, ErrorKind::Network);
    }

    void modelsShareAConnectionAndALostOneIsReplaced()
    {
        const FakeWorker worker(silent());
        RpcWorkers workers;
        const auto first = workers.relay(worker.address());
        const auto second = workers.relay(worker.address());
        QVERIFY(first && second);
        QCOMPARE(first->get(), second->get());
        (*first)->giveUp();
        // The fake takes one connection after the other, as the real one does, and the old one is still held here.
        const auto third = workers.relay(worker.address());
        QVERIFY2(third, qPrintable(third ? QString() : third.error().detail));
        QVERIFY(!(*third)->lost());
        QVERIFY((*third)->address() != (*first)->address()); // llama.cpp remembers addresses for good
        workers.giveUp();
        QCOMPARE((*third)->lost().value().kind, ErrorKind::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestRpcRelay)
#include "tst_rpcrelay.moc"
