// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/experiment/experiment.h"

namespace Tempera {

/// Changes of an experiment as pure functions: a value in, a value out. An index out of range changes nothing.
namespace Edits {

/// An experiment that can be run at once: one user message, one variant, one case.
[[nodiscard]] Experiment blank(const Endpoint &endpoint);

[[nodiscard]] Experiment addVariant(Experiment experiment, const Variant &variant);
/// Puts the copy after the original, with a name of its own.
[[nodiscard]] Experiment duplicateVariant(Experiment experiment, int index);
[[nodiscard]] Experiment removeVariant(Experiment experiment, int index);
[[nodiscard]] Experiment moveVariant(Experiment experiment, int from, int to);
/// "name 2", "name 3", …: the first that no variant has.
[[nodiscard]] QString freeVariantName(const Experiment &experiment, const QString &name);

/// Adds one empty user message as the last prompt.
[[nodiscard]] Experiment addPrompt(Experiment experiment);
/// Puts the copy after the original; where that has a name of its own, so has the copy.
[[nodiscard]] Experiment duplicatePrompt(Experiment experiment, int index);
/// The last one that is left stays.
[[nodiscard]] Experiment removePrompt(Experiment experiment, int index);
[[nodiscard]] Experiment movePrompt(Experiment experiment, int from, int to);
/// Variants that are run with it by its name follow. Empty: it is named by its text.
[[nodiscard]] Experiment renamePrompt(Experiment experiment, int index, const QString &label);

/// Names of the variables of all cases and of the default case, in the order of first appearance.
[[nodiscard]] QStringList variableNames(const Experiment &experiment);
/// The value of a variable of a case; undefined where it has none.
[[nodiscard]] QJsonValue variable(const Case &aCase, const QString &name);
/// Sets one variable. A text that is equal to what is shown changes nothing, so numbers stay numbers.
void setVariable(Case &aCase, const QString &name, const QString &text);
void removeVariable(Case &aCase, const QString &name);

} // namespace Edits
} // namespace Tempera
