// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/experiment/experiment.h"
#include "models/experiment/reading/readcontext.h"

#include <functional>

namespace Tempera {

using TakeCase = std::function<void(const Case &)>;

/// Reads the cases of a data set: CSV (a column a variable, `__expected…` checks), JSON or YAML (a list of cases),
/// JSONL (a case a line), or a script in JavaScript that makes them, which gets `config` (see generatedTests()). Other programs
/// give a warning and no case. `take` gets one after the other, until the context has an error; of CSV and JSONL no other is in
/// memory as a value meanwhile.
void readDatasetFile(ReadContext &context, const DataNode &at, const QString &reference, const DataPtr &config,
                     const TakeCase &take);

/// Puts a field of a data set's column "__…" into a case: `__expected…` a check, `__description`, `__threshold`,
/// `__metric`, `__metadata:name`; others are kept. An empty field is nothing. An Error{Syntax} without a place where the
/// threshold is not a number.
[[nodiscard]] Result<void> putDataSetField(Case &aCase, const QString &column, const QString &field);

} // namespace Tempera
