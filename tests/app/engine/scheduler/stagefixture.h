// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/engine/batcher.h"
#include "app/engine/stage.h"
#include "tests/support/eventtext.h"
#include "tests/support/fakebackend.h"
#include "tests/support/fakeclock.h"

#include <QTest>

#include <chrono>
#include <memory>
#include <variant>

/// What the tests of the stages share. The stage behind the one that is tested is a FakeBackend.
namespace Tempera::StageTesting {

/// What one request heard.
struct Client {
    std::stop_source stop;
    std::shared_ptr<GenerationBatch> heard = std::make_shared<GenerationBatch>();
    std::shared_ptr<std::unique_ptr<BackendJob>> job = std::make_shared<std::unique_ptr<BackendJob>>();

    /// Lets it begin in a stage. As the stages do, the job is destroyed from inside its last event.
    void startIn(Stage &stage, const GenerationRequest &request)
    {
        *job = stage.start(request, stop.get_token(), [batch = heard, kept = job.get()](GenerationEvent event) {
            batch->push_back(std::move(event));
            if (isEnd(batch->back()))
                kept->reset();
        });
        if (ended()) // from inside start()
            job->reset();
    }

    [[nodiscard]] QStringList lines() const { return eventTexts(*heard); }
    [[nodiscard]] bool ended() const { return !heard->empty() && isEnd(heard->back()); }
    [[nodiscard]] const Event::Finished &finished() const { return std::get<Event::Finished>(heard->back()); }
    [[nodiscard]] const Error &error() const { return std::get<Event::Failed>(heard->back()).error; }
};

inline GenerationRequest requestTo(const QString &model)
{
    GenerationRequest request;
    request.endpoint.kind = EndpointKind::Remote;
    request.endpoint.id = QStringLiteral("openai:") + model;
    request.endpoint.model = model;
    request.endpoint.baseUrl = QUrl(QStringLiteral("http://127.0.0.1:1/v1"));
    request.messages = {{Role::User, QStringLiteral("hello")}};
    request.retry = {.maxRetries = 2, .base = std::chrono::milliseconds(1), .cap = std::chrono::milliseconds(1)};
    return request;
}

inline Event::Failed failed(ErrorKind kind)
{
    Event::Failed event;
    event.error.kind = kind;
    event.error.detail = QStringLiteral("x");
    return event;
}

} // namespace Tempera::StageTesting
