// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/core/limits.h"
#include "models/core/money.h"
#include "models/core/usage.h"

#include <QJsonObject>
#include <QString>

#include <optional>

namespace Tempera {

/// A provider in JavaScript, and what it is asked.
struct ScriptQuestion {
    QString source;      ///< Its file: a class, an object with `callApi`, a function that makes one, or a function that answers.
    QString function;    ///< The name of its export; empty = the file as a whole.
    QJsonObject options; ///< What its constructor gets: `id`, `label`, `config`.
    QString prompt;      ///< A chat is its JSON.
    QJsonObject context; ///< What `callApi` gets beside it: `vars`, `prompt`, `test`.

    bool operator==(const ScriptQuestion &) const = default;
};

/// What it answers.
struct ScriptAnswer {
    QString text;      ///< Its `output`; one that is no text is its JSON, keys in the script's order.
    QString data = {}; ///< Where that was no text: what it was ("object", "number", "boolean"); else empty.
    Usage usage = {};  ///< Of its `tokenUsage`; `cost` is Usage::toldCost.

    bool operator==(const ScriptAnswer &) const = default;
};

/// Asks it, in a context of its own: nothing of it is there the next time. It has what ScriptHost has, and `setTimeout`, which
/// waits for nothing: what is due next comes as soon as nothing else is left to do. Blocks as long as the limits allow; any
/// thread. Error (Script): what it threw, with the line, and what scripts have not got where it asked for that; `error` of its
/// answer; no answer.
[[nodiscard]] Result<ScriptAnswer> askScript(const ScriptQuestion &question, const Limits &limits = {});

} // namespace Tempera
