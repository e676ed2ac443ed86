// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/engine/batcher.h"
#include "app/engine/http/httpbackend.h"
#include "app/engine/threadedengine.h"
#include "tests/support/eventtext.h"
#include "tests/support/scriptedserver.h"

#include <QLoggingCategory>
#include <QMutex>
#include <QTest>

#include <chrono>
#include <memory>
#include <variant>

/// What the tests of the remote engine share.
namespace Tempera::HttpTesting {

using Ending = ScriptedAnswer::Ending;

/// Everything that was logged while it lives, from any thread.
class LogKeeper
{
public:
    LogKeeper()
    {
        s_text.clear();
        QLoggingCategory::setFilterRules(QStringLiteral("tempera.*=true"));
        m_before = qInstallMessageHandler([](QtMsgType, const QMessageLogContext &context, const QString &message) {
            const QMutexLocker lock(&s_mutex);
            s_text += QString::fromLatin1(context.category) + QStringLiteral(": ") + message + u'\n';
        });
    }
    ~LogKeeper()
    {
        qInstallMessageHandler(m_before);
        QLoggingCategory::setFilterRules({});
    }
    static QString text()
    {
        const QMutexLocker lock(&s_mutex);
        return s_text;
    }

private:
    QtMessageHandler m_before = nullptr;
    inline static QMutex s_mutex;
    inline static QString s_text;
};

/// What one request heard.
struct Client {
    std::unique_ptr<Generation> generation;
    std::shared_ptr<GenerationBatch> heard = std::make_shared<GenerationBatch>();

    [[nodiscard]] bool ended() const { return !heard->empty() && isEnd(heard->back()); }
    [[nodiscard]] QString text() const { return textOf(*heard); }
    [[nodiscard]] const Error &error() const { return std::get<Event::Failed>(heard->back()).error; }
    /// The events as text, joined, without the note that it left the queue.
    [[nodiscard]] QStringList lines() const
    {
        QStringList all = eventTexts(joined(*heard));
        all.removeAll(QStringLiteral("started "));
        return all;
    }
};

/// The whole remote engine against a scripted server, on some clock.
template<typename ClockOfTest>
struct HouseOn {
    explicit HouseOn(const EngineSettings &settings = {})
        : engine(
              [this] {
                  std::vector<std::unique_ptr<Backend>> backends;
                  backends.push_back(std::make_unique<HttpBackend>(clock));
                  return backends;
              },
              clock, settings)
    {
    }

    [[nodiscard]] GenerationRequest request(int retries = 2) const
    {
        GenerationRequest request;
        request.endpoint.kind = EndpointKind::Remote;
        request.endpoint.id = QStringLiteral("openai:chat:scripted");
        request.endpoint.model = QStringLiteral("scripted");
        request.endpoint.baseUrl = server.baseUrl();
        request.messages = {{Role::User, QStringLiteral("hello")}};
        request.retry = {.maxRetries = retries, .base = std::chrono::milliseconds(1), .cap = std::chrono::milliseconds(1)};
        return request;
    }
    Client start(const GenerationRequest &wanted)
    {
        Client client;
        client.generation = engine.start(wanted, [heard = client.heard](const GenerationBatch &batch) {
            heard->insert(heard->end(), batch.begin(), batch.end());
        });
        return client;
    }
    [[nodiscard]] int requests() const { return static_cast<int>(server.requests().size()); }

    ClockOfTest clock;
    ScriptedServer server;
    ThreadedEngine engine;
};

using House = HouseOn<SystemClock>;

inline const QStringList goodLines{QStringLiteral("started scripted-1"), QStringLiteral("text Hello"),
                                   QStringLiteral("finished stop in=5 out=2")};

} // namespace Tempera::HttpTesting
