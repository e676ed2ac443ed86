// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/cell.h"
#include "models/experiment/experiment.h"

#include <QByteArray>
#include <QDateTime>
#include <QStringList>

#include <vector>

namespace Tempera {

/// Bounds for what is read of results: a larger file is refused with a message that names them.
inline constexpr qsizetype maxResultBytes = 128 * 1024 * 1024;
inline constexpr qsizetype maxResultRows = 200'000;

/// Results that were written by `tempera run -o`, by `promptfoo eval -o` or by an export of either.
struct ResultFile {
    /// What the rows name: prompts, variants with their settings where the file has them, and cases, each with all the
    /// checks that it was asked. A prompt whose text the file does not have has no messages; its id is in `promptIds`.
    Experiment experiment;
    QStringList promptIds;      ///< One a prompt; may be empty.
    std::vector<Cell> cells;    ///< By key; all of them are over.
    QList<int> casesOfNoChecks; ///< Of these the file does not say what was checked.
    bool knowsSettings = false; ///< Of all variants.
    QDateTime answered;         ///< When they were made; invalid where the file does not say so.
    int repeatedRows = 0;       ///< Rows of a cell that another row had before; that one counts.
};

/// Reads JSON (versions 2 and 3 of promptfoo's results, which Tempera writes as well) or, by the ending of `path`, a row in each
/// line. Nothing in it is run, looked up or fetched: what stands in a file of its own ("file://…") is not known. Errors have
/// kind Syntax, with the line where there is one. Takes about a second for 50 MB: not for the GUI thread.
[[nodiscard]] Result<ResultFile> readResultFile(const QByteArray &bytes, const QString &path);

/// What Tempera writes as the id of a prompt: SHA-256 of its text (see messagesText()), in hexadecimal.
[[nodiscard]] QString resultPromptId(const Prompt &prompt);

/// Gives the prompts that the file knows by their ids alone the texts that `known` has of them.
void completePrompts(ResultFile &file, const QList<Prompt> &known);

} // namespace Tempera
