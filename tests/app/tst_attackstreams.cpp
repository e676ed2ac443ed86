// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Servers that never come to an end, against the built program with little memory: each cell ends with an error that says
// what was wrong, keeps what came, and takes neither memory nor time without bound.

#include "tests/support/sanitized.h"
#include "tests/support/testpaths.h"

#include <QDir>
#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <chrono>
#include <limits>
#include <sys/resource.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Tempera;

namespace {

constexpr rlim_t memory = rlim_t{1536} * 1024 * 1024; ///< Of addresses; without a bound it was all that there was.
constexpr qint64 mostSent = 700 * 1024 * 1024;        ///< The server gives up: the program should have long before.

const QByteArray streamHead = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n";

QByteArray chatEvent(const QByteArray &delta)
{
    return "data: {\"id\":\"x\",\"model\":\"m\",\"choices\":[{\"index\":0,\"delta\":" + delta + ",\"finish_reason\":null}]}\n\n";
}

QByteArray wordsOf(const QByteArray &name)
{
    return chatEvent("{\"" + name + "\":\"" + QByteArray("word ").repeated(20) + "\"}").repeated(50);
}

/// What a hostile server sends: a beginning, then one piece again and again.
struct Flood {
    QByteArray head;
    QByteArray piece;
    std::chrono::milliseconds pause{0}; ///< Between two pieces; 0 = as fast as they are taken.
    QByteArray after = {};              ///< What is sent to all requests but the first `badOnes`, whole.
    int badOnes = std::numeric_limits<int>::max();
};

/// Answers every request with the flood until the other side goes away.
class FloodServer final : public QTcpServer
{
public:
    explicit FloodServer(Flood flood) : m_flood(std::move(flood))
    {
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *socket = nextPendingConnection())
                serve(socket);
        });
        listen(QHostAddress::LocalHost);
    }

    [[nodiscard]] int requests() const { return m_requests; }
    [[nodiscard]] qint64 sent() const { return m_sent; }

private:
    void serve(QTcpSocket *socket)
    {
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
            QByteArray &input = m_inputs[socket];
            input += socket->readAll();
            // The program sends its JSON last, with a closing brace.
            if (input.contains("\r\n\r\n") && input.endsWith('}')) {
                input.clear();
                answer(socket);
            }
        });
        connect(socket, &QObject::destroyed, this, [this, socket] { m_inputs.remove(socket); });
    }

    void answer(QTcpSocket *socket)
    {
        if (++m_requests > m_flood.badOnes) {
            socket->write(m_flood.after);
            return socket->disconnectFromHost();
        }
        socket->write(m_flood.head);
        if (m_flood.piece.isEmpty())
            return socket->disconnectFromHost();
        if (m_flood.pause > 0ms) {
            auto *timer = new QTimer(socket);
            connect(timer, &QTimer::timeout, this, [this, socket] { socket->write(m_flood.piece); });
            return timer->start(m_flood.pause);
        }
        connect(socket, &QTcpSocket::bytesWritten, this, [this, socket] { more(socket); });
        more(socket);
    }

    void more(QTcpSocket *socket)
    {
        while (socket->state() == QAbstractSocket::ConnectedState && socket->bytesToWrite() < 512 * 1024 && m_sent < mostSent)
            m_sent += socket->write(m_flood.piece);
        if (m_sent >= mostSent)
            socket->abort();
    }

    Flood m_flood;
    QHash<QObject *, QByteArray> m_inputs;
    int m_requests = 0;
    qint64 m_sent = 0;
};

struct Ended {
    int exitCode = -1;
    QJsonObject result; ///< Of the one cell.
    QByteArray told;    ///< What stood on stderr.

    [[nodiscard]] QString error() const { return result.value(u"error"_s).toString(); }
    [[nodiscard]] QString kind() const { return result.value(u"tempera"_s).toObject().value(u"errorKind"_s).toString(); }
    [[nodiscard]] int retries() const { return result.value(u"tempera"_s).toObject().value(u"retries"_s).toInt(-1); }
    [[nodiscard]] QString text() const { return result.value(u"response"_s).toObject().value(u"output"_s).toString(); }
};

/// One cell that asks the server; the program may take little memory.
Ended runAgainst(const FloodServer &server, const QStringList &options, const QByteArray &settings = {},
                 const QByteArray &more = {})
{
    QTemporaryDir home;
    QFile file(home.filePath(u"e.yaml"_s));
    if (!file.open(QIODevice::WriteOnly))
        return {};
    file.write("prompts: [x]\nproviders: [{id: 'openai:chat:m', config: {apiBaseUrl: 'http://127.0.0.1:"
               + QByteArray::number(server.serverPort()) + "/v1'" + settings + "}}]\n" + more);
    file.close();
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"XDG_CONFIG_HOME"_s, home.filePath(u"config"_s));
    environment.insert(u"XDG_DATA_HOME"_s, home.filePath(u"data"_s));
    process.setProcessEnvironment(environment);
#ifndef __SANITIZE_ADDRESS__ // whose shadow takes terabytes of addresses
    process.setChildProcessModifier([] {
        const rlimit limit{memory, memory};
        setrlimit(RLIMIT_AS, &limit);
    });
#endif
    QSignalSpy ended(&process, &QProcess::finished);
    process.start(temperaProgram(), QStringList{u"run"_s, file.fileName(), u"--json"_s} + options);
    if (!ended.wait(100'000)) {
        process.kill();
        process.waitForFinished();
        return {};
    }
    const QJsonObject report = QJsonDocument::fromJson(process.readAllStandardOutput()).object();
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            report.value(u"results"_s).toObject().value(u"results"_s).toArray().at(0).toObject(), process.readAllStandardError()};
}

} // namespace

class TestAttackStreams : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endless_data();
    void endless();
    void fewTokensMakeTheLimitsLess();
    void aSlowDripEndsAtTheDeadline_data();
    void aSlowDripEndsAtTheDeadline();
    void theFileSetsTheDeadlineToo();
    void anErrorsBodyIsGivenUp();
    void anEmptyStreamIsTriedAgain();
    void eachRequestThatArrivesIsTold_data();
    void eachRequestThatArrivesIsTold();
};

void TestAttackStreams::endless_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QByteArray>("piece");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("error");
    QTest::addColumn<bool>("keepsText");
    const auto row = [](const char *name, const QByteArray &head, const QByteArray &piece, const QString &kind,
                        const QString &error,
                        bool keepsText = false) { QTest::newRow(name) << head << piece << kind << error << keepsText; };
    const QByteArray refusal = "HTTP/1.1 400 X\r\nContent-Type: text/plain\r\nConnection: close\r\n\r\n";
    const QByteArray whole = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n";
    row("text", streamHead, wordsOf("content"), u"interrupted"_s, u"the answer is too long"_s, true);
    row("thinking", streamHead, wordsOf("reasoning_content"), u"interrupted"_s, u"the answer is too long"_s);
    row("calls of tools", streamHead,
        chatEvent("{\"tool_calls\":[{\"index\":0,\"function\":{\"name\":\"f\",\"arguments\":\"" + QByteArray(2000, 'a')
                  + "\"}}]}")
            .repeated(20),
        u"protocol"_s, u"the answer is too large"_s);
    row("an event", streamHead, "data: " + QByteArray(60'000, 'x') + '\n', u"protocol"_s,
        u"an event of the stream is too long"_s);
    row("a line", streamHead + "data: ", QByteArray(60'000, 'x'), u"protocol"_s, u"an event of the stream is too long"_s);
    row("comments", streamHead, ": " + QByteArray(60'000, 'x') + "\n\n", u"protocol"_s,
        u"the server sends comments without end"_s);
    row("a comment", streamHead + ": ", QByteArray(60'000, 'x'), u"protocol"_s, u"the server sends comments without end"_s);
    row("comments between texts", streamHead + chatEvent(R"({"content":"half"})"), ": " + QByteArray(60'000, 'x') + "\n\n",
        u"interrupted"_s, u"the server sends comments without end"_s, true);
    row("blank lines", streamHead, QByteArray(60'000, '\n'), u"protocol"_s, u"the server sends blank lines without end"_s);
    row("blank lines after a text", streamHead + chatEvent(R"({"content":"half"})"), QByteArray(60'000, '\n'), u"interrupted"_s,
        u"the server sends comments without end"_s, true);
    row("the body of an error", refusal, QByteArray(60'000, 'x'), u"bad-request"_s, u"HTTP 400"_s);
    row("an answer that is not streamed", whole + "{\"a\":\"", QByteArray(60'000, 'x'), u"protocol"_s,
        u"the answer is too large"_s);
}

void TestAttackStreams::endless()
{
    QFETCH(QByteArray, head);
    QFETCH(QByteArray, piece);
    QFETCH(QString, kind);
    QFETCH(QString, error);
    QFETCH(bool, keepsText);
    const FloodServer server({head, piece});
    // Where each access is checked, the largest answer would take minutes.
    const Ended ended = runAgainst(server, {}, isSanitized ? ", max_tokens: 1000" : "");
    QVERIFY2(ended.exitCode == 1, ended.told);
    QCOMPARE(ended.kind(), kind);
    QVERIFY2(ended.error().contains(error), qPrintable(ended.error()));
    QCOMPARE(!ended.text().isEmpty(), keepsText);
    QCOMPARE(server.requests(), 1);
    // A program that is twenty times as slow has that much on its way, and no limit of memory.
    QVERIFY2(isSanitized || server.sent() < mostSent, "the server gave up first");
}

void TestAttackStreams::fewTokensMakeTheLimitsLess()
{
    const FloodServer server({streamHead, wordsOf("content")});
    const Ended ended = runAgainst(server, {}, ", max_tokens: 10");
    QCOMPARE(ended.exitCode, 1);
    QVERIFY2(ended.error().contains(u"the answer is too long"_s), qPrintable(ended.error()));
    QVERIFY2(ended.text().size() < 1'200'000, qPrintable(QString::number(ended.text().size())));
    QVERIFY(ended.text().startsWith(u"word word"_s));
}

void TestAttackStreams::aSlowDripEndsAtTheDeadline_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QByteArray>("piece");
    QTest::addColumn<int>("pause");
    QTest::addColumn<QString>("kind");
    QTest::newRow("comments") << streamHead << ": keepalive\n\n"_ba << 100 << u"timeout"_s;
    QTest::newRow("a byte and a byte") << streamHead << "d"_ba << 100 << u"timeout"_s;
    QTest::newRow("a text and a text") << streamHead << chatEvent(R"({"content":"tick "})") << 100 << u"interrupted"_s;
    QTest::newRow("a head without end") << "HTTP/1.1 200 OK\r\nX-A: "_ba
                                        << "x"_ba << 100 << u"timeout"_s;
    QTest::newRow("a flood of head lines") << "HTTP/1.1 200 OK\r\n"_ba << QByteArray("X-A: b\r\n").repeated(1000) << 0
                                           << u"timeout"_s;
    QTest::newRow("a flood in a head line") << "HTTP/1.1 200 OK\r\nX-A: "_ba << QByteArray(8000, 'x') << 0 << u"timeout"_s;
}

void TestAttackStreams::aSlowDripEndsAtTheDeadline()
{
    QFETCH(QByteArray, head);
    QFETCH(QByteArray, piece);
    QFETCH(int, pause);
    QFETCH(QString, kind);
    const FloodServer server({head, piece, std::chrono::milliseconds(pause)});
    const Ended ended = runAgainst(server, {u"--deadline"_s, u"1.5"_s});
    QVERIFY2(ended.exitCode == 1, ended.told);
    QCOMPARE(ended.kind(), kind);
    QVERIFY2(ended.error().contains(u"not finished within 1.5 s, the limit for a whole request"_s), qPrintable(ended.error()));
    QCOMPARE(server.requests(), 1);
    QCOMPARE(ended.text().startsWith(u"tick tick"_s), kind == "interrupted"_L1);
}

void TestAttackStreams::theFileSetsTheDeadlineToo()
{
    const FloodServer server({streamHead, ": keepalive\n\n", 100ms});
    const Ended ended = runAgainst(server, {}, {}, "evaluateOptions: {timeoutMs: 1200}\n");
    QVERIFY2(ended.error().contains(u"not finished within 1.2 s"_s), qPrintable(ended.error() + QString::fromUtf8(ended.told)));
}

/// Its status has told what it is.
void TestAttackStreams::anErrorsBodyIsGivenUp()
{
    const FloodServer server({"HTTP/1.1 400 X\r\nContent-Type: text/plain\r\nConnection: close\r\n\r\n", "no ", 200ms});
    const Ended ended = runAgainst(server, {u"--deadline"_s, u"60"_s});
    QCOMPARE(ended.exitCode, 1);
    QCOMPARE(ended.kind(), u"bad-request"_s);
    QVERIFY2(ended.error().contains(u"no no no"_s), qPrintable(ended.error()));
}

void TestAttackStreams::anEmptyStreamIsTriedAgain()
{
    const QByteArray good = streamHead + chatEvent(R"({"content":"Hello"})")
                            + "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n";
    const FloodServer server({streamHead, {}, 0ms, good, 2});
    const Ended ended = runAgainst(server, {});
    QVERIFY2(ended.exitCode == 0, qPrintable(ended.error()));
    QCOMPARE(ended.text(), u"Hello"_s);
    QCOMPARE(ended.retries(), 2);
    QCOMPARE(server.requests(), 3);
}

void TestAttackStreams::eachRequestThatArrivesIsTold_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("half a status line") << "HTTP/1.1 200 OK\r\nContent-Ty"_ba;
}

void TestAttackStreams::eachRequestThatArrivesIsTold()
{
    QFETCH(QByteArray, head);
    const FloodServer server({head, {}});
    const Ended ended = runAgainst(server, {});
    QCOMPARE(ended.exitCode, 1);
    QCOMPARE(ended.kind(), u"network"_s);
    QCOMPARE(ended.retries(), 3);
    QCOMPARE(server.requests(), 4);
}

QTEST_GUILESS_MAIN(TestAttackStreams)
#include "tst_attackstreams.moc"
