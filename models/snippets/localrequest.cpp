// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/snippets/localrequest.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <limits>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

QJsonArray shownMessages(const Messages &messages)
{
    QJsonArray list;
    for (const Message &message : messages) {
        const QJsonValue content = message.parts.isEmpty() ? QJsonValue(message.text) : QJsonValue(partsToJson(message.parts));
        list.append(QJsonObject{{u"role"_s, roleName(message.role)}, {u"content"_s, content}});
    }
    return list;
}

QJsonObject shownSettings(const SamplingSettings &sampling)
{
    QJsonObject settings = samplingToJson(sampling);
    // Beyond what JSON's readers hold as a whole number it is given as its digits.
    if (sampling.seed && *sampling.seed > static_cast<std::uint64_t>(std::numeric_limits<qint64>::max()))
        settings.insert(u"seed"_s, QString::number(*sampling.seed));
    return settings;
}

QJsonObject shownReading(const PromptReading &reading)
{
    QJsonObject prompt{{u"tokens"_s, qint64(reading.count.tokens)},
                       {u"counted"_s, reading.count.exactness == Exactness::Exact ? u"exactly"_s : u"as an estimate"_s}};
    if (!reading.text.isEmpty())
        prompt.insert(u"text"_s, reading.text);
    return prompt;
}

} // namespace

ShownRequest localRequest(const GenerationRequest &request, const std::optional<PromptReading> &reading)
{
    const bool isScript = request.endpoint.kind == EndpointKind::Script;
    const bool isEcho = request.endpoint.kind == EndpointKind::Echo;
    QJsonObject asked{
        {u"answered_in"_s, isEcho     ? u"this process, with the prompt itself"_s
                           : isScript ? u"this process, by a script of the experiment"_s
                                      : u"this process"_s},
        {u"model"_s, request.endpoint.shownModel()},
        {u"messages"_s, shownMessages(request.messages)},
        {u"settings"_s, shownSettings(request.sampling)},
    };
    if (!isEcho && !isScript) {
        asked.insert(u"file"_s, request.endpoint.modelPath);
        asked.insert(u"chat_template"_s, request.form == PromptForm::Chat);
        asked.insert(u"strict"_s, request.strict);
        asked.insert(u"records_probabilities"_s, request.wantTrace);
    }
    if (!request.prefix.empty())
        asked.insert(u"continues_after_tokens"_s, static_cast<qint64>(request.prefix.size()));
    if (reading)
        asked.insert(u"prompt_as_read"_s, shownReading(*reading));
    return {.way = ShownRequest::Way::Process,
            .method = {},
            .url = {},
            .headers = {},
            .body = QJsonDocument(asked).toJson(QJsonDocument::Compact)};
}

} // namespace Tempera
