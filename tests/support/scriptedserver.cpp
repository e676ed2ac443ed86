// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/scriptedserver.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpSocket>

#include <algorithm>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

QByteArray chunk(const QByteArray &bytes)
{
    return QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n";
}

QByteArray frame(const QJsonObject &object)
{
    return "data: " + QJsonDocument(object).toJson(QJsonDocument::Compact) + "\n\n";
}

QJsonObject chatChunk(const QJsonObject &delta, const QJsonValue &reason)
{
    const QJsonObject choice{{u"index"_s, 0}, {u"delta"_s, delta}, {u"finish_reason"_s, reason}};
    return {{u"object"_s, u"chat.completion.chunk"_s}, {u"model"_s, u"scripted-1"_s}, {u"choices"_s, QJsonArray{choice}}};
}

/// The request at the start of the bytes, taken out of them; nothing while it is incomplete.
std::optional<ScriptedRequest> takeRequest(QByteArray &bytes)
{
    const qsizetype headEnd = bytes.indexOf("\r\n\r\n");
    if (headEnd < 0)
        return {};
    ScriptedRequest request;
    QList<QByteArray> lines = bytes.first(headEnd).split('\n');
    const QList<QByteArray> words = lines.takeFirst().trimmed().split(' ');
    request.method = words.value(0);
    request.path = words.value(1);
    for (const QByteArray &line : std::as_const(lines)) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0)
            request.headers.insert(line.first(colon).toLower(), line.sliced(colon + 1).trimmed());
    }
    const qsizetype length = request.headers.value("content-length").toLongLong();
    if (bytes.size() < headEnd + 4 + length)
        return {};
    request.body = bytes.sliced(headEnd + 4, length);
    bytes.remove(0, headEnd + 4 + length);
    return request;
}

} // namespace

struct ScriptedServer::Connection {
    std::unique_ptr<QTcpSocket> socket;
    QByteArray input;
    std::optional<ScriptedAnswer> answer; ///< The one that is under way.
};

ScriptedAnswer ScriptedAnswer::whole(int status, const QByteArray &body, const QList<QByteArray> &headers)
{
    QByteArray bytes = "HTTP/1.1 " + QByteArray::number(status) + " Scripted\r\n";
    for (const QByteArray &header : headers)
        bytes += header + "\r\n";
    bytes += "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    return {{bytes}, Ending::KeepAlive, Pace::Turn};
}

ScriptedAnswer ScriptedAnswer::stream(const QList<QByteArray> &pieces, Ending ending)
{
    ScriptedAnswer answer;
    answer.ending = ending;
    answer.pieces += "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n";
    for (const QByteArray &piece : pieces) {
        if (!piece.isEmpty()) // an empty chunk is the last one; what came after it would belong to the next answer
            answer.pieces += chunk(piece);
    }
    if (ending == Ending::KeepAlive || ending == Ending::Close)
        answer.pieces += chunk({});
    return answer;
}

ScriptedAnswer ScriptedAnswer::raw(const QByteArray &bytes, Ending ending)
{
    return {{bytes}, ending, Pace::Turn};
}

ScriptedAnswer ScriptedAnswer::chat(const QStringList &texts)
{
    return stream(chatPieces(texts));
}

QList<QByteArray> chatPieces(const QStringList &texts)
{
    QList<QByteArray> pieces;
    for (const QString &text : texts)
        pieces += frame(chatChunk({{u"content"_s, text}}, QJsonValue::Null));
    pieces += frame(chatChunk({}, u"stop"_s));
    const QJsonObject usage{{u"prompt_tokens"_s, 5}, {u"completion_tokens"_s, texts.size()}};
    pieces += frame({{u"choices"_s, QJsonArray()}, {u"usage"_s, usage}});
    pieces += "data: [DONE]\n\n";
    return pieces;
}

ScriptedServer::ScriptedServer()
{
    handler = [](const ScriptedRequest &) { return ScriptedAnswer::whole(500, "{\"error\":\"nothing scripted\"}"); };
    connect(&m_server, &QTcpServer::newConnection, this, &ScriptedServer::accept);
    if (!m_server.listen(QHostAddress::LocalHost))
        qFatal("no port on the loopback interface");
}

ScriptedServer::~ScriptedServer() = default;

QUrl ScriptedServer::baseUrl() const
{
    return QUrl(u"http://127.0.0.1:%1/v1"_s.arg(m_server.serverPort()));
}

int ScriptedServer::open() const
{
    return static_cast<int>(
        std::ranges::count_if(m_open, [](const auto &c) { return c->socket->state() == QAbstractSocket::ConnectedState; }));
}

void ScriptedServer::accept()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        socket->setParent(nullptr);
        ++m_connections;
        m_open.push_back(std::make_unique<Connection>());
        Connection &connection = *m_open.back();
        connection.socket.reset(socket);
        connect(socket, &QTcpSocket::readyRead, this, [this, &connection] { read(connection); });
    }
}

void ScriptedServer::read(Connection &connection)
{
    connection.input += connection.socket->readAll();
    if (connection.answer)
        return; // no pipelining: the next request is taken when this answer is out
    auto request = takeRequest(connection.input);
    if (!request)
        return;
    m_requests.push_back(*request);
    if (m_answers.empty()) {
        connection.answer = handler(*request);
    } else {
        connection.answer = m_answers.front();
        m_answers.pop_front();
    }
    if (connection.answer->pace == ScriptedAnswer::Pace::Turn)
        proceed(connection);
}

void ScriptedServer::proceed(Connection &connection)
{
    if (!connection.answer)
        return;
    if (connection.answer->pieces.isEmpty())
        return finish(connection);
    connection.socket->write(connection.answer->pieces.takeFirst());
    connection.socket->flush();
    if (connection.answer->pieces.isEmpty())
        return finish(connection);
    if (connection.answer->pace == ScriptedAnswer::Pace::Turn)
        QMetaObject::invokeMethod(connection.socket.get(), [this, &connection] { proceed(connection); }, Qt::QueuedConnection);
}

void ScriptedServer::finish(Connection &connection)
{
    const auto ending = connection.answer->ending;
    if (ending == ScriptedAnswer::Ending::Hang)
        return; // the answer stays under way
    connection.answer.reset();
    if (ending == ScriptedAnswer::Ending::Close)
        connection.socket->disconnectFromHost();
    else if (ending == ScriptedAnswer::Ending::Cut)
        connection.socket->abort();
    else
        read(connection);
}

void ScriptedServer::step()
{
    for (const auto &connection : m_open) {
        if (connection->answer && connection->answer->pace == ScriptedAnswer::Pace::Step)
            proceed(*connection);
    }
}

} // namespace Tempera
