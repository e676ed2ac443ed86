// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/ports/promptstore.h"

#include <QStringList>

namespace Tempera {

/// Parts of an experiment that the command line names instead of those in its file, as promptfoo's --prompts, --providers and
/// --tests do.
struct NamedParts {
    QStringList prompts;   ///< Files; empty = those of the experiment.
    QStringList providers; ///< Ids or labels of the experiment's own, which keep their settings, other ids, or files of them.
    QString tests;         ///< A file; empty = the experiment's own.

    [[nodiscard]] bool isEmpty() const { return prompts.isEmpty() && providers.isEmpty() && tests.isEmpty(); }
};

/// The text of an experiment with those in it; all else stays as it is where that can be. Files are named from the present
/// folder. Errors are those of reading the text.
[[nodiscard]] Result<QByteArray> withNamedParts(const NamedParts &parts, const QByteArray &text, const QString &path,
                                                const PromptStore &files);

/// The folders of the files that are named: who names a file lets it be read.
[[nodiscard]] QStringList foldersOfParts(const NamedParts &parts, const PromptStore &files);

} // namespace Tempera
