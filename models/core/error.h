// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <chrono>
#include <expected>
#include <optional>

namespace Tempera {

/// What went wrong, by what the user can do about it.
enum class ErrorKind {
    Cancelled,            ///< The user stopped it.
    Network,              ///< Connection refused, reset, name not found, TLS.
    Timeout,              ///< No connection, first byte or next byte in time.
    RateLimited,          ///< Too many requests; waiting helps.
    QuotaExhausted,       ///< Credit or quota used up; waiting does not help.
    Auth,                 ///< Key missing, wrong or not allowed.
    BadRequest,           ///< The endpoint refused the request as such.
    UnsupportedParameter, ///< The model refuses a parameter; `Error::parameter` names it.
    ContextTooLong,       ///< Prompt and answer do not fit the context.
    ModelMissing,         ///< No such model at the endpoint, or no such file.
    ModelBroken,          ///< A model file that cannot be read.
    ModelUnsupported,     ///< A model file of a kind that this version of the engine does not know.
    OutOfMemory,          ///< Not enough memory for the model or its context.
    ServerFault,          ///< The endpoint failed (5xx, overloaded).
    Protocol,             ///< The response of the endpoint could not be understood.
    WrongAddress,         ///< What answers at the address is no API of this kind.
    Interrupted,          ///< The stream broke after the first token.
    ContentFiltered,      ///< The endpoint withheld the answer.
    Budget,               ///< The money limit forbids it.
    Storage,              ///< The ledger cannot be read or written.
    File,                 ///< A file cannot be read or written.
    Syntax,               ///< A file or text does not follow its format; `line` and `column` say where.
    Template,             ///< A prompt template cannot be rendered.
    Script,               ///< A script in an experiment failed or hit its limits.
    Usage,                ///< Wrong use of the command line or of a setting.
    Internal,             ///< A fault of Tempera itself.
};

/// A failure as a value. `detail` is the plain cause, free of translation and of secrets;
/// widgets and the command line turn kind and detail into a sentence (see errorSentence()).
struct Error {
    ErrorKind kind = ErrorKind::Internal;
    QString detail;                                      ///< The cause, for example "no such file" or the server's own message.
    QString place;                                       ///< File path or endpoint it happened at; may be empty.
    int line = 0;                                        ///< 1-based; 0 = unknown.
    int column = 0;                                      ///< 1-based; 0 = unknown.
    int httpStatus = 0;                                  ///< 0 = not an HTTP failure.
    QString parameter;                                   ///< The refused parameter, for UnsupportedParameter.
    std::optional<std::chrono::milliseconds> retryAfter; ///< What the endpoint asked to wait.

    std::optional<bool> shouldRetry; ///< What the endpoint itself says about retrying (x-should-retry).
    /// Of an attempt at one server of a pool: another one can take the request over at once, and nothing is paid twice by it.
    bool elsewhere = false;

    bool operator==(const Error &) const = default;
};

/// The value, or why there is none.
template<typename T>
using Result = std::expected<T, Error>;

/// A failure without place, ready to return from a function that gives a Result.
[[nodiscard]] std::unexpected<Error> failure(ErrorKind kind, const QString &detail, const QString &place = {});

/// One translated line for a terminal or a log: where ("lamps.yaml:3:7: "), what, and what to do about it. Never carries a key.
[[nodiscard]] QString errorSentence(const Error &error);

/// The same for a window: what, where ("(lamps.yaml, line 3)", without the folders), and what to do about it there.
[[nodiscard]] QString errorMessage(const Error &error);

/// Stable untranslated word for logs, ledger and exports ("rate-limited").
[[nodiscard]] QString errorKindName(ErrorKind kind);

/// Inverse of errorKindName(); Internal for an unknown word.
[[nodiscard]] ErrorKind errorKindFromName(const QString &name);

/// Whether trying the same request again may help (429, 408, 409, 5xx, connection faults).
[[nodiscard]] bool isRetryable(const Error &error);

} // namespace Tempera
