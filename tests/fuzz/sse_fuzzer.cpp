// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/http/contentdecoding.h"
#include "app/engine/http/framing/sseparser.h"
#include "app/engine/http/httperrors.h"
#include "app/engine/http/openai/openaichatdecoder.h"
#include "tests/fuzz/consume.h"
#include "tests/fuzz/entries.h"
#include "tests/support/eventtext.h"

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// The events of a stream that comes in pieces of this many bytes; nothing where it is packed and broken.
std::optional<std::vector<Frame>> framesOf(QByteArrayView bytes, qsizetype piece)
{
    ContentDecoding content;
    SseParser parser;
    std::vector<Frame> frames;
    for (qsizetype at = 0; at < bytes.size(); at += piece) {
        const Result<QByteArray> unpacked = content.feed({}, bytes.sliced(at, std::min(piece, bytes.size() - at)).toByteArray());
        if (!unpacked) {
            consume(unpacked.error());
            return std::nullopt;
        }
        std::ranges::move(parser.feed(*unpacked), std::back_inserter(frames));
    }
    return frames;
}

/// What comes of an answer's events; whether it ended well.
bool consumeEvents(const GenerationBatch &events)
{
    consume(eventTexts(events));
    return std::ranges::any_of(events,
                               [](const GenerationEvent &event) { return std::holds_alternative<Event::Finished>(event); });
}

bool hasFailed(const GenerationBatch &events)
{
    return std::ranges::any_of(events, [](const GenerationEvent &event) { return std::holds_alternative<Event::Failed>(event); });
}

bool fuzzStream(const std::vector<Frame> &frames)
{
    OpenAiChatDecoder decoder(1);
    bool finished = false;
    bool failed = false;
    for (const Frame &frame : frames) {
        const GenerationBatch events = decoder.frame(frame);
        require(!(finished || failed) || events.empty(), "nothing comes after the end of an answer");
        finished |= consumeEvents(events);
        failed |= hasFailed(events);
    }
    const GenerationBatch last = decoder.streamEnded();
    finished |= consumeEvents(last);
    failed |= hasFailed(last);
    require(finished != failed, "an answer has one end");
    return finished;
}

} // namespace

bool fuzzSse(QByteArrayView bytes)
{
    if (bytes.isEmpty())
        return false;
    const qsizetype piece = static_cast<unsigned char>(bytes.front()) + 1;
    const QByteArrayView body = bytes.sliced(1);

    consume(httpError(400, {}, body.toByteArray(), QDateTime::fromSecsSinceEpoch(0)));
    const bool isWhole = consumeEvents(OpenAiChatDecoder(1).whole(body.toByteArray()));

    const auto frames = framesOf(body, piece);
    if (!frames)
        return isWhole;
    // Whether it is packed without saying so shows in the first piece.
    if (piece > 1)
        require(frames == framesOf(body, body.size() + 1), "a stream says the same however it is cut");
    return fuzzStream(*frames) || isWhole;
}

} // namespace Tempera
