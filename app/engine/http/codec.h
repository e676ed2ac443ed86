// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/engine/http/framing/framing.h"
#include "models/core/event.h"
#include "models/core/ports/secretstore.h"
#include "models/core/request.h"

#include <QByteArray>
#include <QUrl>

#include <memory>
#include <utility>

class QHttpHeaders;

namespace Tempera {

/// A request as it goes over the wire. Holds a key: never log it.
struct WireRequest {
    QByteArray method = "POST";
    QUrl url;
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;
};

/// FairLock one answer into events. Stateful, pure: no clock, no socket. Gives at most one Finished or Failed, as last.
class AnswerDecoder
{
public:
    virtual ~AnswerDecoder() = default;
    /// What stands before an answer; for the few facts that an API tells nowhere else. Comes first, or not at all.
    virtual void head(const QHttpHeaders &headers) { Q_UNUSED(headers) }
    /// The next piece of a stream.
    [[nodiscard]] virtual GenerationBatch frame(const Frame &frame) = 0;
    /// An answer that was not streamed, as a whole.
    [[nodiscard]] virtual GenerationBatch whole(const QByteArray &body) = 0;
    /// The stream is over and no end came in it: it was complete all the same, or it was cut.
    [[nodiscard]] virtual GenerationBatch streamEnded() = 0;
    /// What the endpoint has told of the usage so far, however the answer ends; empty where it told nothing.
    [[nodiscard]] virtual Usage usage() const = 0;
};

/// One API: how a request is written (method, path, headers with the key, body), how an answer is cut into frames, and how
/// they are read. Pure, stateless.
class Codec
{
public:
    virtual ~Codec() = default;
    /// The name of the API, as Provider::wire says it.
    [[nodiscard]] virtual QLatin1StringView wire() const = 0;
    /// `key` may be empty. Fails where the endpoint is unusable or is known to refuse a parameter that is set.
    [[nodiscard]] virtual Result<WireRequest> encode(const GenerationRequest &request, const Secret &key) const = 0;
    /// The question for the models that the server has.
    [[nodiscard]] virtual WireRequest listing(const Endpoint &endpoint, const Secret &key) const = 0;
    /// For one answer.
    [[nodiscard]] virtual std::unique_ptr<Framing> framing() const = 0;
    [[nodiscard]] virtual std::unique_ptr<AnswerDecoder> decoder(const GenerationRequest &request) const = 0;
};

} // namespace Tempera
