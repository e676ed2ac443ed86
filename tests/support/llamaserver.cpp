// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/llamaserver.h"
#include "tests/support/testpaths.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QHostAddress>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <sched.h>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

const QString program = llamaProgram(u"llama-server"_s);
const QString model = builtInModel();

int freePort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : 0;
}

} // namespace

QString LlamaServer::missing()
{
    for (const QString &path : {program, model}) {
        if (!QFile::exists(path))
            return u"there is no "_s + path;
    }
    return {};
}

LlamaServer::~LlamaServer()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    if (!m_process.waitForFinished(5000)) {
        m_process.kill();
        m_process.waitForFinished(5000);
    }
}

QUrl LlamaServer::baseUrl() const
{
    return QUrl(u"http://127.0.0.1:%1/v1"_s.arg(m_port));
}

void LlamaServer::kill()
{
    m_process.kill();
    m_process.waitForFinished(5000);
}

void LlamaServer::pinTo(int core)
{
    m_process.setChildProcessModifier([core] {
        cpu_set_t only;
        CPU_ZERO(&only);
        CPU_SET(static_cast<std::size_t>(core), &only);
        sched_setaffinity(0, sizeof(only), &only);
    });
}

bool LlamaServer::start(const QStringList &arguments)
{
    if (m_port == 0)
        m_port = freePort();
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.start(program, QStringList{u"-m"_s, model, u"--host"_s, u"127.0.0.1"_s, u"--port"_s, QString::number(m_port),
                                         u"-c"_s, u"1024"_s, u"-t"_s, u"1"_s, u"-np"_s, u"2"_s, u"--no-webui"_s}
                                 + arguments);
    if (!m_process.waitForStarted())
        return false;
    const bool healthy = QTest::qWaitFor([this] { return m_process.state() == QProcess::NotRunning || isHealthy(); },
                                         QDeadlineTimer(std::chrono::seconds(60)));
    m_log += m_process.readAll();
    return healthy && m_process.state() == QProcess::Running;
}

bool LlamaServer::isHealthy()
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), static_cast<quint16>(m_port));
    if (!socket.waitForConnected(200))
        return false;
    socket.write("GET /health HTTP/1.0\r\n\r\n");
    QByteArray answer;
    while (socket.waitForReadyRead(500))
        answer += socket.readAll();
    return answer.contains(" 200 ");
}

} // namespace Tempera
