// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/http/boundedreading.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr qint64 mostSent = 512 * 1024 * 1024;
/// What the kernel keeps of a connection on both sides, and Qt's own pieces.
constexpr qint64 mostOnItsWay = 64 * 1024 * 1024;
constexpr int questions = 400; ///< While they are answered, Qt's thread has its turn many times.

/// Answers "/flood" with as many bytes as are taken, whatever else with two.
class FloodingServer final : public QTcpServer
{
public:
    FloodingServer()
    {
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *socket = nextPendingConnection())
                connect(socket, &QTcpSocket::readyRead, this, [this, socket] { answer(*socket); });
        });
        listen(QHostAddress::LocalHost);
    }

    [[nodiscard]] qint64 sent() const { return m_sent; }
    [[nodiscard]] QNetworkRequest request(const QString &path) const
    {
        return QNetworkRequest(QUrl(u"http://127.0.0.1:%1%2"_s.arg(serverPort()).arg(path)));
    }

private:
    void answer(QTcpSocket &socket)
    {
        if (!socket.readAll().contains("/flood")) {
            socket.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
            return;
        }
        socket.write("HTTP/1.1 200 OK\r\n\r\n");
        connect(&socket, &QTcpSocket::bytesWritten, this, [this, &socket] { more(socket); });
        more(socket);
    }

    void more(QTcpSocket &socket)
    {
        const QByteArray piece(64 * 1024, 'x');
        while (socket.bytesToWrite() < 4 * piece.size() && m_sent < mostSent)
            m_sent += socket.write(piece);
    }

    qint64 m_sent = 0;
};

} // namespace

class BoundedReadingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsNotTakenWaitsAtTheServer_data()
    {
        QTest::addColumn<bool>("isKept");
        QTest::newRow("a new connection") << false;
        QTest::newRow("one that was kept") << true;
    }

    void whatIsNotTakenWaitsAtTheServer()
    {
        QFETCH(bool, isKept);
        FloodingServer server;
        QNetworkAccessManager network;
        const auto ask = [&] {
            const std::unique_ptr<QNetworkReply> reply(network.get(server.request(u"/ask"_s)));
            QSignalSpy ended(reply.get(), &QNetworkReply::finished);
            return ended.wait() && reply->readAll() == "ok";
        };
        if (isKept)
            QVERIFY(ask());
        const std::unique_ptr<QNetworkReply> flood(network.get(server.request(u"/flood"_s)));
        boundReading(*flood);
        QTRY_VERIFY(flood->bytesAvailable() > 0);
        for (int i = 0; i < questions; ++i)
            QVERIFY(ask());
        QVERIFY2(server.sent() < mostOnItsWay, qPrintable(QString::number(server.sent())));
    }

    void whatIsTakenIsFollowedByMore()
    {
        FloodingServer server;
        QNetworkAccessManager network;
        const std::unique_ptr<QNetworkReply> flood(network.get(server.request(u"/flood"_s)));
        boundReading(*flood);
        qint64 taken = 0;
        connect(flood.get(), &QIODevice::readyRead, this, [&] { taken += flood->readAll().size(); });
        QTRY_VERIFY(taken > 2 * mostOnItsWay);
    }
};

} // namespace Tempera

QTEST_GUILESS_MAIN(Tempera::BoundedReadingTest)
#include "tst_boundedreading.moc"
