// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/experiment/experiment.h"
#include "models/experiment/reading/readcontext.h"

namespace Tempera {

/// Reads the cases of a data set: CSV (a column a variable, `__expected…` checks), JSON or YAML (a list of cases),
/// JSONL (a case a line). Programs that make cases give a warning and no case.
[[nodiscard]] QList<Case> readDatasetFile(ReadContext &context, const DataNode &at, const QString &reference);

/// Puts a field of a data set's column "__…" into a case: `__expected…` a check, `__description`, `__threshold`,
/// `__metric`, `__metadata:name`; others are kept. An empty field is nothing. An Error{Syntax} without a place where the
/// threshold is not a number.
[[nodiscard]] Result<void> putDataSetField(Case &aCase, const QString &column, const QString &field);

} // namespace Tempera
