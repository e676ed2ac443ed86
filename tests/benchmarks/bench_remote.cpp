// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Many remote cells against a server in the same process: what the engine itself costs. Prints one line a figure,
// "bench NAME = VALUE UNIT (target TARGET) ok|short"; exit code 1 where one is short.

#include "app/engine/batcher.h"
#include "app/engine/http/httpbackend.h"
#include "app/engine/threadedengine.h"
#include "tests/support/scriptedserver.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QSemaphore>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

constexpr int cells = 4000;
constexpr int slotsAtOnce = 32;

/// A scripted server on a thread of its own.
class ServerThread
{
public:
    ServerThread()
    {
        const QByteArray body = chatPieces({u"The"_s, u" answer"_s, u" is"_s, u" 42."_s}).join();
        ScriptedAnswer answer = ScriptedAnswer::whole(200, body, {"Content-Type: text/event-stream"});
        QSemaphore ready;
        m_context.moveToThread(&m_thread);
        m_thread.start();
        QMetaObject::invokeMethod(
            &m_context,
            [this, answer, &ready] {
                m_server = std::make_unique<ScriptedServer>();
                m_server->handler = [answer](const ScriptedRequest &) { return answer; };
                m_url = m_server->baseUrl();
                ready.release();
            },
            Qt::QueuedConnection);
        ready.acquire();
    }
    ~ServerThread()
    {
        QMetaObject::invokeMethod(
            &m_context,
            [this] {
                m_server.reset();
                m_thread.quit();
            },
            Qt::QueuedConnection);
        m_thread.wait();
    }
    [[nodiscard]] QUrl url() const { return m_url; }

private:
    QThread m_thread;
    QObject m_context;
    std::unique_ptr<ScriptedServer> m_server;
    QUrl m_url;
};

/// Peak resident memory of this process in MiB.
double peakMemory()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = status.readAll();
    const qsizetype at = text.indexOf("VmHWM:");
    return at < 0 ? 0 : text.sliced(at + 6, text.indexOf("kB", at) - at - 6).trimmed().toDouble() / 1024;
}

bool print(const char *name, double value, const char *unit, const char *target, bool ok)
{
    std::printf("bench %s = %.1f %s (target %s) %s\n", name, value, unit, target, ok ? "ok" : "short");
    return ok;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const ServerThread server;
    const SystemClock clock;
    ThreadedEngine engine(
        [&clock] {
            std::vector<std::unique_ptr<Backend>> backends;
            backends.push_back(std::make_unique<HttpBackend>(clock));
            return backends;
        },
        clock, {.httpSlots = slotsAtOnce});

    GenerationRequest request;
    request.endpoint = endpointFromId(u"llama:bench"_s);
    request.endpoint.baseUrl = server.url();
    request.messages = {{Role::User, u"What is the answer?"_s}};
    int ended = 0;
    int good = 0;
    const auto sink = [&](const GenerationBatch &batch) {
        if (!isEnd(batch.back()))
            return;
        good += std::holds_alternative<Event::Finished>(batch.back()) ? 1 : 0;
        if (++ended == cells)
            app.quit();
    };
    QElapsedTimer timer;
    timer.start();
    std::vector<std::unique_ptr<Generation>> generations;
    for (int i = 0; i < cells; ++i)
        generations.push_back(engine.start(request, sink));
    app.exec();
    const double seconds = static_cast<double>(timer.nsecsElapsed()) * 1e-9;

    const double rate = cells / seconds;
    const double memory = peakMemory();
    bool ok = print("remote-engine-failures", cells - good, "cells", "0", good == cells);
    ok = print("remote-engine-rate", rate, "cells/s", ">= 2000", rate >= 2000) && ok;
    ok = print("remote-engine-memory", memory, "MiB", "<= 120", memory <= 120) && ok;
    return ok ? 0 : 1;
}
