// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/checks/check.h"

#include <QJsonArray>
#include <QMap>

namespace Tempera {

/// What promptfoo makes of a script: one line is an expression, with declarations before it where there are some; several lines are
/// the body of a function.
[[nodiscard]] QString scriptBody(const QString &code);

/// Calls a function of a JavaScript file: the one named, else `module.exports`, else its `default`. The file is CommonJS, or has
/// `export` at the beginning of lines; it can load no other. Errors are sentences.
[[nodiscard]] Result<QJsonValue> callScriptFile(const QString &text, const QString &function, const QJsonArray &arguments,
                                                const Limits &limits);

/// The function that a value names by its file; nothing where it names none. A file that was not read is an error.
[[nodiscard]] std::optional<Result<QJsonValue>> callNamedScript(const QJsonValue &value, const QMap<QString, QString> &scripts,
                                                                const QJsonArray &arguments, const Limits &limits);

/// Runs `body` as that of a function whose parameters are the keys of `arguments`. Errors are sentences.
[[nodiscard]] Result<QJsonValue> callScript(const QString &body, const QJsonObject &arguments, const Limits &limits);

/// The answer as scripts see it: a value where a transform made one, or where it was asked for as JSON.
[[nodiscard]] QJsonValue scriptOutput(const CheckInput &input);
/// What scripts see beside it, as promptfoo has it.
[[nodiscard]] QJsonObject scriptContext(const CheckInput &input);

} // namespace Tempera
