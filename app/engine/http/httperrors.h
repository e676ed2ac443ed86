// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"

#include <QDateTime>
#include <QHttpHeaders>
#include <QJsonValue>
#include <QNetworkReply>

namespace Tempera {

/// What an answer with a status other than 2xx means. Understands the error bodies of OpenAI, OpenRouter, llama-server,
/// Ollama, vLLM and plain text; `now` is for a Retry-After that is a date.
[[nodiscard]] Error httpError(int status, const QHttpHeaders &headers, const QByteArray &body, const QDateTime &now);

/// Whether the JSON that came instead of an answer tells an error, in any of the shapes that servers have for that:
/// {"error": …}, {"object": "error"}, {"type": "error"}, and words without a choice.
[[nodiscard]] bool isErrorBody(const QJsonObject &object);

/// The part of it that tells the error.
[[nodiscard]] QJsonValue errorValueOf(const QJsonObject &object);

/// The words of an error, whatever it is: a text, an object with a message, a list of them (at most three), FastAPI's
/// places. JSON where there are no words; empty for nothing.
[[nodiscard]] QString wordsOf(const QJsonValue &value);

/// What an `error` member in a JSON answer means; `status` 0 or 200 when HTTP itself said that all is well.
[[nodiscard]] Error apiError(const QJsonValue &error, int status);

/// What a failure below HTTP means. The texts are our own: Qt's are translated and carry the address.
[[nodiscard]] Error networkError(QNetworkReply::NetworkError code, const QString &text);

/// Retry-After-Ms, Retry-After in seconds, or Retry-After as a date; never negative.
[[nodiscard]] std::optional<std::chrono::milliseconds> retryAfter(const QHttpHeaders &headers, const QDateTime &now);

/// "Wed, 21 Oct 2026 07:28:00 GMT"; invalid where it is something else.
[[nodiscard]] QDateTime httpDate(QByteArrayView text);

/// A server's words for display: without control characters, in one line. Not cut: a secret in it must be found first,
/// see KnownSecrets::cleaned().
[[nodiscard]] QString plainDetail(const QString &text);

} // namespace Tempera
