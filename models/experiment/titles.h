// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/experiment/experiment.h"

namespace Tempera {

/// What a case is called: the first line of its description, else its values ("Paris · 3"). At most 60 characters and
/// "…"; empty where nothing names it.
[[nodiscard]] QString caseTitle(const Case &aCase);
/// What a prompt is called: the first line of its label, else that of its last message, in the same way.
[[nodiscard]] QString promptTitle(const Prompt &prompt);

/// The same for lists on the screen: "Case 3" and "Prompt 2" where nothing names it or the index is out of range.
[[nodiscard]] QString caseTitle(const Experiment &experiment, int index);
[[nodiscard]] QString promptTitle(const Experiment &experiment, int index);

/// What a run of an experiment is called: by its description, without what that tells of secrets, else by the name of its file.
[[nodiscard]] QString runTitle(const Experiment &experiment, const QString &path);

} // namespace Tempera
