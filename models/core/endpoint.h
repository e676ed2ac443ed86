// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QMap>
#include <QString>
#include <QUrl>

#include <functional>

namespace Tempera {

/// Which backend answers.
enum class EndpointKind {
    Local,   ///< A GGUF, in process, by llama.cpp.
    Remote,  ///< A server in the network; its wire says which API it speaks.
    Echo,    ///< Answers with the rendered prompt; tests a pipeline without a model.
    Unknown, ///< A provider id that this version cannot run; it is kept and shown with its reason.
    Script,  ///< JavaScript of the experiment answers, alone: without network and files.
};

/// Where a model answers. A value without secrets: the key itself is looked up by `keyName`.
struct Endpoint {
    EndpointKind kind = EndpointKind::Local;
    QString id;                     ///< Provider id as in the file: "local:tempera-mini", "openai:chat:gpt-4o-mini".
    QString model;                  ///< Model name on the wire, or the name of a local model.
    QString modelPath;              ///< Local: absolute path of the GGUF, resolved by the program; else empty.
    QUrl baseUrl;                   ///< Remote: up to and without the API's own place ("/chat/completions").
    QString addressFrom;            ///< The environment variable that `baseUrl` is from; empty = the file, or the provider's own.
    QString keyName;                ///< Environment variable or keychain entry that holds the key; empty = no key.
    QMap<QString, QString> headers; ///< Extra HTTP headers, none of them secret.
    /// Remote: members of the request's body that are no settings of ours, as JSON text by name, since the order inside
    /// (of a schema's properties) counts. A name that the request has anyway takes this value; "false" leaves it out.
    QMap<QString, QByteArray> body;
    QString limitName;       ///< Remote: the name that the file gives the token limit on the wire; empty = the API's usual one.
    QString wire = {};       ///< Remote: the API that the id names; empty = OpenAI's chat completions.
    QString apiVersion = {}; ///< Remote: the version of the API, where it is told apart from the address; empty = the usual one.
    /// Remote: the base URLs of equal servers, each of which may answer; `baseUrl` stands for them all. Empty = `baseUrl` answers,
    /// or whoever the user has set for it (EndpointOptions::members).
    QList<QUrl> members = {};
    /// Script: the text of its file, which is with the request and kept nowhere; empty = it was not read. What it is given
    /// ("options"), and its SHA-256 ("script"), are in `body`.
    QString script = {};

    bool operator==(const Endpoint &) const = default;

    /// Where its requests, and its key, go as far as it says itself: its members, else its base URL.
    [[nodiscard]] QList<QUrl> addresses() const { return members.isEmpty() ? QList<QUrl>{baseUrl} : members; }
    /// The id for display, and for whatever is stored or logged: an address in it is without its secrets.
    [[nodiscard]] QString shownId() const;
    /// The same of the model's name.
    [[nodiscard]] QString shownModel() const;
};

/// The value of an environment variable; empty = it is not set.
using EnvironmentLookup = std::function<QString(const QString &name)>;

/// The variables of this process.
[[nodiscard]] QString processVariable(const QString &name);

/// Whether a variable names the address of a provider ("OPENAI_BASE_URL", "OLLAMA_HOST", …).
[[nodiscard]] bool isAddressVariable(const QString &name);

/// Whether requests can go there: http or https, a host, and no password that would be stored with it.
[[nodiscard]] bool isUsableAddress(const QUrl &url);

/// An address for display, and to be stored: without what in it is a secret or may be one (see withoutAddressSecrets()).
[[nodiscard]] QString publicAddress(const QUrl &url);

/// Reads a promptfoo provider id: "local:NAME", "local:PATH.gguf", "echo", "openai:chat:MODEL", "openai:MODEL",
/// "openai:responses:MODEL", "anthropic:messages:MODEL", "google:MODEL", "azureopenai:chat:DEPLOYMENT", "ollama:chat:MODEL",
/// "openai:embedding:MODEL", "openai:moderation", "huggingface:text-classification:MODEL", "llama:embedding:MODEL", "llama:MODEL",
/// "llama:completion:MODEL", "openrouter:MODEL" and other houses that speak OpenAI's chat (groq, mistral, vllm, …), "file://x.js",
/// "file://x.js:name". Gives kind Unknown for the rest. The address is that of the first variable of the provider that is set, else the
/// provider's own; one that cannot be used leaves no address, so that nothing goes to a place that was not meant.
[[nodiscard]] Endpoint endpointFromId(const QString &id, const EnvironmentLookup &variable = processVariable);

} // namespace Tempera
