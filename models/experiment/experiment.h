// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/endpoint.h"
#include "models/core/message.h"
#include "models/core/request.h"
#include "models/core/sampling.h"
#include "models/experiment/casesource.h"

#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QString>

#include <chrono>
#include <optional>

namespace Tempera {

/// A template: messages with roles and `{{ variables }}`.
struct Prompt {
    QString label;          ///< For column heads; empty = made from the text.
    Messages messages;      ///< A plain string prompt is one user message.
    QJsonObject other = {}; ///< Keys that this version does not interpret (`id`, `config`); kept.

    bool operator==(const Prompt &) const = default;
};

/// A column: a model at an endpoint plus sampling settings (promptfoo: a provider entry).
struct Variant {
    QString label; ///< Empty = the endpoint's id.
    Endpoint endpoint;
    SamplingSettings sampling;
    PromptForm form = PromptForm::Chat;
    bool strict = false;      ///< Local: bit-identical answers to identical requests, whatever else runs; slower.
    QStringList promptLabels; ///< Prompts it is run with; empty = all.
    QJsonObject config;       ///< Keys of `config` that this version does not interpret; kept.
    QJsonObject other = {};   ///< Other keys of the provider (`delay`, `transform`, …); kept.

    /// The label, or the provider's id without what is secret in an address.
    [[nodiscard]] QString title() const;
    bool operator==(const Variant &) const = default;
};

/// Most repeats of a cell that a file or a window asks for.
inline constexpr int mostRepeats = 10'000;

/// One document: prompts × variants × cases, with checks and settings. A plain value.
struct Experiment {
    QString description;
    QList<Prompt> prompts;
    QList<Variant> variants;
    CaseSource cases;
    Case defaultCase; ///< promptfoo's defaultTest: variables and checks that every case gets.
    int repeat = 1;   ///< 1 to mostRepeats.
    int maxConcurrency = 4;
    /// Of each cell, from its first attempt to its end; 0 = none. Nothing = the usual one (see Timeouts::total). promptfoo's
    /// evaluateOptions.timeoutMs.
    std::optional<std::chrono::milliseconds> deadline = {};
    /// Where the file's `env` says that providers are: by variable ("OPENAI_BASE_URL"). Variants have it in their endpoints.
    QMap<QString, QString> addresses = {};

    bool operator==(const Experiment &) const = default;
};

/// Whether the values of a case are text, whatever they look like: `metadata.tempera.data: text` in it or in the default
/// case. Otherwise they are templates, as in promptfoo (HTML of Angular, LaTeX and scanned text hold `{{`, `{%` or `{#`).
[[nodiscard]] bool takesDataAsText(const Experiment &experiment, const Case &aCase);

/// Says so in the default case, for all cases that do not say otherwise.
void setTakesDataAsText(Experiment &experiment, bool isText);

/// Variables that a case really has: the default case's, overridden by its own.
[[nodiscard]] Variables effectiveVariables(const Experiment &experiment, const Case &aCase);

/// Checks that a case really has: the default case's, then its own, whose texts are data where takesDataAsText().
[[nodiscard]] QList<CheckSpec> effectiveChecks(const Experiment &experiment, const Case &aCase);

/// Variables as templates see them.
[[nodiscard]] QJsonObject variablesToJson(const Variables &variables);

} // namespace Tempera
