// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/benchmarks/local/peers.h"
#include "tests/support/testpaths.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTcpServer>

#include <algorithm>
#include <memory>
#include <vector>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr int Patience = 300'000; // ms
const QString attention = QString::fromLatin1(PeerAttention);

QString program(const QString &name)
{
    return llamaProgram(name);
}

/// What it printed; empty = it failed.
QByteArray output(const QString &name, const QStringList &arguments)
{
    QProcess process;
    process.start(program(name), arguments);
    return process.waitForFinished(Patience) && process.exitCode() == 0 ? process.readAllStandardOutput() : QByteArray();
}

std::optional<double> positive(double value)
{
    return value > 0 ? std::optional(value) : std::nullopt;
}

/// Waits until all have ended; here nothing else needs the thread.
bool waitFor(const std::vector<std::unique_ptr<QNetworkReply>> &replies)
{
    QEventLoop loop;
    auto running = static_cast<int>(replies.size());
    for (const auto &reply : replies) {
        QObject::connect(reply.get(), &QNetworkReply::finished, &loop, [&loop, &running] {
            if (--running == 0)
                loop.quit();
        });
    }
    loop.exec();
    return std::ranges::all_of(replies, [](const auto &reply) { return reply->error() == QNetworkReply::NoError; });
}

} // namespace

std::optional<double> llamaBench(const QString &model, int threads, int tokens)
{
    const QByteArray printed =
        output(u"llama-bench"_s, {u"-m"_s, model, u"-p"_s, u"0"_s, u"-n"_s, QString::number(tokens), u"-r"_s, u"1"_s, u"-t"_s,
                                  QString::number(threads), u"-fa"_s, attention, u"-o"_s, u"json"_s});
    return positive(QJsonDocument::fromJson(printed).array().at(0).toObject().value("avg_ts"_L1).toDouble());
}

std::optional<double> batchedBench(const QString &model, int threads, const VariantsTask &task)
{
    const QByteArray printed = output(u"llama-batched-bench"_s, {u"-m"_s,
                                                                 model,
                                                                 u"-c"_s,
                                                                 u"4096"_s,
                                                                 u"-npp"_s,
                                                                 QString::number(task.promptTokens),
                                                                 u"-ntg"_s,
                                                                 QString::number(task.steps),
                                                                 u"-npl"_s,
                                                                 QString::number(task.variants),
                                                                 u"-pps"_s,
                                                                 u"-kvu"_s,
                                                                 u"-t"_s,
                                                                 QString::number(threads),
                                                                 u"-tb"_s,
                                                                 QString::number(threads),
                                                                 u"-fa"_s,
                                                                 attention,
                                                                 u"--output-format"_s,
                                                                 u"jsonl"_s});
    for (const QByteArray &line : printed.split('\n')) {
        const QJsonObject measured = QJsonDocument::fromJson(line).object();
        if (measured.contains("t"_L1))
            return positive(measured.value("t"_L1).toDouble());
    }
    return {};
}

bool PeerServer::start(const QString &model, int threads, const VariantsTask &task)
{
    QTcpServer probe;
    if (!probe.listen(QHostAddress::LocalHost))
        return false;
    const QString port = QString::number(probe.serverPort());
    probe.close();
    m_base = u"http://127.0.0.1:"_s + port;
    const int context = task.variants * (task.promptTokens + task.steps + 64);
    // Not read, and a full pipe would stop it.
    m_process.setStandardOutputFile(QProcess::nullDevice());
    m_process.setStandardErrorFile(QProcess::nullDevice());
    m_process.start(program(u"llama-server"_s),
                    {u"-m"_s, model, u"--host"_s, u"127.0.0.1"_s, u"--port"_s, port, u"-np"_s, QString::number(task.variants),
                     u"-c"_s, QString::number(context), u"-t"_s, QString::number(threads), u"-tb"_s, QString::number(threads),
                     u"-fa"_s, attention});
    if (!m_process.waitForStarted())
        return false;
    QElapsedTimer waiting;
    waiting.start();
    while (waiting.elapsed() < Patience && !m_process.waitForFinished(100)) {
        QNetworkAccessManager network;
        std::vector<std::unique_ptr<QNetworkReply>> replies;
        replies.emplace_back(network.get(QNetworkRequest(QUrl(m_base + u"/health"_s))));
        if (waitFor(replies))
            return true;
    }
    return false;
}

PeerServer::~PeerServer()
{
    m_process.terminate();
    if (!m_process.waitForFinished(5'000))
        m_process.kill();
    m_process.waitForFinished();
}

std::optional<double> PeerServer::variants(const QString &prompt, const VariantsTask &task) const
{
    QNetworkAccessManager network;
    QNetworkRequest request(QUrl(m_base + u"/completion"_s));
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    std::vector<std::unique_ptr<QNetworkReply>> replies;
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < task.variants; ++i) {
        // The first token is the prompt's own; each of the others is a step.
        const QJsonObject body{
            {u"prompt"_s, prompt}, {u"n_predict"_s, task.steps + 1}, {u"temperature"_s, 0.5 + 0.1 * i}, {u"top_k"_s, 40},
            {u"seed"_s, 1},        {u"ignore_eos"_s, true}};
        replies.emplace_back(network.post(request, QJsonDocument(body).toJson()));
    }
    if (!waitFor(replies))
        return {};
    const double seconds = static_cast<double>(timer.nsecsElapsed()) / 1e9;
    for (const auto &reply : replies) {
        const QJsonObject answer = QJsonDocument::fromJson(reply->readAll()).object();
        if (answer.value("tokens_predicted"_L1).toInt() != task.steps + 1)
            return {};
    }
    return seconds;
}

} // namespace Tempera
