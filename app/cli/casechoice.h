// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/ports/promptstore.h"
#include "models/experiment/plan.h"

#include <cstdint>
#include <optional>
#include <utility>

namespace Tempera {

/// What of an experiment is run, as the command line says it with promptfoo's words.
struct CaseChoice {
    int firstCases = 0;                           ///< 0 = all.
    int sampleCases = 0;                          ///< 0 = all.
    std::optional<std::uint32_t> sampleSeed;      ///< Nothing = another one each time.
    std::optional<CaseRange> range;               ///< Nothing = the experiment's own.
    QString providers;                            ///< Pattern of ids and labels; empty = all.
    QString prompts;                              ///< The same of prompts.
    QString failing;                              ///< A file with results: only cases that did not pass there. Empty = all.
    QString grader;                               ///< The id or label of who judges where a test and its checks name nobody.
    QList<std::pair<QString, QString>> variables; ///< Values of all cases that do not have their own.
    QList<std::pair<QString, QString>> metadata;  ///< What the metadata of the cases must contain, by name; empty = all.
    QString promptPrefix;                         ///< Before each prompt, where neither a case nor the default test says what is.
    QString promptSuffix;                         ///< The same behind it.
    QString description;                          ///< Of the experiment; empty = its own.
    QList<std::pair<QString, QString>> tags;      ///< Beside the experiment's own, and instead of those with the same name.
};

/// Takes the variants and prompts that are not wanted out of an experiment, and puts the values, texts and tags in. Error (Usage): nothing is
/// left.
[[nodiscard]] Result<void> applyChoice(const CaseChoice &choice, Experiment &experiment);

/// Says which cases are planned. Errors are those of the file with results, and Usage where none of its failures is in the
/// experiment.
[[nodiscard]] Result<void> planChoice(const CaseChoice &choice, const Experiment &experiment, const PromptStore &files,
                                      PlanOptions &options);

} // namespace Tempera
