// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/serveroptions.h"

#include "app/engine/http/certificates.h"
#include "tests/app/engine/http/httpfixture.h"
#include "tests/support/testpaths.h"

#include <QFile>
#include <QSslKey>
#include <QSslServer>
#include <QSslSocket>
#include <QTcpServer>
#include <QTcpSocket>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Tempera {

using namespace HttpTesting;

namespace {

const QUrl farServer(u"http://llm.invalid/v1"_s);

EngineSettings settingsFor(const QUrl &server, const EndpointOptions &options)
{
    EngineSettings settings;
    settings.endpoints.insert(server, options);
    return settings;
}

EndpointOptions through(const QString &scheme, int port)
{
    EndpointOptions options;
    options.proxy = QUrl(u"%1://127.0.0.1:%2"_s.arg(scheme).arg(port));
    return options;
}

/// A SOCKS5 proxy (RFC 1928) without a password that brings every connection to one server.
class SocksProxy final : public QTcpServer
{
public:
    explicit SocksProxy(int port) : m_port(static_cast<quint16>(port))
    {
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *client = nextPendingConnection();
            connect(client, &QIODevice::readyRead, this, [this, client] { read(*client); });
        });
        listen(QHostAddress::LocalHost);
    }

    QByteArray wanted; ///< The host that was asked for last.

private:
    void read(QTcpSocket &client)
    {
        if (auto *server = client.findChild<QTcpSocket *>()) {
            server->write(client.readAll());
            return;
        }
        const QByteArray bytes = client.readAll();
        if (bytes.size() < 7) { // the greeting
            client.write(QByteArray::fromHex("0500"));
            return;
        }
        wanted = bytes.mid(5, bytes.at(4)); // by its name: nothing was looked up here
        auto *server = new QTcpSocket(&client);
        connect(server, &QIODevice::readyRead, &client, [server, &client] { client.write(server->readAll()); });
        server->connectToHost(QHostAddress(QHostAddress::LocalHost), m_port);
        client.write(QByteArray::fromHex("05000001000000000000"));
    }

    quint16 m_port;
};

/// Answers each request over TLS with one completion.
class SecureServer final : public QSslServer
{
public:
    SecureServer()
    {
        QFile key(testDataPath(u"tls/server.key"_s));
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        if (key.open(QIODevice::ReadOnly))
            tls.setPrivateKey(QSslKey(key.readAll(), QSsl::Ec));
        tls.setLocalCertificateChain(QSslCertificate::fromPath(testDataPath(u"tls/server.pem"_s)));
        setSslConfiguration(tls);
        connect(this, &QTcpServer::pendingConnectionAvailable, this, [this] {
            QTcpSocket *socket = nextPendingConnection();
            connect(socket, &QIODevice::readyRead, socket, [socket, input = QByteArray()]() mutable {
                input += socket->readAll();
                if (!input.contains("\"messages\""))
                    return;
                const QByteArray body = "{\"model\":\"scripted-1\",\"choices\":[{\"message\":{\"content\":\"Hello\"},"
                                        "\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":5,\"completion_tokens\":2}}";
                socket->write(ScriptedAnswer::whole(200, body).pieces.constFirst());
                socket->disconnectFromHost();
            });
        });
        listen(QHostAddress::LocalHost);
    }
};

} // namespace

class ServerOptionsTest : public QObject
{
    Q_OBJECT

    /// One request to a server with these options.
    static Client asked(House &house, const QUrl &server, const EndpointOptions &options)
    {
        house.engine.setSettings(settingsFor(server, options));
        GenerationRequest request = house.request(0);
        request.endpoint.baseUrl = server;
        return house.start(request);
    }

private Q_SLOTS:
    void whoseTheyAre()
    {
        EndpointOptions pool;
        pool.members = {QUrl(u"http://one/v1"_s), QUrl(u"http://two/v1"_s)};
        EngineSettings settings = settingsFor(QUrl(u"http://pool/v1"_s), pool);
        EndpointOptions own;
        own.slots = 3;
        settings.endpoints.insert(QUrl(u"http://two/v1"_s), own);
        QCOMPARE(*serverOptions(settings, QUrl(u"http://pool/v1/"_s)), pool);
        QCOMPARE(*serverOptions(settings, QUrl(u"http://one/v1"_s)), pool); // as a member
        QCOMPARE(*serverOptions(settings, QUrl(u"http://two/v1"_s)), own);
        QVERIFY(!serverOptions(settings, QUrl(u"http://three/v1"_s)));
        QVERIFY(!serverOptions({}, QUrl(u"http://one/v1"_s)));
    }

    void anHttpProxyIsUsed()
    {
        House house;
        house.server.enqueue(ScriptedAnswer::chat({u"Hel"_s, u"lo"_s}));
        const Client client = asked(house, farServer, through(u"http"_s, house.server.baseUrl().port()));
        QTRY_VERIFY(client.ended());
        QCOMPARE(client.lines(), goodLines);
        QCOMPARE(house.server.requests().at(0).path, "http://llm.invalid/v1/chat/completions"_ba);
    }

    void aSocksProxyIsUsed()
    {
        House house;
        house.server.enqueue(ScriptedAnswer::chat({u"Hel"_s, u"lo"_s}));
        const SocksProxy proxy(house.server.baseUrl().port());
        const Client client = asked(house, farServer, through(u"socks5"_s, proxy.serverPort()));
        QTRY_VERIFY(client.ended());
        QCOMPARE(client.lines(), goodLines);
        QCOMPARE(proxy.wanted, "llm.invalid"_ba);
        QCOMPARE(house.server.requests().at(0).path, "/v1/chat/completions"_ba);
    }

    /// Without its proxy a server is not asked at all: it may be one that must not see where requests come from.
    void aProxyThatIsGoneIsTold()
    {
        QTcpServer closed;
        QVERIFY(closed.listen(QHostAddress::LocalHost));
        const int port = closed.serverPort();
        closed.close();
        House house;
        const Client client = asked(house, house.server.baseUrl(), through(u"http"_s, port));
        QTRY_VERIFY(client.ended());
        QCOMPARE(client.error().kind, ErrorKind::Network);
        QVERIFY2(client.error().detail.contains(u"the proxy refused"_s), qPrintable(client.error().detail));
        QCOMPARE(house.requests(), 0);
    }

    void headersAreSent()
    {
        House house;
        house.server.enqueue(ScriptedAnswer::chat({u"Hel"_s, u"lo"_s}));
        EndpointOptions options;
        options.headers = {{u"X-Team"_s, u"red"_s}, {u"X-Title"_s, u"everybody's"_s}};
        house.engine.setSettings(settingsFor(house.server.baseUrl(), options));
        GenerationRequest request = house.request(0);
        request.endpoint.headers = {{u"x-title"_s, u"the experiment's"_s}};
        const Client client = house.start(request);
        QTRY_VERIFY(client.ended());
        QCOMPARE(client.lines(), goodLines);
        QCOMPARE(house.server.requests().at(0).headers.value("x-team"), "red"_ba);
        QCOMPARE(house.server.requests().at(0).headers.value("x-title"), "the experiment's"_ba);
    }

    /// An answer to another request is another one.
    void headersTellAnswersApart()
    {
        const SystemClock clock;
        HttpBackend backend(clock);
        const House house;
        const GenerationRequest request = house.request();
        const QByteArray without = backend.answerKey(request);
        EndpointOptions options;
        options.headers = {{u"X-Team"_s, u"red"_s}};
        backend.setEngineSettings(settingsFor(house.server.baseUrl(), options));
        QVERIFY(backend.answerKey(request) != without);
    }

    void theFirstByteHasItsLimit()
    {
        House house;
        house.server.enqueue(ScriptedAnswer::silence());
        EndpointOptions options;
        options.firstByteLimit = 50ms;
        const Client client = asked(house, house.server.baseUrl(), options);
        QTRY_VERIFY(client.ended());
        QCOMPARE(client.error().kind, ErrorKind::Timeout);
        QCOMPARE(client.error().detail, u"no answer within 0.05 s"_s);
    }

    void ownAuthoritiesAreTrusted()
    {
        if (!QSslSocket::supportsSsl())
            QSKIP("there is no TLS here");
        const SecureServer server;
        const QUrl address(u"https://127.0.0.1:%1/v1"_s.arg(server.serverPort()));
        House house;
        const Client refused = asked(house, address, {});
        QTRY_VERIFY(refused.ended());
        QCOMPARE(refused.error().kind, ErrorKind::Network);
        QVERIFY2(refused.error().detail.contains(u"Settings > Endpoints"_s), qPrintable(refused.error().detail));
        EndpointOptions options;
        options.caFile = testDataPath(u"tls/ca.pem"_s);
        const Client trusted = asked(house, address, options);
        QTRY_VERIFY(trusted.ended());
        QCOMPARE(trusted.lines(), goodLines);
        // And not with connections that were made otherwise.
        const Client again = asked(house, address, {});
        QTRY_VERIFY(again.ended());
        QCOMPARE(again.error().kind, ErrorKind::Network);
    }

    /// Less trust than was wanted would be silent otherwise.
    void aFileWithoutCertificatesSendsNothing_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("no file") << testDataPath(u"tls/none.pem"_s) << ErrorKind::File;
        QTest::newRow("a key alone") << testDataPath(u"tls/server.key"_s) << ErrorKind::Syntax;
    }
    void aFileWithoutCertificatesSendsNothing()
    {
        QFETCH(QString, path);
        QFETCH(ErrorKind, kind);
        House house;
        EndpointOptions options;
        options.caFile = path;
        const Client client = asked(house, house.server.baseUrl(), options);
        QTRY_VERIFY(client.ended());
        QCOMPARE(client.error().kind, kind);
        QCOMPARE(client.error().place, path);
        QCOMPARE(house.requests(), 0);
    }

    void certificatesInWords()
    {
        const Result<CertificateFacts> facts = certificateFacts(testDataPath(u"tls/ca.pem"_s));
        QVERIFY(facts);
        QCOMPARE(facts->count, 1);
        QCOMPARE(facts->subject, u"Tempera Test CA"_s);
        QCOMPARE(facts->until.toUTC().date(), QDate(2119, 12, 31));
    }
};

} // namespace Tempera

QTEST_GUILESS_MAIN(Tempera::ServerOptionsTest)
#include "tst_serveroptions.moc"
