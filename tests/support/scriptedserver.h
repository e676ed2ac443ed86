// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QMap>
#include <QObject>
#include <QTcpServer>
#include <QUrl>

#include <deque>
#include <functional>
#include <memory>
#include <vector>

class QTcpSocket;

namespace Tempera {

/// A request as the scripted server got it. Header names are in lower case.
struct ScriptedRequest {
    QByteArray method;
    QByteArray path;
    QMap<QByteArray, QByteArray> headers;
    QByteArray body;
};

/// What the scripted server does with one request.
struct ScriptedAnswer {
    /// When the next piece leaves.
    enum class Pace {
        Turn, ///< With the next turn of the event loop.
        Step, ///< When the test calls ScriptedServer::step().
    };
    /// What follows the last piece.
    enum class Ending {
        KeepAlive, ///< The answer is complete, the connection stays.
        Close,     ///< Orderly end of the connection.
        Cut,       ///< Reset of the connection.
        Hang,      ///< Nothing, for ever.
    };
    QList<QByteArray> pieces; ///< Bytes on the wire, status line and headers included.
    Ending ending = Ending::KeepAlive;
    Pace pace = Pace::Turn;

    /// A whole answer with Content-Length.
    [[nodiscard]] static ScriptedAnswer whole(int status, const QByteArray &body,
                                              const QList<QByteArray> &headers = {"Content-Type: application/json"});
    /// A chunked text/event-stream; each piece is one chunk, cut wherever the caller likes. With KeepAlive or Close the
    /// last chunk follows, otherwise it is missing.
    [[nodiscard]] static ScriptedAnswer stream(const QList<QByteArray> &pieces, Ending ending = Ending::KeepAlive);
    /// Bytes as they are.
    [[nodiscard]] static ScriptedAnswer raw(const QByteArray &bytes, Ending ending = Ending::Close);
    /// Takes the request and never says a word.
    [[nodiscard]] static ScriptedAnswer silence() { return {{}, Ending::Hang, Pace::Turn}; }
    /// A good streamed chat completion: one chunk a text, finish reason, usage, [DONE].
    [[nodiscard]] static ScriptedAnswer chat(const QStringList &texts);

    [[nodiscard]] ScriptedAnswer stepwise() const
    {
        ScriptedAnswer answer = *this;
        answer.pace = Pace::Step;
        return answer;
    }
};

/// The pieces of an event stream that a good chat completion consists of: a chunk for each text, then the end.
[[nodiscard]] QList<QByteArray> chatPieces(const QStringList &texts);

/// An HTTP/1.1 server on the loopback interface that answers by script. Lives in the thread that made it.
class ScriptedServer final : public QObject
{
public:
    ScriptedServer();
    ~ScriptedServer() override;

    /// "http://127.0.0.1:PORT/v1"
    [[nodiscard]] QUrl baseUrl() const;
    /// Answers in the order of the requests; after the last one the handler answers.
    void enqueue(const ScriptedAnswer &answer) { m_answers.push_back(answer); }
    /// What answers where nothing is queued; at first a status 500.
    std::function<ScriptedAnswer(const ScriptedRequest &)> handler;

    [[nodiscard]] const std::vector<ScriptedRequest> &requests() const { return m_requests; }
    [[nodiscard]] int connections() const { return m_connections; } ///< Ever made.
    [[nodiscard]] int open() const;                                 ///< Alive now.
    /// Sends the next piece of every answer that waits for a step.
    void step();

private:
    struct Connection;

    void accept();
    void read(Connection &connection);
    void proceed(Connection &connection);
    void finish(Connection &connection);

    QTcpServer m_server;
    std::deque<ScriptedAnswer> m_answers;
    std::vector<ScriptedRequest> m_requests;
    std::vector<std::unique_ptr<Connection>> m_open;
    int m_connections = 0;
};

} // namespace Tempera
