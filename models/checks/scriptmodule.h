// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/checks/check.h"
#include "models/text/scriptfunction.h"

#include <QJsonArray>
#include <QMap>

namespace Tempera {

/// What a function of an experiment returns. Errors are sentences.
[[nodiscard]] Result<QJsonValue> callScript(const ScriptExpression &function, const QJsonArray &arguments, const Limits &limits);

/// The same of the function that a value names by its file of JavaScript; nothing where it names none. A file that was not read is
/// an error.
[[nodiscard]] std::optional<Result<QJsonValue>> callNamedScript(const QJsonValue &value, const QMap<QString, QString> &scripts,
                                                                const QJsonArray &arguments, const Limits &limits);

/// The answer as scripts see it: a value where a transform made one, or where it was asked for as JSON.
[[nodiscard]] QJsonValue scriptOutput(const CheckInput &input);
/// What scripts see beside it, as promptfoo has it.
[[nodiscard]] QJsonObject scriptContext(const CheckInput &input);

} // namespace Tempera
