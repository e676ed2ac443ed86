// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/engine/backend.h"
#include "app/engine/http/answerlimits.h"
#include "app/engine/http/codec.h"
#include "app/engine/http/contentdecoding.h"
#include "models/core/knownsecrets.h"
#include "models/core/ports/clock.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QObject>
#include <QSslConfiguration>

#include <optional>

namespace Tempera {

/// One request on the wire and its answer. Lives on the engine thread; ends with exactly one Finished or Failed.
class HttpJob final : public QObject, public BackendJob
{
public:
    struct Task {
        WireRequest wire;
        std::unique_ptr<Framing> framing;
        std::unique_ptr<AnswerDecoder> decoder;
        Timeouts timeouts;
        KnownSecrets secrets; ///< What the request is sent with; for what is cut before the SecretFilter sees it.
        QString place;
        AnswerLimits limits;
        std::optional<QSslConfiguration> tls = {}; ///< Nothing = the usual one.
    };

    HttpJob(QNetworkAccessManager &network, const Clock &clock, Task task, std::stop_token stop, BackendSink sink);
    ~HttpJob() override;

private:
    /// What is waited for; each has its own time limit.
    enum class Phase {
        Connect,
        FirstByte, ///< The first that says something: comments and blank lines say nothing.
        NextByte,  ///< The next of that kind.
        Refusal,   ///< The rest of an error's body; its status is known.
    };
    /// What the body is, once its head was seen.
    enum class Body { Unknown, Stream, Whole, Refusal };

    /// What becomes of the bytes that may still come.
    enum class Rest { Drain, Abort };

    void post();
    void sent();
    void headCame();
    void enter(Phase phase);
    void read();
    void readBody(const QByteArray &bytes);
    void readStream(const QByteArray &bytes);
    void takeFrames(const std::vector<Frame> &frames);
    void readUnknown(const QByteArray &bytes);
    [[nodiscard]] Body bodyKind() const;
    [[nodiscard]] int status() const;
    void replyFinished();
    [[nodiscard]] std::optional<Error> faultOfConnection() const;
    [[nodiscard]] bool isCut() const;
    [[nodiscard]] bool isEmptyStream() const;
    void refused();
    void timedOut();
    void cancel();
    void take(GenerationBatch events);
    [[nodiscard]] Error withHead(Error error) const;
    void fail(Error error);
    void end(GenerationEvent event);
    void releaseReply(Rest rest);

    QNetworkAccessManager &m_network;
    const Clock &m_clock;
    Task m_task;
    BackendSink m_sink;
    QNetworkReply *m_reply = nullptr; ///< Ours until the end; then it empties itself or is aborted.
    ContentDecoding m_content;
    QByteArray m_head;  ///< The body's first bytes, for telling what was not understood.
    QByteArray m_bytes; ///< All of a body that is not a stream, as far as it is read.
    Body m_body = Body::Unknown;
    Phase m_phase = Phase::Connect;
    std::unique_ptr<ClockTimer> m_timer;
    std::chrono::microseconds m_started;
    qint64 m_packed = 0;     ///< Bytes of the body as they came.
    qint64 m_unpacked = 0;   ///< The same, unpacked.
    qint64 m_text = 0;       ///< UTF-16 units of answer and thinking that were passed on.
    int m_unsent = 0;        ///< How often a connection was gone before the request was out.
    bool m_isSent = false;   ///< The server may have all of the request.
    bool m_sawFrame = false; ///< Of a stream.
    bool m_over = false;
    std::optional<std::stop_callback<std::function<void()>>> m_onStop; ///< Last member: goes first.
};

/// What every request says, whatever its API is. A header of the same name in the request itself takes its place.
[[nodiscard]] QList<std::pair<QByteArray, QByteArray>> transportHeaders();

/// The endpoint's address as errors show it: without user, password or query.
[[nodiscard]] QString placeOf(const Endpoint &endpoint);

} // namespace Tempera
