// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/chatdouble.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

QString compactJson(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QJsonArray lettersOf(const QString &text)
{
    std::array<int, 26> counts{};
    for (const QChar c : text.toLower()) {
        if (c >= u'a' && c <= u'z')
            ++counts.at(static_cast<std::size_t>(c.unicode() - u'a'));
    }
    QJsonArray vector;
    for (const int count : counts)
        vector.append(count);
    return vector;
}

QJsonObject embeddings(const QJsonObject &asked)
{
    const QJsonValue input = asked.value("input"_L1);
    QJsonArray data;
    for (const QJsonValue &text : input.isArray() ? input.toArray() : QJsonArray{input})
        data.append(QJsonObject{{u"index"_s, data.size()}, {u"embedding"_s, lettersOf(text.toString())}});
    return {{u"data"_s, data}, {u"usage"_s, QJsonObject{{u"prompt_tokens"_s, 1}, {u"total_tokens"_s, 1}}}};
}

QString wordsFor(const QJsonObject &asked)
{
    const QJsonArray messages = asked.value("messages"_L1).toArray();
    const QString last = messages.last()[u"content"_s].toString();
    const QString model = asked.value("model"_L1).toString();
    if (model == "judge"_L1)
        return u"{\"reason\": \"judged\", \"pass\": true, \"score\": 0.75}"_s;
    if (asked.contains("response_format"_L1))
        return compactJson({{u"answer"_s, last}});
    return u"%1 hears %2 message(s): %3"_s.arg(model).arg(messages.size()).arg(last);
}

QList<QByteArray> toolCall(const QJsonObject &asked)
{
    const QJsonValue tool = asked.value("tools"_L1)[0][u"function"_s];
    const QString last = asked.value("messages"_L1).toArray().last()[u"content"_s].toString();
    const QJsonObject function{{u"name"_s, tool[u"name"_s]}, {u"arguments"_s, compactJson({{u"what"_s, last}})}};
    const QJsonObject call{{u"index"_s, 0}, {u"id"_s, u"call_1"_s}, {u"type"_s, u"function"_s}, {u"function"_s, function}};
    const QJsonObject choice{
        {u"index"_s, 0}, {u"delta"_s, QJsonObject{{u"tool_calls"_s, QJsonArray{call}}}}, {u"finish_reason"_s, u"tool_calls"_s}};
    return {"data: " + compactJson({{u"choices"_s, QJsonArray{choice}}}).toUtf8() + "\n\n", "data: [DONE]\n\n"};
}

} // namespace

ChatDouble::ChatDouble()
{
    m_server.handler = [](const ScriptedRequest &request) {
        const QJsonObject asked = QJsonDocument::fromJson(request.body).object();
        if (request.path.endsWith("/embeddings"))
            return ScriptedAnswer::whole(200, compactJson(embeddings(asked)).toUtf8());
        if (asked.contains("tools"_L1))
            return ScriptedAnswer::stream(toolCall(asked));
        return ScriptedAnswer::chat({wordsFor(asked)});
    };
}

} // namespace Tempera
