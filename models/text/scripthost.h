// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/core/limits.h"

#include <QJsonObject>
#include <QJsonValue>
#include <QString>
#include <QStringList>

#include <memory>

namespace Tempera {

/// Runs JavaScript (ES2023) of an experiment in QuickJS: no files, no network, no processes, no modules, no timers;
/// what is said to `console` goes nowhere.
///
/// One host belongs to one thread: it is made, used and destroyed there. Making one costs nothing.
/// Each evaluate() and call() runs in a context of its own (about 0.3 ms), so that no script sees what another one left
/// behind. matches() costs a few microseconds.
/// Failures are ErrorKind::Script with the script's own message and, where known, 1-based `line` and `column`.
/// Values cross the boundary as JSON: undefined and functions become null, NaN and infinities become null,
/// a BigInt is an error, a promise is awaited (micro-tasks only), keys come back sorted.
class ScriptHost
{
public:
    [[nodiscard]] static Result<std::unique_ptr<ScriptHost>> create(const Limits &limits = {});
    ~ScriptHost();
    ScriptHost(const ScriptHost &) = delete;
    ScriptHost &operator=(const ScriptHost &) = delete;

    /// The value of the last expression statement of `code`. `globals` are its global variables.
    [[nodiscard]] Result<QJsonValue> evaluate(const QString &code, const QJsonObject &globals = {});

    /// Runs `body` as the body of a function (it must `return`) whose parameters are the keys of `arguments`.
    /// This is the form of promptfoo's `javascript` assertions of several lines; for one line give "return (" + line + ")".
    [[nodiscard]] Result<QJsonValue> call(const QString &body, const QJsonObject &arguments = {});

    /// `new RegExp(pattern, flags).test(text)` with exactly JavaScript's meaning. The last few patterns stay compiled.
    [[nodiscard]] Result<bool> matches(const QString &pattern, const QString &text, const QString &flags = {});

private:
    class Private;
    explicit ScriptHost(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace Tempera
