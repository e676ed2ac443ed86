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
    QString calledId = {}; ///< What a provider calls itself that asks another: {echo: {id: my-echo}}; empty = its endpoint's id.

    /// By what promptfoo knows it, without what is secret in an address.
    [[nodiscard]] QString shownId() const { return calledId.isEmpty() ? endpoint.shownId() : calledId; }
    /// The label, or the provider's id without what is secret in an address.
    [[nodiscard]] QString title() const;
    bool operator==(const Variant &) const = default;
};

/// Cases from `from` (0-based) on, `end` not among them.
struct CaseRange {
    int from = 0;
    int end = 0;

    bool operator==(const CaseRange &) const = default;
};

/// "2:5" are the cases with the indexes 2, 3 and 4; without the first number all before the second, without the second all
/// from the first on. Nothing where it is written otherwise, or would have no case.
[[nodiscard]] std::optional<CaseRange> caseRangeFromText(const QString &text);

/// A figure that is computed from the named scores of a column (promptfoo's derivedMetrics).
struct DerivedMetric {
    QString name;
    QString expression;

    bool operator==(const DerivedMetric &) const = default;
};

/// Most repeats of a cell that a file or a window asks for.
inline constexpr int mostRepeats = 10'000;

/// One document: prompts × variants × cases, with checks and settings. A plain value.
struct Experiment {
    QString description;
    QMap<QString, QString> tags = {}; ///< Words of its file about all of its runs; results have them.
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
    /// What templates see as `env`: the other variables of the file's `env`. Nothing of the process environment is in it unless
    /// the user has said so.
    QMap<QString, QString> environment = {};
    /// JavaScript of the files that the experiment names (checks, prompts, values, filters), by their names as they are written
    /// ("file://x.js", without a function's name), so that nothing is read when it runs. See scriptReference().
    QMap<QString, QString> scripts = {};
    /// YAML and JSON files that configs of prompts, tests and judges name, by their names as they are written, without "file://",
    /// for the same reason. What the configs of variants name is in their endpoints.
    QMap<QString, QByteArray> configFiles = {};
    /// Functions of those scripts that templates have as filters: promptfoo's nunjucksFilters.
    QMap<QString, QString> filters = {};
    /// Keys of tests that decide what is run of them, and in which order ("prompts", "providers", "repeat", "storeOutputAs"): those
    /// that one of the cases or the default case has. Without any no case has to be looked at for them.
    QStringList planKeys = {};
    /// Some of them, or the default case, set parameters of their own; see CellSettings.
    bool casesHaveSettings = false;
    /// The cases that are run: promptfoo's evaluateOptions.filterRange. Nothing = all.
    std::optional<CaseRange> caseRange = {};
    /// Why there are no cases although the file names some, in a translated sentence: such an experiment is not run. Empty = they
    /// are there, or there is to be none.
    QString casesMissing = {};
    QList<DerivedMetric> derivedMetrics = {}; ///< In the file's order: one may use those before it.
    /// After each answer that was asked for, before the next cell starts, one at a time; 0 = none. promptfoo's
    /// evaluateOptions.delay.
    std::chrono::milliseconds delay{0};

    bool operator==(const Experiment &) const = default;
};

/// Whether the values of a case are text, whatever they look like: `metadata.tempera.data: text` in it or in the default
/// case. Otherwise they are templates, as in promptfoo (HTML of Angular, LaTeX and scanned text hold `{{`, `{%` or `{#`).
[[nodiscard]] bool takesDataAsText(const Experiment &experiment, const Case &aCase);

/// Says so in the default case, for all cases that do not say otherwise.
void setTakesDataAsText(Experiment &experiment, bool isText);

/// Variables that a case really has: the default case's, overridden by its own.
[[nodiscard]] Variables effectiveVariables(const Experiment &experiment, const Case &aCase);

/// What stands before and behind each prompt of a case: `options.prefix` and `options.suffix` of it; where it has none, or an empty
/// one, of the default case.
struct PromptAffixes {
    QString prefix;
    QString suffix;
};
[[nodiscard]] PromptAffixes promptAffixes(const Experiment &experiment, const Case &aCase);

/// The messages of a prompt as templates of a case: the prefix is before the first text, the suffix behind the last.
[[nodiscard]] Messages messagesForCase(const Experiment &experiment, const Prompt &prompt, const Case &aCase);

/// The answer that a case brings along (`providerOutput`, no template): nobody is asked. A map or list is its JSON text. Nothing
/// where there is none.
[[nodiscard]] std::optional<QString> givenAnswer(const Case &aCase);

/// Checks that a case really has: the default case's, then its own, whose texts are data where takesDataAsText().
[[nodiscard]] QList<CheckSpec> effectiveChecks(const Experiment &experiment, const Case &aCase);

/// Experiment::environment as templates see it.
[[nodiscard]] QJsonObject environmentToJson(const Experiment &experiment);

/// Variables as templates see them.
[[nodiscard]] QJsonObject variablesToJson(const Variables &variables);

} // namespace Tempera
