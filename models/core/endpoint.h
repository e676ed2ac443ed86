// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMap>
#include <QString>
#include <QUrl>

namespace Tempera {

/// Which backend and which wire format answers.
enum class EndpointKind {
    Local,      ///< A GGUF, in process, by llama.cpp.
    OpenAiChat, ///< Any server that speaks OpenAI's chat completions.
    Echo,       ///< Answers with the rendered prompt; tests a pipeline without a model.
    Unknown,    ///< A provider id that this version cannot run; it is kept and shown with its reason.
};

/// Where a model answers. A value without secrets: the key itself is looked up by `keyName`.
struct Endpoint {
    EndpointKind kind = EndpointKind::Local;
    QString id;                     ///< Provider id as in the file: "local:tempera-mini", "openai:chat:gpt-4o-mini".
    QString model;                  ///< Model name on the wire, or the name of a local model.
    QString modelPath;              ///< Local: absolute path of the GGUF, resolved by the program; else empty.
    QUrl baseUrl;                   ///< Remote: up to and without "/chat/completions".
    QString keyName;                ///< Environment variable or keychain entry that holds the key; empty = no key.
    QMap<QString, QString> headers; ///< Extra HTTP headers, none of them secret.
    /// Remote: members of the request's body that are no settings of ours, as JSON text by name, since the order inside
    /// (of a schema's properties) counts. A name that the request has anyway takes this value; "false" leaves it out.
    QMap<QString, QByteArray> body;
    QString limitName; ///< Remote: the name that the file gives the token limit on the wire; empty = the API's usual one.

    bool operator==(const Endpoint &) const = default;
};

/// Reads a promptfoo provider id ("local:NAME", "local:PATH.gguf", "openai:chat:MODEL", "openai:MODEL",
/// "openrouter:MODEL", "llama:MODEL", "ollama:chat:MODEL", "echo"). Gives kind Unknown for the rest.
[[nodiscard]] Endpoint endpointFromId(const QString &id);

} // namespace Tempera
