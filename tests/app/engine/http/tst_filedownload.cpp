// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/http/filedownload.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <chrono>
#include <optional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Tempera {
namespace {

/// Gives every request the same bytes, and closes where that is asked.
class FileServer final : public QTcpServer
{
public:
    explicit FileServer(QByteArray answer, bool closes = true) : m_answer(std::move(answer))
    {
        connect(this, &QTcpServer::newConnection, this, [this, closes] {
            QTcpSocket *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket, closes] {
                request += socket->readAll();
                if (!request.endsWith("\r\n\r\n"))
                    return;
                socket->write(m_answer);
                if (closes)
                    socket->disconnectFromHost();
            });
        });
        listen(QHostAddress::LocalHost);
    }

    [[nodiscard]] QUrl url() const { return QUrl(u"http://127.0.0.1:%1/prices.json"_s.arg(serverPort())); }

    QByteArray request;

private:
    QByteArray m_answer;
};

QByteArray page(const QByteArray &status, const QByteArray &body, const QByteArray &more = {})
{
    return "HTTP/1.1 " + status + "\r\nConnection: close\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" + more
           + "\r\n" + body;
}

Result<QByteArray> fetched(const QUrl &url, ReplyBounds bounds = {})
{
    const SystemClock clock;
    FileDownload download(clock);
    QObject guard;
    std::optional<Result<QByteArray>> bytes;
    download.fetch(url, bounds, &guard, [&](const Result<QByteArray> &came) { bytes = came; });
    if (!QTest::qWaitFor([&] { return bytes.has_value(); }, 60'000))
        return failure(ErrorKind::Internal, u"no answer came"_s);
    return *bytes;
}

} // namespace

class FileDownloadTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fetchesAndTellsNothing()
    {
        FileServer server(page("200 OK", "{\"a\": 1}", "Set-Cookie: a=b\r\n"));
        QCOMPARE(fetched(server.url()).value(), "{\"a\": 1}"_ba);
        QVERIFY(!server.request.toLower().contains("cookie"));
        QVERIFY(!server.request.toLower().contains("authorization"));
    }

    void onlyHttpsFromElsewhere()
    {
        for (const auto &address : {u"http://example.org/prices.json"_s, u"ftp://example.org/x"_s, u"file:///etc/passwd"_s,
                                    u"https://"_s, u"data:text/plain,1"_s}) {
            const Result<QByteArray> bytes = fetched(QUrl(address));
            QVERIFY2(!bytes, qPrintable(address));
            QCOMPARE(bytes.error().kind, ErrorKind::Usage);
        }
    }

    void whatIsTooLargeIsLeft()
    {
        FileServer server(page("200 OK", QByteArray(3000, 'x')));
        const Result<QByteArray> bytes = fetched(server.url(), {.bytes = 2000});
        QVERIFY(!bytes);
        QCOMPARE(bytes.error().kind, ErrorKind::Protocol);
        QCOMPARE(fetched(server.url(), {.bytes = 3000}).value().size(), 3000);
    }

    void whatIsTooSlowIsLeft()
    {
        FileServer server("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc", false);
        const Result<QByteArray> bytes = fetched(server.url(), {.time = 200ms});
        QVERIFY(!bytes);
        QCOMPARE(bytes.error().kind, ErrorKind::Timeout);
    }

    void nobodyIsFollowedElsewhere()
    {
        FileServer server(page("302 Found", {}, "Location: https://example.org/prices.json\r\n"));
        QVERIFY(!fetched(server.url()));
        FileServer missing(page("404 Not Found", "no"));
        QVERIFY(!fetched(missing.url()));
    }
};

} // namespace Tempera

QTEST_GUILESS_MAIN(Tempera::FileDownloadTest)
#include "tst_filedownload.moc"
