// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/engine/http/wires.h"
#include "models/core/batch.h"

#include <QByteArray>

#include <memory>
#include <optional>

namespace Tempera {

/// The requests of a batch, ready to be sent.
struct BatchCargo {
    GenerationRequest first; ///< Says where they go; all go there.
    QByteArray members;      ///< One after the other, as BatchCodec::member() writes them, with its separator between them.
};

/// A provider's batch API: how requests are sent together, how the batch is followed, and how its results are read. Pure,
/// stateless. The bodies are those of the API's own codec, without what asks for a stream.
class BatchCodec
{
public:
    /// `codec` outlives it.
    explicit BatchCodec(const Codec &codec) : m_codec(codec) { }
    virtual ~BatchCodec() = default;
    Q_DISABLE_COPY_MOVE(BatchCodec)

    /// What one batch may carry.
    struct Limits {
        std::size_t requests = 0;
        qint64 bytes = 0;
    };
    [[nodiscard]] virtual Limits limits() const = 0;
    /// One request, as JSON in one line. Errors are those of Codec::encode().
    [[nodiscard]] virtual Result<QByteArray> member(const GenerationRequest &request) const = 0;
    [[nodiscard]] virtual char separator() const { return ','; }

    /// The file with the requests, where they go there first.
    [[nodiscard]] virtual std::optional<Result<WireRequest>> upload(const BatchCargo &cargo, const Secret &key) const
    {
        Q_UNUSED(cargo)
        Q_UNUSED(key)
        return {};
    }
    /// What came of it.
    [[nodiscard]] virtual Result<void> takeUpload(const QByteArray &answer, BatchRecord &record) const
    {
        Q_UNUSED(answer)
        Q_UNUSED(record)
        return {};
    }
    [[nodiscard]] virtual Result<WireRequest> create(const BatchCargo &cargo, const BatchRecord &record,
                                                     const Secret &key) const = 0;
    [[nodiscard]] virtual Result<WireRequest> state(const BatchRecord &record, const Secret &key) const = 0;
    [[nodiscard]] virtual Result<WireRequest> cancel(const BatchRecord &record, const Secret &key) const = 0;
    /// What create() and state() are answered with.
    [[nodiscard]] virtual Result<void> take(const QByteArray &answer, BatchRecord &record) const = 0;
    /// What cancel() is answered with; not all tell the state.
    [[nodiscard]] virtual Result<void> takeCancel(const QByteArray &answer, BatchRecord &record) const
    {
        return take(answer, record);
    }
    /// The questions for the results of a batch that is over, which may be none. What is named in the record is not trusted to be
    /// an address of the same place: the key goes to the endpoint only.
    [[nodiscard]] virtual Result<QList<WireRequest>> results(const BatchRecord &record, const Secret &key) const = 0;
    /// One answer to them.
    [[nodiscard]] virtual BatchResults read(const QByteArray &answer, const QString &source) const = 0;

    /// Equal for requests that can go into one batch: address, version, headers, whose key.
    [[nodiscard]] virtual Result<QByteArray> place(const GenerationRequest &request) const;

protected:
    [[nodiscard]] const Codec &codec() const { return m_codec; }
    /// The body of a request without what asks for a stream, in the codec's own words.
    [[nodiscard]] Result<QByteArray> bodyOf(GenerationRequest request) const;
    /// A request to another place of the API, beside its list of models, with the headers that go there.
    [[nodiscard]] Result<WireRequest> beside(const Endpoint &endpoint, const Secret &key, const QByteArray &method,
                                             const QString &place, const QByteArray &body = {}) const;
    /// The answer as a JSON object; an Error for what is none, or tells one.
    [[nodiscard]] static Result<QJsonObject> objectOf(const QByteArray &answer);
    /// Whether a provider's name for something can stand in an address as it is.
    [[nodiscard]] static bool isPlainName(const QString &name);
    /// It is to be asked for by a name that the provider has given.
    [[nodiscard]] static Result<void> needsId(const BatchRecord &record);

private:
    const Codec &m_codec;
};

/// The batch API of a wire, as far as its house has one; null for the others. `wires` outlive it.
[[nodiscard]] std::unique_ptr<BatchCodec> batchCodecOf(const Wires &wires, const QString &wire);

} // namespace Tempera
