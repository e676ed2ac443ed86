// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/http/modellisting.h"

#include <QHash>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <optional>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// Answers each request with a beginning, then with one piece as often as it is taken, or as said.
class EndlessServer final : public QTcpServer
{
public:
    EndlessServer(QByteArray head, QByteArray piece, qint64 most)
        : m_head(std::move(head)), m_piece(std::move(piece)), m_left(most)
    {
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
                m_input += socket->readAll();
                if (!m_input.endsWith("\r\n\r\n"))
                    return;
                m_input.clear();
                socket->write(m_head);
                connect(socket, &QTcpSocket::bytesWritten, this, [this, socket] { more(*socket); });
                more(*socket);
            });
        });
        listen(QHostAddress::LocalHost);
    }

    [[nodiscard]] QUrl url() const { return QUrl(u"http://127.0.0.1:%1/v1"_s.arg(serverPort())); }
    [[nodiscard]] qint64 left() const { return m_left; }

private:
    void more(QTcpSocket &socket)
    {
        while (m_left > 0 && socket.state() == QAbstractSocket::ConnectedState && socket.bytesToWrite() < 256 * 1024)
            m_left -= socket.write(m_piece);
    }

    QByteArray m_head;
    QByteArray m_piece;
    QByteArray m_input;
    qint64 m_left;
};

Result<QStringList> asked(ModelListing &listing, const EndlessServer &server)
{
    QObject guard;
    std::optional<Result<QStringList>> names;
    Endpoint endpoint;
    endpoint.kind = EndpointKind::Remote;
    endpoint.baseUrl = server.url();
    listing.ask(endpoint, {}, &guard, [&](const Result<QStringList> &told) { names = told; });
    if (!QTest::qWaitFor([&] { return names.has_value(); }, 60'000))
        return failure(ErrorKind::Internal, u"no answer came"_s);
    return *names;
}

} // namespace

class ModelListingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lists()
    {
        const SystemClock clock;
        ModelListing listing(clock);
        const QByteArray json = R"({"data":[{"id":"a"},{"id":"b"}]})";
        const EndlessServer server("HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(json.size()) + "\r\n\r\n", json,
                                   json.size());
        QCOMPARE(asked(listing, server).value(), (QStringList{u"a"_s, u"b"_s}));
    }

    void endless_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<QByteArray>("piece");
        QTest::addColumn<qint64>("most"); // bytes of the server
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<QString>("detail");
        constexpr qint64 much = 300 * 1024 * 1024;
        const QByteArray refusal = "HTTP/1.1 500 X\r\nContent-Type: text/plain\r\nConnection: close\r\n\r\n";
        QTest::newRow("a list") << "HTTP/1.1 200 OK\r\n\r\n{\"data\":[\""_ba << QByteArray(60'000, 'x') << much
                                << ErrorKind::Protocol << u"the answer is too large"_s;
        QTest::newRow("an error") << refusal << QByteArray(60'000, 'x') << much << ErrorKind::ServerFault << u"HTTP 500"_s;
        QTest::newRow("an error that is never told to its end")
            << refusal << "no "_ba << qint64(3) << ErrorKind::ServerFault << u"HTTP 500: no"_s;
    }
    void endless()
    {
        QFETCH(QByteArray, head);
        QFETCH(QByteArray, piece);
        QFETCH(qint64, most);
        QFETCH(ErrorKind, kind);
        QFETCH(QString, detail);
        const SystemClock clock;
        ModelListing listing(clock);
        const EndlessServer server(head, piece, most);
        const Result<QStringList> names = asked(listing, server);
        QVERIFY(!names);
        QCOMPARE(names.error().kind, kind);
        QVERIFY2(names.error().detail.contains(detail), qPrintable(names.error().detail));
        QVERIFY2(most < 1000 || server.left() > most - 30 * 1024 * 1024, "far more was taken than is of use");
    }
};

} // namespace Tempera

QTEST_GUILESS_MAIN(Tempera::ModelListingTest)
#include "tst_modellisting.moc"
