// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/text/scripthost.h"

#include <QJsonArray>
#include <QStringList>

namespace Tempera {

/// JavaScript of an experiment that is called: an expression whose value is a function, its first line the first one of the
/// experiment's own code. Made by the two functions below.
using ScriptExpression = QString;

/// Code that stands in an experiment, as promptfoo takes it: one line is what the function gives, with declarations before it
/// where there are some; several lines are its body.
[[nodiscard]] ScriptExpression functionOfCode(const QString &code, const QStringList &parameters);

/// A function that a file of JavaScript exports under a name, or, without one, as a whole (`module.exports = …`,
/// `export default …`). The file has no modules besides itself: importing one is an error of its script.
[[nodiscard]] ScriptExpression functionOfFile(const QString &source, const QString &name = {});

/// The same where it may be another value than a function: a list, an object, a class.
[[nodiscard]] ScriptExpression exportOfFile(const QString &source, const QString &name = {});

/// What a function gives. See ScriptHost for limits, errors and how values cross the boundary.
[[nodiscard]] Result<QJsonValue> callFunction(ScriptHost &host, const ScriptExpression &function, const QJsonArray &arguments);

/// A value that is text for those who read it.
struct ScriptOutput {
    QString text;        ///< A text as it is; everything else as JSON, its keys in the script's order.
    bool isData = false; ///< It was no text.

    bool operator==(const ScriptOutput &) const = default;
};

/// The same for a function whose first argument is such a text, and which gives another. That it gives nothing (null, undefined)
/// is an error.
[[nodiscard]] Result<ScriptOutput> callForText(ScriptHost &host, const ScriptExpression &function, const ScriptOutput &first,
                                               const QJsonValue &second);

/// The message with its line, where that is known: one translated sentence.
[[nodiscard]] QString scriptErrorText(const Error &error);

} // namespace Tempera
