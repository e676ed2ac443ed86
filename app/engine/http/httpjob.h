// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/engine/backend.h"
#include "app/engine/http/codec.h"
#include "app/engine/http/contentdecoding.h"
#include "models/core/ports/clock.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QObject>
#include <QTimer>

#include <optional>

namespace Tempera {

/// One request on the wire and its answer. Lives on the engine thread; ends with exactly one Finished or Failed.
class HttpJob final : public QObject, public BackendJob
{
public:
    struct Task {
        WireRequest wire;
        std::unique_ptr<AnswerDecoder> decoder;
        Timeouts timeouts;
        Secret key; ///< Only to keep it out of errors.
        QString place;
    };

    HttpJob(QNetworkAccessManager &network, const Clock &clock, Task task, std::stop_token stop, BackendSink sink);
    ~HttpJob() override;

private:
    /// What is waited for; each has its own time limit.
    enum class Phase { Connect, FirstByte, NextByte };
    /// What the body is, once its head was seen.
    enum class Body { Unknown, Stream, Whole, Refusal };

    /// What becomes of the bytes that may still come.
    enum class Rest { Drain, Abort };

    void post(QNetworkAccessManager &network);
    void enter(Phase phase);
    void read();
    void readStream(const QByteArray &bytes);
    [[nodiscard]] Body bodyKind() const;
    [[nodiscard]] int status() const;
    void replyFinished();
    void timedOut();
    void cancel();
    void take(GenerationBatch events);
    [[nodiscard]] Error withHead(Error error) const;
    void fail(Error error);
    void end(GenerationEvent event);
    void letReplyGo(Rest rest);

    const Clock &m_clock;
    Task m_task;
    BackendSink m_sink;
    QNetworkReply *m_reply = nullptr; ///< Ours until the end; then it empties itself or is aborted.
    ContentDecoding m_content;
    SseParser m_parser;
    QByteArray m_head;  ///< The body's first bytes, for telling what was not understood.
    QByteArray m_bytes; ///< Head of an unknown body, or all of one that is not a stream.
    Body m_body = Body::Unknown;
    Phase m_phase = Phase::Connect;
    QTimer m_timer;
    std::chrono::microseconds m_started;
    bool m_understood = false; ///< Something of the answer was passed on.
    bool m_over = false;
    std::optional<std::stop_callback<std::function<void()>>> m_onStop; ///< Last member: goes first.
};

/// The endpoint's address as errors show it: without user, password or query.
[[nodiscard]] QString placeOf(const Endpoint &endpoint);

} // namespace Tempera
