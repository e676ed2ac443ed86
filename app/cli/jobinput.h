// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/arguments.h"
#include "app/cli/clicontext.h"
#include "models/core/message.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace Tempera {

/// What the requests of a job hold: documents as they are, or the rendered prompts of an experiment.
struct JobInput {
    /// For one variant of an experiment, or for every model.
    struct Part {
        QString model;                         ///< The variant's id; empty = for every model.
        std::optional<std::int64_t> maxTokens; ///< The variant's own limit.
        std::vector<Messages> prompts;         ///< Of an experiment.
    };
    std::vector<QByteArray> documents; ///< UTF-8, each with the prompt; empty for an experiment.
    QByteArray beginning = {};         ///< With which all the documents begin: the prompt's.
    std::vector<Part> parts = {};      ///< Of an experiment.

    [[nodiscard]] bool isExperiment() const { return !parts.empty(); }
};

/// Reads what `tempera cost` is given: "-" or a text file is one document, a folder one for each of its files, a table (.csv, .tsv)
/// or a list (.jsonl, .ndjson, .json, .yaml) one for each value of `field`, any other .yaml or .json an experiment, whose variants
/// are rendered; with models on the command line its prompts are rendered once, for all of them.
/// Errors: File, Syntax, and Usage where a field is missing or nothing is there.
[[nodiscard]] Result<JobInput> readJobInput(const CliContext &context, const CostArguments &arguments);

} // namespace Tempera
