// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/http/ollama/ollamacodec.h"

#include "app/engine/http/framing/lineframing.h"
#include "app/engine/http/ollama/ollamadecoder.h"
#include "app/engine/http/wire/requestbuilding.h"

#include <QJsonArray>

#include <algorithm>
#include <array>
#include <bit>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr std::array ollamaNames{
    SentName{Parameter::Temperature, "temperature"_L1},
    SentName{Parameter::TopK, "top_k"_L1},
    SentName{Parameter::TopP, "top_p"_L1},
    SentName{Parameter::MinP, "min_p"_L1},
    SentName{Parameter::TypicalP, "typical_p"_L1},
    SentName{Parameter::RepeatPenalty, "repeat_penalty"_L1},
    SentName{Parameter::RepeatLastN, "repeat_last_n"_L1},
    SentName{Parameter::FrequencyPenalty, "frequency_penalty"_L1},
    SentName{Parameter::PresencePenalty, "presence_penalty"_L1},
    SentName{Parameter::Mirostat, "mirostat"_L1},
    SentName{Parameter::MirostatTau, "mirostat_tau"_L1},
    SentName{Parameter::MirostatEta, "mirostat_eta"_L1},
    SentName{Parameter::Seed, "seed"_L1},
    SentName{Parameter::MaxTokens, "num_predict"_L1},
    SentName{Parameter::Stop, "stop"_L1},
};

/// Of the file, and among the options.
constexpr std::array ollamaOptions{"num_ctx"_L1, "num_keep"_L1, "num_batch"_L1, "num_gpu"_L1, "main_gpu"_L1, "num_thread"_L1};

constexpr quint64 usualContextTokens = 4096;
constexpr quint64 mostContext = 1 << 20;
constexpr quint64 usualAnswer = 1024;      ///< Tokens for an answer without a limit.
constexpr quint64 fewestBytesPerToken = 3; ///< Fewer than almost any text has.

/// Nothing where the usual context will do.
std::optional<quint64> contextFor(const GenerationRequest &request)
{
    quint64 bytes = 0;
    for (const Message &message : request.messages)
        bytes += static_cast<quint64>(message.text.toUtf8().size());
    const auto answer = static_cast<quint64>(std::max(0, request.sampling.maxTokens.value_or(-1)));
    const quint64 need = bytes / fewestBytesPerToken + (answer > 0 ? answer : usualAnswer);
    if (need <= usualContextTokens)
        return {};
    return std::min(std::bit_ceil(need), mostContext);
}

/// The message, or the part that it cannot carry.
Result<QJsonObject> ollamaMessage(const Message &message)
{
    QJsonObject made{{u"role"_s, roleName(message.role)}, {u"content"_s, message.text}};
    QJsonArray images;
    for (const MessagePart &part : message.parts) {
        const auto *image = std::get_if<ImagePart>(&part);
        if (image && !image->data.isEmpty())
            images.append(QString::fromLatin1(image->data.toBase64()));
        else if (!std::holds_alternative<TextPart>(part))
            return std::unexpected(partError(u"Ollama's API"_s, part));
    }
    if (!images.isEmpty())
        made.insert("images"_L1, images);
    return made;
}

JsonBody optionsOf(const GenerationRequest &request, QMap<QString, QByteArray> &own)
{
    JsonBody options;
    addSettings(options, request.sampling, ollamaNames);
    if (request.sampling.topK.value_or(0) < 0)
        options.set(u"top_k"_s, 0);
    if (const std::optional<quint64> context = contextFor(request))
        options.set(u"num_ctx"_s, static_cast<qint64>(*context));
    for (const QLatin1StringView name : ollamaOptions) {
        if (const QByteArray value = own.take(name); !value.isEmpty())
            options.setText(name, value);
    }
    return options;
}

JsonBody ollamaBody(const GenerationRequest &request, const QJsonArray &messages)
{
    JsonBody body(QJsonObject{{u"model"_s, request.endpoint.model}, {u"messages"_s, messages}, {u"stream"_s, true}});
    QMap<QString, QByteArray> own = request.endpoint.body;
    const JsonBody options = optionsOf(request, own);
    const QByteArray theirs = own.take(u"options"_s);
    if (const QByteArray effort = own.take(u"reasoning_effort"_s); !effort.isEmpty())
        body.setText(u"think"_s, effort == "\"none\"" ? "false" : effort);
    if (request.wantTrace) {
        body.set(u"logprobs"_s, true);
        body.set(u"top_logprobs"_s, TopLogprobs);
    }
    const QByteArray think = own.take(u"think"_s); // false is a value of its own here
    body.takeOver(own);
    if (!think.isEmpty())
        body.setText(u"think"_s, think);
    body.merge(u"options"_s, options, theirs);
    if (!request.sampling.jsonSchema.isEmpty())
        body.setText(u"format"_s, request.sampling.jsonSchema.trimmed().toUtf8());
    return body;
}

} // namespace

Result<WireRequest> OllamaCodec::encode(const GenerationRequest &request, const Secret &key) const
{
    if (const std::optional<Error> error = unsendable(request, Dialect::OllamaNative))
        return std::unexpected(*error);
    QJsonArray messages;
    for (const Message &message : request.messages) {
        const Result<QJsonObject> made = ollamaMessage(message);
        if (!made)
            return std::unexpected(made.error());
        messages.append(*made);
    }
    const QUrl url = placeBelow(withoutVersion(request.endpoint.baseUrl), u"/api/chat"_s);
    WireRequest wire = postOf(url, "application/x-ndjson", ollamaBody(request, messages));
    addBearer(wire, key);
    return withOwnHeaders(std::move(wire), request.endpoint);
}

WireRequest OllamaCodec::listing(const Endpoint &endpoint, const Secret &key) const
{
    WireRequest wire = listingOf(placeBelow(withoutVersion(endpoint.baseUrl), u"/api/tags"_s));
    addBearer(wire, key);
    return wire;
}

std::unique_ptr<Framing> OllamaCodec::framing() const
{
    return std::make_unique<LineFraming>();
}

std::unique_ptr<AnswerDecoder> OllamaCodec::decoder(const GenerationRequest &request) const
{
    return std::make_unique<OllamaDecoder>(request.sampling.seed);
}

} // namespace Tempera
