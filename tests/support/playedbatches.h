// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/scriptedserver.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QList>
#include <QMap>

namespace Tempera {

/// OpenAI's batches, as far as they are played here: the files by their names.
struct PlayedApi {
    ScriptedServer server;
    QMap<QByteArray, QByteArray> contents; ///< Of files, by path.
    QByteArray state = R"({"id":"batch_1","status":"in_progress","request_counts":{"total":3,"completed":1,"failed":0}})";

    PlayedApi()
    {
        server.handler = [this](const ScriptedRequest &request) {
            if (request.path == "/v1/files")
                return ScriptedAnswer::whole(200, R"({"id":"file-in","object":"file"})");
            if (request.path == "/v1/batches")
                return ScriptedAnswer::whole(200, R"({"id":"batch_1","status":"validating"})");
            if (request.path == "/v1/batches/batch_1/cancel")
                return ScriptedAnswer::whole(200, R"({"id":"batch_1","status":"cancelling"})");
            if (request.path == "/v1/batches/batch_1")
                return ScriptedAnswer::whole(200, state);
            if (contents.contains(request.path))
                return ScriptedAnswer::whole(200, contents.value(request.path), {"Content-Type: application/octet-stream"});
            return ScriptedAnswer::whole(404, R"({"error":{"message":"no such thing"}})");
        };
    }

    /// The lines of the last upload.
    [[nodiscard]] QList<QJsonObject> uploaded() const
    {
        QList<QJsonObject> list;
        for (const ScriptedRequest &request : server.requests()) {
            if (request.path != "/v1/files")
                continue;
            list.clear();
            for (const QByteArray &line : request.body.split('\n')) {
                if (line.startsWith("{\"custom_id\""))
                    list += QJsonDocument::fromJson(line).object();
            }
        }
        return list;
    }

    [[nodiscard]] QByteArray experiment() const { return experimentAt(server.baseUrl().toEncoded()); }

    [[nodiscard]] static QByteArray experimentAt(const QByteArray &address)
    {
        return "description: Lamps\n"
               "prompts: ['Label: {{ review }}']\n"
               "providers:\n"
               "  - { id: 'openai:chat:gpt-4o', label: hosted, config: { apiBaseUrl: '"
               + address
               + "', max_tokens: 10 } }\n"
                 "tests:\n"
                 "  - { vars: { review: good }, assert: [{ type: icontains, value: positive }] }\n"
                 "  - { vars: { review: bad }, assert: [{ type: icontains, value: negative }] }\n"
                 "  - { vars: { review: fair }, assert: [{ type: icontains, value: neutral }] }\n";
    }
};

/// A line of the output file.
inline QByteArray answeredLine(const QString &name, const QByteArray &text)
{
    return "{\"id\":\"r\",\"custom_id\":\"" + name.toUtf8()
           + "\",\"response\":{\"status_code\":200,\"request_id\":\"q\",\"body\":{\"model\":\"gpt-4o\",\"choices\":[{\"index\":0,"
             "\"message\":{\"role\":\"assistant\",\"content\":\""
           + text
           + "\"},\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":1000,\"completion_tokens\":100}}},\"error\":null}\n";
}

/// A line of the error file.
inline QByteArray expiredLine(const QString &name)
{
    return "{\"custom_id\":\"" + name.toUtf8()
           + "\",\"response\":null,\"error\":{\"code\":\"batch_expired\",\"message\":\"too late\"}}\n";
}

} // namespace Tempera
