// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/engine/http/codec.h"
#include "app/engine/http/wire/jsonbody.h"

#include <optional>
#include <span>

namespace Tempera {

/// How many of the likeliest tokens a request with a trace asks for: the most that OpenAI, Google and vLLM give.
inline constexpr int TopLogprobs = 20;

/// Why a request cannot be written in a dialect: an address that is none, a setting that it does not have, a schema that is no
/// JSON. Nothing where it can.
[[nodiscard]] std::optional<Error> unsendable(const GenerationRequest &request, Dialect dialect);

/// A setting that cannot be sent as it is.
[[nodiscard]] Error settingError(ErrorKind kind, Parameter parameter, const QString &detail);

/// A part of a message for which an API has no words.
[[nodiscard]] Error partError(const QString &api, const MessagePart &part);

/// A place of an API below a base URL, whose query stays.
[[nodiscard]] QUrl placeBelow(const QUrl &base, const QString &place);
/// The base URL with the version of the API as its last step, if it does not end with one.
[[nodiscard]] QUrl withVersion(const QUrl &base, const QString &version);
/// The base URL without such a step.
[[nodiscard]] QUrl withoutVersion(const QUrl &base);

/// A request with a JSON body whose answer may be a stream of the given type.
[[nodiscard]] WireRequest postOf(const QUrl &url, const QByteArray &streamType, const JsonBody &body);
/// A question for models.
[[nodiscard]] WireRequest listingOf(const QUrl &url);
/// Adds "Authorization: Bearer", if there is a key.
void addBearer(WireRequest &wire, const Secret &key);
/// With the headers that the file wants. They take the place of ours; one with a control character in it is an error.
[[nodiscard]] Result<WireRequest> withOwnHeaders(WireRequest wire, const Endpoint &endpoint);

/// The name that an API gives a parameter.
struct SentName {
    Parameter parameter;
    QLatin1StringView name;
};
/// Adds the settings that are set, under their names. No limit of the tokens and no top-k are what an API does by itself; seeds
/// are sent as 63 bits, since JSON numbers are signed on most servers. A JSON schema is not among them.
void addSettings(JsonBody &body, const SamplingSettings &sampling, std::span<const SentName> names);

/// The texts of the messages of a role, with an empty line between them.
[[nodiscard]] QString textsOf(const Messages &messages, Role role);

} // namespace Tempera
