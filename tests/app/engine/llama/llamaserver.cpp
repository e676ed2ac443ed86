// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/engine/llama/llamaserver.h"
#include "tests/support/testpaths.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr int Patience = 60'000; // ms

QString program()
{
    return llamaProgram(u"llama-server"_s);
}

quint16 freePort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : 0;
}

bool waitFor(QNetworkReply &reply)
{
    QSignalSpy finished(&reply, &QNetworkReply::finished);
    return reply.isFinished() || finished.wait(Patience);
}

} // namespace

bool LlamaServer::isBuilt()
{
    return QFileInfo(program()).isExecutable();
}

bool LlamaServer::start(const QString &modelPath)
{
    const QString port = QString::number(freePort());
    m_base = u"http://127.0.0.1:"_s + port;
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.start(program(), {u"-m"_s, modelPath, u"--host"_s, u"127.0.0.1"_s, u"--port"_s, port, u"-np"_s, u"1"_s, u"-c"_s,
                                u"512"_s, u"--no-warmup"_s, u"--jinja"_s,
                                // The same attention as ours: other rounding, other text where two tokens are near.
                                // One thread, because on a busy machine two wait for each other.
                                u"-fa"_s, u"off"_s, u"-t"_s, u"1"_s});
    if (!m_process.waitForStarted()) {
        m_why = m_process.errorString();
        return false;
    }
    const bool healthy = QTest::qWaitFor([this] { return m_process.state() != QProcess::Running || isHealthy(); }, Patience);
    if (healthy && m_process.state() == QProcess::Running)
        return true;
    m_why = QString::fromUtf8(m_process.readAll());
    return false;
}

LlamaServer::~LlamaServer()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    if (!m_process.waitForFinished(5'000)) {
        m_process.kill();
        m_process.waitForFinished();
    }
}

bool LlamaServer::isHealthy()
{
    const std::unique_ptr<QNetworkReply> reply(m_network.get(QNetworkRequest(QUrl(m_base + u"/health"_s))));
    return waitFor(*reply) && reply->error() == QNetworkReply::NoError;
}

QJsonObject LlamaServer::post(const QString &path, const QJsonObject &body)
{
    QNetworkRequest request(QUrl(m_base + path));
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    const std::unique_ptr<QNetworkReply> reply(m_network.post(request, QJsonDocument(body).toJson()));
    if (!waitFor(*reply))
        return {};
    const QByteArray answer = reply->readAll();
    if (reply->error() != QNetworkReply::NoError)
        m_why = reply->errorString() + u": "_s + QString::fromUtf8(answer);
    return reply->error() == QNetworkReply::NoError ? QJsonDocument::fromJson(answer).object() : QJsonObject();
}

} // namespace Tempera
