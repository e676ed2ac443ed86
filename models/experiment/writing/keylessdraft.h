// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/experiment/experiment.h"

#include <QByteArray>
#include <QList>

#include <cstddef>
#include <vector>

namespace Tempera {

class ExperimentSource;

/// The text of a draft: the experiment with a mark in place of each secret (see withSecretsHidden()), in its place or out of it.
/// A mark of one that `saved`, which is what the file says, has at the same place tells where it is there; no secret can be made
/// of it. Pure, so for any thread. `saved` null: there is no file.
[[nodiscard]] QByteArray keylessDraft(const Experiment &experiment, const ExperimentSource *source, const Experiment *saved);

/// A key that was typed and is in no file.
struct MissingKey {
    std::vector<std::size_t> path; ///< Numbers of the entries and items on the way to its value, in the tree of the experiment.
    bool hasMark = false;          ///< "[redacted]" stands in its place; else nothing does.
};

/// What became of a draft.
struct RestoredDraft {
    QByteArray text; ///< For readExperiment(): with all keys that the file has.
    std::vector<MissingKey> missing = {};
};

/// The text that a draft was made of. Keys are taken from what is saved now, where the part of the file that had them (a provider,
/// a prompt, a test) is still there and says the same but for its keys. A text that keylessDraft() did not make is taken as it is.
[[nodiscard]] RestoredDraft restoredDraft(const QByteArray &draft, const ExperimentSource *source, const Experiment *saved);

/// The lines of a file, from 1, on which the missing keys are to be entered: those of their marks, or of the values that they are a
/// part of. In order, each once. `text` is what is written of the experiment that was read from the restored draft.
[[nodiscard]] QList<int> linesOfMissing(const QByteArray &text, const std::vector<MissingKey> &missing);

/// Whether two texts of experiments are equal, but for how they are written.
[[nodiscard]] bool saysTheSame(const QByteArray &one, const QByteArray &other);

} // namespace Tempera
