// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/engine/http/pigeon/pigeoncodec.h"

#include "app/engine/http/framing/lineframing.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

class PigeonDecoder final : public AnswerDecoder
{
public:
    [[nodiscard]] GenerationBatch frame(const Frame &frame) override
    {
        const QJsonObject line = QJsonDocument::fromJson(frame.data).object();
        if (line.contains("word"_L1))
            return {Event::TextDelta{line.value("word"_L1).toString()}};
        if (!line.value("home"_L1).toBool())
            return {};
        m_usage.inputTokens = line.value("read"_L1).toInteger();
        m_usage.outputTokens = line.value("written"_L1).toInteger();
        Event::Finished finished;
        finished.usage = m_usage;
        return {finished};
    }
    [[nodiscard]] GenerationBatch whole(const QByteArray &body) override { return frame({{}, body}); }
    [[nodiscard]] GenerationBatch streamEnded() override
    {
        return {Event::Failed{failure(ErrorKind::Interrupted, u"the pigeon did not come home"_s).error()}};
    }
    [[nodiscard]] Usage usage() const override { return m_usage; }

private:
    Usage m_usage;
};

QUrl placeOfPigeon(const Endpoint &endpoint, const QString &place)
{
    QUrl url = endpoint.baseUrl;
    url.setPath(url.path() + place);
    return url;
}

} // namespace

Result<WireRequest> PigeonCodec::encode(const GenerationRequest &request, const Secret &key) const
{
    QJsonArray words;
    for (const Message &message : request.messages)
        words.append(message.text);
    QJsonObject body{{u"say"_s, words}};
    if (request.sampling.temperature)
        body.insert(u"warmth"_s, *request.sampling.temperature);
    WireRequest wire;
    wire.method = "PUT";
    wire.url = placeOfPigeon(request.endpoint, u"/pigeons/%1/fly"_s.arg(request.endpoint.model));
    wire.headers = {{"Content-Type", "application/json"}, {"X-Ring", key.reveal()}};
    wire.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return wire;
}

WireRequest PigeonCodec::listing(const Endpoint &endpoint, const Secret &key) const
{
    WireRequest wire;
    wire.method = "GET";
    wire.url = placeOfPigeon(endpoint, u"/pigeons"_s);
    wire.headers = {{"X-Ring", key.reveal()}};
    return wire;
}

std::unique_ptr<Framing> PigeonCodec::framing() const
{
    return std::make_unique<LineFraming>();
}

std::unique_ptr<AnswerDecoder> PigeonCodec::decoder(const GenerationRequest &) const
{
    return std::make_unique<PigeonDecoder>();
}

} // namespace Tempera
